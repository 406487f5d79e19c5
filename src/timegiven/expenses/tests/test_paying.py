"""Finance pays in batches, and says what became of each payment; no penny is lost on the way."""

import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    Appointment,
    a_unit_manager,
    the_central_team,
    the_finance_office,
    the_force,
)
from tests.races import outcomes, together
from timegiven.expenses import access, selectors, services
from timegiven.expenses.models import Batch, Claim, Payment
from timegiven.expenses.rules import Result
from timegiven.expenses.tests.scenes import approved
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter

Status = Claim.Status


@pytest.mark.clause(98, 99)
def test_only_finance_pays(finance, placement, mvpm):
    people = [mvpm, the_central_team(), a_unit_manager(placement.unit), placement.volunteer.person, finance]

    assert [access.pay(person, TODAY) for person in people] == [False, False, False, False, True]
    with pytest.raises(NotPermitted):
        services.make_batch(by=mvpm, at=NOW)


@pytest.mark.clause(98)
def test_a_batch_takes_every_approved_claim_once_and_adds_up(finance):
    approved(285, 300, 1)

    batch = services.make_batch(by=finance, at=NOW)

    assert (batch.number, batch.pence) == (3, 586)
    assert sum(batch.payments.values_list("pence", flat=True)) == 586
    with pytest.raises(NotAllowed, match="no approved claim is waiting"):
        services.make_batch(by=finance, at=NOW)


def test_what_was_paid_and_what_came_back_settle_the_batch(finance):
    first, second = approved(285, 300)
    batch = services.make_batch(by=finance, at=NOW)
    one, two = (claim.payments.get() for claim in (first, second))

    services.settle(batch, paid=[one.reference], by=finance, at=NOW)
    batch.refresh_from_db()
    assert batch.status == Batch.Status.OPEN
    services.came_back(two, why="Account closed", by=finance, at=NOW)

    batch.refresh_from_db()
    statuses = dict(Claim.objects.values_list("pk", "status"))
    assert (batch.status, statuses) == (Batch.Status.SETTLED, {first.pk: Status.PAID, second.pk: Status.BOUNCED})
    told = set(Letter.objects.values_list("template", "recipient"))
    assert told == {
        ("expenses/paid", first.volunteer.person.reference),
        ("expenses/bounced", second.volunteer.person.reference),
    }


def test_a_bounced_payment_returns_to_the_mvpm_and_is_paid_in_the_next_batch(finance, mvpm):
    (claim,) = approved(285)
    batch = services.make_batch(by=finance, at=NOW)
    services.came_back(batch.payments.get(), why="Account closed", by=finance, at=NOW)
    claim.refresh_from_db()
    assert [need.text for need in selectors.needs(mvpm, TODAY) if need.count] == ["A payment came back"]

    services.put_right(claim, what="She entered the right account.", by=mvpm, at=NOW)
    again = services.make_batch(by=finance, at=NOW)

    assert (again.pence, Payment.objects.filter(claim=claim).count()) == (285, 2)


def test_a_payment_that_a_bank_sends_back_later_returns_as_well(finance):
    (claim,) = approved(285)
    batch = services.make_batch(by=finance, at=NOW)
    payment = batch.payments.get()
    services.settle(batch, paid=[payment.reference], by=finance, at=NOW)

    services.came_back(payment, why="Account closed", by=finance, at=NOW)

    claim.refresh_from_db()
    assert claim.status == Status.BOUNCED
    with pytest.raises(NotAllowed, match="“could not be paid” already"):
        services.came_back(payment, why="Again", by=finance, at=NOW)


def test_a_batch_is_taken_back_only_while_nothing_is_settled(finance):
    first, _ = approved(285, 300)
    batch = services.make_batch(by=finance, at=NOW)
    services.take_back(batch, by=finance, at=NOW)
    assert set(Claim.objects.values_list("status", flat=True)) == {Status.APPROVED}

    again = services.make_batch(by=finance, at=NOW)
    services.settle(again, paid=[first.payments.get(outcome="").reference], by=finance, at=NOW)

    with pytest.raises(NotAllowed, match="some of its payments are settled"):
        services.take_back(again, by=finance, at=NOW)


