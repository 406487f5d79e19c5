"""Receipts, and what was written about a claim, are deleted when their financial year is kept no longer."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from tests.builders import NOW, TODAY, a_cost_agreement
from timegiven.audit.models import Event
from timegiven.expenses import rules, services, tasks
from timegiven.expenses.models import Claim, CostAgreement, Receipt
from timegiven.kernel.background import every_job
from timegiven.programme.models import PolicyValue

pytestmark = [pytest.mark.django_db, pytest.mark.clause(100, 123)]


def morning(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("day", "years", "kept"),
    [
        (date(2013, 3, 31), 6, date(2006, 4, 1)),
        (date(2013, 4, 1), 6, date(2007, 4, 1)),
        (date(2014, 1, 1), 6, date(2007, 4, 1)),
        (date(2012, 2, 29), 1, date(2010, 4, 1)),
    ],
)
def test_a_financial_year_is_kept_so_many_years_after_it_ended(day: date, years: int, kept: date) -> None:
    assert rules.kept_from(day, years=years) == kept


def test_a_receipt_of_april_2007_goes_on_the_first_of_april_2014_and_the_amounts_stay(sent, mvpm, client) -> None:
    claim = sent(285)
    services.ask(claim, question="Which canteen?", by=mvpm, at=NOW)
    services.send_again(claim, answer="The one in Kentish Town", by=claim.volunteer.person, at=NOW)
    services.approve(claim, by=mvpm, at=NOW)

    done = [services.forget_old_receipts(at=morning(2014, *day)) for day in ((3, 31), (4, 1), (4, 2))]

    claim.refresh_from_db()
    assert (done, Receipt.objects.count()) == ([0, 1, 0], 0)
    assert (claim.status, claim.pence, claim.answer, claim.lines.get().spent_pence) == ("APPROVED", 285, "", 285)
    assert set(claim.steps.values_list("why", flat=True)) == {""}
    assert Event.objects.filter(act="forgot receipts").values_list("actor", "subject").get() == ("", claim.reference)
    client.force_login(claim.volunteer.person)
    page = client.get(reverse("expenses:see", args=[claim.reference])).text
    assert "receipts are deleted 6 years after the end of their financial year" in page


def test_what_was_paid_in_a_later_year_is_kept_as_long_as_that_year(sent, mvpm) -> None:
    claim = sent(285)
    services.approve(claim, by=mvpm, at=morning(2008, 4, 2))

    assert services.forget_old_receipts(at=morning(2014, 4, 1)) == 0
    assert services.forget_old_receipts(at=morning(2015, 4, 1)) == 1


def test_how_long_is_a_number_of_the_handbook_and_the_page_says_it(sent, client, placement) -> None:
    claim = sent(285)
    PolicyValue.objects.create(name="expenses.receipts_kept_years", from_on=TODAY, value=2)
    client.force_login(claim.volunteer.person)

    page = client.get(reverse("expenses:claim", args=[claim.report.reference])).text

    assert "Receipts are kept for 2 years after the end of the financial year" in page
    assert [services.forget_old_receipts(at=morning(2010, *day)) for day in ((3, 31), (4, 1))] == [0, 1]
    assert Claim.objects.count() == 1


def test_the_words_of_an_agreement_go_with_the_year_in_which_it_ended(placement) -> None:
    ended = a_cost_agreement(placement, kind="FARES")
    CostAgreement.objects.filter(pk=ended.pk).update(until_on=TODAY + timedelta(days=1))
    going_on = a_cost_agreement(placement, kind="CARE")

    services.forget_old_receipts(at=morning(2014, 4, 1))

    kept = dict(CostAgreement.objects.values_list("pk", "what"))
    assert (kept[ended.pk], kept[going_on.pk]) == (CostAgreement.FORGOTTEN, going_on.what)


def test_the_worker_looks_once_a_day() -> None:
    assert [job.slot for job in every_job() if job.task is tasks.forget_old_receipts] == [timedelta(days=1)]
