"""What the vetting office has had before it, finished or not: who decided and when, and never why."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.joining.models import Appeal, Application, ApplicationStep, Clearance, Review
from timegiven.kernel import words
from timegiven.library.models import VettingLevel
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

_SHOWN = (
    "reference status since vetting_level person__reference person__name person__known_as person__email "
    "person__born_on borough__name borough__path strand__code"
).split()


def is_office(person: Person, day: date) -> bool:
    return any(held.role == Appointment.Role.VETTING for held in people.appointments(person, day))


def applications_at_office(person: Person, day: date, *asked: Any) -> QuerySet[Application]:
    """Applications of the places where this person checks, with only the columns loaded that the office may see."""
    found = Application.objects.filter(people.scope(person, (Appointment.Role.VETTING,), day, on="borough"), *asked)
    return found.select_related("person", "borough", "strand").only(*_SHOWN)


def referrals_had_by(person: Person, day: date) -> QuerySet[Application]:
    """Those that wait for the office, or ever did."""
    decided = Exists(Clearance.objects.filter(application=OuterRef("pk")))
    waited = Exists(ApplicationStep.objects.filter(of=OuterRef("pk"), status=Application.Status.VETTING))
    return applications_at_office(person, day, Q(status=Application.Status.VETTING) | decided | waited)


def appeals_had_by(person: Person, day: date) -> QuerySet[Appeal]:
    """Every appeal, answered or not."""
    if not is_office(person, day):
        return Appeal.objects.none()
    return Appeal.objects.select_related("refusal__person", "refusal__application__borough", "refusal__decided_by")


def refusals_had_by(person: Person, day: date) -> QuerySet[Clearance]:
    """Every refusal of an application, whether or not it can still be appealed."""
    if not is_office(person, day):
        return Clearance.objects.none()
    refused = Clearance.objects.filter(outcome="REFUSED", application__isnull=False)
    return refused.select_related("person", "application__borough", "decided_by")


def reviews_had_by(person: Person, day: date) -> QuerySet[Review]:
    """Every second look at a clearance, settled or not."""
    if not is_office(person, day):
        return Review.objects.none()
    return Review.objects.select_related("clearance__person", "declaration")


def how_check_ended(application: Application) -> str:
    """Who recorded the outcome and when, without saying which; no words while the check waits for it."""
    if application.status == Application.Status.VETTING:
        return ""
    recorded = Clearance.objects.filter(application=application).select_related("decided_by")
    if last := recorded.order_by("decided_at", "pk").last():
        return f"its outcome was recorded on {words.day(last.decided_at)} by {last.decided_by.name}"
    return "it is not asked for any more" + (f", since {words.day(application.since)}" if application.since else "")


def how_renewed(clearance: Clearance) -> str:
    """Who recorded the clearance that follows this one, and when; no words while none does."""
    as_high = Clearance.objects.filter(outcome="CLEARED", level__in=VettingLevel.covering(clearance.level))
    later = as_high.filter(person=clearance.person_id, until_on__gt=clearance.until_on)
    newest = later.select_related("decided_by").order_by("until_on", "pk").last()
    if newest is None or newest.until_on is None:
        return ""
    recorded = f"recorded on {words.day(newest.decided_at)} by {newest.decided_by.name}"
    return f"a clearance until {words.day(newest.until_on)} was {recorded}"


def how_appeal_ended(appeal: Appeal) -> str:
    """The answer, who gave it and when; no words while it waits."""
    return "" if appeal.status == Appeal.Status.ASKED else _last_step(appeal)


def how_review_ended(review: Review) -> str:
    """What came of it, by whom and when; no words while it is open. What was declared stays out of it."""
    return "" if review.status == Review.Status.OPEN else _last_step(review)


def _last_step(thing: Appeal | Review) -> str:
    last = thing.steps.select_related("by").order_by("at", "pk").last()
    recorded = f" on {words.day(last.at)} by {last.by_name}" if last else ""
    return f"“{thing.get_status_display()}” was recorded{recorded}"


def why_no_appeal(refusal: Clearance, day: date) -> str:
    """Why no appeal can be recorded for a refusal: there is one, or its time is over; no words while one can."""
    appeal = Appeal.objects.filter(refusal=refusal).first()
    if appeal:
        return f"an appeal was recorded on {words.day(appeal.asked_on)}"
    if refusal.appeal_by_on is None or day > refusal.appeal_by_on:
        last = f", its last day was {words.day(refusal.appeal_by_on)}" if refusal.appeal_by_on else ""
        return f"the time for an appeal is over{last}"
    return ""
