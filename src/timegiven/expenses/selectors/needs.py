"""What waits for whom: claims to decide on, to look at again, to pay; questions to answer."""

from collections import Counter
from datetime import date

from timegiven.expenses.models import Batch, Claim
from timegiven.expenses.selectors.agreed import asked_for
from timegiven.expenses.selectors.claims import left_by_managers, own, second_looks, wait_for_other_eyes
from timegiven.expenses.selectors.miles import top_ups_since_rates_changed
from timegiven.expenses.selectors.paying import waiting_total
from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.words import pounds, so_many
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person

Status = Claim.Status


def needs(person: Person, day: date) -> list[Need]:
    """What waits for this person, by what they are appointed to."""
    held = {appointment.role for appointment in people.appointments(person, day)}
    found: list[Need] = []
    if Role.MVPM in held:
        found += _of_a_manager(person, day)
    if Role.CENTRAL_TEAM in held:
        found += _of_the_central_team(person, day)
    if Role.FINANCE in held:
        found += _of_finance(person)
    if getattr(person, "volunteer", None) is not None:
        found += _of_a_volunteer(person)
    return found


def _of_a_manager(person: Person, day: date) -> list[Need]:
    mine = people.scope(person, [Role.MVPM], day, on="borough")
    claims = Claim.objects.filter(mine, status__in=Claim.lifecycle.at_desk("MVPM")).exclude(volunteer__person=person)
    typed = Counter(numbers(wait_for_other_eyes(person, day).exclude(volunteer__person=person), "borough"))
    submitted = Counter(numbers(claims.filter(status=Status.SUBMITTED), "borough"))
    submitted.subtract(typed)
    return [
        *in_all(
            submitted,
            lambda number: f"Decide on {so_many(number, 'claim')}",
            "expenses:claims",
            query="?status=SUBMITTED",
            hint="What people paid, each against a receipt",
        ),
        *in_all(
            typed,
            lambda number: f"Add what was signed to {so_many(number, 'claim')} that you typed in",
            "expenses:claims",
            query="?status=SUBMITTED",
            hint="Or leave them: somebody else decides on them then",
        ),
        *in_all(
            numbers(claims.filter(status=Status.BOUNCED), "borough"),
            lambda number: "A payment came back" if number == 1 else f"{number} payments came back",
            "expenses:claims",
            query="?status=BOUNCED",
            hint="Ask the volunteer for the right details, then send it to Finance again",
        ),
        *in_all(
            numbers(asked_for(person, day), "volunteer__borough"),
            lambda number: f"Answer {so_many(number, 'question')} whether a cost can be agreed",
            "expenses:agreements",
        ),
        *in_all(
            Counter(each.line.claim.borough_id for each in top_ups_since_rates_changed(person, day)),
            lambda number: f"Top up the miles of {so_many(number, 'journey')}",
            "expenses:top_ups",
            hint="The amount for a mile rose for days that are past",
        ),
    ]


def _of_the_central_team(person: Person, day: date) -> list[Need]:
    second = second_looks(person, day).count()
    alone = left_by_managers(person, day).count()
    return [
        Need(
            text=f"Look at {so_many(second, 'large claim')}",
            url_name="expenses:claims",
            query="?status=SECOND",
            count=second,
            hint="The MVP Manager has approved: a second look is needed",
        ),
        Need(
            text=f"Decide on {so_many(alone, 'claim')} that nobody else can",
            url_name="expenses:claims",
            query="?status=SUBMITTED",
            count=alone,
            hint="The MVP Manager’s own, or typed in by them",
        ),
    ]


def _of_finance(person: Person) -> list[Need]:
    waiting, pence = waiting_total(person)
    to_settle = Batch.objects.filter(status=Batch.Status.OPEN).count()
    return [
        Need(
            text=f"Pay {so_many(waiting, 'approved claim')}",
            url_name="expenses:batches",
            count=waiting,
            hint=f"{pounds(pence)} in all",
        ),
        Need(
            text="Settle 1 batch of payments" if to_settle == 1 else f"Settle {to_settle} batches of payments",
            url_name="expenses:batches",
            count=to_settle,
            hint="Say which were paid and which came back",
        ),
    ]


def _of_a_volunteer(person: Person) -> list[Need]:
    mine = own(person).filter(status__in=Claim.OPEN_TO_CHANGE).select_related(None)
    words = {Status.RETURNED: "Answer a question about your claim", Status.DRAFT: "Send the claim that you began"}
    return [
        Need(text=words[Status(status)], url_name="expenses:see", args=(reference,))
        for reference, status in mine.values_list("reference", "status")
    ]
