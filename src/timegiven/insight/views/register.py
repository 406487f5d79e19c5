"""The register of role profiles on any past day: to look at, as a sheet, and as a document."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.insight import access, forms, selectors
from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.library import selectors as library
from timegiven.programme import selectors as programme
from timegiven.ui import pdf, sheets

A_PAGE = 25
A_DOCUMENT = 500  # setting more takes the memory of several workers
QUESTIONS = ("Bound by law or duty", "Done on overtime", "A paid job")
HEADERS = (
    *("Profile", "Title", "Version", "Unit", "Borough", "Kind of work", "Decision", "Decided on", "Votes by seat"),
    *(f"{part}{why}" for part in QUESTIONS for why in ("?", ": why")),
    *("Risk assessment", "Volunteers"),
)


@dataclass(frozen=True)
class Asked:
    """Which day, and what was found."""

    filters: forms.Register
    day: date
    found: QuerySet[Any]


def _asked(request: HttpRequest) -> Asked:
    today = timezone.localdate()
    access.see_register.require(request.user, today)
    filters = forms.Register(request.GET, boroughs=programme.borough_choices())
    chosen = filters.usable()
    day = chosen.pop("on", None) or today
    if day > today:
        filters.add_error("on", "The day must be today or in the past")
        day = today
    return Asked(filters, day, library.register(day, **chosen))


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every profile in force on a day, with its decision, votes, answers, risks and number of volunteers."""
    asked = _asked(request)
    page = Paginator(asked.found, A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "filters": asked.filters,
        "day": asked.day,
        "page_obj": page,
        "entries": selectors.entries(page, asked.day),
        "query": query.urlencode(),
    }
    return render(request, "insight/register.html", context)


@require_safe
def register_sheet(request: HttpRequest) -> HttpResponse:
    """The same, as a sheet."""
    asked = _asked(request)
    rows = (_row(entry) for entry in selectors.entries(asked.found, asked.day))
    return sheets.download(sheets.sheet(HEADERS, rows), f"register of role profiles {asked.day.isoformat()}")


@require_safe
def register_pdf(request: HttpRequest) -> HttpResponse:
    """The same, as a document."""
    asked = _asked(request)
    _fits_a_document(asked.found.count())
    found = selectors.entries(asked.found, asked.day)
    boroughs = [
        {"name": name or "The whole force", "rows": [_printed(each) for each in of]}
        for name, of in groupby(found, key=lambda each: each.borough)
    ]
    data = {
        "title": "Register of role profiles",
        "subtitle": f"In force on {words.day(asked.day)}",
        "reference": f"Register {asked.day.isoformat()}",
        "count": words.figure(len(found)),
        "volunteers": words.figure(sum(each.volunteers for each in found)),
        "boroughs": boroughs,
    }
    content = pdf.make("insight/register", data, at=timezone.now())
    return pdf.download(content, f"register of role profiles {asked.day.isoformat()}")


def _fits_a_document(count: int) -> None:
    if count > A_DOCUMENT:
        raise NotAllowed(
            f"The document has not been made: {count:,} profiles are more than fit in one ({A_DOCUMENT}).",
            next_step="Choose a borough or a kind of work, or download the sheet, which holds them all.",
        )


def _decision(entry: selectors.Entry) -> str:
    with_conditions = {0: "", 1: " on 1 condition"}.get(entry.conditions, f" on {entry.conditions} conditions")
    return f"Approved by the Steering Group{with_conditions}"


def _votes(entry: selectors.Entry) -> str:
    return "; ".join(f"{vote.seat}: {vote.answer}" for vote in entry.votes) or "Not recorded"


def _row(entry: selectors.Entry) -> list[object]:
    answers = [part for each in entry.answers for part in ("Yes" if each.is_yes else "No", each.why)]
    return [
        *(entry.reference, entry.title, entry.version, entry.unit, entry.borough, entry.category),
        *(_decision(entry), entry.approved_on.isoformat(), _votes(entry), *answers),
        *(str(entry.risk), entry.volunteers),
    ]


def _printed(entry: selectors.Entry) -> list[str]:
    """The cells of the document's table."""
    answers = [
        f"{label}: {'yes' if each.is_yes else 'no'}. {each.why}"
        for label, each in zip(QUESTIONS, entry.answers, strict=True)
    ]
    return [
        f"{entry.title}\n{entry.reference}, version {entry.version}",
        entry.unit,
        f"{_decision(entry)}, {words.short_day(entry.approved_on)}\n"
        + "\n".join(f"{vote.seat}: {vote.answer}" for vote in entry.votes),
        "\n".join(answers),
        str(entry.risk),
        words.figure(entry.volunteers),
    ]
