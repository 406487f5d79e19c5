"""Two versions of a role side by side, as tracked changes."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from timegiven.library import forms, selectors
from timegiven.library.views import shown_changes


@login_not_required
def compare(request: HttpRequest, reference: str) -> HttpResponse:
    """What is different in this version from an older one: the one before, unless another is chosen."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    others = selectors.comparable(request.user, version, day)
    if not others:
        raise Http404
    choices = [(each.reference, shown_changes.named(each, version)) for each in others]
    form = forms.Compare(request.GET, others=choices)
    chosen = form.cleaned_data["other"] if form.is_valid() else ""
    other = next((each for each in others if each.reference == chosen), others[0])
    form.initial = {"other": other.reference}
    context = {"version": version, "other": other, "form": form, "named": shown_changes.named(other, version)}
    return render(request, "library/compare.html", {**context, **shown_changes.tracked(other, version)})
