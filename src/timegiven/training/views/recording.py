"""The pages of training: record it, and see what runs out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import duration
from timegiven.library import selectors as library
from timegiven.people import access as people_access
from timegiven.people import selectors as people
from timegiven.training import access, forms, selectors, services
from timegiven.ui import pages

SHOWN = 50  # names to tick on one page


def my_training(request: HttpRequest) -> HttpResponse:
    """The door to training: one's own record, or the sessions for those who train, or the units for managers."""
    day, volunteer = timezone.localdate(), people.volunteer_of(request.user)
    if volunteer is not None:
        return redirect("placements:training", volunteer.reference)
    if access.see_sessions(request.user, day):
        return redirect("training:sessions")
    return redirect("training:unit_trainings" if access.see_unit_training(request.user, day) else "training:courses")


def record(request: HttpRequest) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.record_somewhere.require(request.user, day)

    form, more = _record_form(request, day)
    if form.carries_out(lambda _: services.record(by=request.user, at=at, **form.facts())):
        done = form.outcome
        names = ", ".join(completion.person.name for completion in done)
        messages.success(request, f"Training recorded for {names}. They will get a letter.")
        return redirect("training:record")
    page = {"form": form, "find": forms.Find(request.GET), "title": "Record training", "more": more, "shown": SHOWN}
    return render(request, "training/record.html", page)


def take_off(request: HttpRequest, reference: str) -> HttpResponse:
    """Put right what was recorded by mistake: a page that says what follows, with the reason."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.completions_kept_by(request.user, day), reference=reference)
    access.take_off.require(request.user, found, day)
    name, back = found.person.name, reverse("placements:training", args=[found.person.volunteer.reference])
    return pages.deed(
        request,
        forms.TakeOff(request.POST or None),
        lambda typed: services.take_off(found, by=request.user, at=at, **typed),
        said=f"“{found.course.title}” is no longer on the record of {name}, who will get a letter.",
        back=back,
        title=f"Take “{found.course.title}” off the record of {name}?",
        intro=f"Recorded for {in_words(found.on)}, {duration(found.minutes)}. If it was a mistake, it comes off the "
        "record, its time is taken out of that month, and roles that need the course wait for it again.",
        button="Take it off",
    )


def _record_form(request: HttpRequest, day):
    """The form with the names that were looked for, those already ticked among them; and how many more there are."""
    found = selectors.volunteers_trained_by(request.user, day).order_by("person__name")
    ticked = request.POST.getlist("volunteers") or request.GET.getlist("volunteer")
    words = request.GET.get("find", "").strip()
    matching = found.filter(Q(person__name__icontains=words) | Q(reference=words.upper())) if words else found
    if ticked:  # whoever has left is found from their own page alone
        everybody = selectors.volunteers_once_trained_by(request.user, day).order_by("person__name")
        matching = everybody.filter(reference__in=ticked[:500])
    wanted = request.GET.getlist("volunteer")
    initial = {
        "volunteers": wanted,
        "course": request.GET.get("course"),
        "version": request.GET.get("version"),
        "on": day,
    }
    form = forms.Record(
        request.POST or None,
        initial={name: value for name, value in initial.items() if value},
        volunteers=matching[:SHOWN] if not ticked else matching,
        courses=selectors.courses(),
        versions=selectors.roles_to_train_for(),
        may_agree=people_access.holds(request.user, people_access.Role.MVPM, at=None, day=day),
        today=day,
    )
    return form, 0 if ticked else max(matching.count() - SHOWN, 0)


def role(request: HttpRequest, reference: str) -> HttpResponse:
    """What training a role needs, and which of it the role names itself."""
    day, at = timezone.localdate(), timezone.now()
    version = get_object_or_404(library.versions_seen_by(request.user, day), reference=reference)
    if request.method == "POST":
        access.name_courses.require(request.user, version.profile.unit, day)
    may_name = access.name_courses(request.user, version.profile.unit, day) and version.status == "DRAFT"

    typed = request.POST if request.method == "POST" else None
    named = {"courses": selectors.named_by(version)}
    form = forms.Role(typed, initial=named, courses=selectors.courses_of_roles())
    if form.carries_out(lambda _: services.name_courses(version, courses=form.chosen(), by=request.user, at=at)):
        messages.success(request, "Kept. These courses belong to the role now.")
        return redirect("training:role", reference)
    page = {"form": form, "version": version, "needed": selectors.needed_for(version), "may_name": may_name}
    return render(request, "training/role.html", page)


def expiring(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    access.see_expiring.require(request.user, day)

    days = {*selectors.notice_days(day), selectors.ENDING}
    filters = forms.Expiring(request.GET, courses=selectors.courses(), days=list(days))
    chosen = filters.usable()
    within = int(chosen.get("within") or max(days))
    found = selectors.running_out_seen_by(request.user, day, within=within)
    if chosen.get("course"):
        found = found.filter(course__code=chosen["course"])
    page = Paginator(found.values("name", "title", "expires_on", "volunteer_reference", "borough_name"), 25)
    context = {"filters": filters, "page": page.get_page(request.GET.get("page")), "day": day, "longest": max(days)}
    return render(request, "training/expiring.html", context)
