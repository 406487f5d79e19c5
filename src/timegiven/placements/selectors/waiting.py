"""What waits for this person around a first day: the visit itself, log-ins to ask for and to hand over."""

from datetime import date

from timegiven.kernel.desk import Need
from timegiven.kernel.words import clock
from timegiven.kernel.words import day as in_words
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import AwareAccount, Placement
from timegiven.placements.selectors.accounts import asked_for, to_hand_over, waits_for_aware

Role = Appointment.Role
MOST = 5  # of a kind: a desk is no list


def of_a_volunteer(person: Person) -> list[Need]:
    """Their own first day, and the rule about e-mail."""
    return _own_first_days(person) + _own_log_in(person)


def of_a_unit_manager(person: Person, day: date) -> list[Need]:
    """Log-ins to hand over."""
    return [
        Need(
            f"Hand over the AWARE log-in of {account.person.name}",
            "placements:aware",
            (account.person.volunteer.reference,),
            hint="It has come. The words about e-mail stand on the page.",
        )
        for account in to_hand_over(person, day)[:MOST]
    ]


def of_an_mvpm(person: Person, day: date) -> list[Need]:
    """Log-ins to ask for, and those that have not come yet."""
    return _to_ask_for(person, day) + _to_come(person, day)


def _own_first_days(person: Person) -> list[Need]:
    agreed = Placement.objects.filter(volunteer__person=person, status=Placement.Status.AGREED)
    return [
        Need(
            f"Your first day at {placement.unit.full_name}",
            "placements:welcome",
            (placement.reference,),
            hint=_when(placement),
        )
        for placement in agreed.select_related("unit__borough", "arrival").order_by("pk")
    ]


def _when(placement: Placement) -> str:
    arrival = getattr(placement, "arrival", None)
    if arrival is None:
        return "Who meets you, what to wear and whom to ring. The unit gets in touch about the day."
    return f"{in_words(arrival.meets_at)} at {clock(arrival.meets_at)}. {arrival.host} meets you."


def _own_log_in(person: Person) -> list[Need]:
    unread = AwareAccount.objects.filter(person=person, status=AwareAccount.Status.OPEN, read_at=None)
    if not unread.exists():
        return []
    hint = "How e-mail is used, in three sentences."
    return [Need("You have an AWARE account", "placements:aware", (person.volunteer.reference,), hint=hint)]


def _to_ask_for(person: Person, day: date) -> list[Need]:
    return [
        Need(
            f"Ask for an AWARE log-in for {volunteer.person.name}",
            "placements:aware",
            (volunteer.reference,),
            hint="Their role uses AWARE.",
        )
        for volunteer in waits_for_aware(person, day)[:MOST]
    ]


def _to_come(person: Person, day: date) -> list[Need]:
    return [
        Need(
            f"Has the AWARE log-in of {account.person.name} come?",
            "placements:aware",
            (account.person.volunteer.reference,),
            hint="Note its name, and the unit hands it over.",
        )
        for account in asked_for(person, day).order_by("pk")[:MOST]
    ]
