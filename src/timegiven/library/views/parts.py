"""Writing a draft, a page for each part."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.library import access, forms, rules, selectors, services
from timegiven.library.views import shown_parts
from timegiven.programme import selectors as programme
from timegiven.ui import pages

# The parts that are kept beside the version.
WRITTEN_BY = {"training": services.name_training, rules.KIND: services.sort}


def complete(request: HttpRequest, reference: str) -> HttpResponse:
    """The whole profile as a list of things to do (clause 69)."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.write.require(request.user, version, day)
    pages.only_while(request, version, "DRAFT", back=reverse("library:version", args=[reference]))
    return render(request, "library/complete.html", {"version": version, **shown_parts.to_do(version, day)})


def part(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """One part: what it asks, and a button that saves it."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.write.require(request.user, version, day)
    pages.only_while(request, version, "DRAFT", back=reverse("library:version", args=[reference]))
    asked = {each.name: each for each in shown_parts.asked_of(version)}.get(part)
    if asked is None or part not in forms.PARTS:
        raise Http404

    own = {"strands": programme.strands()} if part == rules.KIND else {}
    form = forms.part(part, request.POST or None, initial=shown_parts.written(version, part), **own)
    write = WRITTEN_BY.get(part, partial(services.describe, part=part))
    if form.carries_out(lambda typed: write(version, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, f"Saved: {asked.title.lower()}.")
        return redirect("library:complete", reference)
    back = reverse("library:complete", args=[reference])
    context = {"version": version, "part": asked, "form": form, "cancel_url": back}
    return render(request, "library/part.html", {**context, "training": shown_parts.training(version)})
