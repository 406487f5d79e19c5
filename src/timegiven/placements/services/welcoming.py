"""The first day: plan it, go through the list together, start; and look up what a unit may know."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Arrival, Placement, Welcome

Side = Welcome.Side
FIRST_DAY = "placements/first_day"


@transaction.atomic
def plan_first_day(
    placement: Placement,
    *,
    meets_at: datetime,
    host: str,
    host_phone: str = "",
    find: str = "",
    bring: str = "",
    by: Person,
    at: datetime,
) -> Arrival:
    """Say when the volunteer is expected, who meets them and where, and write it to them (clauses 14, 26)."""
    access.start.require(by, placement, london_day(at))
    is_expected = placement.status == Placement.Status.AGREED
    rules.check_to_plan(is_expected=is_expected, meets_at=meets_at, at=at)
    facts = {"meets_at": meets_at, "host": host.strip(), "host_phone": host_phone.strip()}
    facts |= {"find": find.strip(), "bring": bring.strip(), "planned_by": by, "planned_at": at}
    arrival, is_new = Arrival.objects.update_or_create(placement=placement, defaults=facts)
    _tick(placement, {selectors.PLAN: ""}, Side.UNIT, by=by, at=at)
    person = placement.volunteer.person
    audit.record("planned first day", of=placement, by=by, at=at, about=person)
    not_heard = letters.overtake([placement], why="The plan has changed", at=at, template=FIRST_DAY)
    is_new = is_new or placement.reference in not_heard
    told: dict[str, Any] = {"placement": placement, "arrival": arrival, "is_new": is_new}
    letters.write(FIRST_DAY, to=person, at=at, about=[placement], until_at=meets_at, **told)
    return arrival


@transaction.atomic
def tick(
    placement: Placement, *, done: Mapping[str, str], said: Collection[str] = (), by: Person, at: datetime
) -> None:
    """Tick items of the first day's list (code to note), for one's own side; what was ticked before stays as it was.

    ``said`` are the items of which a volunteer without e-mail has told the unit that they know them.
    """
    day = london_day(at)
    access.welcome.require(by, placement, day)
    rules.check_expected(is_expected=placement.status in Placement.LIVE)
    person = placement.volunteer.person
    side = Side.VOLUNTEER if by == person else Side.UNIT
    unit_s = {item.code for item in selectors.first_day(placement) if item.whose == "unit"}
    rules.check_unit_s_own(ticks_unit_s=bool(unit_s & done.keys()), is_unit_manager=side == Side.UNIT)
    rules.check_on_their_word(ticks_for_them=bool(said), has_email=bool(person.email))
    new = _tick(placement, done, side, by=by, at=at)
    new += _tick(placement, dict.fromkeys(said, ""), Side.VOLUNTEER, by=by, at=at)
    if new:
        audit.record("ticked first day", of=placement, by=by, at=at, about=person)


def _tick(placement: Placement, done: Mapping[str, str], side: str, *, by: Person, at: datetime) -> int:
    """Tick what this side has not ticked yet and the list still waits for; return how many."""
    open_here = [line.item.code for line in selectors.lines(placement) if side in line.waits_for]
    wanted = [code for code in open_here if code in done]
    Welcome.objects.bulk_create(
        [
            Welcome(placement=placement, code=code, side=side, note=done[code].strip()[:200], done_at=at, done_by=by)
            for code in wanted
        ],
        ignore_conflicts=True,  # the other side may have ticked the same item a moment ago
    )
    return len(wanted)


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


def look_up(volunteer: Volunteer, what: str, *, by: Person, at: datetime) -> None:
    """Note that somebody other than the volunteer opened sensitive parts of their record."""
    if by != volunteer.person:
        audit.saw(what, of=volunteer, by=by, at=at, about=volunteer.person)
