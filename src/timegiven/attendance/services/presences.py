"""Somebody comes, and somebody leaves: by their own phone, at the unit's tablet, or by the supervisor."""

from datetime import date, datetime, timedelta

from django.db import transaction

from timegiven.attendance import access, rules, selectors
from timegiven.attendance.models import Presence, Tablet
from timegiven.attendance.policies import ASK_WHEN_LEFT_AFTER
from timegiven.attendance.services.entering import ask_of
from timegiven.attendance.services.reports import hold
from timegiven.audit import services as audit
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models import Offer

How = Presence.How


@transaction.atomic
def check_in(
    placement: Placement, *, by: Person | None, at: datetime, offer: Offer | None = None, tablet: Tablet | None = None
) -> Presence:
    """Somebody has come: they are in the building until it is known that they have left.

    At the unit's tablet nobody is signed in, so ``by`` is nobody and the tablet answers for its unit.
    """
    person, day = placement.volunteer.person, london_day(at)
    _insist(placement, by=by, at=at, tablet=tablet)
    hold(person)
    own = by is None or by == person
    try:
        _check_may_come_in(placement, day, own=own, ask=ask_of(placement, at))
    except NotAllowed:
        rules.check_at_the_door(may_come_in=tablet is None, ask=ask_of(placement, at))
        raise
    _leave_behind(placement, at)
    here = selectors.current(person)
    rules.check_not_here(here.unit.full_name if here else "", here.came_at if here else None, own=own)
    came = Presence.objects.create(
        placement=placement,
        person=person,
        unit=placement.unit,
        offer=offer,
        came_at=at,
        came_how=_how(person, by, tablet),
        came_by=by,
    )
    audit.record("came", of=came, by=by, at=at, about=person)
    return came


def _check_may_come_in(placement: Placement, day: date, *, own: bool, ask: str) -> None:
    """Everything that has to be in order before somebody comes in."""
    person, version = placement.volunteer.person, placements.version_on(placement, day)
    what = rules.NOT_IN if own else rules.THEY_NOT_IN
    placements.require_may_come(person, day, what=what, own=own, ask=ask)
    placements.require_ready(person, version, placement.unit, day, checks=selectors.CHECKS, what=what, own=own)


@transaction.atomic
def check_out(presence: Presence, *, by: Person | None, at: datetime, tablet: Tablet | None = None) -> bool:
    """Somebody has left; return whether it is known when.

    Who came longer ago than anybody stays did not leave just now: they are asked when, and it is not made up.
    """
    _insist(presence.placement, by=by, at=at, tablet=tablet)
    if presence.came_at <= at - _limit(at):
        _left_before(presence, by=by, at=at)
        return False
    left = {"left_at": at, "left_how": _how(presence.person, by, tablet), "left_by": by}
    still_here = Presence.objects.filter(pk=presence.pk, left_at=None, is_forgotten=False, came_at__lt=at)
    rules.check_still_here(has_left=not still_here.update(**left))
    audit.record("left", of=presence, by=by, at=at, about=presence.person)
    return True


@transaction.atomic
def leave_open(presence: Presence, *, by: Person, at: datetime) -> None:
    """Somebody left earlier, and nobody wrote it down: when, they tell in their report, and it is not made up here."""
    access.check_in.require(by, presence.placement, london_day(at))
    _left_before(presence, by=by, at=at)


def _left_before(presence: Presence, *, by: Person | None, at: datetime) -> None:
    """They are asked when, unless they say it themselves: the page of their report opens for them at once."""
    rules.check_still_here(has_left=not _forgotten(presence, at=at, is_asked=by != presence.person))
    audit.record("left before", of=presence, by=by, at=at, about=presence.person)


@transaction.atomic
def take_back_coming(presence: Presence, *, by: Person, at: datetime) -> None:
    """Somebody was written down as here who was not: a wrong name was pressed. The trail alone remembers it."""
    access.check_in.require(by, presence.placement, london_day(at))
    untold = Presence.objects.filter(pk=presence.pk, left_at=None, reports=None)
    rules.check_still_here(has_left=not untold.exists())
    audit.record("was not here", of=presence, by=by, at=at, about=presence.person)
    letters.overtake([presence], why="They were not here", at=at)
    untold.delete()


def _insist(placement: Placement, *, by: Person | None, at: datetime, tablet: Tablet | None) -> None:
    if tablet is not None:
        rules.check_tablet(is_of_the_unit=tablet.unit_id == placement.unit_id, is_stopped=tablet.stopped_at is not None)
    else:
        access.check_in.require(by, placement, london_day(at))


def _how(person: Person, by: Person | None, tablet: Tablet | None) -> str:
    if tablet is not None:
        return How.TABLET
    return How.PHONE if by == person else How.SUPERVISOR


def _leave_behind(placement: Placement, at: datetime) -> None:
    """Who comes again, or comes somewhere else, has left before: when, they will be asked."""
    here = selectors.current(placement.volunteer.person)
    if here is not None and (here.unit_id != placement.unit_id or here.came_at <= at - _limit(at)):
        _forgotten(here, at=at)


def _limit(at: datetime) -> timedelta:
    return timedelta(minutes=ASK_WHEN_LEFT_AFTER.on(london_day(at)))


def ask_when_left(*, at: datetime) -> int:
    """Ask everybody of whom nobody said when they left; return how many. What they answer is never made up here."""
    found = list(selectors.long_here(at, _limit(at)))
    for each in found:
        with transaction.atomic():
            _forgotten(each, at=at)
    return len(found)


def _forgotten(presence: Presence, *, at: datetime, is_asked: bool = True) -> bool:
    still_here = Presence.objects.filter(pk=presence.pk, left_at=None, is_forgotten=False)
    changed = bool(still_here.update(is_forgotten=True))
    if changed and is_asked and presence.person.email:
        ask = ask_of(presence.placement, at)
        letters.write("attendance/when_left", to=presence.person, at=at, about=[presence], presence=presence, ask=ask)
    return changed


@transaction.atomic
def open_tablet(unit: Unit, *, by: Person, at: datetime) -> str:
    """Make the address of the unit's tablet page; it is shown once, and an earlier one stops."""
    access.run_unit.require(by, unit, london_day(at))
    Tablet.objects.filter(unit=unit, stopped_at=None).update(stopped_at=at)
    secret = new_secret()
    made = Tablet.objects.create(unit=unit, link_digest=digest(secret), made_by=by, made_at=at)
    audit.record("opened a tablet", of=made, by=by, at=at)
    return secret


@transaction.atomic
def stop_tablet(unit: Unit, *, by: Person, at: datetime) -> None:
    """Let the unit's tablet page stop answering at once."""
    access.run_unit.require(by, unit, london_day(at))
    for each in Tablet.objects.filter(unit=unit, stopped_at=None):
        Tablet.objects.filter(pk=each.pk).update(stopped_at=at)
        audit.record("stopped a tablet", of=each, by=by, at=at)
