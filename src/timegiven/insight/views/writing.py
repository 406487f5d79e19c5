"""Writing a report to a committee: its parts, its money, and the deeds that finish and publish it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.insight import access, forms, rules, selectors, services
from timegiven.ui import pages

FROZEN = "From then on neither its words nor its figures change, whatever is entered later. "


def _found(request: HttpRequest, reference: str) -> tuple[Any, str]:
    day = timezone.localdate()
    found = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    access.write_report.require(request.user, day)
    return found, reverse("insight:report", args=[reference])


def begin_report(request: HttpRequest) -> HttpResponse:
    """Begin a report."""
    access.write_report.require(request.user, timezone.localdate())
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.begin_report(by=request.user, at=timezone.now()),
        said="The report is begun. Write its parts in any order, on any day.",
        then=lambda made: reverse("insight:report", args=[made.reference]),
        back=reverse("insight:reports"),
        title="Begin a report to a committee",
        intro="You write the words; the figures come from what is on record, so that nobody can be picked out. "
        "Nobody but the Central Team and auditors sees it until you publish it.",
        button="Begin",
    )


def part(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """One part of a draft."""
    found, back = _found(request, reference)
    asked = next((each for each in rules.PARTS if each.key == part), None)
    if asked is None:
        raise Http404
    pages.only_while(request, found, found.Status.DRAFT, back=back)
    initial = {column: getattr(found, column) for column in asked.columns}
    form = forms.PART_FORMS[part](request.POST or None, initial=initial)
    page: dict[str, Any] = {"report": found, "part": asked}
    if part == "money":
        page["years"] = selectors.money_by_year(found)
    if part == "boroughs":
        page["told"] = selectors.told(found, timezone.localdate())
    return pages.deed(
        request,
        form,
        lambda typed: services.write_part(found, by=request.user, at=timezone.now(), **typed),
        said="Saved.",
        back=back,
        template="insight/part.html",
        title=asked.title,
        **page,
    )


def add_money(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a planned cost, or money received."""
    found, back = _found(request, reference)
    pages.only_while(request, found, found.Status.DRAFT, back=back)
    first = rules.financial_year_of(found.meets_on or timezone.localdate()) - 1
    form = forms.Money(request.POST or None, first=first)
    return pages.deed(
        request,
        form,
        lambda _: services.add_money(found, by=request.user, at=timezone.now(), **form.facts()),
        said="Added.",
        back=reverse("insight:part", args=[reference, "money"]),
        title="Add a cost or money received",
        button="Add it",
    )


def remove_money(request: HttpRequest, reference: str, row: str) -> HttpResponse:
    """Take a row out again."""
    found, back = _found(request, reference)
    each = get_object_or_404(selectors.money_of(found), reference=row)
    pages.only_while(request, found, found.Status.DRAFT, back=back)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.remove_money(each, by=request.user, at=timezone.now()),
        said="Taken out.",
        back=reverse("insight:part", args=[reference, "money"]),
        title="Take this out?",
        intro=f"{each.what}, {rules.financial_year(each.year)}.",
        button="Take it out",
    )


def finish_report(request: HttpRequest, reference: str) -> HttpResponse:
    """Finish it for good, or see what is missing."""
    found, back = _found(request, reference)
    pages.only_while(request, found, found.Status.DRAFT, back=back)
    missing = selectors.missing(found, selectors.told(found, timezone.localdate()))
    if missing and request.method != "POST":
        return render(request, "insight/missing.html", {"report": found, "missing": missing})
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.finish_report(found, by=request.user, at=timezone.now()),
        said="The report is finished. It is public when you publish it.",
        back=back,
        title="Finish the report?",
        intro=FROZEN + "A correction is a new version. Nobody else reads it until you publish it.",
        button="Finish the report",
    )


def publish_report(request: HttpRequest, reference: str) -> HttpResponse:
    """Publish it, asked once more."""
    found, back = _found(request, reference)
    pages.only_towards(request, found, found.Status.PUBLISHED, back=back)
    return pages.deed(
        request,
        forms.Publish(request.POST or None),
        lambda _: services.publish_report(found, by=request.user, at=timezone.now()),
        said="The report is public. Everybody can read it.",
        back=back,
        title="Publish the report?",
        intro=f"{found.called}, version {found.version}. Everybody can read it then, without signing in, and search "
        "engines find it. Whoever has taken a copy keeps it.",
        button="Publish it",
    )


def take_off_report(request: HttpRequest, reference: str) -> HttpResponse:
    """Take it off the public page."""
    found, back = _found(request, reference)
    pages.only_while(request, found, found.Status.PUBLISHED, back=back)
    return pages.deed(
        request,
        forms.TakeOff(request.POST or None),
        lambda typed: services.take_off_report(found, by=request.user, at=timezone.now(), **typed),
        said="The report is off the public page.",
        back=back,
        title="Take the report off the public page?",
        intro="Its words and figures stay as they were finished, and you can publish it again.",
        button="Take it off",
    )


def correct_report(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin a new version."""
    found, back = _found(request, reference)
    pages.only_while(request, found, found.Status.FINISHED, found.Status.PUBLISHED, back=back)
    check = rules.check_may_correct
    pages.only_if(request, check, is_being_corrected=selectors.is_being_corrected(found), back=back)
    return pages.deed(
        request,
        forms.Correct(request.POST or None),
        lambda typed: services.correct_report(found, by=request.user, at=timezone.now(), **typed),
        said="A new version is begun, with everything that was typed.",
        then=lambda made: reverse("insight:report", args=[made.reference]),
        back=back,
        title="Correct the report",
        intro=f"Version {found.version} stays as it is. When the new one is published, the old one says so.",
        button="Begin the new version",
    )


def drop_report(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a draft aside."""
    found, back = _found(request, reference)
    pages.only_towards(request, found, found.Status.DROPPED, back=back)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.drop_report(found, by=request.user, at=timezone.now()),
        said="The draft is put aside.",
        back=back,
        then=reverse("insight:reports"),
        title="Put the draft aside?",
        intro=f"{found.called}. It goes from the list and is not opened again.",
        button="Put it aside",
    )
