"""The Steering Group's paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import access, forms, selectors, services
from timegiven.library.views import shown


def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything a member needs to know, and their view."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.decide.require(request.user, version, day)

    form = forms.Decide(request.POST or None, initial={"round": selectors.round_of(version)})
    if form.is_valid():
        try:
            services.decide(version, by=request.user, at=timezone.now(), **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "Thank you. Your view is on record.")
            return redirect("library:version", reference)
    paper = shown.everything(version, viewer=request.user, day=day)
    said = paper["decision"] and selectors.view_of(request.user, version, paper["decision"]["round"])
    return render(request, "library/decide.html", {"version": version, "form": form, "said": said, **paper})
