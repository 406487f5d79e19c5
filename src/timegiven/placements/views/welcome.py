"""The first day: go through the list together, and start."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.placed import checks_of, found, press


def start(request: HttpRequest, reference: str) -> HttpResponse:
    day = timezone.localdate()
    placement = found(request, reference)
    access.start.require(request.user, placement, day)
    more = {"checks": checks_of(placement, day, selectors.FOR_A_START), "unticked": selectors.unticked(placement)}
    return press(request, placement, services.start, "start", "The placement has started.", **more)


def first_day(request: HttpRequest, reference: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    placement = found(request, reference)
    access.welcome.require(request.user, placement, day)

    items, done = selectors.first_day(placement), selectors.ticked(placement)
    is_manager = access.start(request.user, placement, day)
    mine = [item for item in items if is_manager or item.code != selectors.PAPERS]
    form = forms.FirstDay(request.POST if request.method == "POST" else None, items=mine, done=done)
    if request.method == "POST" and form.is_valid():
        try:
            services.tick(placement, done=form.done(), by=request.user, at=at)
            messages.success(request, "Kept. You can both see what is ticked, and go on another time.")
            return redirect("placements:first_day", reference)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    page = {"placement": placement, "form": form, "items": items, "is_manager": is_manager}
    page |= {"welcomes": selectors.ticked_items(placement), "waits_for_unit": selectors.PAPERS not in done}
    return render(request, "placements/first_day.html", page)
