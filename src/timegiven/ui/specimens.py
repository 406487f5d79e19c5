"""What the specimen page shows: made-up people, made-up numbers, every kind of question."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.ui import forms

_PLACES = [("", "Any station"), ("dunmore", "Dunmore"), ("ashford", "Ashford"), ("harbour", "Harbour")]

REFUSAL = NotAllowed(
    "We have not added this session. It would take you to 41 hours 30 minutes in March; the limit is 40 hours.",
    next_step="You can shorten it to 2 hours 30 minutes, or move it to April.",
    ask="Priya Shah, 020 7946 0123.",
)


class Questions(forms.Form):
    """One of every field."""

    name = forms.Text("Full name", autocomplete="name", width=20, missing="Enter your full name")
    about = forms.LongText("Why would you like to volunteer?", hint="A few sentences are enough", max_length=500)
    email = forms.Email(
        "Email address", hint="We only write to you about volunteering", missing="Enter your email address"
    )
    phone = forms.Phone("Telephone number", required=False)
    born_on = forms.Day(
        "Date of birth", hint="For example, 27 3 1987", autocomplete="bday", missing="Enter your date of birth"
    )
    starts_on = forms.NearDay("First day", missing="Enter your first day")
    starts_at = forms.Clock("Start time", missing="Enter a start time")
    is_driver = forms.YesNo("Do you drive?", missing="Choose yes if you drive")
    role = forms.Radios(
        "What would you like to do?",
        choices=[("counter", "Front counter"), ("cadets", "Cadet leader"), ("watch", "Community speedwatch")],
        hints={"counter": "Meet people who come to the station"},
        missing="Choose what you would like to do",
    )
    days = forms.Checkboxes(
        "Which days suit you?", choices=[("sat", "Saturday"), ("sun", "Sunday")], missing="Choose at least one day"
    )
    station = forms.Pick("Station", choices=_PLACES[1:], missing="Choose a station")
    fare_pence = forms.Pence("Bus fare", max=10_000, missing="Enter the bus fare")
    given_minutes = forms.HoursMinutes("Time given", max=12 * 60, missing="Enter the time given")
    people = forms.Whole("How many people did you help?", called="The number of people", min=1, max=500)
    receipt = forms.Attachment("Receipt", hint="A PDF or a photograph, 5 MB or smaller", missing="Choose your receipt")
    secret = forms.Password(hint="At least 12 characters", new=True, missing="Enter a password")
    is_agreed = forms.Confirm("I have checked these answers", missing="Confirm that you have checked these answers")


class Filters(forms.Form):
    """A list's filters."""

    words = forms.Text("Name or reference", required=False)
    status = forms.Checkboxes(
        "Status", required=False, choices=[("vetting", "In vetting"), ("training", "In training"), ("active", "Active")]
    )
    station = forms.Pick("Station", required=False, choices=_PLACES)


def shown(now: datetime) -> dict[str, object]:
    """Everything but the forms."""
    today = london_day(now)
    return {
        "site_name": "Volunteer programme",
        "site_owner": "Wessex Vale Police",
        "demonstration": True,
        "signed_in_as": "Jo Hartley",
        "navigation": [
            {"text": "Overview", "url": "#", "count": 0, "current": True},
            {"text": "Volunteers", "url": "#", "count": 12, "current": False},
            {"text": "Rota", "url": "#", "count": 0, "current": False},
        ],
        "today": today,
        "refusal": REFUSAL,
        "colours": ["", "green", "teal", "purple", "magenta", "red", "orange", "yellow", "grey"],
        "thing": SimpleNamespace(get_status_display=lambda: "In training", status_colour="teal"),
        "month": shown_month(today),
        **_lists(now),
        **_charts(),
    }


