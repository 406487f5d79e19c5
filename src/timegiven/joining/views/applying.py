"""The application: its list of sections, each section, sending it, taking it back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.kernel.refusals import NotAllowed
from timegiven.people import selectors as people

SECTIONS = {section.code: section for section in rules.SECTIONS}
PAGES = {
    "about": (forms.About, services.save_about),
    "why": (forms.Why, services.save_why),
    "skills": (forms.Skills, services.save_skills),
    "time": (forms.Time, services.save_time),
    "help": (forms.Help, services.save_help),
    "emergency": (forms.Emergency, services.save_emergency),
    "referees": (forms.Referees, services.save_referees),
}


def application(request: HttpRequest, reference: str) -> HttpResponse:
    """For the applicant: what is done and what is next. For the Borough MVP Manager: the whole application."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    if found.status == "REGISTERED" and access.fill_in(request.user, found, day):
        return render(request, "joining/task_list.html", {"application": found, "tasks": _tasks(found)})
    if found.person == request.user:
        return _own(request, found)
    references = selectors.references_of(found)
    page = {
        "application": found,
        "references": references,
        "good": sum(1 for each in references if each.is_satisfactory),
        "answers": [card for card in selectors.answers(found) if card["code"] not in ("help", "referees", "emergency")],
        "steps": found.steps.select_related("by").order_by("-at", "-pk"),
        "may_decide": access.decide(request.user, found, day),
        "may_name": access.name_referee(request.user, found, day) and selectors.is_room_for_referee(found, day),
        "volunteer": people.volunteer_of(found.person),
    }
    return render(request, "joining/application.html", page)


def _own(request: HttpRequest, found: Any) -> HttpResponse:
    day = timezone.localdate()
    page = {
        "application": found,
        "references": selectors.references_of(found),
        "ask": selectors.whom_to_ask(found.borough, day),
        "needs_referee": selectors.is_room_for_referee(found, day),
        "progress": selectors.progress(found, day) if found.status not in ("WITHDRAWN", "DECLINED") else [],
        "is_open": found.status in found.OPEN,
    }
    return render(request, "joining/progress.html", page)


def _tasks(found: Any) -> list[dict[str, str]]:
    def task(section: rules.Section) -> dict[str, str]:
        is_done = section.code in found.saved
        url = reverse("joining:section", args=[found.reference, section.code])
        status, colour = ("Done", "") if is_done else ("To do", "blue")
        return {"title": section.title, "url": url, "status": status, "colour": colour}

    return [task(section) for section in rules.SECTIONS]


def section(request: HttpRequest, reference: str, code: str) -> HttpResponse:
    """One section, saved by itself."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    if code not in PAGES:
        raise Http404
    access.fill_in.require(request.user, found, day)
    asked, save = PAGES[code]
    form = asked(request.POST or None, initial=selectors.section_answers(found, code))
    if form.is_valid():
        typed = {"referees": form.referees()} if code == "referees" else form.cleaned_data
        try:
            save(found, **typed, by=request.user, at=timezone.now())
            return redirect(_next_page(found, code))
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    page = {"form": form, "application": found, "section": SECTIONS[code], "title": SECTIONS[code].title}
    return render(request, "joining/section.html", page)


def _next_page(found: Any, code: str) -> str:
    """The next section that is not filled in yet, or the list when there is none."""
    missing = rules.missing_sections([*found.saved, code])
    codes = list(SECTIONS)
    later = [each for each in missing if codes.index(each.code) > codes.index(code)] or missing
    if later:
        return reverse("joining:section", args=[found.reference, later[0].code])
    return reverse("joining:apply", args=[found.reference])


def apply(request: HttpRequest, reference: str) -> HttpResponse:
    """Read everything once more, and send it."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.fill_in.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    if form.is_valid():
        try:
            services.apply(found, by=request.user, at=timezone.now())
            messages.success(request, "Thank you. Your application has been sent.")
            return redirect("joining:application", found.reference)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    missing = [task for task in _tasks(found) if task["colour"]]
    page = {"form": form, "application": found, "missing": missing, "answers": selectors.answers(found)}
    return render(request, "joining/apply.html", page)


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take an application back; nobody asks why."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.withdraw.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    if form.is_valid():
        try:
            services.withdraw(found, by=request.user, at=timezone.now())
            messages.success(request, "The application has been withdrawn. Thank you for thinking of us.")
            return redirect("joining:application", found.reference)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    page = {
        "form": form,
        "title": "Withdraw this application",
        "intro": "You do not need a reason. Nothing more will be sent to you or to anybody you named, and you can "
        "come back whenever you like.",
        "button": "Withdraw",
        "cancel_url": reverse("joining:application", args=[found.reference]),
    }
    return render(request, "ui/form_page.html", page)
