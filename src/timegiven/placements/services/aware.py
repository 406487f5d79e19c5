"""The volunteer's own log-in to AWARE: asked for, made ready, handed over, resting, closed."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import AwareAccount, AwareBreak

Status = AwareAccount.Status


@transaction.atomic
def ask_for_aware(volunteer: Volunteer, *, by: Person, at: datetime) -> AwareAccount:
    """Note that the service desk was asked for a log-in, because a role uses AWARE (clause 84)."""
    access.arrange_aware.require(by, volunteer, london_day(at))
    rules.check_aware_needed(is_needed=selectors.needs_aware(volunteer))
    has_one = AwareAccount.objects.filter(person=volunteer.person, until_on=None).exists()
    rules.check_no_account(has_one=has_one)
    account = _asked(volunteer.person, by=by)
    AwareAccount.lifecycle.begin(account, by=by, at=at)
    audit.record("asked for AWARE account", of=account, by=by, at=at, about=volunteer.person)
    return account


def _asked(person: Person, *, by: Person) -> AwareAccount:
    """The new row; the table itself refuses a second one, also to two who ask at once."""
    try:
        with transaction.atomic():
            return AwareAccount.objects.create(person=person, asked_by=by)
    except IntegrityError:
        rules.check_no_account(has_one=True)
        raise


@transaction.atomic
def note_aware_login(account: AwareAccount, *, login: str, by: Person, at: datetime) -> None:
    """Note the log-in that the service desk has made; the unit is told that it can be handed over (clause 19)."""
    volunteer = _volunteer(account.person)
    access.arrange_aware.require(by, volunteer, london_day(at))
    AwareAccount.lifecycle.move(account, Status.CREATED, by=by, at=at)
    AwareAccount.objects.filter(pk=account.pk).update(login=login.strip())
    audit.record("noted AWARE log-in", of=account, by=by, at=at, about=account.person)
    for manager in selectors.managers_of(volunteer, london_day(at)):
        if manager != by:
            letters.write("placements/aware_ready", to=manager, at=at, volunteer=volunteer, mvpm=by)


@transaction.atomic
def hand_over_aware(account: AwareAccount, *, is_explained: bool, by: Person, at: datetime) -> None:
    """The volunteer has the log-in, and was told: a team member is copied in to each e-mail (clauses 20, 85, 86)."""
    volunteer, day = _volunteer(account.person), london_day(at)
    access.hand_over_aware.require(by, volunteer, day)
    rules.check_explained(is_explained=is_explained)
    AwareAccount.objects.filter(pk=account.pk).update(from_on=day)  # first: the table has nothing in use without it
    AwareAccount.lifecycle.move(account, Status.OPEN, by=by, at=at)
    audit.record("handed over AWARE account", of=account, by=by, at=at, about=account.person)
    mvpm = people.mvpm_of(volunteer.borough, day, besides=volunteer.person)
    letters.write("placements/aware_opened", to=account.person, at=at, account=account, mvpm=mvpm)


@transaction.atomic
def read_aware_rule(account: AwareAccount, *, by: Person, at: datetime) -> None:
    """The volunteer says that they know how e-mail is used; for one without e-mail their manager says so."""
    access.answer_for_aware.require(by, account, london_day(at))
    rules.check_handed_over(is_open=account.status in (Status.OPEN, Status.SUSPENDED))
    AwareAccount.objects.filter(pk=account.pk, read_at=None).update(read_at=at)
    audit.record("read AWARE rule", of=account, by=by, at=at, about=account.person)


@transaction.atomic
def suspend_aware(person: Person, *, by: Person, at: datetime) -> int:
    """Let the account rest while its volunteer takes a break; return how many rest now."""
    access.end.require(by, _volunteer(person), london_day(at))
    return let_rest(person, by=by, at=at)


def let_rest(person: Person, *, by: Person | None, at: datetime) -> int:
    """A break has begun, and the account rests with it. It is the MVPM who has it woken again (clause 84)."""
    resting = 0
    for account in AwareAccount.objects.filter(person=person, status=Status.OPEN):
        AwareAccount.lifecycle.move(account, Status.SUSPENDED, by=by, at=at)
        AwareBreak.objects.create(account=account, from_on=london_day(at))
        audit.record("suspended AWARE account", of=account, by=by, at=at, about=person)
        resting += 1
    return resting


@transaction.atomic
def resume_aware(person: Person, *, by: Person, at: datetime) -> int:
    """The volunteer is back: the account is used again; return how many are."""
    volunteer, day = _volunteer(person), london_day(at)
    access.arrange_aware.require(by, volunteer, day)
    used = 0
    for account in AwareAccount.objects.filter(person=person, status=Status.SUSPENDED):
        AwareAccount.lifecycle.move(account, Status.OPEN, by=by, at=at)
        _end_break(account, day)
        audit.record("resumed AWARE account", of=account, by=by, at=at, about=person)
        used += 1
    return used


@transaction.atomic
def close_aware(person: Person, *, by: Person, at: datetime) -> int:
    """Close the AWARE account, if there is one; return how many were closed."""
    access.end.require(by, _volunteer(person), london_day(at))
    return close_accounts(person, by=by, at=at)


def close_accounts(person: Person, *, by: Person | None, at: datetime) -> int:
    """The same, also where nobody does it: the only role that needed it has ended by itself."""
    closed, day = 0, london_day(at)
    for account in AwareAccount.objects.filter(person=person, until_on=None):
        _end_break(account, day)
        ends_on = max(account.from_on, day) if account.from_on else day
        # The day stands in the table before the status does: it holds the two together.
        AwareAccount.objects.filter(pk=account.pk, until_on=None).update(until_on=ends_on)
        AwareAccount.lifecycle.move(account, Status.CLOSED, by=by, at=at)
        audit.record("closed AWARE account", of=account, by=by, at=at, about=person)
        closed += 1
    return closed


def _end_break(account: AwareAccount, day: date) -> None:
    AwareBreak.objects.filter(account=account, until_on=None).update(until_on=day)


def _volunteer(person: Person) -> Volunteer:
    return Volunteer.objects.select_related("borough", "person").get(person=person)
