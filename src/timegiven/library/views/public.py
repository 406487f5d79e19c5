"""One page of each role to be passed on, and a feed of the roles that are open."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from timegiven.kernel import words
from timegiven.library import selectors
from timegiven.library.views import shown_public

FIVE_MINUTES, AN_HOUR = 5 * 60, 60 * 60


@login_not_required
@require_safe
def role(request: HttpRequest, borough: str, title: str, reference: str) -> HttpResponse:
    """A role for whoever thinks of volunteering: also one that is not open now, with the reason and others like it."""
    day = timezone.localdate()
    version = selectors.once_approved(reference, day)
    if version is None:
        raise Http404
    address = shown_public.address_of(version)
    if request.path != address:
        return redirect(address, permanent=True)
    why_not = selectors.why_not_open(version, day)
    context = shown_public.role(version, day, why_not=why_not)
    gone = not selectors.in_force(version, day)
    response = render(request, "library/role.html", context, status=410 if gone else 200)
    if not request.user.is_authenticated:
        patch_cache_control(response, public=True, max_age=FIVE_MINUTES)
    elif gone:  # or the browser keeps it for ever, also when the role is back
        patch_cache_control(response, no_cache=True)
    return response


def _as_listed(request: HttpRequest) -> str:
    """What changes when the feed does."""
    found = selectors.newest_open(timezone.localdate(), borough=request.GET.get("borough", ""))
    return f'"{"-".join(each.reference for each in found)}"'


@login_not_required
@require_safe
@cache_control(public=True, max_age=AN_HOUR)
@condition(etag_func=_as_listed)
def feed(request: HttpRequest) -> HttpResponse:
    """The roles open now as an Atom feed, the last approved first."""
    at = timezone.now()
    borough = request.GET.get("borough", "")
    found = selectors.newest_open(timezone.localdate(), borough=borough)
    home = settings.SITE_ADDRESS
    atom = Atom1Feed(
        title=f"Volunteer roles – {settings.SITE_NAME}",
        link=f"{home}{shown_public.listed(borough)}",
        description="Roles that volunteers can begin in now.",
        feed_url=f"{home}{shown_public.fed(borough)}",
        language="en-gb",
        author_name=settings.SITE_OWNER,
    )
    for each in found:
        approved = datetime.combine(each.approved_on, time(12), UTC) if each.approved_on else at
        atom.add_item(
            title=f"{each.title}, {each.profile.unit.full_name}",
            link=f"{home}{shown_public.address_of(each)}",
            description=f"{each.purpose} Usual time: {words.duration(each.weekly_minutes)} a week.",
            unique_id=f"{home}{shown_public.address_of(each)}",
            pubdate=approved,
            updateddate=approved,
            categories=[each.profile.get_category_display()],
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
