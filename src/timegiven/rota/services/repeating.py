"""Weekly patterns and copied weeks: many drafts with one act. Doing it twice does it once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed, why_alone
from timegiven.kernel.time import london_day
from timegiven.kernel.words import LONDON
from timegiven.kernel.words import day as in_words
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Duty, Offer, Pattern
from timegiven.rota.services import holding
from timegiven.rota.services.duties import span
from timegiven.rota.services.offering import offer_one


@dataclass
class Laid:
    """What came of it: the drafts, how many people are noted on them, and the days left out with the reason."""

    duties: list[Duty] = field(default_factory=list)
    people: int = 0
    left_out: list[str] = field(default_factory=list)


@transaction.atomic
def make_pattern(
    version: ProfileVersion,
    unit: Unit,
    *,
    weekdays: Iterable[int],
    every_weeks: int,
    starts: time,
    ends: time,
    least: int,
    most: int,
    from_on: date,
    until_on: date | None = None,
    tasks: Iterable[int] = (),
    note: str = "",
    by: Person,
    at: datetime,
) -> Pattern:
    """Write down a duty that comes back each week. Nothing is on the rota until weeks are laid out and published."""
    access.create.require(by, unit, london_day(at))
    days = sorted(set(weekdays))
    rules.check_weekdays(days)
    rules.check_numbers(least=least, most=most)
    tomorrow = max(from_on, london_day(at) + timedelta(days=1))
    span(version, unit, day=tomorrow, starts=starts, ends=ends, at=at)  # the role, and the length of the day
    pattern = Pattern.objects.create(
        version=version,
        unit=unit,
        weekdays=days,
        every_weeks=every_weeks,
        starts=starts,
        ends=ends,
        least=least,
        most=most,
        from_on=from_on,
        until_on=until_on,
        note=note,
        created_by=by,
    )
    pattern.tasks.set(version.tasks.filter(position__in=list(tasks)))
    audit.record("made pattern", of=pattern, by=by, at=at)
    return pattern


@transaction.atomic
def lay_out(pattern: Pattern, *, first: date, weeks: int, by: Person, at: datetime) -> Laid:
    """Lay a pattern out as drafts over so many weeks. A day that has its duty already gets no second one."""
    access.change_pattern.require(by, pattern, london_day(at))
    Pattern.objects.select_for_update(no_key=True).get(pk=pattern.pk)
    pattern.refresh_from_db(fields=["until_on"])  # it may have ended meanwhile
    there = set(pattern.duties.values_list("pattern_on", flat=True))
    laid, tasks = Laid(), list(pattern.tasks.all())
    for on in selectors.days_of(pattern, first, 7 * weeks):
        if on not in there:
            _lay_one(pattern, on, tasks, laid, by=by, at=at)
    for duty in laid.duties:
        audit.record("planned", of=duty, by=by, at=at)
    return laid


def _lay_one(pattern: Pattern, on: date, tasks: list, laid: Laid, *, by: Person, at: datetime) -> None:
    try:
        starts_at, ends_at = span(
            pattern.version, pattern.unit, day=on, starts=pattern.starts, ends=pattern.ends, at=at
        )
    except NotAllowed as refusal:
        laid.left_out.append(f"{in_words(on)}: {why_alone(refusal.reason, rules.NOT_ADDED)}")
        return
    same = {name: getattr(pattern, name) for name in ("version", "unit", "least", "most", "note")}
    when = {"starts_at": starts_at, "ends_at": ends_at, "pattern": pattern, "pattern_on": on}
    duty = Duty.objects.create(**same, **when, created_by=by)
    duty.tasks.set(tasks)
    laid.duties.append(duty)


@transaction.atomic
def copy_week(area: Unit, *, source: date, target: date, with_people: bool = False, by: Person, at: datetime) -> Laid:
    """Copy a week's duties into a later week, as drafts at the same times by London's clocks.

    With ``with_people`` those who were coming are noted on the drafts, where they are free; they are asked when the
    week is published. What the later week has already is not copied a second time.
    """
    access.create.require(by, area, london_day(at))
    rules.check_monday(source)
    rules.check_monday(target)
    rules.check_weeks(source=source, target=target)
    Unit.objects.select_for_update(no_key=True).get(pk=area.pk)  # of two who copy at once the second finds it done
    there = {_key(line.duty) for lines in selectors.board(area, target, 7).values() for line in lines}
    lines = [line.duty for lines in selectors.board(area, source, 7).values() for line in lines]
    originals = [duty for duty in lines if not duty.cancelled_at]
    laid, made = Laid(), []
    for duty in originals:
        copy = _copy_one(duty, target - source, there, laid, by=by, at=at)
        if copy:
            made.append((duty, copy))
    for _, copy in made:
        audit.record("planned", of=copy, by=by, at=at)
    if with_people:
        laid.people = sum(_note_same_people(duty, copy, by=by, at=at) for duty, copy in made)
    return laid


def _key(duty: Duty) -> tuple[int, int, datetime]:
    return duty.version.profile_id, duty.unit_id, duty.starts_at


def _copy_one(duty: Duty, ahead: timedelta, there: set, laid: Laid, *, by: Person, at: datetime) -> Duty | None:
    starts, ends = (moment.astimezone(LONDON).time() for moment in (duty.starts_at, duty.ends_at))
    on = duty.on + ahead
    try:
        starts_at, ends_at = span(duty.version, duty.unit, day=on, starts=starts, ends=ends, at=at)
    except NotAllowed as refusal:
        laid.left_out.append(f"{duty.version.title}, {in_words(on)}: {why_alone(refusal.reason, rules.NOT_ADDED)}")
        return None
    if (duty.version.profile_id, duty.unit_id, starts_at) in there:
        return None
    same = {name: getattr(duty, name) for name in ("version", "unit", "least", "most", "note")}
    copy = Duty.objects.create(**same, starts_at=starts_at, ends_at=ends_at, created_by=by)
    copy.tasks.set(duty.tasks.all())
    laid.duties.append(copy)
    return copy


def _note_same_people(duty: Duty, copy: Duty, *, by: Person, at: datetime) -> int:
    came = set(duty.offers.filter(status__in=Offer.TAKEN).values_list("person", flat=True))
    if not came:
        return 0
    holding.hold_duty(copy)
    free = [each for each in selectors.candidates(copy, london_day(at)) if each.may_be_offered]
    same = [each.placement for each in free if each.placement.volunteer.person_id in came]
    return len([offer_one(copy, placement, by=by, at=at) for placement in same])
