"""What can be asked of the handbook's numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import F, QuerySet

from timegiven.programme.models import Cover, PolicyValue, Strand
from timegiven.programme.policy import Policy, every_policy


def strand(code: str = "MVP") -> Strand:
    return Strand.objects.get(code=code)


def is_loaded() -> bool:
    """Whether the programme that everything else stands on has been loaded: not so on a new site."""
    return Strand.objects.exists()


def strands() -> QuerySet[Strand]:
    return Strand.objects.order_by("pk")


def cover_on(day: date, of: Strand) -> QuerySet[Cover]:
    """The insurance cover in force for a strand on a day."""
    return Cover.objects.on(day).filter(strand=of)


def certificates(day: date, *, ended: bool = False) -> QuerySet[Cover]:
    """The certificates of insurance that are or will be in force, or those that have ended; what ends first on top."""
    found = Cover.objects.ended_by(day) if ended else Cover.objects.exclude(pk__in=Cover.objects.ended_by(day))
    order = "-until_on" if ended else F("until_on").asc(nulls_last=True)
    return found.select_related("strand").order_by(order, "strand", "kind", "pk")


def cover_seen_by(viewer: Any) -> QuerySet[Cover]:
    """Everyone who is signed in may see which insurance there is."""
    return Cover.objects.select_related("strand") if viewer.is_authenticated else Cover.objects.none()


def policy_values() -> QuerySet[PolicyValue]:
    return PolicyValue.objects.select_related("strand").order_by("name", "from_on")


@dataclass(frozen=True)
class Change:
    """A value that was or will be in force from a day on."""

    row: PolicyValue
    words: str
    is_to_come: bool


@dataclass(frozen=True)
class Shown:
    """A number of the handbook as its page shows it: today's value for each strand, or one for all."""

    policy: Policy
    everyone: str
    by_strand: list[tuple[Strand, str]]
    changes: list[Change]

    def speaks_of(self, words: Iterable[str], chapter: str) -> bool:
        """Whether all of these words stand in what the number means, is today, or comes from, or name its chapter."""
        said = (chapter, self.policy.means, self.everyone, *(value for _, value in self.by_strand), self.policy.source)
        return all(word in " ".join(said).casefold() for word in words)


def chapters(day: date, *, for_central_team: bool = False) -> list[tuple[str, list[Shown]]]:
    """All numbers of the handbook by chapter, in the order of the story, in three questions to the database."""
    rows: dict[str, list[PolicyValue]] = {}
    for row in policy_values().order_by("-from_on"):
        rows.setdefault(row.name, []).append(row)
    every_strand = list(strands())
    found: dict[str, list[Shown]] = {config.label: [] for config in apps.get_app_configs()}
    for policy in every_policy():
        if policy.is_for_central_team and not for_central_team:
            continue
        found[policy.name.partition(".")[0]].append(_shown(policy, rows.get(policy.name, []), every_strand, day))
    return [(chapter, shown) for chapter, shown in found.items() if shown]


def _shown(policy: Policy, rows: list[PolicyValue], every_strand: Iterable[Strand], day: date) -> Shown:
    begun = [row for row in rows if row.from_on <= day]
    by_strand = [(strand, policy.in_words(policy.among(begun, strand))) for strand in every_strand]
    everyone = policy.in_words(policy.among(begun))
    differs = any(said != everyone for _, said in by_strand)
    changes = [Change(row, policy.in_words(row.value), row.from_on > day) for row in rows]
    return Shown(policy, "" if differs else everyone, by_strand if differs else [], changes)
