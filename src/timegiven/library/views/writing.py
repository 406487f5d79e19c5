"""Answering the three questions again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.library import access, forms, rules, selectors, services
from timegiven.ui import pages


def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """The three questions, once more."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.write.require(request.user, version, day)
    pages.only_while(request, version, "DRAFT", back=reverse("library:version", args=[reference]))

    kept = [name for question in rules.QUESTIONS for name in (question.field, question.why_field)]
    form = forms.Answer(request.POST or None, initial={name: getattr(version, name) for name in kept})
    now = {"by": request.user, "at": timezone.now()}
    if form.carries_out(lambda _: services.answer(version, answers=form.answers, reasons=form.reasons, **now)):
        messages.success(request, "Saved.")
        return redirect("library:complete", reference)
    back = reverse("library:complete", args=[reference])
    return render(request, "library/answer.html", {"version": version, "form": form, "cancel_url": back})
