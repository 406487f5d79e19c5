"""The pages of the handbook: its numbers, its words, its documents and the organisation."""

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.time import add_months
from timegiven.kernel.words import day as in_words
from timegiven.programme import access, forms, rules, selectors, services
from timegiven.programme.policy import policy
from timegiven.ui import pages

CHAPTERS = {
    "hours": "How much time",
    "library": "Role profiles",
    "joining": "Joining",
    "training": "Training",
    "placements": "Placements",
    "rota": "The rota",
    "attendance": "Session reports",
    "expenses": "Expenses",
    "people": "People",
    "concerns": "Concerns and leaving",
    "engagement": "Thanks and proof",
    "insight": "Reports",
}


SOON = 60  # days before its end a certificate is shown as ending


@login_not_required
def policies(request: HttpRequest) -> HttpResponse:
    """Every number of the handbook, what it means, and from when it holds."""
    day = timezone.localdate()
    may_decide = access.decide(request.user, day)
    filters = forms.Numbers(request.GET)
    chosen = filters.usable()
    found = selectors.chapters(day, for_central_team=may_decide)
    named = [(CHAPTERS.get(key, key.capitalize()), key, shown) for key, shown in found]
    words = chosen.get("words", "").casefold().split()
    sifted = [(title, key, [each for each in shown if each.speaks_of(words, title)]) for title, key, shown in named]
    chapters = [chapter for chapter in sifted if chapter[-1]]
    context = {
        "filters": filters,
        "chapters": chapters,
        "count": sum(len(shown) for *_, shown in chapters),
        "is_found": bool(words),
        "is_open": bool(words) or chosen.get("everything", False),
        "day": day,
        "may_decide": may_decide,
    }
    return render(request, "programme/policies.html", context)


def decide(request: HttpRequest, name: str) -> HttpResponse:
    """A new value for one number, from a day on."""
    number, day, at = policy(name), timezone.localdate(), timezone.now()
    if number is None:
        raise Http404
    access.decide.require(request.user, day)

    now, strands = number.on(day), selectors.strands()
    form = forms.Decide(request.POST or None, policy=number, now=now, strands=strands, initial={"from_on": day})
    if form.carries_out(lambda _: services.decide(number, by=request.user, at=at, **form.facts())):
        row = form.outcome
        said = f"{number.in_words(row.value)} from {in_words(row.from_on)}"
        messages.success(request, f"The handbook changes: {said}.")
        return redirect(f"{reverse('programme:policies')}#{number.name.partition('.')[0]}")
    page = {"form": form, "policy": number, "now": number.in_words(now), "title": "Change a number"}
    page["now_filled_in"] = isinstance(now, dict)
    return render(request, "programme/decide.html", page)


@login_not_required
def glossary(request: HttpRequest) -> HttpResponse:
    """What the words and letters mean, from A to Z."""
    filters = forms.Words(request.GET)
    typed = filters.usable().get("words", "")
    found = sorted(selectors.terms(typed), key=lambda term: term.term.casefold())
    letters = [(letter, list(terms)) for letter, terms in groupby(found, key=lambda term: _letter(term.term))]
    return render(request, "programme/glossary.html", {"filters": filters, "letters": letters, "count": len(found)})


def _letter(term: str) -> str:
    return term[0].upper() if term[0].isalpha() else "0–9"


@login_not_required
def documents(request: HttpRequest) -> HttpResponse:
    """The controlled documents in their present editions."""
    day = timezone.localdate()
    rows = [
        (found, found.issued[0], found.issued[0].review_is_due(day))
        for found in selectors.documents_seen_by(request.user, day)
    ]
    context = {
        "rows": rows,
        "staff": access.see_reviews(request.user, day),
        "may_keep": access.keep_documents(request.user, day),
    }
    return render(request, "programme/documents.html", context)


def add_document(request: HttpRequest) -> HttpResponse:
    """A document that the programme did not have before."""
    day = timezone.localdate()
    access.keep_documents.require(request.user, day)
    return pages.deed(
        request,
        forms.AddDocument(request.POST or None, initial={"review_on": add_months(day, 12)}),
        lambda typed: services.add_document(by=request.user, at=timezone.now(), **typed),
        said=lambda made: f"{made.title} is among the documents from today.",
        back=reverse("programme:documents"),
        then=lambda made: reverse("programme:document", args=[made.code]),
        title="Add a document",
        intro="Its first edition holds from today. Words that change later are issued as a new edition, and this one "
        "can always be read. On the day of its review it stands on the first page of the Central Team.",
        button="Add the document",
    )


@login_not_required
def document(request: HttpRequest, code: str) -> HttpResponse:
    """One document, in its present edition or in one that went before."""
    return _document(request, code, "programme/document.html")


@login_not_required
def about(request: HttpRequest) -> HttpResponse:
    """Why the programme is there and what comes of it, with what to read next."""
    return _document(request, "about", "programme/about.html")


def _document(request: HttpRequest, code: str, template: str) -> HttpResponse:
    day = timezone.localdate()
    found = selectors.document_seen_by(request.user, day, code)
    if found is None:
        raise Http404
    wanted = request.GET.get("edition", "")
    shown = next((each for each in found.issued if str(each.number) == wanted), found.issued[0])
    context = {
        "document": found,
        "edition": shown,
        "is_current": shown == found.issued[0],
        "others": [each for each in found.issued if each != shown],
        "to_come": selectors.to_come(found, day) if access.see_reviews(request.user, day) else None,
        "may_keep": access.keep_documents(request.user, day),
        "overdue": access.see_reviews(request.user, day) and shown.review_is_due(day),
    }
    return render(request, template, context)


