"""Finding a role in the library."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, overload

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from timegiven.kernel import prepared
from timegiven.kernel.prepared import Paged, Prepared
from timegiven.library import rules
from timegiven.library.models import ProfileVersion, RiskAssessment, Task
from timegiven.library.selectors.alike import similar
from timegiven.library.selectors.cover import cover_missing
from timegiven.library.selectors.near import miles_from
from timegiven.library.selectors.versions import approved_versions, in_force
from timegiven.programme.models import Cover

_LISTED = (
    *("reference", "number", "purpose", "weekly_minutes", "usual_times", "approved_on"),
    *("profile__reference", "profile__title", "profile__category", "profile__contribution"),
    *("profile__unit__name", "profile__unit__borough__name"),
)


def _assessed_in_date(day: Any) -> QuerySet[RiskAssessment]:
    return RiskAssessment.objects.filter(version=OuterRef("pk"), assessed_on__lte=day, review_on__gt=day)


def _covered(day: Any) -> Q:
    """Every kind of insurance that the marks call for is in force for the strand (clause 56)."""

    def held(kind: str) -> Q:
        return Q(profile__strand__in=Cover.objects.on(day).filter(kind=kind).values("strand"))

    covered = Q()
    for kind in rules.needed_cover({}):
        covered &= held(kind)
    for mark, kind in rules.COVER_MARKS.items():
        covered &= Q(**{mark: False}) | held(kind)
    return covered


def library(
    day: date, *, words: str = "", category: str = "", bring: str = "", borough: str = "", is_open: bool = False
) -> QuerySet[ProfileVersion]:
    """The roles in force on a day that fit the filters, the open ones first; every word must be found (clause 68).

    ``bring`` is the kind of contribution (clause 10); ``borough``, by its reference, where the role was conceived or
    is used. ``is_open`` keeps those that can be offered somewhere today: assessed in date, and insured.
    """
    return _library(day, _stems(words), category=category, bring=bring, borough=borough, is_open=is_open)


def listed(
    day: date,
    *,
    words: str = "",
    category: str = "",
    bring: str = "",
    borough: str = "",
    is_open: bool = False,
    time: str = "",
    near: str = "",
) -> Paged | Sequence[ProfileVersion]:
    """The same roles, read by pages: those that can be done at a time of the day, those nearest to a district first."""
    if time or near:
        found = library(day, words=words, category=category, bring=bring, borough=borough, is_open=is_open)
        return narrowed(found, day, time=time, near=near)
    stems, chosen = _stems(words), {"category": category, "bring": bring, "borough": borough}
    filters = tuple(name for name, value in chosen.items() if value)
    return _listed.paged(len(stems), filters, is_open, day=day, stems=stems, **chosen)


@Prepared
def _listed(words: int, filters: tuple[str, ...], is_open: bool) -> QuerySet[ProfileVersion]:
    chosen = {name: prepared.text(name) for name in filters}
    return _library(prepared.day("day"), prepared.texts("stems", words), **chosen, is_open=is_open)


def _stems(words: str) -> list[str]:
    return [rules.root(word.lower()) for word in words.split()[:8]]


def _library(
    day: Any, stems: Iterable[Any], *, category: Any = "", bring: Any = "", borough: Any = "", is_open: bool = False
) -> QuerySet[ProfileVersion]:
    may_begin = ExpressionWrapper(Exists(_assessed_in_date(day)) & _covered(day), output_field=BooleanField())
    found = approved_versions(day).annotate(is_open=may_begin)
    for stem in stems:
        has_task = Exists(Task.objects.filter(version=OuterRef("pk"), text__icontains=stem))
        found = found.filter(Q(profile__title__icontains=stem) | Q(purpose__icontains=stem) | has_task)
    if category:
        found = found.filter(profile__category=category)
    if bring:
        found = found.filter(profile__contribution=bring)
    if borough:
        used = _assessed_in_date(day).filter(unit__borough__reference=borough)
        found = found.filter(Q(profile__unit__borough__reference=borough) | Exists(used))
    if is_open:
        found = found.filter(is_open=True)
    listed = found.select_related(None).select_related("profile__unit__borough").only(*_LISTED)
    return listed.order_by("-is_open", "profile__title", "pk")


class Ordered(Sequence[ProfileVersion]):
    """Some of the versions that were found, nearest first; only those that are looked at are fetched."""

    def __init__(self, found: QuerySet[ProfileVersion], order: list[int], miles: dict[int, float]) -> None:
        self.found, self.order, self.miles = found, order, miles

    def __len__(self) -> int:
        return len(self.order)

    @overload
    def __getitem__(self, at: int) -> ProfileVersion: ...
    @overload
    def __getitem__(self, at: slice) -> list[ProfileVersion]: ...
    def __getitem__(self, at: Any) -> Any:
        wanted = self.order[at] if isinstance(at, slice) else [self.order[at]]
        versions = {version.pk: version for version in self.found.filter(pk__in=wanted)}
        shown = [versions[pk] for pk in wanted]
        for version in shown:
            version.miles = self.miles.get(version.pk)  # type: ignore[attr-defined]
        return shown if isinstance(at, slice) else shown[0]


def narrowed(found: QuerySet[ProfileVersion], day: date, *, time: str = "", near: str = "") -> Ordered:
    """Of the versions found, those that can be done at a time of the day; those nearest to a district first."""
    rows = found.values_list("pk", "usual_times")
    fitting = [pk for pk, times in rows if not time or time in rules.times_in(times)]
    miles = miles_from(near, found, day) if near else {}
    if near:
        fitting.sort(key=lambda pk: miles.get(pk, float("inf")))  # equally far: by title, as they came
    return Ordered(found, fitting, miles)


def roles(day: date) -> list[tuple[str, str]]:
    """The roles that can be offered today, as choices: the profile's reference, and its title with its borough."""
    return [
        (each.profile.reference, f"{each.title} ({(each.profile.unit.borough or each.profile.unit).name})")
        for each in library(day, is_open=True)
    ]


