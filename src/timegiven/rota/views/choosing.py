"""A volunteer chooses: duties to put their own name down for, what suits, days away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.hours import selectors as hours
from timegiven.people import selectors as people
from timegiven.rota import access, forms, selectors, services
from timegiven.ui import forms as ui


def choose(request: HttpRequest) -> HttpResponse:
    """The duties ahead in one's own roles: those that fit, those to wait for, those that do not, each with why."""
    return _page(request, ui.Form())


def _page(request: HttpRequest, form: ui.Form) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.choose.require(request.user, day)
    found = selectors.choices(request.user, at)
    volunteer = people.volunteer_of(request.user)
    context = {
        "title": "Choose your own time",
        "form": form,
        "free": [each for each in found if each.fits and not each.is_full],
        "full": [each for each in found if each.fits and each.is_full],
        "not_now": [each for each in found if not each.fits],
        "left": hours.left_in(request.user, day, volunteer.strand) if volunteer else None,
        "day": day,
    }
    return render(request, "rota/choose.html", context)


def sign_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Put one's own name down."""
    return _put_down(request, reference, services.sign_up, "Thank you. Your name is down.")


def join_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Wait for a place."""
    words = "You are on the waiting list. If a place opens, it is yours and we write to you."
    return _put_down(request, reference, services.join_list, words)


def _put_down(request: HttpRequest, reference: str, deed, thanks: str) -> HttpResponse:
    day = timezone.localdate()
    access.choose.require(request.user, day)
    duty = get_object_or_404(selectors.choosable(request.user, timezone.now()), reference=reference)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return redirect("rota:choose")
    if not form.carries_out(lambda _: deed(duty, by=request.user, at=timezone.now())):
        return _page(request, form)
    messages.success(request, thanks)
    return redirect("rota:offered", form.outcome.reference)


def wishes(request: HttpRequest) -> HttpResponse:
    """What suits: the usual week, the most time, roles, places and people. All of it may stay empty."""
    day, at = timezone.localdate(), timezone.now()
    access.choose.require(request.user, day)
    placed = selectors.places_of(request.user)
    options = {
        "roles": list(dict.fromkeys((str(each.version.profile_id), each.version.title) for each in placed)),
        "units": list(dict.fromkeys((str(each.unit_id), each.unit.full_name) for each in placed)),
        "companions": [(str(each.pk), each.wall_name) for each in selectors.colleagues(request.user)],
    }
    form = forms.Wishes(request.POST or None, initial=_as_told(selectors.wish_of(request.user)), **options)
    if form.carries_out(lambda _: services.keep_wishes(request.user, by=request.user, at=at, **form.told())):
        messages.success(request, "Thank you. We think of it when we ask you.")
        return redirect("rota:my_calendar")
    return render(request, "rota/wishes.html", {"form": form, "title": "What suits you"})


def _as_told(wish) -> dict:
    if wish is None:
        return {}
    told = {"most_week": wish.most_week_minutes, "wants_texts": wish.wants_texts}
    told |= {name: [str(each.pk) for each in getattr(wish, name).all()] for name in ("roles", "units", "companions")}
    for kind, slots in (("suits", wish.suits), ("never", wish.never)):
        for number in range(7):
            told[f"{kind}_{number}"] = [
                slot.partition("-")[2] for slot in slots if slot.partition("-")[0] == str(number)
            ]
    return told


def away(request: HttpRequest) -> HttpResponse:
    """Days on which one is away, without a reason; and days that differ from the usual week."""
    day, at = timezone.localdate(), timezone.now()
    access.choose.require(request.user, day)
    form = forms.Away(request.POST or None)
    if form.carries_out(lambda typed: services.be_away(request.user, by=request.user, at=at, **typed)):
        messages.success(request, "Thank you. We do not ask you about those days.")
        return redirect("rota:away")
    gone = list(selectors.away_of(request.user, day))
    context = {
        "title": "Days away",
        "form": form,
        "away": gone,
        "agreed": [each for each in selectors.coming(request.user, at) if any(a.covers(each.duty.on) for a in gone)],
        "other_days": selectors.other_days_of(request.user, day),
        "back_form": ui.Form(),
    }
    return render(request, "rota/away.html", context)


def other_day(request: HttpRequest) -> HttpResponse:
    """One day that differs from the usual week."""
    day, at = timezone.localdate(), timezone.now()
    access.choose.require(request.user, day)
    form = forms.OtherDay(request.POST or None)
    if form.carries_out(lambda typed: services.keep_other_day(request.user, by=request.user, at=at, **typed)):
        messages.success(request, "Thank you. We have noted that day.")
        return redirect("rota:away")
    context = {"form": form, "title": "A day that differs", "button": "Note it", "cancel_url": ".."}
    return render(request, "rota/other_day.html", context)


def be_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Take days away back."""
    day = timezone.localdate()
    access.choose.require(request.user, day)
    found = get_object_or_404(selectors.away_of(request.user, day), reference=reference)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.be_back(found, by=request.user, at=timezone.now())
        messages.success(request, "Those days are yours again.")
    return redirect("rota:away")
