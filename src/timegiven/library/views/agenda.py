"""What is before the Steering Group, and what it has decided."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.library import access, forms, selectors, services
from timegiven.library.views import shown
from timegiven.ui import pages

A_PAGE, LATELY = 25, 5


def agenda(request: HttpRequest) -> HttpResponse:
    """What is before the group, the first to close first; its meetings; what it has decided lately."""
    day = timezone.localdate()
    access.see_agenda.require(request.user, day)
    filters = forms.Agenda(request.GET)
    mine = filters.usable().get("mine", False)
    page = Paginator(selectors.agenda(request.user, day, mine=mine), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page_obj": page,
        "lines": _lines(request, list(page)),
        "meetings": list(selectors.meetings_planned(request.user, day)),
        "held": list(selectors.meetings_held(request.user, day)[:LATELY]),
        "decided": list(selectors.decided_papers(request.user, day)[:LATELY]),
        "sees_meetings": access.see_meetings(request.user, day),
        "may_convene": access.convene(request.user, day),
        "ways": shown.ways(request.user, day, "agenda"),
    }
    return render(request, "library/agenda.html", context)


def _lines(request: HttpRequest, papers: list[Any]) -> list[dict[str, Any]]:
    """Each paper with how far it is: the same few queries for one or for many."""
    at, day = timezone.now(), timezone.localdate()
    boards, needed = selectors.boards(papers, day), selectors.quorum(day)
    objected = selectors.objected(papers)
    return [
        {
            "paper": each,
            "standing": selectors.standing_of(each, at, boards[each.pk], needed=needed),
            "seats": sum(bool(place.sitters) for place in boards[each.pk]),
            "is_objected": each.pk in objected,
            "may_declare": request.user.pk in selectors.in_the_chair(boards[each.pk]),
        }
        for each in papers
    ]


def conditions(request: HttpRequest) -> HttpResponse:
    """The conditions of approvals that are not met yet."""
    day = timezone.localdate()
    access.see_conditions.require(request.user, day)
    page = Paginator(selectors.conditions_due(request.user, day), A_PAGE).get_page(request.GET.get("page"))
    lines = [{"condition": each, "may_meet": access.meet_condition(request.user, each.version, day)} for each in page]
    context = {"page_obj": page, "lines": lines, "today": day, "ways": shown.ways(request.user, day, "conditions")}
    return render(request, "library/conditions.html", context)


def met(request: HttpRequest, reference: str) -> HttpResponse:
    """A condition has been met."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.conditions_due(request.user, day), reference=reference)
    access.meet_condition.require(request.user, found.version, day)

    return pages.deed(
        request,
        forms.Met(request.POST or None),
        lambda _: services.meet_condition(found, by=request.user, at=timezone.now()),
        said="Recorded. Thank you.",
        back=reverse("library:conditions"),
        title="Has this condition been met?",
        intro=f"{found.version.title}: {found.text}",
        button="It is met",
    )
