"""Writing a draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import access, forms, rules, selectors, services

WRITTEN = (
    "purpose vetting_level is_public_facing is_lifting needs_aware allows_own_vehicle kit weekly_minutes least_age"
).split()


def complete(request: HttpRequest, reference: str) -> HttpResponse:
    """Purpose, tasks and marks."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.write.require(request.user, version, day)

    tasks = "\n".join(task.text for task in selectors.tasks_of(version))
    initial = {"tasks": tasks, **{name: getattr(version, name) for name in WRITTEN}}
    form = forms.Complete(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            services.complete(version, by=request.user, at=timezone.now(), **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "Saved.")
            return redirect("library:version", reference)
    return render(request, "library/complete.html", {"version": version, "form": form})


def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """The three questions, once more."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.write.require(request.user, version, day)

    kept = [name for question in rules.QUESTIONS for name in (question.field, question.why_field)]
    form = forms.Answer(request.POST or None, initial={name: getattr(version, name) for name in kept})
    if form.is_valid():
        answered = {"answers": form.answers, "reasons": form.reasons}
        try:
            services.answer(version, by=request.user, at=timezone.now(), **answered)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "Saved.")
            return redirect("library:version", reference)
    back = reverse("library:version", args=[reference])
    return render(request, "library/answer.html", {"version": version, "form": form, "cancel_url": back})