def _lists(now: datetime) -> dict[str, object]:
    ago = [now - timedelta(hours=hours) for hours in (3, 40, 500)]
    return {
        "tiles": [(54, "Applied"), (55, "In vetting"), (91, "In training"), (266, "Active"), (34, "On a break")],
        "needs": [
            {
                "text": "Approve 3 claims",
                "url": "#",
                "hint": "Oldest waiting since 12 November",
                "tag": "Overdue",
                "colour": "red",
            },
            {
                "text": "Fill 2 places on Sunday",
                "url": "#",
                "hint": "Event stewarding",
                "tag": "Tomorrow",
                "colour": "yellow",
            },
            {"text": "Confirm 11 session reports", "url": "#", "tag": "New", "colour": ""},
        ],
        "steps": [
            {
                "title": "Clearance received",
                "by_name": "Vetting unit",
                "at": ago[0],
                "why": "Priya Roberts can now be inducted.",
            },
            {"title": "Duty swapped", "by_name": "Owen Davies", "at": ago[1], "why": ""},
            {"title": "Applied", "by_name": "Priya Roberts", "at": ago[2].date(), "why": ""},
        ],
        "facts": [
            {"key": "Role", "value": "Chaplain", "change_url": "#"},
            {"key": "Station", "value": "Greenhill", "change_url": "#"},
            {"key": "Time given", "value": words.duration(289 * 60 + 30)},
        ],
        "tasks": [
            {"title": "Your references", "url": "#", "status": "Done", "hint": "Two people have written"},
            {"title": "Your declaration", "url": "#", "status": "To do", "colour": "yellow"},
            {"title": "Your pass", "url": "", "status": "Not yet", "hint": "After your induction"},
        ],
        "progress": [
            {"title": "Application received", "state": "done", "at": ago[2]},
            {"title": "With the vetting unit", "state": "now", "text": "Since 3 March, usually 4 to 6 weeks"},
            {"title": "Induction", "state": "later"},
        ],
        "record_tabs": [
            {"text": "Overview", "url": "#", "current": True},
            {"text": "Hours", "url": "#"},
            {"text": "Claims", "url": "#", "count": 3},
        ],
        "way": [{"text": "Volunteers", "url": "#"}, {"text": "Niamh Clarke"}],
        "people": [("Imran Brown", "Cadet leader", "Active", 419), ("Leah Young", "Chaplain", "In training", 415)],
    }


def _charts() -> dict[str, object]:
    months = [("Jun", 1310), ("Jul", 1422), ("Aug", 1180), ("Sep", 1506), ("Oct", 1631), ("Nov", 1748)]
    places = [("Dunmore", 17121), ("Ashford", 13545), ("Bridgewater", 13138), ("Castleton", 10621)]
    return {
        "by_month": {"title": "Hours given each month", "unit": "hours", "label": "Month", "rows": months},
        "by_place": {
            "title": "Hours given by station",
            "unit": "hours",
            "label": "Station",
            "rows": places,
            "horizontal": True,
        },
    }


def shown_month(today: date) -> dict[str, object]:
    first = today.replace(day=1)
    monday = first - timedelta(days=first.weekday())
    return {"weeks": [[_day(monday + timedelta(days=7 * week + day), today) for day in range(7)] for week in range(5)]}


def _day(day: date, today: date) -> dict[str, object]:
    sorts = [
        {"time": "9am to 1pm", "title": "Front counter", "note": "2 of 2", "tone": "full", "url": "#"},
        {"time": "midday to 6pm", "title": "Event stewarding", "note": "3 of 6", "tone": "some", "url": "#"},
        {"time": "7pm to 11pm", "title": "Rural patrol", "note": "0 of 4", "tone": "none", "url": "#"},
        {"time": "6pm to 9pm", "title": "Cadets", "note": "You are coming", "tone": "mine", "url": "#"},
    ]
    entries = [sort for index, sort in enumerate(sorts) if (day.day * 7 + index * 3) % 5 < 2]
    return {"date": day, "outside": day.month != today.month, "today": day == today, "entries": entries}
