"""The application: its list of questions, each question, sending it, taking it back."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.joining.views import drafts
from timegiven.joining.views.addresses import page_of
from timegiven.joining.views.equality import OFFERED
from timegiven.people import selectors as people
from timegiven.ui import pages

QUESTIONS = {
    "name": forms.Name,
    "born": forms.Born,
    "reach": forms.Reach,
    "address": forms.Address,
    "why": forms.Why,
    "skills": forms.Skills,
    "languages": forms.Languages,
    "time": forms.Time,
    "travel": forms.Travel,
    "vehicle": forms.Vehicle,
    "help": forms.Help,
    "emergency": forms.Emergency,
    "guardian": forms.Guardian,
}
ABOUT_NOW = ("name", "born", "reach", "address")  # what is known of the person now, wherever they volunteer
PRIVATE = ("help", "emergency", "guardian")


def _is_private(code: str) -> bool:
    """What is about somebody's health, or names somebody else."""
    return code in PRIVATE or rules.referee_position(code) > 0


def application(request: HttpRequest, reference: str) -> HttpResponse:
    """For the applicant: what is done and what is next. For the Borough MVP Manager: the whole application."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    if found.status == "REGISTERED" and access.fill_in(request.user, found, day):
        return _task_list(request, found)
    if found.person == request.user:
        return _own(request, found)
    references, now_in = selectors.references_of(found), selectors.now_in(found)
    unseen = ABOUT_NOW if now_in else ()
    page = {
        "application": found,
        "now_in": now_in,
        "references": references,
        "good": sum(1 for each in references if each.is_satisfactory),
        "needed": selectors.references_needed(day, found.strand),
        "answers": [
            row
            for card in selectors.answers(found, day)
            if card["code"] not in unseen and not _is_private(card["code"])
            for row in card["rows"]
        ],
        "steps": found.steps.select_related("by").order_by("-at", "-pk"),
        "may_decide": access.decide(request.user, found, day),
        "is_clearance_over": selectors.is_clearance_over(found, day),
        "may_ask_again": access.ask_again(request.user, found, day) and found.status in found.UNDER_WAY,
        "at": timezone.now(),
        "may_name": access.name_referee(request.user, found, day) and selectors.is_room_for_referee(found, day),
        "volunteer": people.volunteer_of(found.person),
        "needs_guardian": selectors.needs_guardian(found, day),
        "consent": selectors.newest_consent(found),
        "meetings": selectors.meetings_of(found),
        "may_choose_again": access.fill_in(request.user, found, day),
        "is_met": found.status in selectors.MET,
        "right": selectors.right_of(found.person),
        "may_check_right": access.check_right(request.user, found, day),
    }
    return render(request, "joining/application.html", page)


def _own(request: HttpRequest, found: Any) -> HttpResponse:
    day, meetings = timezone.localdate(), selectors.meetings_of(found)
    page = {
        "application": found,
        "references": selectors.references_of(found),
        "ask": selectors.whom_to_ask(found.borough, day, besides=found.person),
        "is_manager": access.publish_slots(found.person, found.borough, day),
        "needs_referee": selectors.is_room_for_referee(found, day),
        "is_one_lost": selectors.is_one_lost(found),
        "progress": selectors.progress(found, day),
        "is_open": found.status in found.OPEN,
        "consent": selectors.newest_consent(found) if selectors.needs_guardian(found, day) else None,
        "meetings": meetings,
        "may_choose_again": access.fill_in(request.user, found, day),
        "may_book": not meetings and selectors.is_time_to_meet(found, timezone.now()),
    }
    return render(request, "joining/progress.html", page)


def _task_list(request: HttpRequest, found: Any) -> HttpResponse:
    tasks = _tasks(found)
    done = sum(1 for task in tasks if not task["colour"])
    groups = [(title, list(each)) for title, each in groupby(tasks, key=lambda task: task["group"])]
    following = next((task for task in tasks if task["colour"]), None)
    page = {"application": found, "groups": groups, "done": done, "all": len(tasks), "following": following}
    return render(request, "joining/task_list.html", page)


def _tasks(found: Any) -> list[dict[str, str]]:
    def task(section: rules.Section) -> dict[str, str]:
        url = reverse("joining:section", args=[found.reference, section.code])
        status, colour = ("Done", "") if section.code in found.saved else ("To do", "blue")
        return {"title": section.title, "url": url, "status": status, "colour": colour, "group": section.group}

    return [task(section) for section in selectors.sections_of(found, timezone.localdate())]


@login_not_required
def section(request: HttpRequest, reference: str, code: str) -> HttpResponse:
    """One question, saved by itself. Whoever was signed out while typing finds it again after signing in."""
    if not request.user.is_authenticated:
        return drafts.put_by(request)
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    if code not in [each.code for each in _every_question(found)]:
        raise Http404
    access.fill_in.require(request.user, found, day)
    pages.only_while(request, found, "REGISTERED", back=page_of(found))
    draft = drafts.taken_up(request)
    form = QUESTIONS.get(code, forms.RefereeQuestion)(
        request.POST or draft, initial=selectors.section_answers(found, code)
    )
    if (
        request.method == "POST"
        and "look" not in request.POST.getlist("press")
        and form.carries_out(
            lambda _: services.answer(
                found,
                code=code,
                typed=form.answer(),
                seen=drafts.to_compare(request, code),
                by=request.user,
                at=timezone.now(),
            )
        )
    ):
        drafts.saved(request, code)
        return redirect(_next_page(request, found, code))
    return _question(request, found, code, form, is_draft=bool(draft) and request.method == "GET")


def _every_question(found: Any) -> list[rules.Section]:
    """Those that this application may have, also what is asked of drivers or the young alone."""
    return rules.every_section(referees=selectors.referees_on(found, timezone.localdate()))


def _question(request: HttpRequest, found: Any, code: str, form: Any, *, is_draft: bool) -> HttpResponse:
    if _is_private(code):
        _note_look(request, found)
    asked = next(each for each in _every_question(found) if each.code == code)
    number = form.narrow() if code == "skills" else None
    page = {
        "form": form,
        "application": found,
        "section": asked,
        "is_first_referee": rules.referee_position(code) == 1,
        "referees": selectors.referees_on(found, timezone.localdate()),
        "title": asked.title,
        "kept_months": selectors.answers_kept_months(timezone.localdate()),
        "is_draft": is_draft,
        "seen": selectors.mark_of(found, code),
        "tab": drafts.tab(request),
        "skills_found": number,
        "looked_for": form["look"].value() if code == "skills" and request.POST else "",
        "checking": "check" in request.GET,
    }
    return render(request, "joining/section.html", page)


def _note_look(request: HttpRequest, found: Any) -> None:
    """Whoever keys an application in for somebody reads what is sealed, as on the page for that: it is recorded."""
    if request.user != found.person:
        services.saw_private(found, by=request.user, at=timezone.now())


def _next_page(request: HttpRequest, found: Any, code: str) -> str:
    """The next question that is not answered yet; whoever came from reading them all goes back there."""
    found.refresh_from_db()
    asked = selectors.sections_of(found, timezone.localdate())
    missing, codes = rules.missing_sections(found.saved, asked), [each.code for each in _every_question(found)]
    later = [each for each in missing if codes.index(each.code) > codes.index(code)] or missing
    if later and "check" not in request.GET:
        return reverse("joining:section", args=[found.reference, later[0].code])
    return reverse("joining:apply", args=[found.reference])


def apply(request: HttpRequest, reference: str) -> HttpResponse:
    """Read everything once more, and send it; afterwards it can still be read."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.fill_in.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    if form.carries_out(lambda _: services.apply(found, by=request.user, at=timezone.now())):
        messages.success(request, "Thank you. Your application has been sent.")
        if found.person == request.user:
            request.session[OFFERED] = True  # nothing but that: it is taken away by the answer
            return redirect("joining:equality")
        return redirect("joining:application", found.reference)
    _note_look(request, found)
    missing = [task for task in _tasks(found) if task["colour"]]
    page = {"form": form, "application": found, "missing": missing, "answers": selectors.answers(found, day)}
    page["is_sent"] = found.status != "REGISTERED"
    page["referees"] = selectors.referees_on(found, day)
    page["runs"] = selectors.who_runs(found.borough, day, besides=found.person)
    return render(request, "joining/apply.html", page)


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take an application back; nobody asks why."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.withdraw.require(request.user, found, day)
    pages.only_towards(request, found, "WITHDRAWN", back=page_of(found))
    title, intro = "Withdraw this application", _WITHDRAWS
    if found.person != request.user:
        title, intro = f"{found.person.name} has withdrawn", _HAVE_WITHDRAWN
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.withdraw(found, by=request.user, at=timezone.now()),
        said="The application has been withdrawn. Thank you for thinking of us.",
        back=page_of(found),
        title=title,
        intro=intro,
        button="Withdraw",
    )


_WITHDRAWS = (  # to the applicant, and to whoever notes it for them
    "You do not need a reason. Nothing more will be sent to you or to anybody you named, and you can come back "
    "whenever you like."
)
_HAVE_WITHDRAWN = (
    "They have told you that they would rather not go on, and need not say why. Nothing more will be sent to them or "
    "to anybody they named, and they can come back whenever they like."
)
