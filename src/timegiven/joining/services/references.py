"""Ask referees, take their answers through a private link that works once, and judge them."""

import json
from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Reference
from timegiven.joining.policies import REFERENCE_LINK_DAYS, REFERENCE_REMINDER_DAYS, REFERENCES_NEEDED
from timegiven.joining.services.advancing import advance
from timegiven.joining.services.links import insist_on_open_link
from timegiven.kernel import words
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Reference.Status
ANSWERED = "They have answered already"


def begin(
    application: Application,
    *,
    name: str,
    email: str,
    phone: str,
    known_as_what: str,
    by: Person,
    at: datetime,
    position: int = 0,
) -> Reference:
    """Write down a referee; nobody has been asked yet."""
    reference = Reference.objects.create(
        application=application,
        position=position,
        name=name.strip(),
        email=email.strip(),
        phone=phone,
        known_as_what=known_as_what,
    )
    Reference.lifecycle.begin(reference, by=by, at=at)
    return reference


def ask(reference: Reference, *, by: Person | None, at: datetime) -> None:
    """Ask a referee by a letter of their own; whoever has no email is rung, and the answers keyed in."""
    application, day = reference.application, london_day(at)
    Reference.lifecycle.move(reference, Status.ASKED, by=by, at=at)
    days = REFERENCE_LINK_DAYS.on(day, application.strand)
    reference.asked_at, reference.link_expires_at = at, at + timedelta(days=days)
    reference.save(update_fields=["asked_at", "link_expires_at"])
    audit.record("asked", of=reference, by=by, at=at, about=application.person)
    if reference.email:
        _send_link("joining/reference_asked", reference, at=at)


def _send_link(template: str, reference: Reference, *, at: datetime) -> None:
    """A fresh link replaces the one before: of each only its digest is kept."""
    secret = new_secret()
    Reference.objects.filter(pk=reference.pk).update(link_digest=digest(secret))
    letters.overtake([reference], why="A newer link is sent", at=at)
    person, borough = reference.application.person, reference.application.borough
    letters.write(
        template,
        to=reference,
        at=at,
        about=[reference],
        until_at=reference.link_expires_at,
        secret=secret,
        applicant=person.name,
        expires_at=reference.link_expires_at,
        ask=selectors.whom_to_ask(borough, london_day(at), besides=person),
        runs=selectors.who_runs(borough, london_day(at), besides=person),
    )


@transaction.atomic
def refer(reference: Reference, *, answers: dict[str, object], at: datetime, by: Person | None = None) -> None:
    """Take a referee's answers. Of two sendings at once, one is kept. ``by`` is whoever is signed in there, if any."""
    insist_on_open_link(reference, at=at)
    rules.check_not_about_oneself(is_applicant=by is not None and by == reference.application.person)
    _keep(reference, answers, by=None, at=at)
    letters.write("joining/reference_thanks", to=reference, at=at, applicant=reference.application.person.name)


def _keep(reference: Reference, answers: dict[str, object], *, by: Person | None, at: datetime) -> None:
    Reference.lifecycle.move(reference, Status.GIVEN, by=by, at=at)
    letters.overtake([reference], why=ANSWERED, at=at)
    reference.answers = json.dumps(answers)
    reference.save(update_fields=["answers"])
    audit.record("answered", of=reference, by=by, at=at, about=reference.application.person)


@transaction.atomic
def cannot_refer(reference: Reference, *, at: datetime) -> None:
    """A referee cannot answer, and need not say why; the applicant names somebody else."""
    insist_on_open_link(reference, at=at)
    Reference.lifecycle.move(reference, Status.DECLINED, by=None, at=at)
    letters.overtake([reference], why=ANSWERED, at=at)
    audit.record("could not answer", of=reference, by=None, at=at, about=reference.application.person)
    _ask_for_another(reference, at=at)


@transaction.atomic
def replace_referee(reference: Reference, *, by: Person, at: datetime) -> None:
    """Ask somebody no more, because the applicant would rather name another; their link stops working at once."""
    access.name_referee.require(by, reference.application, london_day(at))
    Reference.lifecycle.move(reference, Status.REPLACED, by=by, at=at)
    letters.overtake([reference], why="Somebody else is asked instead", at=at)
    Reference.objects.filter(pk=reference.pk).update(link_expires_at=at)
    audit.record("replaced", of=reference, by=by, at=at, about=reference.application.person)


@transaction.atomic
def ask_again(reference: Reference, *, email: str, phone: str, by: Person, at: datetime) -> None:
    """Ask a referee anew, at the address that is right: a fresh link takes the place of one that went astray or ended.

    Of those who answer meanwhile nothing is asked again, and nobody is asked twice in a day at the same address.
    """
    application, day = reference.application, london_day(at)
    access.ask_again.require(by, application, day)
    current = Reference.objects.select_for_update(of=("self",)).select_related("application").get(pk=reference.pk)
    _insist_on_waiting(current, email=email, at=at)
    others = selectors.references_of(application).exclude(pk=current.pk)
    rules.check_referees(
        selectors.someone(application.person),
        [*(rules.Someone(one.name, one.email, one.phone) for one in others), rules.Someone(current.name, email, phone)],
    )
    days = REFERENCE_LINK_DAYS.on(day, application.strand)
    reference.email, reference.phone, reference.link_digest, reference.reminders = email, phone, "", 0
    reference.asked_at, reference.link_expires_at = at, at + timedelta(days=days)
    reference.save(update_fields=["email", "phone", "link_digest", "reminders", "asked_at", "link_expires_at"])
    letters.overtake([reference], why="They are asked again", at=at)
    audit.record("asked again", of=reference, by=by, at=at, about=application.person)
    if email:
        _send_link("joining/reference_asked", reference, at=at)


