"""Equality impact assessments: how each part of volunteering stands, and a new one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.insight import access, forms, selectors, services
from timegiven.programme import selectors as programme
from timegiven.ui import pages


@require_safe
def assessments(request: HttpRequest) -> HttpResponse:
    """How each strand stands, and all that was written down, the newest first."""
    day = timezone.localdate()
    access.see_assessments.require(request.user, day)
    context = {
        "standings": selectors.standings(day),
        "page_obj": Paginator(selectors.assessments(), 25).get_page(request.GET.get("page")),
        "may_assess": access.assess_equality(request.user, day),
    }
    return render(request, "insight/assessments.html", context)


def record_assessment(request: HttpRequest) -> HttpResponse:
    """Write down that one was made."""
    day = timezone.localdate()
    access.assess_equality.require(request.user, day)
    form = forms.Assess(request.POST or None, strands=programme.strands(), initial={"made_on": day})
    return pages.deed(
        request,
        form,
        lambda _: services.record_assessment(by=request.user, at=timezone.now(), **form.facts()),
        said="The assessment is written down.",
        back=reverse("insight:assessments"),
        title="Write down an equality impact assessment",
        intro="It belongs to a part of volunteering, not to a person. Please name nobody.",
        button="Write it down",
    )
