"""Finance: batches of payments, the sheet and the schedule, and what became of each payment."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.expenses import access, forms, rules, selectors, services
from timegiven.kernel.words import amount, figure, pounds, short_day, so_many
from timegiven.ui import pages, pdf, sheets, tables

HEADERS = (
    "Payment",
    "Name",
    "Sort code",
    "Account",
    "Name on account",
    "Amount in pounds",
    "Claim",
    "Borough",
    "Outcome",
    "Why",
)


def batches(request: HttpRequest) -> HttpResponse:
    """What waits to be paid, and every batch."""
    access.pay.require(request.user, timezone.localdate())
    number, pence = selectors.waiting_total(request.user)
    page = Paginator(selectors.batches(), 25).get_page(request.GET.get("page"))
    return render(request, "expenses/batches.html", {"page": page, "number": number, "pence": pence})


def make_batch(request: HttpRequest) -> HttpResponse:
    """Take every approved claim into one batch."""
    day, at = timezone.localdate(), timezone.now()
    access.pay.require(request.user, day)
    number, pence = selectors.waiting_total(request.user)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.make_batch(by=request.user, at=at),
        said=lambda made: f"The batch is made: {so_many(made.number, 'payment')}, {pounds(made.pence)} in all.",
        then=lambda made: reverse("expenses:batch", args=[made.reference]),
        back=reverse("expenses:batches"),
        title="Make a batch",
        intro=f"{so_many(number, 'approved claim')}, {pounds(pence)} in all, go into one batch. "
        "Nothing is paid by that: it gives you the sheet for the bank and a schedule to print. "
        "When the bank has paid, come back and say which payments arrived.",
        button="Make the batch",
    )


def _found(request: HttpRequest, reference: str) -> Any:
    access.pay.require(request.user, timezone.localdate())
    return get_object_or_404(selectors.batches(), reference=reference)


def batch(request: HttpRequest, reference: str) -> HttpResponse:
    """One batch, its payments and what became of them."""
    found = _found(request, reference)
    page = Paginator(selectors.payments_of(found), 100).get_page(request.GET.get("page"))
    context = {
        "batch": found,
        "page": page,
        "keeps_bank": selectors.is_kept_here(timezone.localdate()),
        "steps": found.steps.select_related("by").order_by("at", "pk"),
        "may_come_back": selectors.late_returns(found, timezone.now()),
    }
    return render(request, "expenses/batch.html", context)


def batch_sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """The payments as a sheet for the bank; each bank account in it is a look that is recorded."""
    found = _found(request, reference)
    text = sheets.sheet(HEADERS, _rows(found, request.user))
    return _unkept(sheets.download(text, f"payments {found.reference}"))


def batch_workbook(request: HttpRequest, reference: str) -> HttpResponse:
    """The same for a spreadsheet program, which would drop the noughts in front of an account in the other."""
    found = _found(request, reference)
    content = sheets.workbook(HEADERS, _rows(found, request.user))
    return _unkept(sheets.download_workbook(content, f"payments {found.reference}"))


def _rows(batch: Any, reader: Any) -> list[list[object]]:
    payments = list(selectors.payments_of(batch))
    accounts = services.read_bank_details(payments, by=reader, at=timezone.now())
    return [_row(each, accounts.get(each.pk)) for each in payments]


def _unkept(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer


def _row(payment: Any, account: Any) -> list[object]:
    where = (account.sort_code, account.number, account.name) if account else ("", "", "")
    sum_of_money = Decimal(f"{payment.pence // 100}.{payment.pence % 100:02}")
    person, borough = payment.claim.volunteer.person, payment.claim.borough
    return [
        *(payment.reference, person.name, *where, sum_of_money, payment.claim.reference, borough.name),
        *(payment.outcome.capitalize(), payment.why),
    ]


def batch_schedule(request: HttpRequest, reference: str) -> HttpResponse:
    """The payments as a document to print and sign; accounts are masked."""
    found, at = _found(request, reference), timezone.now()
    payments = list(selectors.payments_of(found))
    told = {
        "title": "Schedule of payments",
        "subtitle": "Expenses of volunteers, paid back against receipts",
        "reference": found.reference,
        "marking": pdf.PERSONAL,
        "facts": [
            ["Made on", found.made_at],
            ["Made by", found.made_by.name],
            ["Payments", str(found.number)],
            ["Total", pounds(found.pence)],
            ["Status", found.get_status_display()],
        ],
        "payments": [_printed(each) for each in payments],
        "total": amount(sum(each.pence for each in payments)),
    }
    return pdf.download(pdf.make("expenses/schedule", told, at=at), f"schedule {found.reference}")


def _printed(payment: Any) -> list[str]:
    person, claim = payment.claim.volunteer.person, payment.claim
    account = getattr(person, "bank_account", None)
    where = rules.masked(account.number) if account else "Not known"
    said = payment.get_outcome_display() if payment.outcome else ""
    pence = amount(payment.pence)
    return [person.name, claim.borough.name, short_day(claim.on), claim.reference, where, pence, said]


def settle(request: HttpRequest, reference: str) -> HttpResponse:
    """Tick what was paid; what is not ticked waits."""
    found, at, back = _found(request, reference), timezone.now(), reverse("expenses:batch", args=[reference])
    pages.only_while(request, found, "OPEN", back=back)
    waiting = [each for each in selectors.payments_of(found) if not each.outcome]
    form = forms.Settle(request.POST or None, payments=waiting, initial={"paid": [each.reference for each in waiting]})
    return pages.deed(
        request,
        form,
        lambda typed: services.settle(found, by=request.user, at=at, **typed),
        said=lambda _: f"Noted as paid: {so_many(len(form.cleaned_data['paid']), 'payment')}. Each volunteer is told.",
        back=back,
        title="Which were paid?",
        intro="Untick what has not arrived. It stays open, and you can say later that it came back.",
        button="Note these as paid",
    )


def read_results(request: HttpRequest, reference: str) -> HttpResponse:
    """Read what became of each payment from Finance's own sheet."""
    found, at = _found(request, reference), timezone.now()
    pages.only_while(request, found, "OPEN", back=reverse("expenses:batch", args=[reference]))
    form = forms.ReadResults(request.POST or None, request.FILES or None)
    wrong: list[str] = []

    def note(typed: dict[str, Any]) -> tuple[int, int]:
        results, said = rules.results(tables.read(typed["sheet"].read()))
        wrong.extend(said)
        return (0, 0) if said else services.read_results(found, results, by=request.user, at=at)

    if form.carries_out(note) and not wrong:
        paid, bounced = form.outcome
        if paid or bounced:
            messages.success(request, f"{so_many(paid, 'payment')} paid, {figure(bounced)} came back.")
        else:
            messages.info(request, "The sheet said nothing new: each Outcome in it is empty, or was noted before.")
        return redirect("expenses:batch", reference)
    return render(request, "expenses/results.html", {"form": form, "batch": found, "wrong": wrong})


