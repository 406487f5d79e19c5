"""A young applicant's parent or guardian: who was named, and what they answered."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from timegiven.joining.models import Application, Consent
from timegiven.joining.policies import GROWN_UP

_LIVE = (Consent.Status.NAMED, Consent.Status.ASKED, Consent.Status.GIVEN)


def needs_guardian(application: Application, day: date) -> bool:
    """Whether a parent or guardian has to agree: the applicant is 16 or 17 on the day."""
    age = application.person.age_on(day)
    return age is not None and age < GROWN_UP.on(day, application.strand)


def looked_after(people: Iterable[int]) -> QuerySet[Any, Any]:
    """Of these people the ids of those whose parent agreed, and for whom an adult at the unit is responsible."""
    consented = Application.objects.filter(person__in=list(people), consents__status=Consent.Status.GIVEN)
    return consented.exclude(adult_here="").values_list("person", flat=True).distinct()


def consent_of(application: Application) -> Consent | None:
    """The consent that stands or is waited for."""
    return Consent.objects.filter(application=application, status__in=_LIVE).first()


def newest_consent(application: Application) -> Consent | None:
    """The guardian named last, whatever they answered."""
    return Consent.objects.filter(application=application).order_by("-pk").first()


def consent_by_link(link_digest: str) -> Consent | None:
    """The consent that a private link was made for, whether or not it is still open."""
    if not link_digest:
        return None
    found = Consent.objects.filter(link_digest=link_digest)
    return found.select_related("application__person", "application__borough", "application__strand").first()


def guardian_typed(application: Application) -> dict[str, Any]:
    """What the applicant has typed about them."""
    named = consent_of(application)
    return {name: getattr(named, name) for name in ("name", "relationship", "email", "phone")} if named else {}


def guardian_read(application: Application) -> list[dict[str, object]]:
    """The same, to be read."""
    typed = guardian_typed(application)
    reach = "\n".join(typed[name] for name in ("relationship", "email", "phone") if typed.get(name))
    return [{"key": "Parent or guardian", "value": f"{typed['name']}\n{reach}" if typed else "Not given"}]
