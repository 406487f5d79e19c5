"""A volunteer's own claims, what was agreed, miles for others, and where they are paid."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from timegiven.expenses import access, forms, rules, selectors, services
from timegiven.kernel.words import figure
from timegiven.people import selectors as people
from timegiven.ui import pages


def my_claims(request: HttpRequest) -> HttpResponse:
    """Every claim of one's own and how far it is, and the sessions whose costs may still be claimed."""
    day, at = timezone.localdate(), timezone.now()
    volunteer = people.volunteer_of(request.user)
    page = Paginator(selectors.own(request.user), 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "paid": selectors.paid_to(request.user),
        "unclaimed": list(selectors.unclaimed(request.user, at)),
        "days": list(selectors.unclaimed_days(request.user, day)),
        "agreed": list(selectors.agreed_with(volunteer)) if volunteer else [],
        "may_ask_for_a_day": volunteer is not None,
        "may_ask": bool(volunteer and selectors.placements_of_own(request.user)),
        "keeps_bank": selectors.is_kept_here(day),
        "account": selectors.bank_account(request.user),
        "drives": volunteer is not None and selectors.drives(volunteer),
    }
    if context["account"]:
        context["masked"] = rules.masked(context["account"].number)
    return render(request, "expenses/my_claims.html", context)


def miles_elsewhere(request: HttpRequest) -> HttpResponse:
    """Say what one drove for other organisations: the threshold of the tax year is one for all of them."""
    at, day, volunteer = timezone.now(), timezone.localdate(), people.volunteer_of(request.user)
    if volunteer is None:
        raise Http404
    years = selectors.years_to_tell(volunteer, day)
    said = selectors.elsewhere(request.user, years[0]) if len(years) == 1 else 0
    threshold = figure(selectors.miles_before_later(volunteer, day))
    return pages.deed(
        request,
        forms.MilesElsewhere(request.POST or None, years=years, initial={"miles": said or ""}),
        lambda typed: services.say_miles_elsewhere(request.user, by=request.user, at=at, **typed),
        said="Thank you. Your next claims reckon with these miles.",
        back=reverse("expenses:my_claims"),
        title="Miles for other organisations",
        intro="What you drove with your own car or van.\n\nThe tax office counts the miles for all organisations "
        f"together. Above {threshold} a lower amount is paid back. If you drive for nobody else, there is nothing to "
        "do here.",
        button="Save",
    )


def _volunteer(request: HttpRequest) -> Any:
    volunteer = people.volunteer_of(request.user)
    if volunteer is None or not selectors.is_kept_here(timezone.localdate()):
        raise Http404
    return volunteer


def bank(request: HttpRequest) -> HttpResponse:
    """Enter where one is paid. What was entered before is never shown in full."""
    day, at, volunteer = timezone.localdate(), timezone.now(), _volunteer(request)
    access.keep_bank_details.require(request.user, volunteer, day)
    return pages.deed(
        request,
        forms.BankDetails(request.POST or None),
        lambda typed: services.enter_bank_details(volunteer, by=request.user, at=at, **typed),
        said="Thank you. Your next claims are paid there.",
        back=reverse("expenses:my_claims"),
        title="Where you are paid",
        intro="Only Finance reads these details, to pay you back, and each look is written down. On pages they are "
        "hidden but for the last two figures.",
        button="Save",
    )


def forget_bank(request: HttpRequest) -> HttpResponse:
    """Have one's bank details deleted."""
    at, volunteer = timezone.now(), _volunteer(request)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.forget_bank_details(volunteer, by=request.user, at=at),
        said="Your bank details are deleted.",
        back=reverse("expenses:my_claims"),
        title="Delete your bank details",
        intro="They are deleted for good. Finance will ask you how to pay you the next time.",
        button="Delete them",
    )
