"""Ask a parent or guardian whether somebody of 16 or 17 may volunteer, and keep their answer."""

from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Consent
from timegiven.joining.policies import REFERENCE_LINK_DAYS
from timegiven.joining.services.links import insist_on_open_link
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Consent.Status
ANSWERED = "They have answered already"


def ask_if_needed(application: Application, *, by: Person, at: datetime) -> None:
    """Ask the guardian that a young applicant has named, when the application is sent."""
    named = selectors.consent_of(application)
    if named and named.status == Status.NAMED and selectors.needs_guardian(application, london_day(at)):
        ask(named, by=by, at=at)


def ask(consent: Consent, *, by: Person, at: datetime) -> None:
    """Ask by a letter with a link of their own; whoever has no email is rung, and the answer recorded from paper."""
    application, day = consent.application, london_day(at)
    Consent.lifecycle.move(consent, Status.ASKED, by=by, at=at)
    consent.asked_at = at
    consent.link_expires_at = at + timedelta(days=REFERENCE_LINK_DAYS.on(day, application.strand))
    secret = new_secret()
    consent.link_digest = digest(secret)
    consent.save(update_fields=["asked_at", "link_expires_at", "link_digest"])
    audit.record("asked", of=consent, by=by, at=at, about=application.person)
    if consent.email:
        letters.write(
            "joining/consent_asked",
            to=consent,
            at=at,
            about=[consent],
            until_at=consent.link_expires_at,
            secret=secret,
            applicant=application.person.name,
            expires_at=consent.link_expires_at,
            ask=selectors.whom_to_ask(application.borough, day, besides=application.person),
        )


@transaction.atomic
def agree_to(
    consent: Consent, *, typed_name: str, adult_name: str, adult_phone: str, at: datetime, by: Person | None = None
) -> None:
    """A parent or guardian agrees, and says whom we ring while the young person is with us.

    ``by`` is whoever is signed in on that device, if anybody.
    """
    insist_on_open_link(consent, at=at)
    rules.check_not_for_oneself(is_applicant=by is not None and by == consent.application.person)
    rules.check_signature(typed_name, name=consent.name)
    _give(consent, typed_name=typed_name, adult_name=adult_name, adult_phone=adult_phone, by=None, at=at)
    letters.write("joining/consent_thanks", to=consent, at=at, applicant=consent.application.person.name)


def _give(
    consent: Consent, *, typed_name: str, adult_name: str, adult_phone: str, by: Person | None, at: datetime
) -> None:
    # The name is written first: the table keeps no consent that nobody signed.
    signed = {"typed_name": typed_name, "adult_name": adult_name, "adult_phone": adult_phone, "recorded_by": by}
    for fact, value in signed.items():
        setattr(consent, fact, value)
    consent.save(update_fields=list(signed))
    Consent.lifecycle.move(consent, Status.GIVEN, by=by, at=at)
    letters.overtake([consent], why=ANSWERED, at=at)
    audit.record("agreed", of=consent, by=by, at=at, about=consent.application.person)


@transaction.atomic
def refuse_consent(consent: Consent, *, at: datetime) -> None:
    """A parent or guardian does not agree, and need not say why. The Borough MVP Manager gets in touch."""
    insist_on_open_link(consent, at=at)
    Consent.lifecycle.move(consent, Status.REFUSED, by=None, at=at)
    letters.overtake([consent], why=ANSWERED, at=at)
    audit.record("did not agree", of=consent, by=None, at=at, about=consent.application.person)


@transaction.atomic
def record_consent(
    consent: Consent, *, typed_name: str, adult_name: str, adult_phone: str, by: Person, at: datetime
) -> None:
    """Record a consent that was signed on paper."""
    access.decide.require(by, consent.application, london_day(at))
    rules.check_signature(typed_name, name=consent.name)
    _give(consent, typed_name=typed_name, adult_name=adult_name, adult_phone=adult_phone, by=by, at=at)


@transaction.atomic
def name_guardian(
    application: Application, *, name: str, relationship: str, email: str, phone: str, by: Person, at: datetime
) -> Consent:
    """Name another parent or guardian, and ask them at once; whoever was asked before is not asked any more."""
    access.ask_again.require(by, application, london_day(at))
    current = Application.objects.select_for_update(of=("self",)).select_related("person", "borough").get(
        pk=application.pk
    )  # fmt: skip
    if current.status not in Application.OPEN or current.status == Application.Status.REGISTERED:
        raise NotAllowed(
            "We have not added this person: the application is not waiting for anybody's consent.",
            next_step="Before it is sent, a parent or guardian is named in the application itself.",
        )
    rules.check_guardian(selectors.someone(current.person), rules.Someone(name, email, phone))
    before = selectors.consent_of(current)
    if before:
        Consent.lifecycle.move(before, Status.REPLACED, by=by, at=at)
        Consent.objects.filter(pk=before.pk).update(link_expires_at=at)
        letters.overtake([before], why="Somebody else is asked instead", at=at)
    consent = Consent.objects.create(
        application=current, name=name, relationship=relationship, email=email, phone=phone
    )
    Consent.lifecycle.begin(consent, by=by, at=at)
    ask(consent, by=by, at=at)
    return consent


@transaction.atomic
def name_adult(application: Application, *, adult_here: str, by: Person, at: datetime) -> None:
    """Name who at the unit is responsible for a young volunteer."""
    access.decide.require(by, application, london_day(at))
    Application.objects.filter(pk=application.pk).update(adult_here=adult_here)
    application.adult_here = adult_here
    audit.record("named a responsible adult", of=application, by=by, at=at, about=application.person)


def insist_on_consent(application: Application, *, at: datetime) -> None:
    """Nobody under age is taken on before a parent or guardian has agreed and an adult here is responsible."""
    if selectors.needs_guardian(application, london_day(at)):
        consent = selectors.consent_of(application)
        rules.check_consent(
            is_given=consent is not None and consent.status == Status.GIVEN, adult_here=application.adult_here
        )
