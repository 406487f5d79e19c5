"""Reports to committees: the list, one of them to read, and as a document. What is published is for everybody."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.insight import access, rules, selectors
from timegiven.kernel import words
from timegiven.ui import pdf
from timegiven.ui.components.prose import blocks


@login_not_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """What is published; whoever writes and audits sees above it what is in hand."""
    day = timezone.localdate()
    sees_all = access.see_every_report(request.user, day)
    context = {
        "page_obj": Paginator(selectors.published_now(), 25).get_page(request.GET.get("page")),
        "in_hand": selectors.in_hand() if sees_all else [],
        "sees_all": sees_all,
        "may_write": access.write_report(request.user, day),
    }
    return render(request, "insight/reports.html", context)


@login_not_required
@require_safe
def report(request: HttpRequest, reference: str) -> HttpResponse:
    """One report as it will be read, and what is missing while it is a draft."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    sees_all, may_write = access.see_every_report(request.user, day), access.write_report(request.user, day)
    shown = read(found, day)
    missing = selectors.missing(found, shown["told"]) if found.status == found.Status.DRAFT else []
    context = {
        **shown,
        "sees_all": sees_all,
        "may_write": may_write,
        "missing": missing,
        "parts": _parts(found, missing) if may_write else [],
        "replaced_by": selectors.replaced_by(found, published=not sees_all),
        "steps": found.steps.select_related("by").order_by("at", "pk") if sees_all else [],
    }
    return render(request, "insight/report.html", context)


def read(found: Any, day: date) -> dict[str, Any]:
    """What a page and a document show of a report."""
    lines = [line.strip() for line in found.recommendations.splitlines() if line.strip()]
    return {
        "report": found,
        "told": selectors.told(found, day),
        "recommendations": lines,
        "years": selectors.money_by_year(found),
    }


def _parts(found: Any, missing: list[rules.Missing]) -> list[dict[str, str]]:
    """The parts of a draft, each with what it still needs."""
    left: dict[str, list[str]] = {}
    for each in missing:
        left.setdefault(each.part, []).append(each.words)
    return [
        {
            "title": part.title,
            "url": reverse("insight:part", args=[found.reference, part.key]),
            "hint": ". ".join(left.get(part.key, [])),
            "status": "To do" if part.key in left else "Ready" if _is_filled(found, part) else "If you like",
            "colour": "blue" if part.key in left else "",
        }
        for part in rules.PARTS
    ]


def _is_filled(found: Any, part: rules.Part) -> bool:
    return any(getattr(found, column) for column in part.columns)


@login_not_required
@require_safe
def report_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The report as a tagged document."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    shown = read(found, day)
    number = f"Report {found.number}" if found.number else "Report"
    meets_on = words.day(found.meets_on) if found.meets_on else "no day yet"
    state = "A draft, not to be passed on" if found.status == found.Status.DRAFT else f"Version {found.version}"
    data = {
        "title": found.called,
        "subtitle": f"{number} of the meeting on {meets_on}, {found.committee}",
        "reference": f"{number}, {meets_on}. {state}",
        "state": state,
        "by_whom": found.by_whom,
        "why_corrected": found.why_corrected,
        "recommendations": shown["recommendations"],
        "background": [_block(kind, lines) for kind, lines in blocks(found.background)],
        "texts": {
            name: getattr(found, name)
            for name in "summary about_boroughs equality finance authors papers contact".split()
        },
        "confidence": _confidence(found),
        "told": shown["told"],
        "years": [_printed(each) for each in shown["years"]],
    }
    content = pdf.make("insight/report", data, at=timezone.now())
    return pdf.download(content, f"{found.called} version {found.version}")


def _block(kind: str, lines: list[str]) -> dict[str, Any]:
    """A heading, a list or a paragraph of the supporting information."""
    if kind in {"ul", "ol"}:
        return {"kind": "list", "items": lines}
    return {"kind": "heading" if kind.startswith("h") else "paragraph", "words": " ".join(lines)}


def _confidence(found: Any) -> str:
    if found.confidence_percent is None or not found.confidence:
        return ""
    on = f", {words.day(found.confidence_on)}" if found.confidence_on else ""
    return f"{found.confidence}: {found.confidence_percent} per cent ({found.confidence_source}{on})."


def _printed(year: rules.Year) -> dict[str, Any]:
    rows = [
        [
            row.what,
            "Received" if row.is_received else "Planned cost",
            row.get_phase_display(),
            row.source,
            words.amount(row.pence),
        ]
        for row in [*year.planned, *year.received]
    ]
    sums = {"Planned": year.planned_pence, "Received": year.received_pence}
    said = [f"{what} in all: {words.pounds(pence)}." for what, pence in sums.items() if pence]
    return {"name": year.name, "rows": rows, "sums": " ".join(said)}
