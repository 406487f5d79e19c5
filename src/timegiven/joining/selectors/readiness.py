"""What readiness asks of joining: for one person, and as sets of people for a constant number of queries."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from timegiven.joining.models import (
    Agreement,
    Application,
    Clearance,
    EditionNotice,
    Pass,
    PassStep,
    Reference,
    RightToVolunteer,
)
from timegiven.joining.policies import REFERENCES_NEEDED
from timegiven.kernel.period import PeriodQuerySet
from timegiven.library.models import VettingLevel
from timegiven.people.models import Person
from timegiven.programme import selectors as programme
from timegiven.programme.models import Edition, Strand

STATEMENT = "statement-of-expectation"
_HELD_ONCE = (Pass.Status.LOST, Pass.Status.RECALLED, Pass.Status.EXPIRED, Pass.Status.RETURNED)


def cleared_people(level: str, day: date) -> QuerySet[Any]:
    """The people with a clearance at this level or above, as a subquery of their ids."""
    return clearances(level).on(day).values("person")


def clearances(level: str) -> PeriodQuerySet:
    """The clearances at this level or above that count, each from a day until a day."""
    return _counted().filter(level__in=VettingLevel.covering(level))


def clearance_of(person: Person, day: date) -> Clearance | None:
    """The highest clearance in force on a day, and of two at one level the one that lasts longer."""
    held = list(_in_force(day).filter(person=person))
    return max(held, key=lambda one: (VettingLevel.values.index(one.level), one.until_on), default=None)


def _counted() -> PeriodQuerySet:
    return Clearance.objects.filter(outcome=Clearance.Outcome.CLEARED, is_on_hold=False)


def _in_force(day: date) -> QuerySet[Clearance]:
    return _counted().on(day)


def statement(day: date) -> Edition | None:
    """The edition of the Statement of Expectation in force on a day."""
    try:
        return programme.edition(STATEMENT, day)
    except Edition.DoesNotExist:
        return None


def agreed(person: Person, day: date) -> bool:
    """Whether the person has accepted the edition in force."""
    return Agreement.objects.filter(person=person, edition=statement(day)).exists()


def newest_agreement(person: Person) -> Agreement | None:
    """What somebody accepted last, whichever edition it was."""
    return Agreement.objects.filter(person=person).select_related("edition").order_by("-accepted_at").first()


def to_tell_of_new_edition(edition: Edition) -> QuerySet[Person]:
    """Volunteers who accepted an earlier edition, have not accepted this one, and have not been told of it."""
    told = EditionNotice.objects.filter(edition=edition).values("person")
    accepted = Agreement.objects.filter(edition=edition).values("person")
    return (
        Person.objects.filter(volunteer__status__in=("ACTIVE", "PAUSED"), agreements__isnull=False)
        .exclude(pk__in=told)
        .exclude(pk__in=accepted)
        .select_related("volunteer__borough")
        .distinct()
        .order_by("pk")
    )


def agreed_to(edition: Any) -> QuerySet[Any]:
    """The people who have accepted an edition, given by its key, as a subquery of their ids."""
    return Agreement.objects.filter(edition=edition).values("person")


def good_references(application: Application) -> int:
    """How many satisfactory references there are for an application."""
    return Reference.objects.filter(application=application, is_satisfactory=True).count()


def applications_referenced() -> QuerySet[Any]:
    """The applications with as many satisfactory references as were asked for when their person was taken on.

    What was right on that day stays right: a greater number since then is asked of those who come after it.
    """
    good = Reference.objects.filter(application=OuterRef("pk"), is_satisfactory=True).order_by().values("application")
    number = Coalesce(Subquery(good.annotate(number=Count("*")).values("number")), 0)
    return Application.objects.filter(references_asked__lte=number)


def references_needed(day: date, strand: Strand) -> int:
    """How many satisfactory references the handbook asks for on a day."""
    return int(REFERENCES_NEEDED.on(day, strand))


def papers_that_end() -> QuerySet[RightToVolunteer]:
    """The newest look at each person's document, of those with an end: from that day on nothing shows the right."""
    newest = RightToVolunteer.objects.filter(person=OuterRef("person")).order_by("-checked_on", "-pk").values("pk")[:1]
    return RightToVolunteer.objects.filter(expires_on__isnull=False, pk=Subquery(newest))


def people_with_a_pass(day: date) -> QuerySet[Any]:
    """The people with a pass in force, as a subquery of their ids."""
    return passes_held().on(day).values("person")


def passes_held() -> PeriodQuerySet:
    """The passes that are held, each from a day until a day; one that has ended since was held until its end."""
    lost = PassStep.objects.filter(of=OuterRef("pk"), status=Pass.Status.LOST)  # and not stopped while it was made
    ended = Q(status__in=_HELD_ONCE) | Q(status=Pass.Status.CANCELLED) & Exists(lost)
    return Pass.objects.filter(Q(status=Pass.Status.ISSUED) | Q(until_on__isnull=False) & ended)


def changes_of_editions(first: date, last: date) -> set[date]:
    """The days after ``first`` on which another edition begins to be asked for."""
    editions = Edition.objects.filter(document__code=STATEMENT, issued_on__gt=first, issued_on__lte=last)
    return set(editions.values_list("issued_on", flat=True))