def _insist_on_waiting(reference: Reference, *, email: str, at: datetime) -> None:
    if reference.status != Status.ASKED or reference.application.status not in Application.UNDER_WAY:
        raise NotAllowed(
            f"We have not written to {reference.name} again: we are not waiting for their answer.",
            next_step="Open the application again to see where its references stand.",
        )
    is_today = reference.asked_at is not None and london_day(reference.asked_at) == london_day(at)
    if is_today and email and rules.mailbox(email) == rules.mailbox(reference.email):
        raise NotAllowed(
            f"We have not written to {reference.name} again: a letter went to this address today.",
            next_step="Ask them to look for it, also among unwanted mail. Tomorrow you can have it sent once more.",
        )


@transaction.atomic
def key_in_reference(reference: Reference, *, answers: dict[str, object], by: Person, at: datetime) -> None:
    """Write down what a referee said on the telephone or on paper."""
    access.judge.require(by, reference, london_day(at))
    _keep(reference, answers, by=by, at=at)


def saw_answers(reference: Reference, *, by: Person, at: datetime) -> None:
    """Record that somebody read what a referee wrote in confidence."""
    access.judge.require(by, reference, london_day(at))
    audit.saw("answers", of=reference, by=by, at=at, about=reference.application.person)


@transaction.atomic
def discuss(reference: Reference, *, note: str, by: Person, at: datetime) -> None:
    """Note a talk about a reference that is not clear, before it is judged; the note is sealed, and nobody is told."""
    access.judge.require(by, reference, london_day(at))
    Reference.objects.select_for_update(of=("self",)).get(pk=reference.pk)
    said = f"{words.day(at)}, {by.name}: {note.strip()}"
    reference.discussion = "\n\n".join(part for part in (reference.discussion, said) if part)
    reference.save(update_fields=["discussion"])
    audit.record("discussed", of=reference, by=by, at=at, about=reference.application.person)


@transaction.atomic
def judge(reference: Reference, *, is_satisfactory: bool, by: Person, at: datetime) -> None:
    """Decide whether a reference is satisfactory; when it is not, the applicant is asked for another, not told why."""
    access.judge.require(by, reference, london_day(at))
    judged = Reference.objects.filter(Reference.UNREAD, pk=reference.pk)
    if not judged.update(is_satisfactory=is_satisfactory, judged_by=by):
        raise NotAllowed(
            "Nothing has changed: this reference is not waiting to be judged.",
            next_step="Open the application again to see where its references stand.",
        )
    reference.is_satisfactory = is_satisfactory
    audit.record("judged", of=reference, by=by, at=at, about=reference.application.person)
    if not is_satisfactory:
        _ask_for_another(reference, at=at)
    else:
        advance(reference.application, by=by, at=at)


def _ask_for_another(reference: Reference, *, at: datetime) -> None:
    application, day = reference.application, london_day(at)
    if selectors.is_room_for_referee(application, day):
        ask = selectors.whom_to_ask(application.borough, day, besides=application.person)
        letters.write(
            "joining/referee_needed",
            to=application.person,
            at=at,
            office=application.borough.reference,
            about=[application],
            application=application,
            ask=ask,
        )


@transaction.atomic
def name_referee(
    application: Application,
    *,
    name: str,
    email: str,
    phone: str,
    known_as_what: str,
    by: Person,
    at: datetime,
) -> Reference:
    """Name another referee in place of one who could not help, and ask them at once."""
    day = london_day(at)
    access.name_referee.require(by, application, day)
    Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    _insist_on_room(application, at=at)
    applicant = application.person
    named = selectors.references_of(application)
    rules.check_referees(
        selectors.someone(applicant),
        [*(rules.Someone(one.name, one.email, one.phone) for one in named), rules.Someone(name, email, phone)],
    )
    reference = begin(application, name=name, email=email, phone=phone, known_as_what=known_as_what, by=by, at=at)
    ask(reference, by=by, at=at)
    if not selectors.is_room_for_referee(application, day):
        letters.overtake([application], why="They have named somebody", at=at, template="joining/referee_needed")
    return reference


def _insist_on_room(application: Application, *, at: datetime) -> None:
    needed = REFERENCES_NEEDED.on(london_day(at), application.strand)
    if application.status not in Application.OPEN or application.status == Application.Status.REGISTERED:
        raise NotAllowed(
            "We have not added this person: the application is not waiting for references.",
            next_step="Before it is sent, referees are named in the application itself.",
        )
    rules.check_room_for_referee(standing=selectors.standing_references(application), needed=needed)


def remind_referees(at: datetime) -> int:
    """Remind referees who have not answered, on the days that the policy says; return how many were written to.

    Called by the worker as often as it likes: each reminder is counted in the same row that says it is due.
    """
    day = london_day(at)
    waits = REFERENCE_REMINDER_DAYS.on(day)
    waiting = Reference.objects.filter(
        status=Status.ASKED,
        link_expires_at__gt=at,
        reminders__lt=len(waits),
        application__status__in=Application.OPEN,
    ).exclude(email="")
    return sum(
        _remind(reference, due_after=waits, at=at)
        for reference in waiting.select_related("application__person", "application__borough").order_by("pk")
    )


@transaction.atomic
def _remind(reference: Reference, *, due_after: list[int], at: datetime) -> bool:
    """Remind once, however many days were missed; another worker that is first has done it."""
    passed = (london_day(at) - london_day(reference.asked_at or at)).days
    due = sum(1 for days in due_after if passed >= days)
    if due <= reference.reminders:
        return False
    same = Reference.objects.filter(pk=reference.pk, reminders=reference.reminders, status=Status.ASKED)
    if not same.update(reminders=due):
        return False
    _send_link("joining/reference_reminder", reference, at=at)
    return True
