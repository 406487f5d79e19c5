"""Say what was driven for others, and top up miles when a rate rises for days that are past."""

from datetime import datetime
from itertools import groupby

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.expenses import access, rules, selectors
from timegiven.expenses.models import Claim, Line, MilesElsewhere
from timegiven.expenses.services.keeping import sum_up
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Claim.Status


@transaction.atomic
def say_miles_elsewhere(person: Person, *, year: int, miles: int, by: Person, at: datetime) -> MilesElsewhere:
    """Keep what somebody says they drove for other organisations in a tax year; later claims reckon with it."""
    said, _ = MilesElsewhere.objects.update_or_create(
        person=person, year=year, defaults={"miles": miles, "said_at": at}
    )
    audit.record("said miles elsewhere", of=person, by=by, at=at, about=person)
    return said


@transaction.atomic
def top_up(*, by: Person, at: datetime) -> list[Claim]:
    """Approve what a back-dated rate adds to miles of one's borough: one claim for each session, ready for Finance.

    A large one is looked at by the Central Team as well, as any other claim is.
    """
    day = london_day(at)
    access.top_up.require(by, day)
    held = Claim.objects.select_for_update(of=("self",))
    list(held.filter(pk__in=[due.line.claim_id for due in selectors.top_ups_due(by, day)]).order_by("pk"))
    due = selectors.top_ups_due(by, day)  # of two managers at once the second finds what the first left
    made = []
    for _, of_one in groupby(due, key=lambda each: each.line.claim_id):
        made.append(_top_up(list(of_one), by=by, at=at))
    return made


def _top_up(due: list[selectors.TopUp], *, by: Person, at: datetime) -> Claim:
    old = due[0].line.claim
    about = {"report_id": old.report_id, "agreed_id": old.agreed_id, "on": old.on}
    claim = Claim.objects.create(
        volunteer=old.volunteer, borough=old.borough, begun_at=at, submitted_at=at, decided_by=by, **about
    )
    Claim.lifecycle.begin(claim, by=by, at=at, why="The rate for miles rose for days that are past.")
    for each in due:
        Line.objects.create(
            claim=claim,
            report_id=old.report_id,
            kind=Line.Kind.TOP_UP,
            tops_up=each.line,
            vehicle=each.line.vehicle,
            reckoning=f"{each.reckoning}, less what was paid",
            pence=each.pence,
        )
    large = rules.needs_second_look(pence=sum_up(claim), above=selectors.second_above(claim, london_day(at)))
    for status in (Status.SUBMITTED, Status.SECOND if large else Status.APPROVED):
        Claim.lifecycle.move(claim, status, by=by, at=at)
    audit.record("topped up miles", of=claim, by=by, at=at, about=old.volunteer.person)
    if not large:
        letters.write("expenses/topped_up", to=old.volunteer.person, at=at, claim=claim)
    return claim
