"""One role profile, as far as the visitor may see it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from timegiven.library import selectors
from timegiven.library.views import shown


@login_not_required
def profile(request: HttpRequest, reference: str) -> HttpResponse:
    """The version in force, or the newest that this visitor may see."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.profiles_seen_by(request.user, day), reference=reference)
    version = selectors.current_version(request.user, found, day)
    if version is None:
        raise Http404
    return render(request, "library/profile.html", shown.everything(version, viewer=request.user, day=day))


@login_not_required
def version(request: HttpRequest, reference: str) -> HttpResponse:
    """One version, also an old one or one in the making."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    return render(request, "library/profile.html", shown.everything(found, viewer=request.user, day=day))
