"""The form of a report, with everything filled in that is known already."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from timegiven.attendance import access, forms, selectors
from timegiven.hours import selectors as hours
from timegiven.kernel.time import london_day
from timegiven.kernel.words import LONDON
from timegiven.ui.forms.days import read_day


def report_form(
    kind: Callable[..., forms.Report], request: HttpRequest, placement: object, listed_on: date, known: dict
) -> forms.Report:
    """The form: from what was typed, else the draft of this page, else what is known."""
    today, strand = timezone.localdate(), placement.volunteer.strand
    tasks = [(str(task.position), task.text) for task in selectors.tasks_of(placement, listed_on)]
    said = known.pop("said", None)
    if said is not None:
        known["tasks"] = [position for position, text in tasks if text in said]
    within = selectors.limits(today, strand)
    address, typed = selectors.draft_of(request.user) if request.method == "GET" else ("", {})
    if address == request.path:
        known |= as_typed(typed)
    on = read_day(request.POST.get("day", "")) or known.get("day")
    if isinstance(on, str):  # as it was typed once
        on = read_day(on)
    form = kind(
        request.POST or None,
        tasks=tasks,
        initial=known,
        ask_again_over=within.ask_again_over,
        longest=within.longest,
        with_travel=within.counts_travel,
        with_why=bool(
            isinstance(on, date) and access.key_in_for(request.user, placement, today) and hours.is_closed(on)
        ),
    )
    if placement.volunteer.person != request.user:
        form.of_somebody_else()
    return form


def as_typed(typed: dict[str, list[str]]) -> dict:
    """What was typed once, for the boxes of the form."""
    return {name: values if name == "tasks" else values[0] for name, values in typed.items() if values}


def prefilled(offer: object, presence: object = None) -> dict:
    """Day and times: of the coming and going where it was written down, else of the duty. No end is made up."""
    if presence is not None:
        left = presence.left_at
        return {
            "day": london_day(presence.came_at),
            "starts": presence.came_at.astimezone(LONDON).time(),
            "ends": left.astimezone(LONDON).time() if left else None,
        }
    if offer is None:
        return {}
    duty = offer.duty
    return {
        "day": london_day(duty.starts_at),
        "starts": duty.starts_at.astimezone(LONDON).time(),
        "ends": duty.ends_at.astimezone(LONDON).time(),
    }


def as_told(report: object) -> dict:
    """A report, for the boxes of the form in which it is put right."""
    return {
        "day": report.on,
        "starts": report.starts_at.astimezone(LONDON).time(),
        "ends": report.ends_at.astimezone(LONDON).time(),
        "break_minutes": report.break_minutes or None,
        "travel_minutes": report.travel_entry.minutes if report.travel_entry else None,
        "said": {task.text for task in report.tasks.all()},
        "something_else": report.something_else,
        "feeling": report.feeling,
        "how_it_went": report.how_it_went,
        "worry": report.worry,
        "is_concern": report.is_concern,
        "idea": report.idea,
        "thank_you": report.thank_you,
    }
