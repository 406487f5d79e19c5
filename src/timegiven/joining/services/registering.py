"""Note a first interest, open one's own application by a private link, key in a paper form."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.db import transaction
from django.db.models.functions import Lower

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application
from timegiven.joining.policies import LEAST_AGE, RESUME_LINK_DAYS
from timegiven.joining.services import duplicates
from timegiven.joining.services.finding import index_name
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
from timegiven.programme.policy import all_on

WITH_A_LINK = ("joining/registered", "joining/known")


@transaction.atomic
@audit.written_last()  # thousands may come in an hour: they wait for one another only while the trail is written
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
    least, days = all_on(day, LEAST_AGE, RESUME_LINK_DAYS, strand=strand)
    rules.check_age(born_on, day=day, least=least)
    wish: dict[str, Any] = {"borough": borough, "strand": strand, "profile": profile}
    link = _Link(new_secret(), days)
    person, is_new = _meet(email, name=name, phone=phone, born_on=born_on, at=at)
    if is_new:
        application = _begin(person, **wish, link=link, is_new=True, by=person, at=at)
        _send_link("joining/registered", application, link, at=at)
        return
    _rehearse(name=name, phone=phone, born_on=born_on, wish=wish, at=at)
    known = selectors.open_application(person)
    if known is None and _has_another_way_in(person, day):
        is_volunteer = _volunteers(person)
        letters.write("joining/already_with_us", to=person, at=at, is_volunteer=is_volunteer)
        return
    if known is None:
        known = _begin(person, **wish, by=person, at=at)
    Application.objects.filter(pk=known.pk).update(**link.kept(at))
    _send_link("joining/known", known, link, at=at)


@dataclass(frozen=True)
class _Link:
    """A private link: its secret goes into the letter and is kept nowhere."""

    secret: str
    days: int

    def kept(self, at: datetime) -> dict[str, Any]:
        return {"resume_digest": digest(self.secret), "resume_expires_at": at + timedelta(days=self.days)}


class _Rehearsed(Exception):
    """Nothing of this is kept."""


def _rehearse(*, wish: dict[str, Any], at: datetime, **details: Any) -> None:
    """Do what a new registration does and take it back, so that the answer to a known address takes as long.

    Looking for likely duplicates is left out: it takes about as long as finding what is known of this person.
    """
    with suppress(_Rehearsed), transaction.atomic():
        with audit.written_last():
            person = people.meet(email=f"{new_secret()}@example.invalid", at=at, **details)
            _open(person, **wish, by=person, at=at)
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
    return _volunteers(person) or people_access.is_staff(person, day)


def _volunteers(person: Person) -> bool:
    return Volunteer.objects.filter(person=person).exclude(status=Volunteer.Status.LEFT).exists()


@transaction.atomic
def begin_signed_in(
    *, borough: Unit, born_on: date, by: Person, at: datetime, phone: str = "", profile: RoleProfile | None = None
) -> Application:
    """Begin one's own application where one is signed in: staff have no private link, and need none."""
    day, strand = london_day(at), profile.strand if profile else programme.strand()
    if _volunteers(by):
        raise NotAllowed(
            "We have not written down your interest: you are a volunteer already, so there is no need to apply again.",
            next_step="If you would like to do something different, look at the open roles, or ask.",
            ask=selectors.whom_to_ask(by.volunteer.borough, day, besides=by),
        )
    Person.objects.select_for_update().get(pk=by.pk)  # of the same form sent twice at once, the second finds the first
    if known := selectors.open_application(by):
        return known
    rules.check_age(born_on, day=day, least=LEAST_AGE.on(day, strand))
    for name, typed in (("born_on", born_on), ("phone", phone)):
        if typed and not getattr(by, name):
            setattr(by, name, typed)
    by.save(update_fields=["born_on", "phone"])
    return _begin(by, borough=borough, strand=strand, profile=profile, by=by, at=at)


def _begin(person: Person, *, is_new: bool = False, **wish: Any) -> Application:
    application = _open(person, **wish)
    duplicates.notice(person, at=application.registered_at, is_new=is_new)
    index_name(person, new_in=application.borough)
    return application


def _open(
    person: Person,
    *,
    borough: Unit,
    strand: Strand,
    profile: RoleProfile | None,
    by: Person,
    at: datetime,
    link: _Link | None = None,
) -> Application:
    kept = link.kept(at) if link else {}
    application = Application.objects.create(
        person=person, borough=borough, strand=strand, profile=profile, registered_at=at, since=at, **kept
    )
    Application.lifecycle.begin(application, by=by, at=at)
    audit.record("registered", of=application, by=by, at=at, about=person)
    return application


def _send_link(template: str, application: Application, link: _Link, *, at: datetime) -> None:
    ask = selectors.whom_to_ask(application.borough, london_day(at), besides=application.person)
    for kind in WITH_A_LINK:
        letters.overtake([application], why="A newer link is sent", at=at, template=kind)
    told: dict[str, Any] = {"secret": link.secret, "days": link.days, "ask": ask}
    until_at = link.kept(at)["resume_expires_at"]
    letters.write(template, to=application.person, at=at, about=[application], until_at=until_at, **told)


@transaction.atomic
def open_by_link(application: Application, *, at: datetime) -> Person:
    """Let the applicant in by their private link; whoever has a second factor, as all staff must, signs in with it."""
    person = application.person
    is_staff = people_access.is_staff(person, london_day(at))
    if is_staff or is_mfa_enabled(person):
        why = "you also have a staff role here" if is_staff else "you have set up a second step for signing in"
        raise NotAllowed(
            f"This link does not sign you in: {why}.",
            next_step="Sign in with your password and second step. Your application is on your first page.",
        )
    audit.record("opened by private link", of=application, by=person, at=at, about=person)
    return person


@transaction.atomic
def choose_password(person: Person, *, password: str, by: Person, at: datetime) -> None:
    """Let an applicant come back without a link. Nobody has to; whoever has a password changes it by entering it."""
    if by != person:
        raise NotAllowed("The password has not been changed: people choose their own.", next_step="Ask them to do it.")
    if person.has_usable_password():
        raise NotAllowed(
            "The password has not been changed: you have one already.",
            next_step="Change it on the page for that, where you enter the one you have now.",
        )
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
    return _begin(person, is_new=True, borough=borough, strand=strand, profile=None, by=by, at=at)


def saw_private(application: Application, *, by: Person, at: datetime) -> None:
    """Record that somebody read the interview notes and what would help this person."""
    access.decide.require(by, application, london_day(at))
    audit.saw("private notes", of=application, by=by, at=at, about=application.person)
