"""The letters that go by post, because their reader has no e-mail or it does not reach them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from timegiven.people import access, rules, selectors, services
from timegiven.ui.forms import Form


def letters_to_print(request: HttpRequest) -> HttpResponse:
    """What waits to be posted, the longest waiting first."""
    day = timezone.localdate()
    access.post_letters.require(request.user, day)

    page = Paginator(selectors.letters_seen_by(request.user, day), 25).get_page(request.GET.get("page"))
    addresses = selectors.addresses(letter.recipient for letter in page)
    rows = [(letter, bool(addresses.get(letter.recipient))) for letter in page]
    return render(request, "people/letters_to_print.html", {"page": page, "rows": rows})


def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """One letter as it is printed, for an envelope with a window."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.letters_seen_by(request.user, day), reference=reference)
    context = {
        "letter": found,
        "address": rules.on_envelope(selectors.addresses([found.recipient]).get(found.recipient, "")),
        "paragraphs": found.text.split("\n\n"),
        "form": Form(),
    }
    return render(request, "people/letter.html", context)


@require_POST
def mark_printed(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter is printed and goes out."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.letters_seen_by(request.user, day, went=True), reference=reference)
    services.mark_printed(found, by=request.user, at=at)
    messages.success(request, f"The letter to {found.to_name} is marked as printed.")
    return redirect("people:letters_to_print")
