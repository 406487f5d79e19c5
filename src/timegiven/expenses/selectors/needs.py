"""What waits for whom: claims to decide on, to look at again, to pay; questions to answer."""

from datetime import date

from django.db.models import Count

from timegiven.expenses.models import Batch, Claim
from timegiven.expenses.selectors.agreed import asked_for
from timegiven.expenses.selectors.claims import own, queue, second_looks, wait_for_other_eyes
from timegiven.expenses.selectors.miles import top_ups_since_rates_changed
from timegiven.expenses.selectors.paying import waiting_total
from timegiven.kernel.desk import Need
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
        found += _of_finance()
    if getattr(person, "volunteer", None) is not None:
        found += _of_a_volunteer(person)
    return found


def _of_a_manager(person: Person, day: date) -> list[Need]:
    mine = people.scope(person, [Role.MVPM], day, on="borough")
    claims = Claim.objects.filter(mine, status__in=Claim.lifecycle.at_desk("MVPM")).exclude(volunteer__person=person)
    counted = dict(claims.values_list("status").annotate(number=Count("pk")).order_by())
    typed = wait_for_other_eyes(person, day).exclude(volunteer__person=person).count()
    submitted, bounced = counted.get(Status.SUBMITTED, 0) - typed, counted.get(Status.BOUNCED, 0)
    asked = asked_for(person, day).count()
    due = top_ups_since_rates_changed(person, day)
    return [
        Need(
            text=f"Decide on {so_many(submitted, 'claim')}",
            url_name="expenses:claims",
            query="?status=SUBMITTED",
            count=submitted,
            hint="What people paid, each against a receipt",
        ),
        Need(
            text=f"Add what was signed to {so_many(typed, 'claim')} that you typed in",
            url_name="expenses:claims",
            query="?status=SUBMITTED",
            count=typed,
            hint="Or leave them: somebody else decides on them then",
        ),
        Need(
            text="A payment came back" if bounced == 1 else f"{bounced} payments came back",
            url_name="expenses:claims",
            query="?status=BOUNCED",
            count=bounced,
            hint="Ask the volunteer for the right details, then send it to Finance again",
        ),
        Need(
            text=f"Answer {so_many(asked, 'question')} whether a cost can be agreed",
            url_name="expenses:agreements",
            count=asked,
        ),
        Need(
            text=f"Top up the miles of {so_many(len(due), 'journey')}",
            url_name="expenses:top_ups",
            count=len(due),
            hint="The amount for a mile rose for days that are past",
        ),
    ]


def _of_the_central_team(person: Person, day: date) -> list[Need]:
    second = second_looks(person, day).count()
    alone = len(queue(person, day, status=Status.SUBMITTED))
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
            hint="The MVP Manager’s own or typed in by them, or of a borough without one",
        ),
    ]


def _of_finance() -> list[Need]:
    waiting, pence = waiting_total()
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