def newest_open(day: date, *, borough: str = "", most: int = 50) -> list[ProfileVersion]:
    """The roles open today, the last approved first."""
    return _newest_open(bool(borough), most, day=day, borough=borough)


@Prepared
def _newest_open(in_borough: bool, most: int) -> QuerySet[ProfileVersion]:
    chosen = {"borough": prepared.text("borough")} if in_borough else {}
    found = _library(prepared.day("day"), [], **chosen, is_open=True)
    return found.order_by("-approved_on", "-pk")[:most]


def once_approved(profile: str, day: date) -> ProfileVersion | None:
    """The version of a role that anybody may read: the one in force, or else the last that was."""
    known = ProfileVersion.objects.filter(profile__reference=profile, approved_on__lte=day)
    chosen = known.select_related("profile__unit__borough", "profile__unit__station", "profile__strand")
    return chosen.order_by("-number").first()


def why_not_open(version: ProfileVersion, day: date) -> str:
    """Why nobody can begin in this role today, in one sentence; nothing when somebody can (clauses 52, 53, 56)."""
    if not in_force(version, day):
        return "This role has ended, and nobody new is taken on for it."
    if cover_missing(version, day):
        return "The insurance for this role is being renewed, and nobody starts without it."
    assessed = RiskAssessment.objects.filter(version=version, assessed_on__lte=day)
    if assessed.filter(review_on__gt=day).exists():
        return ""
    if assessed.exists():
        return "The yearly look at what could cause harm is due, and nobody starts until it is done."
    return "Nobody has looked yet at what could cause harm where this role is done, and nobody starts before that."


def like_it(version: ProfileVersion, day: date, *, most: int = 3) -> list[ProfileVersion]:
    """Open roles like this one: first those with the same meaning, then others of the same kind of work."""
    alike = [each.pk for each in similar(version.title, day=day, most=12, besides=version.profile)]
    open_now = library(day, is_open=True).exclude(profile=version.profile)
    found = {each.pk: each for each in open_now.filter(pk__in=alike)}
    chosen = [found[pk] for pk in alike if pk in found][:most]
    if len(chosen) < most:
        same = open_now.filter(profile__category=version.profile.category).exclude(pk__in=[e.pk for e in chosen])
        chosen += same[: most - len(chosen)]
    return chosen
