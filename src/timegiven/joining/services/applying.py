"""Fill in the application section by section, send it, or withdraw."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Reference
from timegiven.joining.policies import LEAST_AGE
from timegiven.joining.services import references
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import services as people
from timegiven.people.models import Person

Status = Application.Status


def _open_to(application: Application, *, by: Person, at: datetime) -> Application:
    """The application, locked, when it may still be changed by this person."""
    access.fill_in.require(by, application, london_day(at))
    locked = Application.objects.select_for_update(of=("self",)).select_related("person", "strand", "borough")
    current = locked.get(pk=application.pk)
    if current.status != Status.REGISTERED:
        raise NotAllowed(
            "We have not saved this: the application has been sent, and is read as it was sent.",
            next_step="If something has changed, tell the Borough MVP Manager.",
            ask=selectors.whom_to_ask(application.borough, london_day(at)),
        )
    return current


def _save(application: Application, section: str, *, by: Person, at: datetime, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(application, name, value)
    application.saved = [*application.saved, *([] if section in application.saved else [section])]
    application.save(update_fields=[*fields, "saved"])
    audit.record(f"filled in {section}", of=application, by=by, at=at, about=application.person)


@transaction.atomic
def save_about(
    application: Application,
    *,
    name: str,
    known_as: str,
    phone: str,
    address: str,
    born_on: date,
    by: Person,
    at: datetime,
) -> None:
    """Keep who the applicant is and where they live."""
    current, day = _open_to(application, by=by, at=at), london_day(at)
    rules.check_age(born_on, day=day, least=LEAST_AGE.on(day, current.strand))
    facts = {"name": name, "known_as": known_as, "phone": phone, "address": address, "born_on": born_on}
    for fact, value in facts.items():
        setattr(current.person, fact, value)
    current.person.save(update_fields=list(facts))
    _save(current, "about", by=by, at=at)


@transaction.atomic
def save_why(application: Application, *, motivations: list[str], about: str, by: Person, at: datetime) -> None:
    """Keep why the applicant would like to volunteer (clause 8)."""
    _save(_open_to(application, by=by, at=at), "why", by=by, at=at, motivations=motivations, about=about)


@transaction.atomic
def save_skills(application: Application, *, skills: list[str], languages: list[str], by: Person, at: datetime) -> None:
    """Keep what the applicant is good at, whatever field they learnt it in (clause 141)."""
    _save(_open_to(application, by=by, at=at), "skills", by=by, at=at, skills=skills, languages=languages)


@transaction.atomic
def save_time(application: Application, *, days: list[str], parts: list[str], by: Person, at: datetime) -> None:
    """Keep when the applicant could give time."""
    _save(_open_to(application, by=by, at=at), "time", by=by, at=at, availability=[*days, *parts])


@transaction.atomic
def save_help(application: Application, *, what_would_help: str, by: Person, at: datetime) -> None:
    """Keep what would make it easier for the applicant to be here. Never a diagnosis."""
    _save(_open_to(application, by=by, at=at), "help", by=by, at=at, what_would_help=what_would_help)


@transaction.atomic
def save_emergency(
    application: Application, *, name: str, relationship: str, phone: str, by: Person, at: datetime
) -> None:
    """Keep whom to ring when the applicant is hurt (clause 108)."""
    current = _open_to(application, by=by, at=at)
    people.set_emergency_contact(current.person, name=name, phone=phone, relationship=relationship, by=by, at=at)
    _save(current, "emergency", by=by, at=at)


@transaction.atomic
def save_referees(application: Application, *, referees: list[dict[str, str]], by: Person, at: datetime) -> None:
    """Keep the two people who may say something about the applicant; nobody is asked before the form is sent."""
    current = _open_to(application, by=by, at=at)
    rules.check_referees(
        rules.Someone(current.person.name, current.person.email or "", current.person.phone),
        [rules.Someone(one["name"], one["email"], one["phone"]) for one in referees],
    )
    current.references.filter(status=Reference.Status.NAMED).delete()
    for one in referees:
        references.begin(current, by=by, at=at, **one)
    _save(current, "referees", by=by, at=at)


@transaction.atomic
def apply(application: Application, *, by: Person, at: datetime) -> None:
    """Send the application: from now on the Borough MVP Manager has it, and the referees are asked."""
    current = _open_to(application, by=by, at=at)
    rules.check_complete(current.saved)
    Application.lifecycle.move(current, Status.APPLIED, by=by, at=at)
    audit.record("applied", of=current, by=by, at=at, about=current.person)
    for reference in current.references.filter(status=Reference.Status.NAMED).order_by("pk"):
        references.ask(reference, by=by, at=at)
    ask = selectors.whom_to_ask(current.borough, london_day(at))
    letters.write("joining/applied", to=current.person, at=at, application=current, ask=ask)


@transaction.atomic
def withdraw(application: Application, *, by: Person, at: datetime) -> None:
    """Take an application back, at any point and without a reason; nothing more is sent to anybody."""
    access.withdraw.require(by, application, london_day(at))
    Application.lifecycle.move(application, Status.WITHDRAWN, by=by, at=at)
    close_doors(application, at=at)
    audit.record("withdrew", of=application, by=by, at=at, about=application.person)
    letters.write("joining/withdrawn", to=application.person, at=at)


def close_doors(application: Application, *, at: datetime) -> None:
    """End every private link that an application gave out."""
    Application.objects.filter(pk=application.pk).update(resume_digest="", resume_expires_at=None)
    application.references.filter(link_expires_at__gt=at).update(link_expires_at=at)
