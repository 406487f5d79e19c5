"""Many duties with one act: publish drafts, copy a week, weekly patterns, call off a day or a series."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.time import named_day
from timegiven.kernel.words import day as day_in_words
from timegiven.kernel.words import figure, so_many
from timegiven.rota import access, forms, selectors, services
from timegiven.rota.views.duties import role_named, task_choices
from timegiven.rota.views.shown import monday_of, planned_area, week_url
from timegiven.ui import pages

AHEAD = 8 * 7
SHOWN = 5  # of the days left out so many are told in full


def publish(request: HttpRequest) -> HttpResponse:
    """The drafts of the weeks ahead; those that are ticked go out, with one letter to each person."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    area = _area(request, day)
    first = monday_of(request.GET.get("from", ""), day)
    days = 7 * int(request.GET["weeks"]) if request.GET.get("weeks") in ("1", "2") else AHEAD
    drafts = list(selectors.drafts(area, first, days))
    choices = [(each.reference, f"{each.version.title}, {each.when}") for each in drafts]
    lines = {line.duty.reference: line.note for found in selectors.board(area, first, days).values() for line in found}
    form = forms.Publish(
        request.POST or None, duties=choices, hints=lines, initial={"duties": [key for key, _ in choices]}
    )
    if form.carries_out(lambda typed: services.publish(typed["duties"], by=request.user, at=at)):
        _say(request, form.outcome)
        shown = form.outcome.duties[0].on if form.outcome.duties else first
        return redirect(week_url(area, monday_of(shown.isoformat(), day)))
    context = {
        "form": form,
        "title": "Publish drafts",
        "area": area,
        "has_drafts": bool(drafts),
        "people": selectors.to_be_told(drafts),
        "cancel_url": week_url(area, first),
    }
    return render(request, "rota/publish.html", context)


def _say(request: HttpRequest, published: services.Published) -> None:
    people = so_many(published.people, "person gets one letter", "people get one letter each")
    duties = so_many(len(published.duties), "duty is", "duties are")
    words = [f"{duties} published. {people}."] if published.duties else []
    if published.held_back:
        words += ["Not everything went out.", *published.held_back]
    (messages.warning if published.held_back else messages.success)(request, " ".join(words))


def _area(request: HttpRequest, day: object) -> object:
    area = planned_area(request, day)
    if area is None:
        raise Http404
    return area


def copy(request: HttpRequest) -> HttpResponse:
    """Copy a week into a later one, as drafts."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    area = _area(request, day)
    first = monday_of(request.GET.get("from", ""), day)
    form = forms.Copy(request.POST or None, initial={"target": first + timedelta(days=7)})
    if form.carries_out(lambda typed: services.copy_week(area, source=first, by=request.user, at=at, **typed)):
        _say_laid(request, form.outcome)
        return redirect(week_url(area, form.cleaned_data["target"]))
    context = {
        "form": form,
        "title": "Copy this week",
        "intro": f"The duties of the week from {day_in_words(first)}, {area.full_name}, are copied as drafts at the "
        "same times. What is there already is not copied twice. Nobody is told until you publish.",
        "button": "Copy the week",
        "cancel_url": week_url(area, first),
    }
    return render(request, "ui/form_page.html", context)


def _say_laid(request: HttpRequest, laid: services.Laid) -> None:
    if not laid.duties and not laid.left_out:
        messages.info(request, "Nothing was added: everything is there already.")
        return
    people = f" {so_many(laid.people, 'name')} noted." if laid.people else ""
    words = f"{so_many(len(laid.duties), 'draft')} made.{people} Publish them when you are happy with them."
    if laid.left_out:
        more = len(laid.left_out) - SHOWN
        told = [*laid.left_out[:SHOWN], *([f"And {figure(more)} more."] if more > 0 else [])]
        messages.warning(request, " ".join([words if laid.duties else "No draft was made.", "Left out:", *told]))
    else:
        messages.success(request, words)


def patterns(request: HttpRequest) -> HttpResponse:
    """The weekly patterns of an area."""
    day = timezone.localdate()
    access.plan_anywhere.require(request.user, day)
    area = _area(request, day)
    areas = [(each.reference, each.full_name) for each in selectors.areas_planned_by(request.user, day)]
    context = {
        "title": "Weekly patterns",
        "area": area,
        "patterns": selectors.patterns_of(area, day),
        "filters": forms.Area({"unit": area.reference}, areas=areas) if len(areas) > 1 else None,
    }
    return render(request, "rota/patterns.html", context)


def make_pattern(request: HttpRequest, role: str) -> HttpResponse:
    """Write down a duty that comes back."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    version, unit = role_named(request, role, day)
    start = {"least": 1, "most": 1, "every_weeks": "1", "from_on": day + timedelta(days=1)}
    form = forms.MakePattern(request.POST or None, tasks=task_choices(version), initial=start)
    if form.carries_out(
        lambda typed: services.make_pattern(
            version,
            unit,
            by=request.user,
            at=at,
            **typed | {"weekdays": [int(each) for each in typed["weekdays"]], "every_weeks": int(typed["every_weeks"])},
        )
    ):
        messages.success(request, "The pattern is kept. Now choose the weeks to lay it out in.")
        return redirect("rota:lay_out", form.outcome.reference)
    context = {"form": form, "title": "A weekly pattern", "version": version, "unit": unit}
    return render(request, "rota/create.html", context)


