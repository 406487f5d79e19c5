"""Asking for an added task, by whoever is placed in the role."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.library import selectors as library
from timegiven.placements import access, forms, services
from timegiven.placements.views.finding import a_placement
from timegiven.ui import pages


def ask_task(request: HttpRequest, reference: str) -> HttpResponse:
    """The task and why it would help; below, what was asked before and what became of it."""
    day = timezone.localdate()
    placement = a_placement(request, reference)
    access.ask_task.require(request.user, placement, day)
    pages.only_while(request, placement, *placement.LIVE, back=reverse("placements:placement", args=[reference]))

    form = forms.AskTask(request.POST or None)
    if form.carries_out(lambda typed: services.ask_task(placement, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "Thank you. The MVP Manager has your request.")
        return redirect("placements:ask_task", reference)
    asked = [(each, library.state_of(each)) for each in library.requests_of(request.user, placement.version)]
    context = {"placement": placement, "form": form, "asked": asked, "tasks": library.tasks_of(placement.version)}
    return render(request, "placements/ask_task.html", context)
