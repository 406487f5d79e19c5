"""What is typed in about people: appointments, contact details, whom to ring, and what is looked for."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from timegiven.people.models import Appointment, Seat
from timegiven.programme import selectors as programme
from timegiven.programme.models import Unit
from timegiven.ui import forms

Role = Appointment.Role
WHEN = [("", "Now or to come"), ("ended", "Ended")]


class Appoint(forms.Form):
    """Who is appointed to what, where and from when."""

    email = forms.Email("Their e-mail address", called="The e-mail address", autocomplete="off")
    name = forms.Name("Their full name", max_length=160, hint="As we know them, if we know the address")
    role = forms.Pick("Role", choices=Role.choices, missing="Choose their role")
    place = forms.Text(
        "Where?",
        called="The place",
        missing="Enter where they are appointed",
        hint="For example, Camden, or Front counter, Camden, or Metropolitan Police Service for the whole force",
        attrs={"list": "places", "autocomplete": "off"},
        max_length=160,
    )
    from_on = forms.NearDay("From which day?", called="The day", missing="Enter the first day")
    seat = forms.Pick("Seat on the Steering Group", required=False, empty="No seat")
    is_deputy = forms.Confirm("As the deputy of that seat, who votes when its holder has not", required=False)
    title = forms.Text("Title of the post", required=False, max_length=80, hint="For example, Programme Manager")

    def __init__(self, *args: Any, seats: Iterable[Seat], **options: Any) -> None:
        super().__init__(*args, **options)
        self.seats = {seat.code: seat for seat in seats}
        self.fields["seat"].choices = [("", "No seat"), *((code, seat.name) for code, seat in self.seats.items())]

    def clean(self) -> None:
        """The place by its name: one unit, or words about why not."""
        typed = self.cleaned_data.get("place")
        if not typed:
            return
        found = programme.place_called(typed, self.cleaned_data.get("from_on") or date.max)
        if len(found) == 1:
            self.cleaned_data["unit"] = found[0]
        elif found:
            names = "; ".join(unit.full_name for unit in found[:4])
            self.add_error("place", f"Several places have this name. Add the borough, as in: {names}")
        else:
            self.add_error("place", f"There is no place called “{typed}” on that day")

    def facts(self) -> dict[str, Any]:
        """The answers as the service wants them."""
        facts = {name: value for name, value in self.cleaned_data.items() if name != "place"}
        return facts | {"seat": self.seats.get(facts["seat"])}


def asked_for(query: Mapping[str, str]) -> dict[str, str]:
    """What a link to the page of an appointment fills in: the role, the place and the seat."""
    return {name: query[name] for name in ("role", "place", "seat", "is_deputy") if name in query}


class EndAppointment(forms.Form):
    """The day from which an appointment is over."""

    until_on = forms.NearDay(
        "The first day without it", called="The day", hint="From this day on they may do and see nothing by it"
    )


class AddSeat(forms.Form):
    """A new seat on the Steering Group."""

    name = forms.Text(
        "Name of the seat", missing="Enter the name of the seat", max_length=80, hint="For example, Data protection"
    )
    from_on = forms.NearDay("From which day?", called="The day", missing="Enter the first day")
    is_chair = forms.Confirm("Whoever sits there chairs the group", required=False)
    is_staff_side = forms.Confirm(
        "It is a seat of the staff side: its holder speaks for paid staff, and nothing is approved without it",
        required=False,
    )


class EndSeat(forms.Form):
    """The day from which a seat is no longer there."""

    until_on = forms.NearDay("The first day without it", called="The day")


class LetInAnew(forms.Form):
    """That it is really they who have lost it."""

    is_sure = forms.Confirm("I have seen them, or rung them on a number that we knew before")


class FindAppointments(forms.Form):
    """The filters of the list of appointments."""

    words = forms.Text("Name or e-mail", required=False, max_length=80)
    role = forms.Pick("Role", required=False, empty="Any role", choices=[("", "Any role"), *Role.choices])
    borough = forms.Pick("Where", required=False)
    when = forms.Pick("When", required=False, choices=WHEN)

    def __init__(self, *args: Any, boroughs: Iterable[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["borough"].choices = [("", "Anywhere"), *((unit.code, unit.name) for unit in boroughs)]


class Contact(forms.Form):
    """How to reach a person."""

    known_as = forms.Name("What would you like to be called?", required=False, called="Your name", max_length=80)
    email = forms.Email(
        "E-mail address",
        max_length=254,
        hint="You sign in with it. A new one counts when you have followed the link that we send there.",
    )
    phone = forms.Phone("Telephone", required=False, max_length=30)
    address = forms.LongText("Postal address", required=False, rows=4, max_length=300)


class ContactOf(Contact):
    """How to reach someone who is helped by the MVP Manager, and who may have no e-mail."""

    known_as = forms.Name("What they like to be called", required=False, max_length=80)
    email = forms.Email(
        "E-mail address",
        required=False,
        hint="Leave it empty for someone who is written to by post. A new one counts when they have followed the link "
        "that we send there.",
    )


class ConfirmAddress(forms.Form):
    """That an address is theirs; whoever is not signed in says when they were born."""

    born_on = forms.Day("Your date of birth", called="The date of birth", missing="Enter your date of birth")

    def __init__(self, *args: Any, asks_birth: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not asks_birth:
            del self.fields["born_on"]


class Emergency(forms.Form):
    """Whom to ring first, and whom to ring when nobody answers there."""

    name = forms.Text("Name of the person to ring first", max_length=120, called="The name", autocomplete="off")
    relationship = forms.Text(
        "Who they are to you", required=False, max_length=80, hint="For example, daughter, neighbour or friend"
    )
    phone = forms.Phone("Their telephone number", autocomplete="off")
    second_name = forms.Text(
        "Somebody else to ring, if you like",
        required=False,
        max_length=120,
        called="The second name",
        autocomplete="off",
        hint="We ring them when the first person does not answer",
    )
    second_relationship = forms.Text("Who this second person is to you", required=False, max_length=80)
    second_phone = forms.Phone("The second person’s telephone number", required=False, autocomplete="off")

    def contacts(self) -> list[dict[str, str]]:
        """Those who were named, whom to ring first in front."""
        typed, parts = self.cleaned_data, ("name", "relationship", "phone")
        first, second = ({part: typed[before + part] for part in parts} for before in ("", "second_"))
        return [first, second] if any(second.values()) else [first]


class FindEvents(forms.Form):
    """The filters of the audit trail."""

    act = forms.Text("What was done", required=False, max_length=60, hint="For example, approved or saw")
    kind = forms.Pick("To what", required=False)
    person = forms.Text("Name or reference of a person", required=False, max_length=80)
    on = forms.NearDay("On which day", required=False, called="The day")

    def __init__(self, *args: Any, kinds: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [("", "Anything"), *sorted(kinds.items(), key=lambda each: each[1])]
