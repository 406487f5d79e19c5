"""One duty: its page, planning it, offering it, calling it off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import month
from timegiven.rota import access, forms, selectors, services


def duty(request: HttpRequest, reference: str) -> HttpResponse:
    """When, where, who is coming, and who was asked."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.duties_seen_by(request.user, day), reference=reference)
    taken = selectors.taken(found)
    return render(
        request,
        "rota/duty.html",
        {
            "duty": found,
            "month_title": month(found.on),
            "month_url": f"{reverse('rota:month')}?unit={found.unit.reference}&month={found.on:%Y-%m}",
            "offers": [(each, _may_release(request, each, day)) for each in selectors.offers_of(found)],
            "taken": taken,
            "free": max(found.places - taken, 0),
            "is_to_come": found.starts_at > timezone.now() and not found.cancelled_at,
            "may_offer": access.offer(request.user, found, day),
            "may_cancel": access.cancel(request.user, found, day),
        },
    )


def _may_release(request: HttpRequest, offer: object, day: object) -> bool:
    return offer.status == offer.Status.ACCEPTED and access.cannot_come(request.user, offer, day)


def create(request: HttpRequest) -> HttpResponse:
    """Plan a duty."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    to_plan = selectors.roles_to_plan(request.user, day)
    roles = {f"{version.reference}-{unit.reference}": (version, unit) for version, unit in to_plan}
    choices = [(key, f"{version.title}, {unit.full_name}") for key, (version, unit) in roles.items()]
    form = forms.Create(request.POST or None, roles=choices)
    if form.is_valid():
        version, unit = roles[form.cleaned_data.pop("role")]
        try:
            made = services.create(version, unit, by=request.user, at=at, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "The duty is on the rota. You can ask people now.")
            return redirect("rota:duty", made.reference)
    return render(request, "rota/create.html", {"form": form, "title": "Plan a duty", "has_roles": bool(roles)})


def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose whom to ask; those who are not ready stand below, each with the reason."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.duties_seen_by(request.user, day), reference=reference)
    access.offer.require(request.user, found, day)
    everybody = selectors.candidates(found, day)
    free = [each.placement for each in everybody if each.may_be_offered]
    people = [(placement.reference, placement.volunteer.person.name) for placement in free]
    form = forms.Offer(request.POST or None, people=people)
    if form.is_valid():
        try:
            made = services.offer(found, by=request.user, at=at, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, f"{len(made)} {'person has' if len(made) == 1 else 'people have'} been asked.")
            return redirect("rota:duty", reference)
    context = {
        "duty": found,
        "form": form,
        "has_people": bool(people),
        "asked": [each for each in everybody if each.offer],
        "not_ready": [each for each in everybody if each.reasons and not each.offer],
    }
    return render(request, "rota/offer.html", context)


def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    """Call a duty off, with a reason that goes to everybody who was asked."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.duties_seen_by(request.user, day), reference=reference)
    access.cancel.require(request.user, found, day)
    form = forms.Cancel(request.POST or None)
    if form.is_valid():
        try:
            services.cancel(found, by=request.user, at=at, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "The duty is called off. Everybody who was asked is being told.")
            return redirect("rota:duty", reference)
    context = {
        "form": form,
        "title": "Call off this duty",
        "intro": f"{found.version.title}, {found.when}. {selectors.taken(found)} of {found.places} places are taken.",
        "button": "Call it off",
        "cancel_url": reverse("rota:duty", args=[reference]),
    }
    return render(request, "rota/cancel.html", context)
