"""Keep the answer to one question of the application, as it is given."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Consent, Reference
from timegiven.joining.policies import LEAST_AGE
from timegiven.joining.services import duplicates, references
from timegiven.joining.services.finding import index_name
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people import services as people
from timegiven.people.models import Person

Status = Application.Status


def open_to(application: Application, *, by: Person, at: datetime) -> Application:
    """The application, locked, when it may still be changed by this person."""
    access.fill_in.require(by, application, london_day(at))
    locked = Application.objects.select_for_update(of=("self",)).select_related("person", "strand", "borough")
    current = locked.get(pk=application.pk)
    if current.status != Status.REGISTERED:
        raise NotAllowed(
            "We have not saved this: the application has been sent, and is read as it was sent.",
            next_step="If something has changed, tell the Borough MVP Manager.",
            ask=selectors.whom_to_ask(application.borough, london_day(at), besides=application.person),
        )
    return current


@transaction.atomic
def answer(
    application: Application, *, code: str, typed: dict[str, Any], by: Person, at: datetime, seen: str = ""
) -> None:
    """Keep the answer to one question. ``seen`` is the mark of the answer that the page showed, if it may be stale."""
    current = open_to(application, by=by, at=at)
    if seen:
        rules.check_unchanged(seen=seen, now=selectors.mark_of(current, code))
    keep = _KEEP.get(code) or _referee(rules.referee_position(code))
    keep(current, by=by, at=at, **typed)
    current.saved = [*current.saved, *([] if code in current.saved else [code])]
    current.save(update_fields=["saved"])
    if code in ("name", "born", "reach", "address"):
        duplicates.notice(current.person, at=at)
    if code == "name":
        index_name(current.person)
    audit.record(f"filled in {code}", of=current, by=by, at=at, about=current.person)


def _keep(application: Application, **facts: Any) -> None:
    for fact, value in facts.items():
        setattr(application, fact, value)
    application.save(update_fields=list(facts))


def _keep_of_person(person: Person, **facts: Any) -> None:
    for fact, value in facts.items():
        setattr(person, fact, value)
    person.save(update_fields=list(facts))


def _name(application: Application, *, name: str, known_as: str, by: Person, at: datetime) -> None:
    _keep_of_person(application.person, name=" ".join(name.split()), known_as=known_as)


def _born(application: Application, *, born_on: date, by: Person, at: datetime) -> None:
    rules.check_age(born_on, day=london_day(at), least=LEAST_AGE.on(london_day(at), application.strand))
    _keep_of_person(application.person, born_on=born_on)


def _reach(application: Application, *, phone: str, by: Person, at: datetime) -> None:
    _keep_of_person(application.person, phone=phone)


def _address(application: Application, *, address: str, by: Person, at: datetime) -> None:
    _keep_of_person(application.person, address=address)


def _why(application: Application, *, motivations: list[str], about: str, by: Person, at: datetime) -> None:
    """Why the applicant would like to volunteer (clause 8)."""
    _keep(application, motivations=motivations, about=about)


def _skills(application: Application, *, skills: list[str], by: Person, at: datetime) -> None:
    """What the applicant is good at, whatever field they learnt it in (clause 141)."""
    _keep(application, skills=skills)


def _languages(application: Application, *, languages: list[str], by: Person, at: datetime) -> None:
    _keep(application, languages=languages)


def _time(
    application: Application, *, days: list[str], parts: list[str], how_often: str, by: Person, at: datetime
) -> None:
    _keep(application, availability=[*days, *parts], how_often=how_often)


def _travel(application: Application, *, travel: list[str], by: Person, at: datetime) -> None:
    _keep(application, travel=travel)


def _vehicle(
    application: Application, *, tells_insurer: bool, no_police_vehicles: bool, by: Person, at: datetime
) -> None:
    """Drivers tell their own insurer, and drive no police vehicle (clauses 103 and 104)."""
    _keep(application, vehicle_said_on=london_day(at) if tells_insurer and no_police_vehicles else None)


def _help(application: Application, *, what_would_help: str, by: Person, at: datetime) -> None:
    """What would make it easier for the applicant to be here; never a diagnosis (clause 106)."""
    _keep(application, what_would_help=what_would_help)


def _emergency(application: Application, *, contacts: list[dict[str, str]], by: Person, at: datetime) -> None:
    """Whom to ring when the applicant is hurt (clause 108)."""
    people.set_emergency_contacts(application.person, contacts=contacts, by=by, at=at)


def _guardian(
    application: Application, *, name: str, relationship: str, email: str, phone: str, by: Person, at: datetime
) -> None:
    """Whom to ask whether a young person may volunteer; nobody is asked before the form is sent."""
    applicant, guardian = selectors.someone(application.person), rules.Someone(name, email, phone)
    rules.check_guardian(applicant, guardian)
    application.consents.filter(status=Consent.Status.NAMED).delete()
    consent = Consent.objects.create(
        application=application, name=name, relationship=relationship, email=email, phone=phone
    )
    Consent.lifecycle.begin(consent, by=by, at=at)


def _referee(position: int) -> Any:
    def keep(application: Application, *, by: Person, at: datetime, **one: str) -> None:
        """Nobody is asked before the form is sent."""
        named = application.references.filter(status=Reference.Status.NAMED)
        others = [rules.Someone(each.name, each.email, each.phone) for each in named.exclude(position=position)]
        this = rules.Someone(one["name"], one["email"], one["phone"])
        rules.check_referees(selectors.someone(application.person), [*others, this])
        named.filter(position=position).delete()
        references.begin(application, position=position, by=by, at=at, **one)

    return keep


_KEEP: dict[str, Any] = {
    "name": _name,
    "born": _born,
    "reach": _reach,
    "address": _address,
    "why": _why,
    "skills": _skills,
    "languages": _languages,
    "time": _time,
    "travel": _travel,
    "vehicle": _vehicle,
    "help": _help,
    "emergency": _emergency,
    "guardian": _guardian,
}
