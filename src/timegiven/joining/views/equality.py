"""The equality questions, asked once after an application has been sent, of nobody in particular."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timegiven.joining import forms, services

OFFERED = "joining_equality"


def equality(request: HttpRequest) -> HttpResponse:
    """Optional, explained, and kept without a key to the person. Whoever has answered, or never applied, goes home."""
    if not request.session.get(OFFERED):
        return redirect("joining:mine")
    form = forms.Equality(request.POST or None)
    if form.is_valid():
        del request.session[OFFERED]
        services.answer_equality(day=timezone.localdate(), **form.cleaned_data)
        messages.success(request, "Thank you.")
        return redirect("joining:mine")
    return render(request, "joining/equality.html", {"form": form})
