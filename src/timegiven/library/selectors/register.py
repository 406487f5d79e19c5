"""The register: which profiles were in force on a day, and what was known of them then. Nobody is named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from timegiven.kernel import words
from timegiven.kernel.time import add_months, london_day
from timegiven.library import rules
from timegiven.library.models import Change, Condition, ProfileVersion, RiskAssessment, Vote
from timegiven.library.policies import CHANGE_REVIEW_DAYS, RISK_REVIEW_MONTHS
from timegiven.library.selectors.versions import approved_versions

_LISTED = (
    *("reference", "number", "approved_on", "profile__reference", "profile__title", "profile__category"),
    *("profile__unit__name", "profile__unit__borough__name"),
    *(name for question in rules.QUESTIONS for name in (question.field, question.why_field)),
)


@dataclass(frozen=True)
class SeatVote:
    """How one seat of the Steering Group voted."""

    seat: str
    answer: str


@dataclass(frozen=True)
class Risk:
    """Whether a profile's places were assessed in date on a day."""

    places: int = 0
    in_date: int = 0
    until: date | None = None  # the first review to come, of those in date
    overdue_since: date | None = None

    @property
    def is_in_date(self) -> bool:
        return self.places > 0 and self.in_date == self.places

    def __str__(self) -> str:
        if not self.places:
            return "Not assessed anywhere"
        where = "" if self.places == 1 else f" at {self.in_date} of {self.places} places"
        if self.in_date:
            return f"In date{where} until {words.short_day(self.until or date.max)}"
        return f"Review overdue{where} since {words.short_day(self.overdue_since or date.max)}"


@dataclass(frozen=True)
class Answer:
    """One of the three questions, with the unit's answer and its reason."""

    question: str
    is_yes: bool
    why: str


def register(day: date, *, words: str = "", category: str = "", borough: str = "") -> QuerySet[ProfileVersion]:
    """The versions in force on a day, by borough, unit and title."""
    found = approved_versions(day)
    for word in words.split()[:8]:
        found = found.filter(profile__title__icontains=word)
    if category:
        found = found.filter(profile__category=category)
    if borough:
        found = found.filter(profile__unit__borough__reference=borough)
    found = found.select_related(None).select_related("profile__unit__borough").only(*_LISTED)
    return found.order_by("profile__unit__borough__name", "profile__unit__name", "profile__title", "pk")


def answers_of(version: ProfileVersion) -> list[Answer]:
    """The answers to the three questions with their reasons (clauses 64 to 66)."""
    return [
        Answer(each.asked, getattr(version, each.field), getattr(version, each.why_field)) for each in rules.QUESTIONS
    ]


def votes_by_seat(versions: Iterable[int]) -> dict[int, list[SeatVote]]:
    """How each seat voted when these versions were approved, by the version's key: one query for all of them.

    Earlier rounds, after which a version came back to be amended, are not the vote that approved it.
    """
    rows = Vote.objects.filter(paper__version__in=list(versions)).order_by("paper__round", "seat__position", "pk")
    rounds: dict[int, dict[int, list[SeatVote]]] = {}
    for version, round, seat, answer in rows.values_list("paper__version", "paper__round", "seat__name", "answer"):
        rounds.setdefault(version, {}).setdefault(round, []).append(SeatVote(seat, str(Vote.Answer(answer).label)))
    return {version: each[max(each)] for version, each in rounds.items()}


def conditions_on(versions: Iterable[int]) -> dict[int, int]:
    """How many conditions these versions were approved on."""
    counted = Condition.objects.filter(version__in=list(versions)).values_list("version").annotate(Count("pk"))
    return dict(counted.order_by())


def risk_on(versions: Iterable[int], day: date) -> dict[int, Risk]:
    """The state of the risk assessments of these versions on a day: two queries for all of them.

    At each place the newest assessment made by that day counts. A review that was brought forward only later still
    lay where it had been.
    """
    keys = list(versions)
    rows = RiskAssessment.objects.filter(version__in=keys, assessed_on__lte=day).order_by("assessed_on", "pk")
    newest: dict[tuple[int, int], tuple[date, date, int]] = {}
    for version, profile, unit, made, review in rows.values_list(
        "version", "version__profile", "unit", "assessed_on", "review_on"
    ):
        newest[version, unit] = (made, review, profile)
    moved = _changes({profile for *_, profile in newest.values()}, day)
    found: dict[int, list[date]] = {}
    for (version, unit), (made, review, profile) in newest.items():
        found.setdefault(version, []).append(_review_as_known(made, review, moved.get((profile, unit), []), day))
    return {version: _state(reviews, day) for version, reviews in found.items()}


def _state(reviews: list[date], day: date) -> Risk:
    to_come = [each for each in reviews if each > day]
    past = [each for each in reviews if each <= day]
    return Risk(len(reviews), len(to_come), min(to_come, default=None), min(past, default=None))


def _changes(profiles: set[int], day: date) -> dict[tuple[int, int], list[tuple[date, bool]]]:
    """The changes that units reported, of those places where one was reported after the day."""
    rows: Any = Change.objects.filter(version__profile__in=profiles).order_by("at")
    found: dict[tuple[int, int], list[tuple[date, bool]]] = {}
    for profile, unit, at, is_stop in rows.values_list("version__profile", "unit", "at", "is_stop"):
        found.setdefault((profile, unit), []).append((_day_of(at), is_stop))
    return {place: changes for place, changes in found.items() if changes[-1][0] > day}


def _day_of(at: datetime) -> date:
    return london_day(at)


def _review_as_known(made: date, review: date, changes: list[tuple[date, bool]], day: date) -> date:
    """The day of the review as it stood on a day, before changes that were reported later brought it forward."""
    if not changes:
        return review
    known = add_months(made, RISK_REVIEW_MONTHS.on(made))
    for on, is_stop in changes:
        if made <= on <= day:
            known = min(known, on if is_stop else on + timedelta(days=CHANGE_REVIEW_DAYS.on(on)))
    return known