def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a batch back before anything was paid."""
    found, at, back = _found(request, reference), timezone.now(), reverse("expenses:batch", args=[reference])
    pages.only_while(request, found, "OPEN", back=back)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.take_back(found, by=request.user, at=at),
        said="The batch is taken back.",
        then=reverse("expenses:batches"),
        back=back,
        title="Take this batch back",
        intro="Only if nothing of it was sent to the bank. Its claims wait for the next batch.",
        button="Take it back",
    )


def came_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that a payment came back from the bank."""
    day, at = timezone.localdate(), timezone.now()
    access.pay.require(request.user, day)
    found = get_object_or_404(selectors.payments(), reference=reference)
    back = reverse("expenses:batch", args=[found.batch.reference])
    told = {"is_open": found.outcome in ("", "PAID"), "outcome": found.get_outcome_display()}
    pages.only_if(request, rules.check_waiting, back=back, **told)
    return pages.deed(
        request,
        forms.CameBack(request.POST or None),
        lambda typed: services.came_back(found, by=request.user, at=at, **typed),
        said="It is noted, and the MVP Manager is told.",
        back=back,
        title="A payment came back",
        intro=f"{pounds(found.pence)} to {found.claim.volunteer.person.name}. The claim goes back to the MVP "
        "Manager, who asks for the right details.",
        button="Note that it came back",
    )
