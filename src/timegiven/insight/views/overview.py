"""The programme at a glance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.engagement import access as engagement_access
from timegiven.hours import access as hours_access
from timegiven.insight import access, selectors


def overview(request: HttpRequest) -> HttpResponse:
    """Volunteers and hours, all together and by borough."""
    day = timezone.localdate()
    access.see_overview.require(request.user, day)
    year = selectors.year_of_hours(day, None)
    boroughs = selectors.hours_by_borough(day)
    return render(
        request,
        "insight/overview.html",
        {
            "volunteers": selectors.volunteers_by_status(None),
            "may_see_value": access.see_value(request.user, day),
            "may_see_assessments": access.see_assessments(request.user, day),
            "may_write_recruitment": engagement_access.write_recruitment(request.user, day),
            "may_see_register": access.see_register(request.user, day),
            "total": year.hours,
            "may_see_totals": hours_access.see_totals(request.user, day),
            "by_month": {"title": "Hours given each month", "unit": "hours", "rows": year.by_month},
            "by_borough": {
                "title": "Hours given by borough, last twelve months",
                "unit": "hours",
                "rows": boroughs,
                "horizontal": True,
            },
        },
    )
