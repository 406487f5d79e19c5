"""The volunteer's own log-in to AWARE: opened where a role needs it, closed when none does."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import AwareAccount


@transaction.atomic
def open_aware(volunteer: Volunteer, *, login: str, by: Person, at: datetime) -> AwareAccount:
    """Note the log-in that was arranged, and tell the volunteer how the unit's e-mail is used (clauses 84 to 86)."""
    access.open_aware.require(by, volunteer, london_day(at))
    rules.check_aware_needed(is_needed=selectors.needs_aware(volunteer))
    has_one = AwareAccount.objects.filter(person=volunteer.person, until_on=None).exists()
    rules.check_no_account(has_one=has_one)
    account = AwareAccount.objects.create(
        person=volunteer.person, login=login.strip(), opened_by=by, from_on=london_day(at)
    )
    audit.record("opened AWARE account", of=account, by=by, at=at, about=volunteer.person)
    letters.write("placements/aware_opened", to=volunteer.person, at=at, account=account, mvpm=by)
    return account


@transaction.atomic
def close_aware(person: Person, *, by: Person, at: datetime) -> int:
    """Close the AWARE account, if there is one; return how many were closed."""
    volunteer = Volunteer.objects.select_related("borough", "person").get(person=person)
    access.end.require(by, volunteer, london_day(at))
    closed = 0
    for account in AwareAccount.objects.filter(person=person, until_on=None):
        ends_on = max(account.from_on, london_day(at))
        closed += AwareAccount.objects.filter(pk=account.pk, until_on=None).update(until_on=ends_on)
        audit.record("closed AWARE account", of=account, by=by, at=at, about=person)
    return closed
