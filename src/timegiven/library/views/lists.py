"""The library and the work lists."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from timegiven.library import access, forms, selectors
from timegiven.library.views import shown, shown_public
from timegiven.programme import selectors as programme

A_PAGE = 25


@csrf_exempt  # nothing is done: what was typed comes back as an address, without the rest of a postcode
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def library(request: HttpRequest) -> HttpResponse:
    """All approved roles, for everyone; no names of people."""
    day = timezone.localdate()
    filters = forms.Library(request.POST or request.GET, boroughs=programme.borough_choices())
    chosen, address = filters.usable(), filters.address(request.GET.get("view", ""))
    near, is_sent = request.GET.get("near", ""), request.method == "POST"
    has_a_better_address = not filters.errors if is_sent else chosen.get("near", near) != near
    if has_a_better_address:
        return redirect(f"{reverse('library:library')}{address}")
    # Where something that was sent is wrong, the links of the page keep what is right, and no more of a postcode.
    kept = QueryDict(address.removeprefix("?")) if is_sent else request.GET
    found = selectors.listed(
        day,
        words=chosen.get("words", ""),
        category=chosen.get("category", ""),
        bring=chosen.get("bring", ""),
        borough=chosen.get("borough", ""),
        is_open=chosen.get("open", False),
        time=chosen.get("time", ""),
        near=chosen.get("near", ""),
    )
    page = Paginator(found, A_PAGE).get_page(kept.get("page"))
    shown_public.addressed(page, request.user)
    context = {
        "filters": filters,
        "page_obj": page,
        "near": chosen.get("near", ""),
        "narrowed_by": kept,
        "as_table": kept.get("view") == "table",
        "other_view": shown.other_view(kept),
        "may_propose": access.have_an_idea(request.user, day),
        "ways": shown.ways(request.user, day, "library"),
        **shown_public.around(chosen, kept),
    }
    return render(request, "library/library.html", context)


def drafts(request: HttpRequest) -> HttpResponse:
    """What is being written or decided on where I serve."""
    day = timezone.localdate()
    access.see_drafts.require(request.user, day)
    filters = forms.Drafts(request.GET)
    found = selectors.drafts_seen_by(request.user, day).order_by("profile__title", "pk")
    if status := filters.usable().get("status"):
        found = found.filter(status=status)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page_obj": page,
        "may_propose": access.have_an_idea(request.user, day),
        "ways": shown.ways(request.user, day, "drafts"),
    }
    return render(request, "library/drafts.html", context)
