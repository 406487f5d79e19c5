"""Recording a risk assessment."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import access, forms, selectors, services
from timegiven.library.views import shown


def assess(request: HttpRequest, reference: str) -> HttpResponse:
    """The place, the day and the hazards; the button “add” brings one more row and saves nothing."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.assess_somewhere.require(request.user, day)

    units = selectors.units_to_assess(request.user, day)
    choices = [(unit.reference, unit.full_name) for unit in units]
    if request.method == "POST":
        form = (forms.Assess.longer if "add" in request.POST else forms.Assess)(request.POST, units=choices)
    else:
        unit = units.filter(reference=request.GET.get("unit", version.profile.unit.reference)).first()
        first = {"unit": unit.reference if unit else "", "assessed_on": day}
        form = forms.Assess.of(shown.hazards_before(version, unit), initial=first, units=choices)
    if form.is_valid():
        unit = get_object_or_404(units, reference=form.cleaned_data["unit"])
        facts = {"assessed_on": form.cleaned_data["assessed_on"], "hazards": form.hazards}
        try:
            done = services.assess(version, unit=unit, by=request.user, at=timezone.now(), **facts)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, shown.assessed(done))
            return redirect("library:version", reference)
    return render(request, "library/assess.html", {"version": version, "form": form})
