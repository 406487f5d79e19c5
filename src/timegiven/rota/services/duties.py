"""Plan a duty, change it, move it."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day, london_span, minutes_between
from timegiven.kernel.words import clock
from timegiven.kernel.words import day as day_in_words
from timegiven.letters import services as letters
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import LONGEST_DAY
from timegiven.rota.services import holding, telling
from timegiven.rota.services.waiting import fill

Status = Offer.Status


@transaction.atomic
def create(
    version: ProfileVersion,
    unit: Unit,
    *,
    day: date,
    starts: time,
    ends: time,
    least: int = 1,
    most: int = 1,
    tasks: Iterable[int] = (),
    note: str = "",
    is_draft: bool = False,
    by: Person,
    at: datetime,
) -> Duty:
    """Write down a time at which a unit would welcome volunteers in one role. Nobody is asked yet.

    ``tasks`` are positions of tasks of the version; none means all. A draft is seen only by those who plan.
    """
    access.create.require(by, unit, london_day(at))
    rules.check_numbers(least=least, most=most)
    starts_at, ends_at = span(version, unit, day=day, starts=starts, ends=ends, at=at)
    duty = Duty.objects.create(
        version=version,
        unit=unit,
        starts_at=starts_at,
        ends_at=ends_at,
        least=least,
        most=most,
        note=note,
        created_by=by,
        published_at=None if is_draft else at,
    )
    duty.tasks.set(version.tasks.filter(position__in=list(tasks)))
    audit.record("planned", of=duty, by=by, at=at)
    return duty


def span(
    version: ProfileVersion,
    unit: Unit,
    *,
    day: date,
    starts: time,
    ends: time,
    at: datetime,
    what: str = rules.NOT_ADDED,
) -> tuple[datetime, datetime]:
    """The moments of a duty in this role on that day, where the handbook allows it there and then.

    A refusal begins with ``what`` did not happen.
    """
    for shown in (starts, ends):
        rules.check_clock(day, shown)
    starts_at, ends_at = london_span(day, starts, ends)
    rules.check_ahead(starts_at, at, what=what)
    longest = LONGEST_DAY.on(day, version.profile.strand)
    rules.check_length(minutes_between(starts_at, ends_at), longest, what=what)
    check_in_force(version, unit, day, at=at, what=what)
    return starts_at, ends_at


def check_in_force(
    version: ProfileVersion, unit: Unit, day: date, *, at: datetime, what: str = rules.NOT_ADDED
) -> None:
    """Refuse a role that is not approved, assessed and covered at this unit on that day."""
    rules.check_role_in_force(
        is_approved=version.status == ProfileVersion.Status.APPROVED,
        is_assessed=selectors.is_assessed(version, unit, day),
        not_covered=library.cover_missing(version, day),
        on=day,
        ask=selectors.questions_to(unit.borough, london_day(at)),
        what=what,
    )


@transaction.atomic
def change(
    duty: Duty, *, least: int, most: int, tasks: Iterable[int] = (), note: str = "", by: Person, at: datetime
) -> None:
    """Make room for more or fewer people, name other tasks, tell something else that is good to know."""
    access.change.require(by, duty, london_day(at))
    queue = holding.hold_list(duty)
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    rules.check_numbers(least=least, most=most)
    rules.check_room_for_those_coming(taken=selectors.taken(duty), most=most)
    duty.least, duty.most, duty.note = least, most, note
    duty.save(update_fields=["least", "most", "note"])
    duty.tasks.set(duty.version.tasks.filter(position__in=list(tasks)))
    audit.record("changed", of=duty, by=by, at=at)
    fill(duty, queue, by=None, at=at)


@transaction.atomic
def move(duty: Duty, *, day: date, starts: time, ends: time, by: Person, at: datetime) -> int:
    """Put a duty at another time. Nobody's yes is carried over: those who were coming are asked again.

    Returns how many people were told. A draft moves without a word to anybody.
    """
    access.change.require(by, duty, london_day(at))
    holding.hold_duty(duty)
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    before, began_at = duty.when, duty.starts_at
    duty.starts_at, duty.ends_at = span(
        duty.version, duty.unit, day=day, starts=starts, ends=ends, at=at, what=rules.NOT_MOVED
    )
    rules.check_moves(before=before, after=duty.when)
    duty.changes += 1
    duty.save(update_fields=["starts_at", "ends_at", "changes"])
    hoping, new = _ask_again(duty, by=by, at=at)
    audit.record("moved", of=duty, by=by, at=at, why=f"from {before}")
    told = telling.one_letter_each("rota/moved", hoping, at=at, with_link=True, before=before)
    told += telling.one_letter_each("rota/published", new, at=at, with_link=True)
    words = f"Your time on {day_in_words(began_at)} has moved to {duty.when}. Please see your e-mail, or ring."
    telling.text_today([each.person for each in hoping], words, starts_at=began_at, at=at)
    return told


def _ask_again(duty: Duty, *, by: Person, at: datetime) -> tuple[list[Offer], list[Offer]]:
    """Those who are asked again, and those whom the question has not reached yet: they hear of the new time alone."""
    held = duty.offers.select_for_update(of=("self",)).filter(status__in=Offer.HOPING)
    hoping = list(held.select_related("person", "placement__volunteer").order_by("pk"))
    not_heard = letters.overtake(hoping, why="The time has changed", at=at)
    new = [offer for offer in hoping if telling.is_new_to_them(offer, not_heard)]
    for offer in hoping:
        offer.duty = duty
        if offer.status != Status.OPEN:
            Offer.lifecycle.move(
                offer,
                Status.OPEN,
                by=by,
                at=at,
                why=f"Moved to {day_in_words(duty.starts_at)}, {clock(duty.starts_at)}",
            )
    return [offer for offer in hoping if offer not in new], new
