"""Bank details: sealed, masked, looked at only to pay, and deleted when they are needed no longer."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook

from tests.builders import (
    NOW,
    TODAY,
    a_volunteer,
)
from timegiven.audit.models import Event
from timegiven.expenses import rules, services, tasks
from timegiven.expenses.models import BankAccount
from timegiven.expenses.tests.scenes import ACCOUNT, approved
from timegiven.kernel.background import every_job
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.programme.models import PolicyValue
from timegiven.ui import tables
from timegiven.ui.tests.reading import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept_here(db):
    PolicyValue.objects.create(name="expenses.bank_details", from_on=TODAY.replace(year=2001), value="here")


def test_bank_details_are_not_kept_here_unless_the_force_decides_so(placement):
    with pytest.raises(NotAllowed, match="kept by Finance, and not here"):
        services.enter_bank_details(placement.volunteer, **ACCOUNT, by=placement.volunteer.person, at=NOW)


def test_bank_details_are_sealed_entered_by_the_volunteer_alone_and_a_change_is_told(placement, mvpm, kept_here):
    volunteer = placement.volunteer
    with pytest.raises(NotPermitted):
        services.enter_bank_details(volunteer, **ACCOUNT, by=mvpm, at=NOW)

    for number in ("12345678", "87654321"):
        services.enter_bank_details(volunteer, **ACCOUNT | {"number": number}, by=volunteer.person, at=NOW)

    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sort_code, number FROM expenses_bankaccount")
        assert not {"20", "8765", "Adeyemi"} & {part for cell in cursor.fetchone() for part in (cell[:2], cell[:4])}
    assert BankAccount.objects.get().number == "87654321"
    assert Letter.objects.get().template == "expenses/bank_changed"


def test_the_volunteer_sees_their_own_account_masked(placement, kept_here, client):
    services.enter_bank_details(placement.volunteer, **ACCOUNT, by=placement.volunteer.person, at=NOW)
    client.force_login(placement.volunteer.person)

    page = client.get(reverse("expenses:my_claims")).text

    assert "••••••78" in page
    assert "12345678" not in page


def test_each_full_look_at_bank_details_is_written_down(finance, kept_here, client):
    (claim,) = approved(285)
    person = claim.volunteer.person
    Person.objects.filter(pk=person.pk).update(name='=HYPERLINK("x")')
    services.enter_bank_details(claim.volunteer, **ACCOUNT, by=person, at=NOW)
    batch = services.make_batch(by=finance, at=NOW)
    client.force_login(finance)

    sheet = client.get(reverse("expenses:batch_sheet", args=[batch.reference])).text
    page = client.get(reverse("expenses:batch", args=[batch.reference])).text

    assert '"200000","12345678","G Adeyemi","2.85"' in sheet
    assert "\"'=HYPERLINK(" in sheet  # never run by a spreadsheet
    settled = sheet.replace('"",""\r\n', '"Paid",""\r\n').encode()
    assert rules.results(tables.read(settled))[0][0].pence == 285  # it is read back
    assert "12345678" not in page
    assert Event.objects.filter(act="saw bank details").values_list("actor", "about").get() == (
        finance.reference,
        person.reference,
    )


def test_the_workbook_keeps_the_noughts_runs_nothing_and_is_read_back(finance, kept_here, client):
    (claim,) = approved(300)
    Person.objects.filter(pk=claim.volunteer.person.pk).update(name='=HYPERLINK("x")')
    account = {"name": "G Adeyemi", "sort_code": "01-02-03", "number": "123456"}
    services.enter_bank_details(claim.volunteer, **account, by=claim.volunteer.person, at=NOW)
    batch = services.make_batch(by=finance, at=NOW)
    client.force_login(finance)

    answer = client.get(reverse("expenses:batch_workbook", args=[batch.reference]))
    book = load_workbook(io.BytesIO(answer.content))
    head, line = book.active.iter_rows()
    named = {above.value: below for above, below in zip(head, line, strict=True)}
    named["Outcome"].value = "Paid"
    back = io.BytesIO()
    book.save(back)
    page = reverse("expenses:read_results", args=[batch.reference])
    client.post(page, {"sheet": SimpleUploadedFile("back.xlsx", back.getvalue())})

    assert [named[each].value for each in ("Sort code", "Account", "Name")] == [
        *("010203", "00123456"),
        '\'=HYPERLINK("x")',
    ]
    assert "f" not in {cell.data_type for cell in line}  # a formula
    assert {cell.number_format for cell in (named["Sort code"], named["Account"])} == {"@"}
    assert float(named["Amount in pounds"].value) == 3
    assert answer["Cache-Control"] == "no-store"
    assert Event.objects.filter(act="saw bank details").count() == 1
    batch.refresh_from_db()
    assert batch.status == "SETTLED"


def test_the_schedule_is_a_tagged_document_with_masked_accounts(finance, kept_here, client):
    (claim,) = approved(285)
    services.enter_bank_details(claim.volunteer, **ACCOUNT, by=claim.volunteer.person, at=NOW)
    batch = services.make_batch(by=finance, at=NOW)
    client.force_login(finance)

    answer = client.get(reverse("expenses:batch_schedule", args=[batch.reference]))

    with pikepdf.open(io.BytesIO(answer.content)) as paper:
        read = said(paper)
        assert paper.Root.MarkInfo.Marked
        assert str(paper.docinfo["/Title"]) == "Schedule of payments"
    assert "••••••78" in read
    assert "12345678" not in read


# Deleted when they are needed no longer


@pytest.fixture
def account(kept_here):
    """Entered long before the claim, which is approved and not paid yet."""
    (claim,) = approved(285)
    services.enter_bank_details(claim.volunteer, **ACCOUNT, by=claim.volunteer.person, at=NOW - timedelta(days=400))
    return claim


def forgotten(days):
    """How many accounts are forgotten so many days from now."""
    return services.forget_old_bank_details(NOW + timedelta(days=days))


@pytest.mark.clause(98)
def test_they_are_deleted_once_nothing_is_on_its_way_and_the_last_claim_is_long_ago(account, finance):
    batch = services.make_batch(by=finance, at=NOW)
    on_its_way = forgotten(500)
    services.settle(batch, paid=[batch.payments.get().reference], by=finance, at=NOW)

    assert [on_its_way, forgotten(90), forgotten(91), forgotten(92)] == [0, 0, 1, 0]
    assert BankAccount.objects.count() == 0
    assert Letter.objects.filter(template="expenses/bank_forgotten").get().to_name == account.volunteer.person.name
    assert Event.objects.filter(act="bank details ran out").values_list("actor", "about").get() == (
        "",
        account.volunteer.person.reference,
    )


def test_how_long_is_a_number_of_the_handbook(account):
    account.delete()  # nothing was ever claimed
    PolicyValue.objects.create(name="expenses.bank_details_kept_days", from_on=TODAY, value=500)

    assert [forgotten(0), forgotten(101)] == [0, 1]


def test_they_go_when_the_force_leaves_them_to_finance_but_not_before_what_is_on_its_way_is_paid(account, kept_here):
    other = a_volunteer()
    services.enter_bank_details(other, **ACCOUNT, by=other.person, at=NOW)
    PolicyValue.objects.create(name="expenses.bank_details", from_on=TODAY, value="with Finance")

    assert forgotten(0) == 1
    assert BankAccount.objects.get().person == account.volunteer.person


def test_the_worker_looks_once_a_day():
    assert [job.slot for job in every_job() if job.task is tasks.forget_old_bank_details] == [timedelta(days=1)]


def test_finance_sees_beside_a_payment_that_nobody_knows_where_to_pay_it(kept_here, finance, client):
    first, _ = approved(285, 300)
    services.enter_bank_details(first.volunteer, **ACCOUNT, by=first.volunteer.person, at=NOW)
    batch = services.make_batch(by=finance, at=NOW)
    client.force_login(finance)

    page = client.get(reverse("expenses:batch", args=[batch.reference])).text

    assert page.count("No bank details here") == 1
    assert page.index(first.volunteer.person.name) < page.index("No bank details here")


def test_each_figure_that_is_wrong_is_told_beside_its_question_and_both_at_once(kept_here, placement, client):
    client.force_login(placement.volunteer.person)
    typed = {"name": "G Adeyemi", "sort_code": "12-34", "number": "none", "once": "a"}

    page = client.post(reverse("expenses:bank"), typed)

    assert dict(page.context["form"].errors) == {
        "sort_code": ["The sort code must have 6 digits"],
        "number": ["The account number must have 6 to 8 digits"],
    }
    assert not BankAccount.objects.exists()
