"""A volunteer's AWARE account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.people import selectors as people
from timegiven.placements import access, forms, services


def open_aware(request: HttpRequest, reference: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    access.open_aware.require(request.user, volunteer, day)

    form = forms.Aware(request.POST or None)
    if form.is_valid():
        try:
            services.open_aware(volunteer, by=request.user, at=at, **form.cleaned_data)
            messages.success(request, f"{volunteer.person.name} has an AWARE account. They will get a letter.")
            return redirect("placements:volunteer", reference)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    page = {"form": form, "volunteer": volunteer, "title": f"An AWARE account for {volunteer.person.name}"}
    return render(request, "placements/open_aware.html", page)
