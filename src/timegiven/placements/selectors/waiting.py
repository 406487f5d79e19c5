"""What waits for this person around a first day: the visit itself, log-ins to ask for and to hand over."""

from datetime import date, timedelta

from django.db.models import QuerySet

from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.time import london_day
from timegiven.kernel.words import clock, so_many
from timegiven.kernel.words import day as in_words
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import AwareAccount, Placement, Settling
from timegiven.placements.policies import REVIEW_DAYS
from timegiven.placements.selectors.accounts import asked_for, to_hand_over, to_wake, waits_for_aware
from timegiven.placements.selectors.emergency import to_review
from timegiven.placements.selectors.health import to_ask_again
from timegiven.placements.selectors.kit import kit_of_leavers
from timegiven.placements.selectors.settling import settlings_of_unit, settlings_to_answer, settlings_to_read

Role = Appointment.Role
OWN_WORDS = ("How are you finding it at {unit}?", "Two questions, if you like.")
UNIT_WORDS = ("{name} has settled in a little: anything you would be glad of?", "One question.")
MVPM_WORDS = ("Read how {name} is settling in", "What the volunteer and the unit have said.")
MOST = 5  # of a kind: a desk is no list


def of_a_volunteer(person: Person) -> list[Need]:
    """Their own first day, and the rule about e-mail."""
    return _own_first_days(person) + _own_log_in(person) + _how_it_goes(settlings_to_answer(person), OWN_WORDS)


def of_a_unit_manager(person: Person, day: date) -> list[Need]:
    """Log-ins to hand over, and how new volunteers settle in."""
    return _to_hand_over(person, day) + _how_it_goes(settlings_of_unit(person, day), UNIT_WORDS)


def _to_hand_over(person: Person, day: date) -> list[Need]:
    hint = "It has come. The words about e-mail stand on the page."
    return _log_ins(to_hand_over(person, day), "Hand over the AWARE log-in of {name}", hint)


def _log_ins(accounts: QuerySet[AwareAccount], words: str, hint: str) -> list[Need]:
    return [
        Need(words.format(name=each.person.name), "placements:aware", (each.person.volunteer.reference,), hint=hint).at(
            each.person.volunteer.borough_id
        )
        for each in accounts[:MOST]
    ]


def of_an_mvpm(person: Person, day: date) -> list[Need]:
    """Log-ins to ask for, and those that have not come yet."""
    log_ins = _to_ask_for(person, day) + _to_come(person, day) + _to_wake(person, day)
    return log_ins + _to_ask_again(person, day) + _kit(person, day)


def of_a_reviewer(person: Person, day: date) -> list[Need]:
    """For MVP Managers, and the Central Team: how people settle in, and sheets that somebody opened from outside."""
    return _how_it_goes(settlings_to_read(person, day), MVPM_WORDS) + _openings(person, day)


def _openings(person: Person, day: date) -> list[Need]:
    waiting = to_review(person, day)
    count = waiting.count()
    if not count:
        return []
    oldest = waiting.order_by("opened_at").values_list("opened_at", flat=True)[0]
    due = london_day(oldest) + timedelta(days=REVIEW_DAYS.on(day))
    text = f"{so_many(count, 'emergency sheet')} opened from outside to look at"
    return [Need(text, "placements:openings", count=count, due_on=due)]


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
        ).at(volunteer.borough_id)
        for volunteer in waits_for_aware(person, day)[:MOST]
    ]


def _to_come(person: Person, day: date) -> list[Need]:
    hint = "Note its name, and the unit hands it over."
    return _log_ins(asked_for(person, day).order_by("pk"), "Has the AWARE log-in of {name} come?", hint)


def _to_wake(person: Person, day: date) -> list[Need]:
    hint = "They are back from their break. Tell the service desk, and note it."
    return _log_ins(to_wake(person, day), "Have the AWARE log-in of {name} woken", hint)


def _to_ask_again(person: Person, day: date) -> list[Need]:
    return [
        Need(
            f"Ask Occupational Health again about {card.volunteer.person.name}",
            "placements:health",
            (card.volunteer.reference,),
            due_on=card.look_again_on,
        ).at(card.volunteer.borough_id)
        for card in to_ask_again(person, day)[:MOST]
    ]


def _how_it_goes(waiting: QuerySet[Settling], words: tuple[str, str]) -> list[Need]:
    text, hint = words
    found = []
    for settling in waiting[:MOST]:
        placement = settling.placement
        facts = {"name": placement.volunteer.person.name, "unit": placement.unit.full_name}
        need = Need(text.format(**facts), "placements:settling", (placement.reference,), hint=hint)
        found.append(need.at(placement.volunteer.borough_id))
    return found


def _kit(person: Person, day: date) -> list[Need]:
    return in_all(
        numbers(kit_of_leavers(person, day), "volunteer__borough"),
        lambda count: f"{so_many(count, 'thing')} still with people who have left",
        "placements:kit_out",
    )
