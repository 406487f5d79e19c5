"""Recording a risk assessment, reading one, and reporting that something has changed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.library import access, forms, selectors, services
from timegiven.library.views import risks
from timegiven.ui import pages


def assess(request: HttpRequest, reference: str) -> HttpResponse:
    """The day and the hazards at one place; the buttons “add” bring one more row and save nothing."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.assess_somewhere.require(request.user, day)
    units = selectors.units_to_assess(request.user, day)
    if not (wanted := risks.place_asked_for(request, version)):
        return _choose_place(request, version, units)
    unit = get_object_or_404(units, reference=wanted)

    begun = risks.begin(version, unit)
    options = {"marks": selectors.risk_marks_of(version), "copied_from": begun.copied_from_name}
    if request.method == "POST":
        form = (forms.Assess.longer if "add" in request.POST else forms.Assess)(request.POST, **options)
    else:
        first = {"unit": unit.reference, "seen": begun.seen, "assessed_on": day}
        form = forms.Assess.of(begun.hazards, initial={**first, **begun.why_not}, **options)
    if form.is_valid():
        facts = {**form.facts, "copied_from": begun.copied_from, "seen": request.POST.get("seen")}
        try:
            done = services.assess(version, unit=unit, by=request.user, at=timezone.now(), **facts)
        except SomeoneElseActed as refusal:
            form = risks.having_seen(form, request.POST, selectors.assessment_at(unit, version), options)
            form.add_error(None, refusal)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, risks.saved(done))
            return redirect("library:version", reference)
    context = {"version": version, "unit": unit, "form": form, "begun": begun, "matrix": risks.matrix([])}
    return render(request, "library/assess.html", context)


def _choose_place(request: HttpRequest, version: Any, units: Any) -> HttpResponse:
    """Where? The places that have one already come first, each with how it stands."""
    day = timezone.localdate()
    choices = [(unit.reference, unit.full_name) for unit in units]
    mine = {reference for reference, _ in choices}
    known = [each for each in selectors.assessments_of(version) if each.unit.reference in mine]
    rows = [{"assessment": each, **risks.state(each.review_on, day)} for each in known]
    context = {"version": version, "form": forms.Place(units=choices), "rows": rows}
    return render(request, "library/place.html", context)


def assessment(request: HttpRequest, reference: str) -> HttpResponse:
    """One risk assessment, to read and to print; the old ones stay as they were."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.assessments_seen_by(request.user, day), reference=reference)
    context = {"assessment": found, "version": found.version, **risks.whole(found, viewer=request.user, day=day)}
    return render(request, "library/assessment.html", context)


def report_change(request: HttpRequest, reference: str) -> HttpResponse:
    """The unit says that something has changed (clause 60)."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.report_somewhere.require(request.user, day)
    units = selectors.units_to_report_for(request.user, version, day)
    choices = [(unit.reference, unit.full_name) for unit in units]
    asked = {"unit": request.GET.get("unit", "")}

    form = forms.ReportChange(request.POST or None, units=choices, initial=asked)
    if form.carries_out(
        lambda typed: services.report_change(
            version,
            **typed | {"unit": get_object_or_404(units, reference=typed["unit"])},
            by=request.user,
            at=timezone.now(),
        )
    ):
        messages.success(request, risks.reported(form.outcome))
        return redirect("library:version", reference)
    context = {
        "version": version,
        "form": form,
        "units": choices,
        "cancel_url": reverse("library:version", args=[reference]),
    }
    return render(request, "library/report_change.html", context)


def finish(request: HttpRequest, reference: str) -> HttpResponse:
    """Mark an action of a risk assessment as done."""
    day = timezone.localdate()
    action = get_object_or_404(selectors.actions_seen_by(request.user, day), reference=reference)
    there = action.hazard.assessment
    access.finish.require(request.user, there.unit, day)

    return pages.deed(
        request,
        forms.Finish(request.POST or None, initial={"done_on": day}),
        lambda typed: services.finish(action, by=request.user, at=timezone.now(), **typed),
        said="Marked as done. Thank you.",
        back=reverse("library:actions"),
        title="Mark as done",
        intro=f"{action.what}\n\n{there.version.title}, {there.unit.full_name}. It was to be done by "
        f"{words.day(action.due_on)}: {action.owner}.",
        button="Mark as done",
    )
