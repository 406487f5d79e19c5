"""The MVPM decides on a claim, and nobody else."""

import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_report,
    a_unit,
    a_unit_manager,
    an_mvpm,
    the_central_team,
)
from timegiven.expenses import access, selectors, services
from timegiven.expenses.models import Claim, ClaimStep
from timegiven.expenses.tests.papers import a_photo
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment

Status = Claim.Status


def a_claim(unit=None):
    report = a_report(a_ready_volunteer(unit=unit or a_unit()))
    return services.claim_meal(report, receipt_pence=285, receipt=a_photo(), by=report.person, at=NOW)


@pytest.mark.clause(98, 99)
@pytest.mark.django_db
def test_only_the_boroughs_own_mvpm_decides():
    claim = a_claim(unit := a_unit())
    people = {
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(unit),
        "volunteer": claim.volunteer.person,
        "central team": the_central_team(),
    }

    allowed = {who: access.decide(person, claim, TODAY) for who, person in people.items()}

    assert allowed == {
        "mvpm": True,
        "mvpm elsewhere": False,
        "unit manager": False,
        "volunteer": False,
        "central team": False,
    }


@pytest.mark.django_db
def test_an_mvpm_who_volunteers_does_not_decide_on_their_own_claim():
    claim = a_claim()
    person = claim.volunteer.person
    Appointment.objects.create(person=person, role="MVPM", unit=claim.borough, from_on=TODAY)

    with pytest.raises(NotPermitted, match="never on one's own claim"):
        services.approve(claim, by=person, at=NOW)


@pytest.mark.clause(98)
@pytest.mark.django_db
def test_approved_and_paid_with_a_letter_each():
    claim, mvpm = a_claim(), an_mvpm()

    services.approve(claim, by=mvpm, at=NOW)
    services.pay(claim, by=mvpm, at=NOW)

    assert [step.status for step in claim.steps.order_by("pk")] == [Status.SUBMITTED, Status.APPROVED, Status.PAID]
    assert list(Letter.objects.order_by("pk").values_list("template", flat=True)) == [
        "expenses/approved",
        "expenses/paid",
    ]
    assert selectors.paid_to(claim.volunteer.person) == 285


@pytest.mark.django_db
def test_a_question_goes_back_and_the_answer_comes_again():
    claim, mvpm = a_claim(), an_mvpm()

    services.ask(claim, question="Was this for one person?", by=mvpm, at=NOW)
    services.send_again(claim, answer="Yes, a soup.", receipt_pence=250, by=claim.volunteer.person, at=NOW)

    claim.refresh_from_db()
    assert (claim.status, claim.pence) == (Status.SUBMITTED, 250)


@pytest.mark.django_db
def test_a_refused_claim_stays_refused():
    claim, mvpm = a_claim(), an_mvpm()
    services.refuse(claim, reason="The receipt is for petrol.", by=mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="cannot become “approved”"):
        services.approve(claim, by=mvpm, at=NOW)


@pytest.mark.django_db
def test_payment_needs_approval_first():
    with pytest.raises(NotAllowed, match="cannot become “paid”"):
        services.pay(a_claim(), by=an_mvpm(), at=NOW)


@pytest.mark.clause(99)
@pytest.mark.django_db
def test_a_unit_manager_is_told_why_the_queue_is_shut_and_finds_no_claim(client):
    claim = a_claim(unit := a_unit())
    client.force_login(a_unit_manager(unit))

    queue, one = client.get(reverse("expenses:claims")), client.get(reverse("expenses:approve", args=[claim.reference]))

    assert (queue.status_code, one.status_code) == (403, 404)
    assert "a unit manager never signs off expenses" in queue.text


@pytest.mark.django_db
def test_the_queue_asks_the_database_as_often_for_many_as_for_one(client, django_assert_num_queries):
    client.force_login(an_mvpm())
    unit = a_unit()
    a_claim(unit)
    client.get(reverse("expenses:claims"))  # fills the minute's count beside "Today"
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("expenses:claims"))
    for _ in range(4):
        a_claim(unit)

    with django_assert_num_queries(len(one)):
        page = client.get(reverse("expenses:claims"))

    assert "<strong>5</strong> claims" in page.text


@pytest.mark.django_db
def test_the_receipt_is_shown_to_the_mvpm_as_a_file_and_the_look_is_recorded(client):
    claim = a_claim()
    client.force_login(an_mvpm())

    answer = client.get(reverse("expenses:receipt", args=[claim.reference]))

    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content.startswith(b"\xff\xd8\xff")


def _twice_at_once(deed):
    """Do a deed in two threads that start together; what each met."""
    met, gate = [], threading.Barrier(2)

    def go():
        gate.wait()
        try:
            deed()
            met.append("done")
        except SomeoneElseActed:
            met.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=go) for _ in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return sorted(met)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_approvals_at_once_one_is_told():
    claim, mvpm = a_claim(), an_mvpm()

    def approve():
        services.approve(Claim.objects.get(pk=claim.pk), by=mvpm, at=timezone.now())

    met = [_twice_at_once(approve)]

    assert met == [["done", "told"]]
    assert ClaimStep.objects.filter(of=claim, status=Status.APPROVED).count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_guard_both_approvals_are_carried_out():
    claim, seen = a_claim(), threading.Barrier(2)

    def approve_naively():
        if Claim.objects.get(pk=claim.pk).status == Status.SUBMITTED:
            seen.wait()  # both have looked before either acts
            Claim.objects.filter(pk=claim.pk).update(status=Status.APPROVED)
            ClaimStep.objects.create(of=claim, status=Status.APPROVED, at=NOW)

    _twice_at_once(approve_naively)

    assert ClaimStep.objects.filter(of=claim, status=Status.APPROVED).count() == 2
