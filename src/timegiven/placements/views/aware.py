"""A volunteer's AWARE account: how far it is, and the next thing to do about it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import somebody_near


def _found(request: HttpRequest, reference: str) -> Any:
    """The volunteer, with the account if there is one."""
    day = timezone.localdate()
    volunteer = somebody_near(request, reference)
    access.see_aware.require(request.user, volunteer, day)
    return volunteer, selectors.aware_of(volunteer.person)


def aware(request: HttpRequest, reference: str) -> HttpResponse:
    """How far the account is, and the one next step for whoever looks."""
    return _page(request, *_found(request, reference))


def aware_accounts(request: HttpRequest) -> HttpResponse:
    """The log-ins of one's volunteers: to ask for, on their way, in use, resting."""
    day = timezone.localdate()
    access.see_accounts.require(request.user, day)

    page = Paginator(selectors.accounts_seen_by(request.user, day), 25).get_page(request.GET.get("page"))
    found = {"page": page, "to_ask_for": selectors.waits_for_aware(request.user, day)}
    return render(request, "placements/aware_accounts.html", found)


def _page(request: HttpRequest, volunteer: Any, account: Any, form: Any = None) -> HttpResponse:
    person, day = request.user, timezone.localdate()
    status = account.status if account else "CLOSED"
    arranges, hands_over = (may(person, volunteer, day) for may in (access.arrange_aware, access.hand_over_aware))
    is_needed = selectors.needs_aware(volunteer)
    answers = bool(account) and access.answer_for_aware(person, account, day) and not account.read_at
    page = {
        "volunteer": volunteer,
        "account": account,
        "is_own": person == volunteer.person,
        "is_needed": is_needed,
        "form": form,
        "may_ask": arranges and status == "CLOSED" and is_needed and volunteer.status == "ACTIVE",
        "may_note": arranges and status == "REQUESTED",
        "may_hand_over": hands_over and status == "CREATED",
        "may_read": answers and status in ("OPEN", "SUSPENDED"),
        "may_rest": arranges and status == "OPEN",
        "may_resume": arranges and status == "SUSPENDED",
        "may_close": arranges and status in ("REQUESTED", "CREATED", "OPEN", "SUSPENDED"),
        "steps": account.steps.select_related("by").order_by("at") if account else [],
        **_forms(form),
    }
    return render(request, "placements/aware.html", page)


def _forms(sent: Any) -> dict[str, Any]:
    """A form of each kind, and the one that was sent as it was typed."""
    kinds = {"nothing": forms.Nothing, "login_form": forms.AwareLogin, "hand_over_form": forms.HandOver}
    return {name: sent if isinstance(sent, kind) else kind() for name, kind in kinds.items()}


def _do(request: HttpRequest, reference: str, kind: type, deed: Callable[..., object], on: str, said: str) -> Any:
    """Carry a button of the page out on the volunteer, the person or the account; or show the page with the refusal."""
    volunteer, account = _found(request, reference)
    subject = {"volunteer": volunteer, "person": volunteer.person, "account": account}[on]
    if subject is None:
        raise Http404
    if on == "person" and request.method == "POST":  # the service also serves whoever leaves; its buttons do not
        access.arrange_aware.require(request.user, volunteer, timezone.localdate())
    form = kind(request.POST) if request.method == "POST" else None
    if form is not None and form.carries_out(lambda typed: deed(subject, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, said)
        return redirect("placements:aware", reference)
    return _page(request, volunteer, account, form)


def ask_for_aware(request: HttpRequest, reference: str) -> HttpResponse:
    said = "Noted that the log-in was asked for. Note its name here when it has come."
    return _do(request, reference, forms.Nothing, services.ask_for_aware, "volunteer", said)


def note_aware_login(request: HttpRequest, reference: str) -> HttpResponse:
    said = "Noted. The unit is told that it can hand the log-in over."
    return _do(request, reference, forms.AwareLogin, services.note_aware_login, "account", said)


def hand_over_aware(request: HttpRequest, reference: str) -> HttpResponse:
    said = "Handed over. The rule about e-mail is sent to them as well."
    return _do(request, reference, forms.HandOver, services.hand_over_aware, "account", said)


def read_aware_rule(request: HttpRequest, reference: str) -> HttpResponse:
    return _do(request, reference, forms.Nothing, services.read_aware_rule, "account", "Thank you. That is noted.")


def suspend_aware(request: HttpRequest, reference: str) -> HttpResponse:
    said = "The account rests. Please tell the service desk."
    return _do(request, reference, forms.Nothing, services.suspend_aware, "person", said)


def resume_aware(request: HttpRequest, reference: str) -> HttpResponse:
    said = "The account is in use again. Please tell the service desk."
    return _do(request, reference, forms.Nothing, services.resume_aware, "person", said)


def close_aware(request: HttpRequest, reference: str) -> HttpResponse:
    said = "The account is closed. Please tell the service desk."
    return _do(request, reference, forms.Nothing, services.close_aware, "person", said)
