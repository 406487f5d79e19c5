"""What of the rota waits for somebody today."""

from datetime import date, datetime, time
from functools import partial

from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.time import at_london, london_day
from timegiven.kernel.words import day as day_in_words
from timegiven.kernel.words import so_many
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.rota.models import Duty, Offer
from timegiven.rota.selectors import offers
from timegiven.rota.selectors.clashes import two_at_once
from timegiven.rota.selectors.duties import PLANNERS, gaps_seen_by, gaps_until
from timegiven.rota.selectors.incidents import going_on
from timegiven.rota.selectors.proposals import to_look_at
from timegiven.rota.selectors.reliance import leaning
from timegiven.training.models import Booking


def needs(person: Person, day: date) -> list[Need]:
    """Offers that wait for an answer and the next duty; for planners the duties that still have a place."""
    start = at_london(day, time())
    return [*_of_a_volunteer(person, start), *going_on(person, day), *_of_a_planner(person, start, day)]


def _of_a_volunteer(person: Person, start: datetime) -> list[Need]:
    open_offers, coming = list(offers.waiting(person, start)), list(offers.coming(person, start)[:1])
    at_once = [_choose(*each) for each in two_at_once(person, start)] if coming else []
    return at_once + ([_answer(open_offers)] if open_offers else []) + [_come(offer) for offer in coming]


def _choose(offer: Offer, place: Booking) -> Need:
    duty, course = offer.duty, place.session
    hint = (
        f"Your duty at {duty.unit.full_name}, {duty.times}, and the course “{course.course.title}”, {course.times}. "
        "Give one of the two back. No reason is needed."
    )
    return Need(f"Two things at once on {day_in_words(duty.on)}", "rota:offered", (offer.reference,), hint=hint,
                due_on=duty.on)  # fmt: skip


def _come(offer: Offer) -> Need:
    duty = offer.duty
    hint = f"{duty.version.title}, {duty.unit.full_name}"
    return Need(f"You are coming on {duty.when}", "rota:offered", (offer.reference,), hint=hint, due_on=duty.on)


def _answer(waiting: list[Offer]) -> Need:
    first: Duty = waiting[0].duty
    if len(waiting) == 1:
        text, name, args = f"Can you come on {first.when}?", "rota:offered", (waiting[0].reference,)
        return Need(text, name, args, hint=f"{first.version.title}, {first.unit.full_name}", due_on=first.on)
    return Need(
        f"{len(waiting)} duties are offered to you",
        "rota:my_calendar",
        hint=f"The first is on {first.when}. Yes or no: both are fine.",
        count=len(waiting),
        due_on=first.on,
    )


def _of_a_planner(person: Person, start: datetime, day: date) -> list[Need]:
    if not any(held.role in PLANNERS for held in people.appointments(person, day)):
        return []
    return [*to_look_at(person, day), *_thin(person, start, day), *_drafts(person, start, day), *_leaning(person, day)]


def _thin(person: Person, start: datetime, day: date) -> list[Need]:
    until = gaps_until(start)
    return in_all(
        numbers(gaps_seen_by(person, from_at=start, until_at=until, day=day, thin=True), "unit__borough"),
        partial(so_many, thing="duty still has a place", things="duties still have places"),
        "rota:gaps",
        hint=f"Until {day_in_words(london_day(until))}",
        query="?thin=1",
    )


def _drafts(person: Person, start: datetime, day: date) -> list[Need]:
    mine = Duty.objects.filter(people.scope(person, PLANNERS, day, on="unit"), published_at=None, cancelled_at=None)
    return in_all(
        numbers(mine.filter(starts_at__gte=start), "unit__borough"),
        lambda count: f"{so_many(count, 'draft')} not published yet",
        "rota:publish",
        hint="Nobody sees a draft until you publish it",
    )


def _leaning(person: Person, day: date) -> list[Need]:
    return [
        Need(f"{each.role} hangs on one person", "rota:sharing", hint=f"{each.unit}: share it, or let it go").at(
            each.borough
        )
        for each in leaning(person, day)[:3]
    ]
