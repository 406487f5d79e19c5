"""Finding a role in the library."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.library import rules
from timegiven.library.models import ProfileVersion, RiskAssessment, Task
from timegiven.library.selectors.versions import approved_versions

_LISTED = (
    *("reference", "purpose", "weekly_minutes", "profile__reference", "profile__title", "profile__category"),
    *("profile__unit__name", "profile__unit__borough__name"),
)


def _assessed_in_date(day: date) -> QuerySet[RiskAssessment]:
    return RiskAssessment.objects.filter(version=OuterRef("pk"), assessed_on__lte=day, review_on__gt=day)


def library(
    day: date, *, words: str = "", category: str = "", borough: str = "", is_open: bool = False
) -> QuerySet[ProfileVersion]:
    """The roles in force on a day that fit the filters; every word must be found (clause 68).

    ``borough`` is its reference: where the role was conceived or is used. ``is_open`` keeps those that can be offered
    somewhere today.
    """
    found = approved_versions(day).annotate(is_open=Exists(_assessed_in_date(day)))
    for word in words.split()[:8]:
        stem = rules.root(word.lower())
        has_task = Exists(Task.objects.filter(version=OuterRef("pk"), text__icontains=stem))
        found = found.filter(Q(profile__title__icontains=stem) | Q(purpose__icontains=stem) | has_task)
    if category:
        found = found.filter(profile__category=category)
    if borough:
        used = _assessed_in_date(day).filter(unit__borough__reference=borough)
        found = found.filter(Q(profile__unit__borough__reference=borough) | Exists(used))
    if is_open:
        found = found.filter(is_open=True)
    listed = found.select_related(None).select_related("profile__unit__borough").only(*_LISTED)
    return listed.order_by("profile__title", "pk")


def roles(day: date) -> list[tuple[str, str]]:
    """The roles that can be offered today, as choices: the profile's reference, and its title with its borough."""
    return [
        (each.profile.reference, f"{each.title} ({(each.profile.unit.borough or each.profile.unit).name})")
        for each in library(day, is_open=True)
    ]
