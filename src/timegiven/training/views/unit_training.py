"""Role training that units give themselves: the list, proposing it, and agreeing to it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.training import access, forms, selectors, services
from timegiven.ui import forms as ui
from timegiven.ui import pages


def unit_trainings(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    access.see_unit_training.require(request.user, day)
    found = selectors.unit_training_seen_by(request.user, day)
    status = request.GET.get("status", "")
    found = found.filter(status=status) if status in selectors.UNIT_TRAINING_STATUSES else found.exclude(status="ENDED")
    page = {
        "page_obj": Paginator(found, 25).get_page(request.GET.get("page")),
        "may_propose": access.propose_unit_training(request.user, day),
        "is_narrowed": bool(status),
    }
    return render(request, "training/unit_trainings.html", page)


def propose(request: HttpRequest) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.propose_unit_training.require(request.user, day)
    form = forms.unit_training.Propose(
        request.POST or None,
        courses=selectors.courses_at_work(),
        units=selectors.units_managed_by(request.user, day),
    )
    return pages.deed(
        request,
        form,
        lambda _: services.propose(by=request.user, at=at, **form.facts()),
        said="Thank you. The Borough MVP Manager and the training unit will look at it.",
        then=lambda made: reverse("training:unit_training", args=[made.reference]),
        back=reverse("training:unit_trainings"),
        title="Say how your unit teaches a course",
        intro="Training for a role is given by the unit manager, and agreed beforehand with the Borough MVP Manager "
        "and the borough training unit. When both have agreed, you sign for each volunteer who has learnt it.",
        button="Send it to both",
    )


def _found(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.unit_training_seen_by(request.user, timezone.localdate()), reference=reference)


def unit_training(request: HttpRequest, reference: str) -> HttpResponse:
    """How a course is taught at a unit, who has agreed, and what can be done."""
    day, found = timezone.localdate(), _found(request, reference)
    waits_for_me = selectors.unit_training_to_agree(request.user, day).filter(pk=found.pk).exists()
    teaches = access.teach_at(request.user, found.unit, day)
    is_live = found.status != "ENDED"
    page = {
        "training": found,
        "course": found.course,
        "steps": found.steps.select_related("by").order_by("at", "pk"),
        "may_agree": waits_for_me,
        "may_answer": teaches and found.status == "RETURNED",
        "may_end": is_live and (teaches or access.agree_unit_training(request.user, found.unit, day)),
        "teaches": teaches and found.status == "AGREED",
    }
    return render(request, "training/unit_training.html", page)


def agree(request: HttpRequest, reference: str) -> HttpResponse:
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    access.agree_unit_training.require(request.user, found.unit, day)
    pages.only_towards(request, found, "AGREED", back=_page_of(found))
    done, begun = "Both sides have agreed. The unit manager can begin.", "You have agreed. The other side is next."
    return pages.deed(
        request,
        ui.Form(request.POST or None),
        lambda _: services.agree_unit_training(found, by=request.user, at=at),
        said=lambda both: done if both else begun,
        back=_page_of(found),
        title=f"Agree to “{found.course.title}” at {found.unit.name}?",
        intro=f"{found.unit.full_name} teaches it like this:\n\n{found.how}",
        button="I agree",
    )


def send_back(request: HttpRequest, reference: str) -> HttpResponse:
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    access.agree_unit_training.require(request.user, found.unit, day)
    pages.only_towards(request, found, "RETURNED", back=_page_of(found))
    return pages.deed(
        request,
        forms.unit_training.SendBack(request.POST or None),
        lambda typed: services.send_back(found, by=request.user, at=at, **typed),
        said="Sent back. The unit manager gets your question.",
        back=_page_of(found),
        title="Ask the unit manager a question",
        button="Send the question",
    )


def propose_again(request: HttpRequest, reference: str) -> HttpResponse:
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    access.teach_at.require(request.user, found.unit, day)
    pages.only_towards(request, found, "PROPOSED", back=_page_of(found))
    return pages.deed(
        request,
        forms.unit_training.Again(request.POST or None, initial={"how": found.how}),
        lambda typed: services.propose_again(found, by=request.user, at=at, **typed),
        said="Thank you. Both will look at it again.",
        back=_page_of(found),
        title="Say it again, with the answer",
        button="Send it to both again",
    )


def end(request: HttpRequest, reference: str) -> HttpResponse:
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    if not access.teach_at(request.user, found.unit, day):
        access.agree_unit_training.require(request.user, found.unit, day)
    pages.only_towards(request, found, "ENDED", back=_page_of(found))
    return pages.deed(
        request,
        ui.Form(request.POST or None),
        lambda _: services.end_unit_training(found, by=request.user, at=at),
        said="Ended. What has been signed stays on people’s records.",
        back=_page_of(found),
        title="End this training at the unit?",
        intro="Volunteers who have learnt it keep it on their records.",
        button="End it",
    )


def _page_of(found: Any) -> str:
    return reverse("training:unit_training", args=[found.reference])
