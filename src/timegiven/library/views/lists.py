"""The library and the work lists."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.library import access, forms, selectors
from timegiven.library.views import shown
from timegiven.programme import selectors as programme

A_PAGE = 25


@login_not_required
def library(request: HttpRequest) -> HttpResponse:
    """All approved roles, for everyone; no names of people."""
    day = timezone.localdate()
    boroughs = programme.borough_choices()
    form = forms.Library(request.GET, boroughs=boroughs)
    form.is_valid()
    chosen = form.cleaned_data
    found = selectors.library(
        day,
        words=chosen.get("words", ""),
        category=chosen.get("category", ""),
        borough=chosen.get("borough", ""),
        is_open=chosen.get("open", False),
    )
    context = {
        "form": form,
        "page_obj": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "as_table": request.GET.get("view") == "table",
        "other_view": shown.other_view(request.GET),
        "may_propose": access.have_an_idea(request.user, day),
        "ways": shown.ways(request.user, day, "library"),
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


def agenda(request: HttpRequest) -> HttpResponse:
    """What is before the Steering Group, the longest there first."""
    day = timezone.localdate()
    access.see_agenda.require(request.user, day)
    form = forms.Agenda(request.GET)
    mine = form.is_valid() and form.cleaned_data["mine"]
    found = selectors.agenda(request.user, day, mine=mine)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    ways = shown.ways(request.user, day, "agenda")
    return render(request, "library/agenda.html", {"form": form, "page_obj": page, "ways": ways})