def _pattern(request: HttpRequest, reference: str, day: object) -> object:
    found = get_object_or_404(selectors.patterns_seen_by(request.user, day), reference=reference)
    access.change_pattern.require(request.user, found, day)
    return found


def lay_out(request: HttpRequest, reference: str) -> HttpResponse:
    """Lay a pattern out over some weeks, as drafts."""
    day, at = timezone.localdate(), timezone.now()
    pattern = _pattern(request, reference, day)
    begins = max(pattern.from_on, day + timedelta(days=1))
    form = forms.LayOut(request.POST or None, initial={"first": begins, "weeks": "4"})
    if form.carries_out(
        lambda typed: services.lay_out(pattern, first=typed["first"], weeks=int(typed["weeks"]), by=request.user, at=at)
    ):
        _say_laid(request, form.outcome)
        return redirect(week_url(pattern.unit, monday_of(form.cleaned_data["first"].isoformat(), day), 2))
    context = {
        "form": form,
        "title": "Lay out the weeks",
        "intro": f"{pattern.version.title}, {pattern.unit.full_name}: {pattern.when}.\n\nEach day becomes a draft that "
        "you can still change, move or leave out. A day that has its duty already gets no second one.",
        "button": "Lay it out",
        "cancel_url": f"{reverse('rota:patterns')}?unit={pattern.unit.reference}",
    }
    return render(request, "ui/form_page.html", context)


def cancel_series(request: HttpRequest, reference: str) -> HttpResponse:
    """End a pattern from a day on, and call off what is laid out of it."""
    day, at = timezone.localdate(), timezone.now()
    pattern = _pattern(request, reference, day)
    return pages.deed(
        request,
        forms.CancelSeries(request.POST or None, initial={"first": day + timedelta(days=1)}),
        lambda typed: services.cancel_series(pattern, by=request.user, at=at, **typed),
        said=_called_off,
        back=f"{reverse('rota:patterns')}?unit={pattern.unit.reference}",
        template="rota/cancel.html",
        title="Call off the series",
        intro=f"{pattern.version.title}, {pattern.unit.full_name}: {pattern.when}.",
        button="Call it off",
    )


def _called_off(count: int) -> str:
    if not count:
        return "The series has ended. No duty of it was still to come."
    return f"{so_many(count, 'duty is', 'duties are')} called off. Everybody who was asked is being told."


def cancel_day(request: HttpRequest) -> HttpResponse:
    """Call off everything that is still to come on one day."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    area = _area(request, day)
    asked = named_day(request.GET.get("day", "")) or day
    form = forms.CancelDay(request.POST or None, initial={"day": max(asked, day)})
    return pages.deed(
        request,
        form,
        lambda typed: services.cancel_day(area, by=request.user, at=at, **typed),
        said=_called_off,
        then=lambda _: week_url(area, monday_of(form.cleaned_data["day"].isoformat(), day)),
        back=week_url(area, monday_of(asked.isoformat(), day)),
        template="rota/cancel.html",
        title="Call off a day",
        intro=f"Every duty of that day that has not begun, at {area.full_name}. Each person gets one letter with "
        "your reason; for today, those who asked for it get a text message as well.",
        button="Call the day off",
    )
