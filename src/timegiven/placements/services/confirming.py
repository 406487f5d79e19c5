"""A role has changed: its volunteers are told what is different, and say yes to it or not."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Confirmation, Placement
from timegiven.placements.policies import CONFIRM_REMINDER_DAYS

ROLE_CHANGED = "placements/role_changed"  # the reminder's name begins with it


@transaction.atomic
def confirm(placement: Placement, *, version: str, by: Person, at: datetime) -> None:
    """The volunteer says yes to the changed role: from today the placement is in the new version (clauses 52, 57).

    ``version`` is the reference of the one that was read. What was agreed before stays on record, with its days.
    """
    day = london_day(at)
    access.answer.require(by, placement, day)
    row = Placement.objects.select_for_update(of=("self",)).select_related("version__profile").get(pk=placement.pk)
    newer = library.successor(row.version, day)
    rules.check_to_confirm(goes_on=row.status in Placement.LIVE, is_newer=newer is not None)
    rules.check_read(read=version, newest=newer.reference if newer else "")
    if newer:
        _say_yes(row, newer, by=by, at=at)
        letters.overtake([placement], why="They have said yes to it", at=at, template=ROLE_CHANGED)
        placement.version = newer
    audit.record("confirmed changed role", of=placement, by=by, at=at, about=placement.volunteer.person)


def _say_yes(placement: Placement, version: ProfileVersion, *, by: Person, at: datetime) -> None:
    facts = {"before": placement.version, "confirmed_at": at, "confirmed_by": by}
    Confirmation.objects.update_or_create(
        placement=placement, version=version, defaults=facts, create_defaults={**facts, "told_at": at}
    )
    _pin(placement, version)


def _pin(placement: Placement, version: ProfileVersion) -> None:
    try:
        with transaction.atomic():
            Placement.objects.filter(pk=placement.pk).update(version=version)
    except IntegrityError:  # the table has room for one placement in a version at a unit
        rules.check_not_placed_already(is_placed=True)
        raise


@transaction.atomic
def tell_of_changes(*, at: datetime) -> int:
    """Write to each volunteer whose role has changed since they agreed to it, once; return how many letters.

    An offer that nobody has answered yet simply moves on to the version in force, and says so.
    """
    told = sum(_tell(placement, at=at) for placement in selectors.outdated().order_by("pk"))
    return told + sum(_renew_offer(offer, at=at) for offer in selectors.outdated(offered=True).order_by("pk"))


def _tell(placement: Placement, *, at: datetime) -> bool:
    newer = library.successor(placement.version, london_day(at))
    if newer is None:
        return False
    facts = {"before": placement.version, "told_at": at}
    if not Confirmation.objects.get_or_create(placement=placement, version=newer, defaults=facts)[1]:
        return False
    _write(ROLE_CHANGED, placement, newer, at=at)
    return True


def _renew_offer(placement: Placement, *, at: datetime) -> bool:
    newer = library.successor(placement.version, london_day(at))
    taken = {"volunteer": placement.volunteer, "unit": placement.unit, "version": newer}
    if newer is None or Placement.objects.filter(**taken, status__in=[Placement.Status.OFFERED, *Placement.LIVE]):
        return False
    Placement.objects.filter(pk=placement.pk, status=Placement.Status.OFFERED).update(version=newer)
    _write("placements/offer_changed", placement, newer, at=at)
    return True


def _write(letter: str, placement: Placement, newer: ProfileVersion, *, at: datetime) -> None:
    volunteer = placement.volunteer
    mvpm = people.mvpm_of(volunteer.borough, london_day(at), besides=volunteer.person)
    changes = library.changes(placement.version, newer)
    if placement.reference in letters.overtake([placement], why="A newer letter says it", at=at, template=ROLE_CHANGED):
        letter = ROLE_CHANGED  # nobody is reminded of what has not reached them
    told: dict[str, Any] = {"placement": placement, "version": newer, "changes": changes, "mvpm": mvpm}
    letters.write(letter, to=placement.volunteer.person, at=at, about=[placement], **told)


@transaction.atomic
def remind_of_changes(*, at: datetime) -> int:
    """Remind, once, those who were told some time ago and have not said anything; return how many letters."""
    day = london_day(at)
    before = at - timedelta(days=CONFIRM_REMINDER_DAYS.on(day))
    waiting = Confirmation.objects.filter(
        placement__in=selectors.outdated(), told_at__lte=before, reminded_at=None, confirmed_at=None
    )
    reminded = 0
    for each in waiting.select_related("version").order_by("pk"):
        placement = selectors.outdated().get(pk=each.placement_id)
        if library.successor(placement.version, day) != each.version:
            continue  # a newer change has overtaken it, and has its own letter
        reminded += Confirmation.objects.filter(pk=each.pk, reminded_at=None).update(reminded_at=at)
        _write("placements/role_changed_reminder", placement, each.version, at=at)
    return reminded
