"""Role training at a unit: proposed by its manager, agreed by two, and then signed for (clause 94)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people.access import Role, holds
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit
from timegiven.training import access, rules, selectors
from timegiven.training.models import Completion, Course, UnitTraining
from timegiven.training.services.recording import Done, complete_all

_Status = UnitTraining.Status


@transaction.atomic
def propose(course: Course, *, unit: Unit, how: str, by: Person, at: datetime) -> UnitTraining:
    """Say how a unit would teach a course at the work itself. Nobody is taught until two have agreed."""
    access.teach_at.require(by, unit, london_day(at))
    try:
        with transaction.atomic():
            proposed = UnitTraining.objects.create(course=course, unit=unit, how=how, proposed_by=by)
    except IntegrityError:
        raise NotAllowed(
            f"Nothing has changed: {unit.name} has said how it teaches “{course.title}” already.",
            next_step="Open that one. To change it, end it first and propose it anew.",
        ) from None
    proposed.lifecycle.begin(proposed, by=by, at=at)
    audit.record("proposed training at a unit", of=proposed, by=by, at=at)
    return proposed


@transaction.atomic
def propose_again(training: UnitTraining, *, how: str, by: Person, at: datetime) -> None:
    """Answer a question about it; both look at it anew."""
    access.teach_at.require(by, training.unit, london_day(at))
    training.lifecycle.move(training, _Status.PROPOSED, by=by, at=at)
    UnitTraining.objects.filter(pk=training.pk).update(how=how, mvpm=None, training_unit=None)
    audit.record("proposed training at a unit", of=training, by=by, at=at)


@transaction.atomic
def agree_unit_training(training: UnitTraining, *, by: Person, at: datetime) -> bool:
    """The Borough MVP Manager or the training unit agrees; return whether both have, so that it may begin."""
    day = london_day(at)
    access.agree_unit_training.require(by, training.unit, day)
    training = UnitTraining.objects.select_for_update(of=("self",)).get(pk=training.pk)
    _check_waits(training)
    free = {Role.MVPM: training.mvpm is None, Role.TRAINING: training.training_unit is None}
    as_role = next((role for role in free if free[role] and holds(by, role, at=training.unit, day=day)), None)
    if as_role is None or by in {training.mvpm, training.training_unit}:
        raise NotAllowed(
            "Nothing has changed: your side has agreed already, and the other side is somebody else’s.",
            next_step="The Borough MVP Manager and the training unit each agree once.",
        )
    if as_role == Role.MVPM:
        training.mvpm = by
    else:
        training.training_unit = by
    training.save(update_fields=["mvpm", "training_unit"])
    audit.record("agreed to training at a unit", of=training, by=by, at=at)
    if training.mvpm is None or training.training_unit is None:
        return False
    training.lifecycle.move(training, _Status.AGREED, by=by, at=at)
    letters.write("training/unit_agreed", to=training.proposed_by, at=at, training=training, course=training.course)
    return True


def _check_waits(training: UnitTraining) -> None:
    if training.status != _Status.PROPOSED:
        raise NotAllowed(
            f"Nothing has changed: this is “{training.get_status_display().lower()}”.",
            next_step="Look at the page again to see where it stands now.",
        )


@transaction.atomic
def send_back(training: UnitTraining, *, question: str, by: Person, at: datetime) -> None:
    """Ask the unit manager something before agreeing."""
    access.agree_unit_training.require(by, training.unit, london_day(at))
    training.lifecycle.move(training, _Status.RETURNED, by=by, at=at, why=question)
    audit.record("sent back training at a unit", of=training, by=by, at=at)
    to, course = training.proposed_by, training.course
    letters.write("training/unit_returned", to=to, at=at, training=training, course=course, question=question)


@transaction.atomic
def end_unit_training(training: UnitTraining, *, by: Person, at: datetime) -> None:
    """Say that a unit no longer teaches this itself. What has been signed stays."""
    day = london_day(at)
    if not access.teach_at(by, training.unit, day):
        access.agree_unit_training.require(by, training.unit, day)
    training.lifecycle.move(training, _Status.ENDED, by=by, at=at)
    audit.record("ended training at a unit", of=training, by=by, at=at)


@transaction.atomic
def sign(
    volunteer: Volunteer, *, course: Course, unit: Unit, version: ProfileVersion, on: date, minutes: int,
    by: Person, at: datetime,
) -> Completion:  # fmt: skip
    """The unit manager signs that a volunteer has learnt this at the work, in the way that was agreed.

    Whoever calls has checked that the volunteer is placed there in that role.
    """
    access.teach_at.require(by, unit, london_day(at))
    if not selectors.agreed_at(unit).filter(course=course).exists():
        raise NotAllowed(
            f"We have not recorded “{course.title}”: how {unit.name} teaches it has not been agreed with the Borough "
            "MVP Manager and the borough training unit.",
            next_step="Propose it under “Training at units”. When both have agreed, you can sign.",
            ask="Questions: the borough training unit.",
        )
    rules.check_done(on=on, today=london_day(at))
    is_needed = selectors.is_needed(course, version, volunteer, on)
    rules.check_needed(is_needed=is_needed, agreed_because="", course=course.title, role=version.title)
    already = Completion.objects.filter(person=volunteer.person, course=course, on=on)
    rules.check_new([volunteer.person.name] if already.exists() else [], course=course.title, on=on)
    evidence = f"Signed by {by.name}, {unit.name}"[:200]
    (made,) = complete_all([(volunteer, Done(course, on, minutes, version, "", evidence))], by=by, at=at)
    return made
