"""Read session reports: the thank-you, the list, one report."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.attendance import access, forms, selectors
from timegiven.hours import selectors as hours
from timegiven.kernel.time import month_of


def thanks(request: HttpRequest, reference: str) -> HttpResponse:
    """Thank you: what the month has left, and whether a meal may be claimed."""
    day = timezone.localdate()
    report = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    if not access.report(request.user, report.placement, day):  # a unit reads the session, not the month beyond it
        return redirect("attendance:session", reference)
    strand = report.placement.volunteer.strand
    meal_from = selectors.meal_from(report.on, strand)
    context = {
        "report": report,
        "is_mine": report.person == request.user,
        "given": hours.given_in(report.person, report.on),
        "left": hours.left_in(report.person, report.on, strand),
        "is_over": month_of(report.on) < month_of(day),
        "may_claim_meal": meal_from is not None and report.minutes >= meal_from,
    }
    return render(request, "attendance/thanks.html", context)


def reports(request: HttpRequest) -> HttpResponse:
    """One's own reports, or those of the people that one looks after."""
    day = timezone.localdate()
    seen = selectors.reports_seen_by(request.user, day)
    sees_others = selectors.reads_others(request.user, day)
    filters = forms.Filters(request.GET if sees_others else {})  # one's own reports stand there as they are
    found = selectors.narrowed(seen, **filters.usable())
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    context = {
        "title": "Session reports",
        "page_obj": page,
        "filters": filters,
        "sees_others": sees_others,
        "may_key_in": access.key_in(request.user, day),
    }
    return render(request, "attendance/reports.html", context)


def session(request: HttpRequest, reference: str) -> HttpResponse:
    """One report with its earlier versions; its words only for those they were written for."""
    day = timezone.localdate()
    report = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    newer = selectors.newer_than(report)
    context = {
        "report": report,
        "tasks": report.tasks.order_by("position"),
        "earlier": selectors.versions_of(report),
        "newer": newer,
        "may_read": access.read_words(request.user, report, day),
        "may_correct": newer is None and not report.voided_at and access.correct(request.user, report, day),
        "may_look_into": access.look_into(request.user, report, day),
        "query": selectors.query_of(report) if access.read_words(request.user, report, day) else None,
    }
    return render(request, "attendance/session.html", context)
