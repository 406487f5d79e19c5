"""Which roles are like what somebody has in mind: by its words, and by words that mean the same."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from django.db.models import Exists, OuterRef, QuerySet

from timegiven.library import rules
from timegiven.library.models import ProfileVersion, RoleProfile, SearchWord
from timegiven.library.selectors.versions import approved_or_ended_versions, approved_versions
from timegiven.programme.content.thesaurus import MEANINGS


def similar(
    words: str, *, day: date, most: int = 5, besides: RoleProfile | None = None, with_ended: bool = False
) -> list[ProfileVersion]:
    """The roles in force, on any borough, that are most like these words, best first (clause 68).

    ``besides`` leaves one out. ``with_ended`` adds roles that were retired: what has been tried before is worth
    knowing too.
    """
    looked_for = rules.wanted(words, _kin())
    if not looked_for:
        return []
    among = approved_or_ended_versions(day) if with_ended else approved_versions(day)
    if besides:
        among = among.exclude(profile=besides)
    is_indexed = Exists(SearchWord.objects.filter(version=OuterRef("pk")))
    known = dict(among.order_by().values_list("pk", is_indexed))
    found = [*_found(among, looked_for), *_read(among, [pk for pk, has in known.items() if not has], looked_for)]
    best = [pk for _, pk in rules.scores(looked_for, found, out_of=len(known))[:most]]
    versions = among.in_bulk(best)
    return [versions[pk] for pk in best]


@cache
def _kin() -> dict[str, frozenset[str]]:
    return rules.thesaurus(MEANINGS)


def _found(among: QuerySet[ProfileVersion], looked_for: dict[str, float]) -> Iterable[tuple[str, int, int]]:
    rows = SearchWord.objects.filter(root__in=list(looked_for), version__in=among.order_by().values("pk"))
    return rows.values_list("root", "version", "weight")


def _read(
    among: QuerySet[ProfileVersion], pks: list[int], looked_for: dict[str, float]
) -> Iterable[tuple[str, int, int]]:
    """The same, straight from the text of versions whose words have not been written down yet."""
    if not pks:
        return
    for version in among.filter(pk__in=pks).prefetch_related("tasks"):
        for root, weight in words_in(version).items():
            if root in looked_for:
                yield root, version.pk, weight


def words_in(version: ProfileVersion) -> dict[str, int]:
    """The roots of a version's words, and what each weighs in it."""
    kind = f"{version.profile.get_category_display()} {version.skills} {version.purpose}"
    return rules.weights(title=version.title, tasks=[task.text for task in version.tasks.all()], text=kind)
