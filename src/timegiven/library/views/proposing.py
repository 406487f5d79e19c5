"""From an idea to a proposal, or to the role that another borough has already."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import access, forms, rules, selectors, services
from timegiven.library.views import shown_alike
from timegiven.programme import selectors as programme


def idea(request: HttpRequest) -> HttpResponse:
    """Prompts, and the roles that are there already (clauses 67, 68)."""
    day = timezone.localdate()
    access.have_an_idea.require(request.user, day)

    form = forms.Idea(request.GET if "words" in request.GET else None)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    context = {"form": form, "words": words, "found": _alike(request, words), "prompts": rules.PROMPTS}
    return render(request, "library/idea.html", context)


def propose(request: HttpRequest) -> HttpResponse:
    """The idea and the three questions on one page; a YES shows why it stops here."""
    day = timezone.localdate()
    access.have_an_idea.require(request.user, day)

    units = selectors.units_to_propose_for(request.user, day)
    choices = [(unit.reference, unit.full_name) for unit in units]
    title = request.GET.get("title", "")[:120]
    usual = "MVP" if any(unit.borough and unit.borough.kind == "BOROUGH" for unit in units) else "CORP"
    initial = {"title": title, "strand": usual}
    form = forms.Propose(request.POST or None, units=choices, strands=programme.strands(), initial=initial)
    stopped = None
    if form.is_valid():
        unit = get_object_or_404(units, reference=form.cleaned_data["unit"])
        facts = {"answers": form.answers, "reasons": form.reasons, **form.idea}
        try:
            version = services.propose(unit=unit, by=request.user, at=timezone.now(), **facts)
        except rules.JobSubstitution as refusal:
            stopped = refusal
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "Thank you. Your idea is a draft now.")
            return redirect("library:version", version.reference)
    about = " ".join(str(form[name].value() or "") for name in ("title", "purpose"))
    page = "library/stopped.html" if stopped else "library/propose.html"
    context = {
        "form": form,
        "refusal": stopped,
        "similar": _alike(request, about),
        "fields": "library/propose_form.html",
    }
    return render(request, page, context)


def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """Bring a role of another unit to one's own: the three questions anew, then a draft with its content."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.have_an_idea.require(request.user, day)

    units = selectors.units_to_propose_for(request.user, day)
    choices = [(unit.reference, unit.full_name) for unit in units]
    form = forms.Copy(request.POST or None, units=choices, initial={"title": version.title})
    stopped = None
    if form.is_valid():
        unit = get_object_or_404(units, reference=form.cleaned_data["unit"])
        facts = {"title": form.cleaned_data["title"], "answers": form.answers, "reasons": form.reasons}
        try:
            draft = services.copy(version, unit=unit, by=request.user, at=timezone.now(), **facts)
        except rules.JobSubstitution as refusal:
            stopped = refusal
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "The role is copied. It is a draft of your own now.")
            return redirect("library:version", draft.reference)
    page = "library/stopped.html" if stopped else "library/copy.html"
    context = {"form": form, "refusal": stopped, "version": version, "fields": "library/copy_form.html"}
    decided = shown_alike.decided(version, day)
    return render(request, page, {**context, "decided": decided, "tasks": selectors.tasks_of(version)})


def _alike(request: HttpRequest, words: str) -> list[dict[str, Any]]:
    day = timezone.localdate()
    found = selectors.similar(words, day=day, with_ended=True)
    return shown_alike.cards(found, viewer=request.user, day=day)
