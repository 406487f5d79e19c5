"""What the time given is compared with, for the Central Team alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.insight import access, selectors


def value(request: HttpRequest) -> HttpResponse:
    """The years' time beside a range of comparator rates."""
    day = timezone.localdate()
    access.see_value.require(request.user, day)
    least, most = selectors.rates_on(day)
    context = {"years": selectors.compared_by_year(day), "least": least, "most": most}
    return render(request, "insight/value.html", context)
