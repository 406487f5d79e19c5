"""From an idea to a proposal."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import access, forms, rules, selectors, services


def idea(request: HttpRequest) -> HttpResponse:
    """Prompts, and the roles that are there already (clauses 67, 68)."""
    day = timezone.localdate()
    access.have_an_idea.require(request.user, day)

    form = forms.Idea(request.GET if "words" in request.GET else None)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    found = selectors.similar(words, day=day)
    return render(request, "library/idea.html", {"form": form, "words": words, "found": found})


def propose(request: HttpRequest) -> HttpResponse:
    """The idea and the three questions on one page; a YES shows why it stops here."""
    day = timezone.localdate()
    access.have_an_idea.require(request.user, day)

    units = selectors.units_to_propose_for(request.user, day)
    choices = [(unit.reference, unit.full_name) for unit in units]
    title = request.GET.get("title", "")[:120]
    form = forms.Propose(request.POST or None, units=choices, initial={"title": title})
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
    similar = selectors.similar(form["title"].value() or "", day=day)
    page = "library/stopped.html" if stopped else "library/propose.html"
    return render(request, page, {"form": form, "refusal": stopped, "similar": similar})
