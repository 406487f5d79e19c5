"""Role training that units give themselves: what is proposed, agreed, and whose turn it is."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.people.models import Appointment, Person
from timegiven.people.selectors import scope
from timegiven.programme.models import Unit
from timegiven.training.models import Course, UnitTraining

Role = Appointment.Role
_READERS = (Role.UNIT_MANAGER, Role.MVPM, Role.TRAINING, Role.CENTRAL_TEAM, Role.AUDITOR)


def unit_training_seen_by(viewer: Person, day: date) -> QuerySet[UnitTraining]:
    """What is taught at the units where this person manages or looks after training."""
    found = UnitTraining.objects.filter(scope(viewer, _READERS, day, on="unit"))
    return found.select_related("course", "unit__borough", "mvpm", "training_unit", "proposed_by").order_by(
        "unit__name", "course__title", "pk"
    )


def unit_training_to_agree(viewer: Person, day: date) -> QuerySet[UnitTraining]:
    """What still wants this person's own agreement."""
    proposed = UnitTraining.objects.filter(status=UnitTraining.Status.PROPOSED)
    as_mvpm = scope(viewer, (Role.MVPM,), day, on="unit") & Q(mvpm=None)
    as_training_unit = scope(viewer, (Role.TRAINING,), day, on="unit") & Q(training_unit=None)
    return proposed.filter(as_mvpm | as_training_unit)


def agreed_at(unit: Unit) -> QuerySet[UnitTraining]:
    """What the manager of a unit may sign for."""
    agreed = UnitTraining.objects.filter(unit=unit, status=UnitTraining.Status.AGREED)
    return agreed.select_related("course").order_by("course__title")


def courses_at_work() -> QuerySet[Course]:
    """The courses of single roles that a unit may teach itself."""
    own = Course.objects.filter(needed_for=Course.Needed.PROFILE, delivery=Course.Delivery.JOB, is_offered=True)
    return own.order_by("title")


def units_managed_by(viewer: Person, day: date) -> QuerySet[Unit]:
    """The units of which this person is the manager."""
    managed = [each.unit_id for each in viewer.appointments_on(day) if each.role == Role.UNIT_MANAGER]
    return Unit.objects.filter(pk__in=managed).select_related("borough").order_by("name")


UNIT_TRAINING_STATUSES = set(UnitTraining.Status.values)
