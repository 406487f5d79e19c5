"""The list of courses, a course with its sessions, and what the training unit keeps of them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.people import selectors as people
from timegiven.training import access, forms, selectors, services
from timegiven.ui import forms as ui
from timegiven.ui import pages


def courses(request: HttpRequest) -> HttpResponse:
    """What can be learnt, for whoever is signed in."""
    day = timezone.localdate()
    filters = forms.courses.Find(request.GET)
    chosen = filters.usable()
    found = selectors.catalogue(
        words=chosen.get("find", ""),
        delivery=chosen.get("delivery", ""),
        needed_for=chosen.get("needed_for", ""),
        closed=bool(chosen.get("closed")),
    )
    page = {
        "filters": filters,
        "page_obj": Paginator(found, 25).get_page(request.GET.get("page")),
        "may_keep": access.keep_courses(request.user, day),
    }
    return render(request, "training/courses.html", page)


def course(request: HttpRequest, code: str) -> HttpResponse:
    """One course: its modules, what comes first, and the sessions within reach."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.courses(), code=code)
    volunteer = people.volunteer_of(request.user) if request.user.is_volunteering else None
    page = {
        "course": found,
        "modules": found.modules.order_by("position"),
        "first": selectors.before_course(found),
        "volunteer": volunteer,
        "stand": selectors.stands(volunteer, [found], at)[0] if volunteer else None,
        "to_book": selectors.sessions_to_book(volunteer, at, found) if volunteer else (),
        "sessions": selectors.to_come(selectors.sessions_seen_by(request.user, day).filter(course=found), at),
        "sees_sessions": access.see_sessions(request.user, day),
        "may_keep": access.keep_courses(request.user, day),
        "may_set_up": access.set_up_sessions(request.user, day),
    }
    return render(request, "training/course.html", page)


def new_course(request: HttpRequest) -> HttpResponse:
    access.keep_courses.require(request.user, timezone.localdate())
    return _keep(request, None, "Add a course")


def change_course(request: HttpRequest, code: str) -> HttpResponse:
    access.keep_courses.require(request.user, timezone.localdate())
    found = get_object_or_404(selectors.courses(), code=code)
    return _keep(request, found, f"Change “{found.title}”")


def _keep(request: HttpRequest, found: Any, title: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    form = forms.courses.Keep(
        request.POST or None,
        initial=_as_typed(found),
        courses=[each for each in selectors.courses() if each != found],
        may_mark=access.mark_courses(request.user, day),
        is_new=found is None,
    )
    return pages.deed(
        request,
        form,
        lambda _: services.keep_course(found, by=request.user, at=at, **form.facts(found)),
        said=lambda kept: f"“{kept.title}” is kept.",
        then=lambda kept: reverse("training:course", args=[kept.code]),
        back=reverse("training:course", args=[found.code]) if found else reverse("training:courses"),
        title=title,
        button="Keep this course",
    )


def _as_typed(found: Any) -> dict[str, Any]:
    if found is None:
        return {"delivery": "SESSION", "needed_for": "PROFILE", "is_offered": True}
    names = ("title", "about", "delivery", "link", "minutes", "valid_months", "needed_for", "is_offered")
    first = [each.code for each in selectors.before_course(found)]
    return {name: getattr(found, name) for name in names} | {"first": first}


def modules(request: HttpRequest, code: str) -> HttpResponse:
    """The parts of a course, with a form to add one."""
    day, at = timezone.localdate(), timezone.now()
    access.keep_courses.require(request.user, day)
    found = get_object_or_404(selectors.courses(), code=code)
    form = forms.courses.AddModule(request.POST or None)
    if form.carries_out(lambda typed: services.add_module(found, by=request.user, at=at, **typed)):
        messages.success(request, "Added. The course takes as long as its modules together.")
        return redirect("training:modules", code)
    page = {"form": form, "course": found, "modules": found.modules.order_by("position")}
    return render(request, "training/modules.html", page)


def remove_module(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """Take a part out of a course: a page that says so, with one button."""
    day, at = timezone.localdate(), timezone.now()
    access.keep_courses.require(request.user, day)
    found = get_object_or_404(selectors.courses(), code=code)
    module = get_object_or_404(found.modules, reference=reference)
    return pages.deed(
        request,
        ui.Form(request.POST or None),
        lambda _: services.remove_module(module, by=request.user, at=at),
        said=f"“{module.title}” is no part of the course any more.",
        back=reverse("training:modules", args=[code]),
        title=f"Take out “{module.title}”?",
        intro="What people have done already stays as it was recorded.",
        button="Take it out",
    )


def before(request: HttpRequest) -> HttpResponse:
    """How far each volunteer is with what comes before volunteering begins (clause 96)."""
    day = timezone.localdate()
    access.see_sessions.require(request.user, day)
    find = forms.Find(request.GET)
    words = find.cleaned_data["find"] if find.is_valid() else ""
    found = selectors.volunteers_before(request.user, day, words=words)
    page_obj = Paginator(found, 25).get_page(request.GET.get("page"))
    page = {
        "find": find,
        "page_obj": page_obj,
        "rows": selectors.progress(page_obj.object_list, day),
        "modules": selectors.modules_before(),
        "strands": selectors.strands_before(day),
    }
    return render(request, "training/before.html", page)
