"""The vetting office's pages: who waits, what was decided, whose clearance ends soon."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.ui import pages


def vetting(request: HttpRequest) -> HttpResponse:
    """Whose security check waits."""
    day = timezone.localdate()
    access.vet.require(request.user, day)
    page_obj = Paginator(selectors.referrals_listed(request.user, day), 25).get_page(request.GET.get("page"))
    listed, numbers = selectors.referrals_told(page_obj), selectors.numbers_at_office(request.user, day)
    page = {"page_obj": page_obj, "listed": listed, "numbers": numbers}
    return render(request, "joining/vetting.html", page)


def clear(request: HttpRequest, reference: str) -> HttpResponse:
    """Record an outcome."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.referrals_had_by(request.user, day), reference=reference)
    access.clear.require(request.user, found, day)
    ended = selectors.how_check_ended(found)
    pages.only_if(request, rules.check_unfinished, "This security check", ended=ended, back=reverse("joining:vetting"))
    level = found.vetting_level or selectors.level_for(found, day)
    initial = {"level": level, "from_on": day, "until_on": selectors.usual_end(level, day)}
    form = forms.Clear(request.POST or None, initial=initial)
    if form.carries_out(
        lambda typed: services.clear(
            found, **typed | {"is_cleared": typed["is_cleared"] == "yes"}, by=request.user, at=timezone.now()
        )
    ):
        messages.success(request, f"The outcome for {found.person.name} has been recorded.")
        return redirect("joining:vetting")
    page = {"form": form, "application": found, "levels": selectors.levels_on(day)}
    return render(request, "joining/clear.html", page)


def clearances_expiring(request: HttpRequest) -> HttpResponse:
    """Whose clearance ends soon, and how soon."""
    day = timezone.localdate()
    access.vet.require(request.user, day)
    page_obj = Paginator(selectors.clearances_expiring(request.user, day), 25).get_page(request.GET.get("page"))
    warned = selectors.clearance_warnings(day)
    page = {
        "page_obj": page_obj,
        "pressing_until": day + timedelta(days=min(warned, default=0)),
        "longest": max(warned, default=0),
    }
    return render(request, "joining/clearances_expiring.html", page)


def renew_clearance(request: HttpRequest, reference: str) -> HttpResponse:
    """Follow a clearance by another."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.clearances_had_by(request.user, day), reference=reference)
    access.renew.require(request.user, found, day)
    back, ended = reverse("joining:clearances_expiring"), selectors.how_renewed(found)
    pages.only_if(request, rules.check_unfinished, "This renewal", ended=ended, back=back)
    initial = {"from_on": found.until_on, "until_on": selectors.usual_end(found.level, found.until_on)}
    return pages.deed(
        request,
        forms.Renew(request.POST or None, initial=initial),
        lambda typed: services.renew(found, **typed, by=request.user, at=timezone.now()),
        said=f"The clearance of {found.person.name} has been renewed.",
        back=back,
        title=f"Renew the clearance of {found.person.name}",
        intro=f"{found.get_level_display()}, as before.",
        button="Record the clearance",
    )
