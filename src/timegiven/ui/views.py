"""The specimen: every component and every field on one page, to be looked at and measured."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from timegiven.ui import specimens


@login_not_required
@require_http_methods(["GET", "POST"])
def specimen(request: HttpRequest) -> HttpResponse:
    """Everything at once, in a demonstration only; an empty form that is sent shows every error."""
    if not (settings.DEMONSTRATION or settings.DEBUG):
        raise Http404
    form = specimens.Questions(request.POST or None, request.FILES or None)
    if form.is_bound and "refuse" in request.POST:
        form.add_error(None, specimens.REFUSAL)
    return render(
        request,
        "ui/specimen.html",
        specimens.shown(timezone.now())
        | {
            "form": form,
            "filters": specimens.Filters(request.GET, auto_id="filter_%s"),
            "page_obj": Paginator(range(300), 20).get_page(request.GET.get("page", 7)),
        },
    )
