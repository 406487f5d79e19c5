"""Is everything in order on a day? Every reason, the next step, and whose it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.placements import access, forms, selectors


def ready(request: HttpRequest, reference: str) -> HttpResponse:
    """For each placement, on a day of choice: to the volunteer in their words, to a unit what is the unit's."""
    today = timezone.localdate()
    volunteer = selectors.volunteer_reached_by(request.user, reference, today)
    if volunteer is None:
        raise Http404

    form = forms.OnADay(request.GET if "on" in request.GET else None)
    day = (form.cleaned_data["on"] if form.is_valid() else None) or today
    is_own = request.user == volunteer.person
    sees_record = access.see_record(request.user, volunteer, today)
    placements = selectors.to_look_at(request.user, volunteer, today, full=sees_record)
    page = {
        "volunteer": volunteer,
        "form": form if form.is_bound else forms.OnADay(initial={"on": today}),
        "day": day,
        "is_own": is_own,
        "sees_record": sees_record,
        "told": [(each, *selectors.told_about(each, day, own=is_own, for_unit=not sees_record)) for each in placements],
    }
    return render(request, "placements/ready.html", page)
