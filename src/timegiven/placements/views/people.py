"""Lists of volunteers: of a borough, and of a unit."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.placements import access, forms, selectors


def volunteers(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    access.see_list.require(request.user, day)

    choices = selectors.filter_choices(request.user, day)
    filters = forms.Filters(request.GET, **choices)
    chosen = {name: value for name, value in filters.usable().items() if value}
    found = selectors.volunteers_list(request.user, day, **chosen)
    page: Any = Paginator(found, 25).get_page(request.GET.get("page"))
    rows = selectors.with_roles(list(page), day)
    shown = {
        "filters": filters,
        "page": page,
        "rows": rows,
        "may_match": access.see_fits(request.user, day),
        "may_see_cards": access.see_first_aid(request.user, day),
        "may_see_accounts": access.see_accounts(request.user, day),
        "may_see_kit": access.see_kit_out(request.user, day),
    }
    return render(request, "placements/volunteers.html", shown)


def my_unit(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    access.see_unit.require(request.user, day)

    units = selectors.units_managed_by(request.user, day)
    page = Paginator(selectors.at_unit(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "placements/my_unit.html", {"units": units, "page": page})


def unconfirmed(request: HttpRequest) -> HttpResponse:
    """Whose role has changed, and who has not said yes to it yet (clause 57)."""
    day = timezone.localdate()
    access.see_list.require(request.user, day)

    page = Paginator(selectors.unconfirmed(request.user, day), 25).get_page(request.GET.get("page"))
    told = selectors.told_of(list(page))
    rows = [(placement, told.get(placement.pk)) for placement in page]
    return render(request, "placements/unconfirmed.html", {"page": page, "rows": rows})
