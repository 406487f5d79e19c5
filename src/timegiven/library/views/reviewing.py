"""The lists of reviews and of what is still to be done about risks."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.library import access, forms, selectors
from timegiven.library.views import risks, shown

A_PAGE = 25


def reviews(request: HttpRequest) -> HttpResponse:
    """Risk assessments by unit, the overdue first (clause 59)."""
    day = timezone.localdate()
    access.see_reviews.require(request.user, day)
    filters = forms.Reviews(request.GET, units=selectors.units_reviewed(request.user, day))
    chosen = filters.usable()
    state, unit = chosen.get("state", ""), chosen.get("unit", "")
    found = selectors.reviews_by_unit(request.user, day, state=state, unit=unit)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    for each in page:
        each.may_assess = access.assess(request.user, each.unit, day)
        each.may_report = access.report_change(request.user, each.unit, day)
    context = {
        "filters": filters,
        "page_obj": page,
        "today": day,
        "state": state,
        "soon_until": selectors.noticed_until(day),
        "tiles": risks.tiles(request.user, day),
        "actions_open": selectors.actions_by_day(request.user, day).count(),
        "changes": list(selectors.changes_waiting(request.user, day)),
        "to_follow": [
            (version, unit, access.assess(request.user, unit, day))
            for version, unit in selectors.places_to_follow(request.user, day)
        ],
        "ways": shown.ways(request.user, day, "reviews"),
    }
    return render(request, "library/reviews.html", context)


def actions(request: HttpRequest) -> HttpResponse:
    """What is still to be done about the hazards, the longest overdue first."""
    day = timezone.localdate()
    access.see_reviews.require(request.user, day)
    filters = forms.Actions(request.GET)
    state = filters.usable().get("state", "")
    found = selectors.actions_by_day(request.user, day, state=state)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    for each in page:
        each.may_finish = access.finish(request.user, each.hazard.assessment.unit, day)
    context = {
        "filters": filters,
        "page_obj": page,
        "today": day,
        "ways": shown.ways(request.user, day, "reviews"),
    }
    return render(request, "library/actions.html", context)
