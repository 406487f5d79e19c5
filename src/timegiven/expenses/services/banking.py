"""Keep where a volunteer is paid, if the force keeps that here at all."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.expenses import access, rules, selectors
from timegiven.expenses.models import BankAccount, Payment
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer


@transaction.atomic
def enter_bank_details(
    volunteer: Volunteer, *, name: str, sort_code: str, number: str, by: Person, at: datetime
) -> BankAccount:
    """Keep a volunteer's bank details, sealed, in place of earlier ones; a letter says that they have changed."""
    day = london_day(at)
    access.keep_bank_details.require(by, volunteer, day)
    if not selectors.is_kept_here(day):
        raise NotAllowed(
            "We have not kept your bank details: they are kept by Finance, and not here.",
            next_step="Ask your MVP Manager how to reach Finance.",
        )
    kept = {"name": name, "sort_code": rules.sort_code(sort_code), "number": rules.bank_number(number)}
    account, is_new = BankAccount.objects.update_or_create(person=volunteer.person, defaults={**kept, "changed_at": at})
    audit.record("entered bank details", of=account, by=by, at=at, about=volunteer.person)
    if not is_new:
        letters.write("expenses/bank_changed", to=volunteer.person, at=at)
    return account


@transaction.atomic
def forget_bank_details(volunteer: Volunteer, *, by: Person, at: datetime) -> None:
    """Delete a volunteer's bank details for good."""
    access.keep_bank_details.require(by, volunteer, london_day(at))
    account = selectors.bank_account(volunteer.person)
    if account is not None:
        audit.record("forgot bank details", of=account, by=by, at=at, about=volunteer.person)
        account.delete()


@transaction.atomic
def forget_old_bank_details(at: datetime) -> int:
    """Delete the bank details that are needed no longer, and tell whose they were; how many."""
    old = list(selectors.accounts_to_forget(london_day(at)))
    for account in old:
        audit.record("bank details ran out", of=account, by=None, at=at, about=account.person)
        letters.write("expenses/bank_forgotten", to=account.person, at=at)
        account.delete()
    return len(old)


@transaction.atomic
def read_bank_details(payments: Iterable[Payment], *, by: Person, at: datetime) -> dict[int, BankAccount]:
    """The full details for the payments that Finance makes, by payment; each look is recorded with whose they are."""
    access.pay.require(by, london_day(at))
    found: dict[int, BankAccount] = {}
    if not selectors.is_kept_here(london_day(at)):
        return found
    for payment in payments:
        person = payment.claim.volunteer.person
        account = getattr(person, "bank_account", None)
        if account is not None:
            audit.saw("bank details", of=account, by=by, at=at, about=person)
            found[payment.pk] = account
    return found
