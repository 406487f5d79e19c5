"""The library and the work lists."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
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
    form = forms.Library(request.POST or request.GET, boroughs=programme.borough_choices())
    form.is_valid()
    chosen = form.cleaned_data
    if "near" not in form.errors and (request.method == "POST" or chosen["near"] != request.GET.get("near", "")):
        return redirect(f"{reverse('library:library')}{form.address(request.GET.get('view', ''))}")
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
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown_public.addressed(page, request.user)
    context = {
        "form": form,
        "page_obj": page,
        "near": chosen.get("near", ""),
        "as_table": request.GET.get("view") == "table",
        "other_view": shown.other_view(request.GET),
        "may_propose": access.have_an_idea(request.user, day),
        "ways": shown.ways(request.user, day, "library"),
        **shown_public.around(chosen, request.GET),
    }
    return render(request, "library/library.html", context)


def drafts(request: HttpRequest) -> HttpResponse:
    """What is being written or decided on where I serve."""
    day = timezone.localdate()
    access.see_drafts.require(request.user, day)
    form = forms.Drafts(request.GET)
    found = selectors.drafts_seen_by(request.user, day).order_by("profile__title", "pk")
    if form.is_valid() and form.cleaned_data["status"]:
        found = found.filter(status=form.cleaned_data["status"])
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page_obj": page,
        "may_propose": access.have_an_idea(request.user, day),
        "ways": shown.ways(request.user, day, "drafts"),
    }
    return render(request, "library/drafts.html", context)
