"""A placement that takes the place of another: at a new unit, in the same borough or another of the force."""

from datetime import datetime

from timegiven.audit import services as audit
from timegiven.joining import services as joining
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import selectors
from timegiven.placements.models import Placement
from timegiven.placements.services.kit import ask_kit_back
from timegiven.programme.models import Strand

Status = Placement.Status


def leave_the_old(placement: Placement, *, by: Person, at: datetime) -> None:
    """The volunteer has said yes to a move: the old placement ends and, elsewhere, the new borough looks after them.

    Who may see what follows from where they are, so it changes with this very step.
    """
    old, volunteer, day = placement.moved_from, placement.volunteer, london_day(at)
    if old is None or old.status not in Placement.LIVE:
        return
    mvpm, managers = selectors.mvpm_and_managers(old, day)
    Placement.lifecycle.move(old, Status.ENDED, by=by, at=at, why=f"Moved to {placement.unit.full_name}")
    Placement.objects.filter(pk=old.pk).update(until_on=max(day, old.from_on))
    letters.overtake([old], why="The placement has ended", at=at)
    audit.record("moved", of=placement, by=by, at=at, about=volunteer.person)
    there = placement.unit.borough
    if there and there != volunteer.borough:
        Volunteer.objects.filter(pk=volunteer.pk).update(borough=there)
        volunteer.borough = there
        joining.index_name(volunteer.person)
        joining.move_passes(volunteer.person, there)
        audit.record("moved to another borough", of=volunteer, by=by, at=at, about=volunteer.person)
    for reader in {each.pk: each for each in [mvpm, *managers] if each and each != by}.values():
        letters.write("placements/moved_away", to=reader, at=at, placement=placement, old=old)
    ask_kit_back(volunteer, unit=old.unit, at=at)


def strand_after(volunteer: Volunteer, version: ProfileVersion, *, moved_from: Placement | None) -> Strand:
    """The part of volunteering they are in once they have this role: its own, unless they keep one of the old."""
    theirs = Placement.objects.filter(volunteer=volunteer, is_loan=False, status__in=Placement.LIVE)
    kept = theirs.filter(version__profile__strand=volunteer.strand_id)
    if moved_from is not None:
        kept = kept.exclude(pk=moved_from.pk)
    return volunteer.strand if kept.exists() else version.profile.strand


def follow_the_role(placement: Placement, *, by: Person, at: datetime) -> None:
    """Somebody of the Games goes on in a borough, or a borough's volunteer in a headquarters unit (clauses 135, 148).

    From now on the limits of that part hold for them; the time they gave stays with the part in which they gave it.
    """
    volunteer = placement.volunteer
    strand = strand_after(volunteer, placement.version, moved_from=placement.moved_from)
    if placement.is_loan or strand == volunteer.strand:
        return
    Volunteer.objects.filter(pk=volunteer.pk).update(strand=strand)
    volunteer.strand = strand
    audit.record("moved to another part of volunteering", of=volunteer, by=by, at=at, about=volunteer.person)


def tell_the_new_borough(letter: str, placement: Placement, *, at: datetime) -> None:
    """The MVP Manager of the place hears of an offer that comes from another borough, and how it was answered."""
    there = placement.unit.borough or placement.unit
    mvpm = people.mvpm_of(there, london_day(at))
    if mvpm and there != placement.volunteer.borough:
        letters.write(letter, to=mvpm, at=at, placement=placement)
