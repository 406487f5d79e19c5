"""Note a first interest, open one's own application by a private link, key in a paper form."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Lower

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application
from timegiven.joining.policies import LEAST_AGE, RESUME_LINK_DAYS
from timegiven.joining.services import duplicates
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import RoleProfile
from timegiven.people import access as people_access
from timegiven.people import services as people
from timegiven.people.models import Person, Volunteer
from timegiven.programme import selectors as programme
from timegiven.programme.models import Strand, Unit


@transaction.atomic
def register(
    *,
    name: str,
    email: str,
    borough: Unit,
    born_on: date,
    at: datetime,
    phone: str = "",
    profile: RoleProfile | None = None,
) -> None:
    """Note that somebody would like to volunteer, and write to them.

    Returns nothing, and writes one letter in every case, so that nobody can find out here who is known to us.
    """
    day, strand = london_day(at), profile.strand if profile else programme.strand()
    rules.check_age(born_on, day=day, least=LEAST_AGE.on(day, strand))
    facts: dict[str, Any] = {"name": name, "phone": phone, "born_on": born_on, "at": at}
    person, is_new = _meet(email, **facts)
    if not is_new:
        _rehearse(borough=borough, strand=strand, profile=profile, **facts)
    application = selectors.open_application(person)
    if application is None and _has_another_way_in(person, day):
        letters.write("joining/already_with_us", to=person, at=at)
        return
    if application is None:
        application = _begin(person, borough=borough, strand=strand, profile=profile, by=person, at=at)
    _send_link("joining/registered" if is_new else "joining/known", application, at=at)


class _Rehearsed(Exception):
    """Nothing of this is kept."""


def _rehearse(*, borough: Unit, strand: Strand, profile: RoleProfile | None, at: datetime, **details: Any) -> None:
    """Do all that a new registration does and take it back, so that the answer to a known address takes as long."""
    with suppress(_Rehearsed), transaction.atomic():
        person = people.meet(email=f"{new_secret()}@example.invalid", at=at, **details)
        _begin(person, borough=borough, strand=strand, profile=profile, by=person, at=at)
        raise _Rehearsed


def _meet(email: str, *, at: datetime, **details: Any) -> tuple[Person, bool]:
    """The person with this address, and whether we meet them for the first time; nothing of theirs is changed."""
    known = Person.objects.alias(low=Lower("email")).filter(low=email.strip().lower())
    person = known.first()
    if person is not None:
        return selectors.kept_instead_of(person), False
    try:
        return people.meet(email=email, at=at, **details), True
    except NotAllowed:
        return known.get(), False  # the same address registered a moment ago


def _has_another_way_in(person: Person, day: date) -> bool:
    """Staff and volunteers sign in; a link sent by email is no door for them."""
    is_volunteer = Volunteer.objects.filter(person=person).exclude(status=Volunteer.Status.LEFT).exists()
    return is_volunteer or people_access.is_staff(person, day)


def _begin(
    person: Person, *, borough: Unit, strand: Strand, profile: RoleProfile | None, by: Person, at: datetime
) -> Application:
    application = Application.objects.create(
        person=person, borough=borough, strand=strand, profile=profile, registered_at=at
    )
    Application.lifecycle.begin(application, by=by, at=at)
    audit.record("registered", of=application, by=by, at=at, about=person)
    duplicates.notice(person, at=at)
    return application


def _send_link(template: str, application: Application, *, at: datetime) -> None:
    secret, day = new_secret(), london_day(at)
    days = RESUME_LINK_DAYS.on(day, application.strand)
    Application.objects.filter(pk=application.pk).update(
        resume_digest=digest(secret), resume_expires_at=at + timedelta(days=days)
    )
    ask = selectors.whom_to_ask(application.borough, day)
    letters.write(template, to=application.person, at=at, secret=secret, days=days, ask=ask)


@transaction.atomic
def open_by_link(application: Application, *, at: datetime) -> Person:
    """Let the applicant in by their private link; members of staff sign in with their second factor instead."""
    person = application.person
    if people_access.is_staff(person, london_day(at)):
        raise NotAllowed(
            "This link does not sign you in: you also have a staff role here.",
            next_step="Sign in with your password and second step. Your application is on your first page.",
        )
    audit.record("opened by private link", of=application, by=person, at=at, about=person)
    return person


@transaction.atomic
def choose_password(person: Person, *, password: str, by: Person, at: datetime) -> None:
    """Let an applicant come back without a link. Nobody has to."""
    if by != person:
        raise NotAllowed("The password has not been changed: people choose their own.", next_step="Ask them to do it.")
    person.set_password(password)
    person.save(update_fields=["password"])
    audit.record("chose a password", of=person, by=by, at=at, about=person)


@transaction.atomic
def key_in(*, name: str, born_on: date, borough: Unit, by: Person, at: datetime, phone: str = "") -> Application:
    """Begin an application for somebody without email, from what they wrote on paper."""
    day, strand = london_day(at), programme.strand()
    access.key_in.require(by, borough, day)
    rules.check_age(born_on, day=day, least=LEAST_AGE.on(day, strand))
    person = people.meet(name=name, born_on=born_on, phone=phone, at=at, by=by)
    return _begin(person, borough=borough, strand=strand, profile=None, by=by, at=at)


def saw_private(application: Application, *, by: Person, at: datetime) -> None:
    """Record that somebody read the interview notes and what would help this person."""
    access.decide.require(by, application, london_day(at))
    audit.saw("private notes", of=application, by=by, at=at, about=application.person)