def _kept(request: HttpRequest, code: str) -> tuple[Any, Any, str]:
    """A document that may be issued anew, its newest edition, and the way back."""
    day = timezone.localdate()
    found = selectors.document_seen_by(request.user, day, code)
    if found is None:
        raise Http404
    access.keep_documents.require(request.user, day)
    return found, selectors.last_edition(found), reverse("programme:document", args=[code])


def issue_edition(request: HttpRequest, code: str) -> HttpResponse:
    """New words for a document, from a day on."""
    found, last, back = _kept(request, code)
    day = timezone.localdate()
    began = {
        "after": last.number,
        "body": rules.unwrapped(last.body),
        "issued_on": day,
        "review_on": add_months(day, 12),
    }
    return pages.deed(
        request,
        forms.IssueEdition(request.POST or None, initial=began),
        lambda typed: services.issue_edition(found, by=request.user, at=timezone.now(), **typed),
        said=lambda made: f"Edition {made.number} holds from {in_words(made.issued_on)}.",
        back=back,
        title=f"Issue edition {last.number + 1}",
        intro=f"{found.title}. Edition {last.number} stays as it is and can always be read. Volunteers who signed an "
        "earlier Statement of Expectation are invited by letter to read the new one.",
        button="Issue it",
    )


def note_review(request: HttpRequest, code: str) -> HttpResponse:
    """The document was looked at and stays as it is."""
    found, last, back = _kept(request, code)
    began = {"after": last.number, "review_on": add_months(timezone.localdate(), 12)}
    return pages.deed(
        request,
        forms.NoteReview(request.POST or None, initial=began),
        lambda typed: services.note_review(found, by=request.user, at=timezone.now(), **typed),
        said="Noted. The words stay as they are.",
        back=back,
        title="Reviewed, and nothing to change",
        intro=f"{found.title}, edition {last.number}.",
        button="Note the review",
    )


def organisation(request: HttpRequest) -> HttpResponse:
    """The organisation as it stands, or stood on any day."""
    filters, day = _on_day(request)
    page = {"filters": filters, "day": day, "is_past": day < timezone.localdate(), "roots": selectors.tree_on(day)}
    return render(request, "programme/organisation.html", page)


def unit(request: HttpRequest, reference: str) -> HttpResponse:
    """One part of the organisation: where it is, whom it answers to, and what stands under it."""
    _, day = _on_day(request)
    found = get_object_or_404(selectors.units_seen_by(request.user), reference=reference)
    context = {
        "unit": found,
        "day": day,
        "exists": found.covers(day),
        "lines": selectors.lines_of(found),
        "under": selectors.under_on(found, day),
    }
    return render(request, "programme/unit.html", context)


def _on_day(request: HttpRequest) -> tuple[forms.OnDay, date]:
    today = timezone.localdate()
    filters = forms.OnDay({"day": request.GET.get("day") or today})
    return filters, filters.usable().get("day") or today


def cover(request: HttpRequest) -> HttpResponse:
    """The certificates of insurance with their days: what the force has its volunteers insured for (clause 56)."""
    day, ended = timezone.localdate(), bool(request.GET.get("ended"))
    page = Paginator(selectors.certificates(day, ended=ended), 25).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": [(each, *_state(each, day)) for each in page],
        "ended": ended,
        "may_keep": access.keep_cover(request.user, day),
        "sees_numbers": access.see_certificates(request.user, day),
    }
    return render(request, "programme/cover.html", context)


def _state(cover: Any, day: date) -> tuple[str, str]:
    if cover.until_on and cover.until_on <= day:
        return "Ended", "grey"
    if cover.from_on > day:
        return "To come", "blue"
    return ("Ends soon", "yellow") if cover.until_on and (cover.until_on - day).days <= SOON else ("In force", "green")


def add_cover(request: HttpRequest) -> HttpResponse:
    """Enter a certificate."""
    day, at = timezone.localdate(), timezone.now()
    access.keep_cover.require(request.user, day)

    form = forms.AddCover(request.POST or None, strands=selectors.strands(), initial={"from_on": day})
    return pages.deed(
        request,
        form,
        lambda _: services.add_cover(by=request.user, at=at, **form.facts()),
        said="The certificate is added.",
        back=reverse("programme:cover"),
        title="Add a certificate of insurance",
        button="Add the certificate",
    )


def end_cover(request: HttpRequest, reference: str) -> HttpResponse:
    """Say when a certificate ends."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.cover_seen_by(request.user), reference=reference)
    access.keep_cover.require(request.user, day)

    form = forms.EndCover(request.POST or None, initial={"until_on": found.until_on or day})
    return pages.deed(
        request,
        form,
        lambda typed: services.end_cover(found, by=request.user, at=at, **typed),
        said=lambda _: f"The certificate ends on {in_words(form.cleaned_data['until_on'])}.",
        back=reverse("programme:cover"),
        title="End a certificate of insurance",
        intro=f"{found.get_kind_display()}, {found.strand.name}, certificate {found.certificate}. From that day no "
        "role that needs it can be approved, offered or booked, unless another certificate takes over.",
        button="Set the day",
    )