def test_finances_sheet_is_noted_as_a_whole_or_not_at_all_and_is_safe_to_read_again(finance):
    first, second = approved(285, 300)
    batch = services.make_batch(by=finance, at=NOW)
    one, two = (claim.payments.get().reference for claim in (first, second))
    sheet = [Result(2, one, is_paid=True, pence=285), Result(3, two, is_paid=False, pence=300, why="Closed")]

    for wrong in (Result(4, "NOTHERE", is_paid=True, pence=None), Result(4, two, is_paid=False, pence=301)):
        with pytest.raises(NotAllowed, match="Nothing has been noted: row 4"), transaction.atomic():
            services.read_results(batch, [sheet[0], wrong], by=finance, at=NOW)
        assert not Payment.objects.exclude(outcome="").exists()

    assert services.read_results(batch, sheet, by=finance, at=NOW) == (1, 1)
    assert services.read_results(batch, sheet, by=finance, at=NOW) == (0, 0)
    statuses = dict(Claim.objects.values_list("pk", "status"))
    assert statuses == {first.pk: Status.PAID, second.pk: Status.BOUNCED}
    with pytest.raises(NotAllowed, match="row 2 is settled already, in another way"), transaction.atomic():
        services.read_results(batch, [Result(2, one, is_paid=False, pence=285)], by=finance, at=NOW)


def test_the_table_itself_refuses_a_second_payment_of_a_claim(finance):
    (claim,) = approved(285)
    batch = services.make_batch(by=finance, at=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Payment.objects.create(batch=batch, claim=claim, pence=285)


def test_ticking_nothing_notes_nothing_and_says_so(finance, client):
    approved(285)
    batch = services.make_batch(by=finance, at=NOW)
    client.force_login(finance)

    page = client.post(reverse("expenses:settle", args=[batch.reference]), {"once": "a"})

    assert "nothing has been noted" in page.text
    assert Payment.objects.get().outcome == ""


def test_the_pages_make_and_settle_a_batch(finance, client):
    approved(285, 300)
    client.force_login(finance)
    assert "£5.85" in client.get(reverse("expenses:batches")).text

    made = client.post(reverse("expenses:make_batch"), {"once": "a"})
    batch = Batch.objects.get()
    first, second = batch.payments.order_by("pk")
    settled = client.post(reverse("expenses:settle", args=[batch.reference]), {"paid": [first.reference], "once": "b"})
    sheet = SimpleUploadedFile(
        "bank.csv", f"Payment,Outcome,Why\n{second.reference},bounced,Closed\n".encode(), "text/csv"
    )
    read = client.post(reverse("expenses:read_results", args=[batch.reference]), {"sheet": sheet, "once": "c"})

    assert {answer.headers["Location"] for answer in (made, settled, read)} == {
        reverse("expenses:batch", args=[batch.reference])
    }
    batch.refresh_from_db()
    assert batch.status == Batch.Status.SETTLED


# Two at once


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_batches_at_once_never_take_the_same_claim():
    finance = the_finance_office()
    approved(285, 300)

    met = outcomes(*[lambda: services.make_batch(by=finance, at=NOW)] * 2)

    assert met == ["done", "refused"]
    assert (Batch.objects.count(), Payment.objects.count()) == (1, 2)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_guards_two_batches_take_the_same_claim():
    finance, seen = the_finance_office(), threading.Barrier(2)
    approved(285, 300)

    def make_naively():
        claims = list(Claim.objects.filter(status=Status.APPROVED))
        seen.wait()  # both have looked before either acts
        batch = Batch.objects.create(made_by=finance, made_at=NOW, number=2, pence=585)
        # Taken back at once, so that the table's own guard is out of the way too.
        Payment.objects.bulk_create(
            Payment(batch=batch, claim=each, pence=each.pence, outcome="TAKEN_BACK") for each in claims
        )

    together(make_naively, make_naively)

    assert Payment.objects.count() == 4


def test_ones_own_claim_is_not_among_those_that_one_is_asked_to_pay(finance, client):
    (own,) = approved(285)
    Appointment.objects.create(person=own.volunteer.person, role="FINANCE", unit=the_force(), from_on=TODAY)
    client.force_login(own.volunteer.person)

    page = client.get(reverse("expenses:batches")).text

    assert "No approved claim is waiting" in page
    assert [selectors.waiting_total(person) for person in (own.volunteer.person, finance)] == [(0, 0), (1, 285)]


def test_a_sheet_that_says_nothing_new_is_not_told_as_payments(finance, client):
    approved(285)
    batch = services.make_batch(by=finance, at=NOW)
    client.force_login(finance)
    rows = f"Payment,Outcome\n{batch.payments.get().reference},\n".encode()
    sheet = SimpleUploadedFile("bank.csv", rows, "text/csv")

    page = client.post(
        reverse("expenses:read_results", args=[batch.reference]), {"sheet": sheet, "once": "a"}, follow=True
    ).text

    assert "The sheet said nothing new" in page
    assert "0 payments" not in page


def test_another_amount_is_told_with_both(finance):
    approved(285)
    batch = services.make_batch(by=finance, at=NOW)
    wrong = Result(2, batch.payments.get().reference, is_paid=True, pence=258)

    with pytest.raises(NotAllowed, match=r"row 2 says £2\.58, and £2\.85 was in the batch"):
        services.read_results(batch, [wrong], by=finance, at=NOW)
