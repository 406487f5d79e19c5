"""What the vetting office sees: names, dates of birth, levels and ends. Nothing of why somebody would volunteer."""

from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery

from timegiven.joining.models import Application, ApplicationStep, Clearance
from timegiven.joining.policies import CLEARANCE_WARNING_DAYS, CLEARANCE_YEARS, DEFAULT_LEVEL
from timegiven.kernel.time import add_months
from timegiven.library.models import ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

_SHOWN = (
    "reference status vetting_level person__reference person__name person__known_as person__email person__born_on "
    "borough__name borough__path strand__code"
).split()


def referrals_seen_by(person: Person, day: date) -> QuerySet[Application]:
    """The applications that wait for this office, with only the columns it may see loaded."""
    step = ApplicationStep.objects.filter(of=OuterRef("pk"), status=Application.Status.VETTING).order_by("-at")
    return (
        Application.objects.filter(
            people.scope(person, (Appointment.Role.VETTING,), day, on="borough"), status=Application.Status.VETTING
        )
        .select_related("person", "borough", "strand")
        .only(*_SHOWN)
        .annotate(since=Subquery(step.values("at")[:1]))
        .order_by("since", "pk")
    )


def level_for(application: Application, day: date) -> str:
    """The level that the role asks for, or the usual one when no role is in view."""
    version = ProfileVersion.objects.filter(profile=application.profile_id, status="APPROVED").first()
    return version.vetting_level if version else str(DEFAULT_LEVEL.on(day, application.strand))


def usual_end(level: str, from_on: date) -> date:
    """The day on which a clearance of this level usually ends."""
    return add_months(from_on, 12 * int(CLEARANCE_YEARS.on(from_on)[level]))


def clearances_expiring(person: Person, day: date) -> QuerySet[Clearance]:
    """The clearances that end within the longest warning, soonest first; one that a later one follows is left out."""
    if not any(held.role == Appointment.Role.VETTING for held in people.appointments(person, day)):
        return Clearance.objects.none()
    last = day + timedelta(days=max(CLEARANCE_WARNING_DAYS.on(day)))
    later = Clearance.objects.filter(outcome="CLEARED", until_on__gt=last).values("person")
    return (
        Clearance.objects.on(day)
        .filter(outcome="CLEARED", until_on__lte=last)
        .exclude(person__in=later)
        .select_related("person")
        .order_by("until_on", "pk")
    )
