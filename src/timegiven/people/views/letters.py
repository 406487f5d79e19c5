"""The letters that go by post, because their reader has no e-mail or it does not reach them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from timegiven.kernel.words import so_many
from timegiven.people import access, rules, selectors, services
from timegiven.ui import pdf
from timegiven.ui.forms import Form

LATELY = timedelta(days=7)
ON_A_PAGE = 50


def letters_to_print(request: HttpRequest) -> HttpResponse:
    """What waits to be posted, the longest waiting first; ticked, or all at once, they are put together."""
    day, at = timezone.localdate(), timezone.now()
    access.post_letters.require(request.user, day)
    waiting = selectors.letters_to_choose(request.user, day)
    form = Form(request.POST or None)
    if form.carries_out(lambda _: services.bundle(_chosen(request, waiting), by=request.user, at=at)):
        made, number = form.outcome
        messages.success(request, f"{so_many(number, 'letter')} put together.{_left_out(request, number)}")
        return redirect("people:bundle", made.reference)
    page = Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": _with_address(page),
        "form": form,
        "ticked": request.POST.getlist("letter"),
        "most": rules.MOST_TOGETHER,
        "bundles": selectors.bundles_to_post(request.user, day),
        "not_needed": selectors.not_needed_since(request.user, day, at - LATELY)[:ON_A_PAGE],
    }
    return render(request, "people/letters_to_print.html", context)


def _chosen(request: HttpRequest, waiting: Any) -> list[str]:
    """Those ticked; or all, as many as one document holds."""
    if "all" in request.POST:
        return list(waiting.values_list("reference", flat=True)[: rules.MOST_TOGETHER])
    return request.POST.getlist("letter")


def _left_out(request: HttpRequest, number: int) -> str:
    missing = 0 if "all" in request.POST else len(set(request.POST.getlist("letter"))) - number
    if not missing:
        return ""
    return f" {so_many(missing, 'other')} had been posted or put together meanwhile, or came to be of no use."


def _with_address(letters: Any) -> list[tuple[Any, bool]]:
    known = selectors.addresses(letter.recipient for letter in letters)
    return [(letter, bool(known.get(letter.recipient))) for letter in letters]


def bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """Letters that were put together: print them, post them, say so."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.bundles_seen_by(request.user, day), reference=reference)
    letters = list(selectors.letters_in(found, request.user, day))
    by_status = {name: [each for each in letters if each.status in statuses] for name, statuses in _KINDS.items()}
    context = {
        "bundle": found,
        "rows": _with_address(by_status["waiting"]),
        "posted": by_status["posted"],
        "not_needed": by_status["not_needed"],
        "may_wait_again": any(each.text for each in by_status["posted"]),
        "form": Form(),
    }
    return render(request, "people/bundle.html", context)


_KINDS = {"waiting": ("TO_PRINT", "FAILED"), "posted": ("PRINTED",), "not_needed": ("OVERTAKEN",)}


@require_safe
def bundle_document(request: HttpRequest, reference: str) -> HttpResponse:
    """The letters of a bundle that wait, as one document to print."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.bundles_seen_by(request.user, day), reference=reference)
    letters = [each for each in selectors.letters_in(found, request.user, day) if each.status in _KINDS["waiting"]]
    rules.check_waiting(number=len(letters))
    known = selectors.addresses(each.recipient for each in letters)
    told = {
        "title": f"Letters to post, bundle {found.reference}",
        "marking": "",
        "letters": [
            {
                "name": each.to_name,
                "address": rules.on_envelope(known.get(each.recipient, "")),
                "date": timezone.localdate(each.owed_at),
                "subject": each.subject,
                "paragraphs": each.text.split("\n\n"),
            }
            for each in letters
        ],
    }
    answer = pdf.download(pdf.make("people/letters", told, at=at), f"letters {found.reference}")
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def post_bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """All of them are in the post."""
    return _to_all(request, reference, services.post_bundle, "{} marked as posted.")


@require_POST
def not_posted(request: HttpRequest, reference: str) -> HttpResponse:
    """They were not posted after all."""
    return _to_all(request, reference, services.not_posted, "{} waiting again.")


@require_POST
def unbundle(request: HttpRequest, reference: str) -> HttpResponse:
    """Those that wait go back on the list."""
    return _to_all(request, reference, services.unbundle, "{} on the list again.", "people:letters_to_print")


def _to_all(request: HttpRequest, reference: str, deed: Callable[..., int], said: str, then: str = "") -> HttpResponse:
    found = get_object_or_404(selectors.bundles_seen_by(request.user, timezone.localdate()), reference=reference)
    number = deed(found, by=request.user, at=timezone.now())
    messages.success(request, said.format(so_many(number, "letter")))
    return redirect(then) if then else redirect("people:bundle", reference)


def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """One letter as it is printed, for an envelope with a window."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.letters_seen_by(request.user, day, went=True), reference=reference)
    context = {
        "letter": found,
        "address": rules.on_envelope(selectors.addresses([found.recipient]).get(found.recipient, "")),
        "paragraphs": found.text.split("\n\n"),
        "is_waiting": found.status in _KINDS["waiting"],
        "form": Form(),
    }
    return render(request, "people/letter.html", context)


@require_POST
def mark_printed(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter is printed and goes out."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.letters_seen_by(request.user, day, went=True), reference=reference)
    services.mark_printed(found, by=request.user, at=at)
    messages.success(request, f"The letter to {found.to_name} is marked as posted.")
    return redirect("people:letters_to_print")


@require_POST
def letter_not_posted(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter was not posted after all."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.letters_seen_by(request.user, day, went=True), reference=reference)
    services.letter_not_posted(found, by=request.user, at=at)
    messages.success(request, f"The letter to {found.to_name} is on the list again.")
    return redirect("people:letters_to_print")
