"""Answers to what the Steering Group asks, and objections withdrawn."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.library import access, forms, selectors, services


def reply(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer a question or an objection."""
    day = timezone.localdate()
    remark = get_object_or_404(selectors.remarks_seen_by(request.user, day), reference=reference)
    access.reply.require(request.user, remark.paper, day)

    form = forms.Reply(request.POST or None)
    if form.carries_out(lambda typed: services.reply(remark, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, f"Thank you. {remark.by.name} has been told.")
        return redirect("library:paper", remark.paper.reference)
    return render(request, "library/reply.html", {"remark": remark, "paper": remark.paper, "form": form})


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw an objection that has been answered."""
    day = timezone.localdate()
    remark = get_object_or_404(selectors.remarks_seen_by(request.user, day), reference=reference)
    access.withdraw.require(request.user, remark, day)

    form = forms.Withdraw(request.POST or None)
    if form.carries_out(lambda _: services.withdraw(remark, by=request.user, at=timezone.now())):
        messages.success(request, "The objection is withdrawn. It stays on record with its answer.")
        return redirect("library:paper", remark.paper.reference)
    return render(request, "library/withdraw.html", {"remark": remark, "paper": remark.paper, "form": form})
