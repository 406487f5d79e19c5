"""The first day: go through the list together, start, and look up what a unit may know."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Placement, Welcome


@transaction.atomic
def tick(placement: Placement, *, done: Mapping[str, str], by: Person, at: datetime) -> None:
    """Tick items of the first day's list (code to note). Either side may; what was ticked before stays as it was."""
    day = london_day(at)
    access.welcome.require(by, placement, day)
    rules.check_expected(is_expected=placement.status in Placement.LIVE)
    is_manager = access.start(by, placement, day)
    rules.check_papers(ticks_papers=selectors.PAPERS in done, is_unit_manager=is_manager)
    wanted = [item.code for item in selectors.unticked(placement) if item.code in done]
    Welcome.objects.bulk_create(
        [
            Welcome(placement=placement, code=code, note=done[code].strip()[:200], done_at=at, done_by=by)
            for code in wanted
        ],
        ignore_conflicts=True,  # the other side may have ticked the same item a moment ago
    )
    if wanted:
        audit.record("ticked first day", of=placement, by=by, at=at, about=placement.volunteer.person)


@transaction.atomic
def start(placement: Placement, *, by: Person, at: datetime) -> None:
    """The unit says that the volunteer has been welcomed and begins to give time (clauses 14 to 32, 54, 74 to 95)."""
    day = london_day(at)
    access.start.require(by, placement, day)
    Placement.lifecycle.move(placement, Placement.Status.STARTED, by=by, at=at)
    rules.check_welcomed([item.text for item in selectors.unticked(placement)])
    person, version, unit = placement.volunteer.person, placement.version, placement.unit
    what = "The placement has not started"
    selectors.require_ready(person, version, unit, day, checks=selectors.FOR_A_START, what=what)
    Placement.objects.filter(pk=placement.pk).update(from_on=day)
    placement.from_on = day
    audit.record("started placement", of=placement, by=by, at=at, about=person)
    letters.write("placements/started", to=person, at=at, placement=placement)


@transaction.atomic
def look_up(volunteer: Volunteer, what: str, *, by: Person, at: datetime) -> None:
    """Note that somebody other than the volunteer opened sensitive parts of their record."""
    if by != volunteer.person:
        audit.saw(what, of=volunteer, by=by, at=at, about=volunteer.person)
