"""The equality impact assessments: the newest of each strand, and whether it is to be looked at again."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from timegiven.insight.models import EqualityAssessment
from timegiven.insight.policies import ASSESSMENT_REMINDER_DAYS
from timegiven.kernel.words import day as in_words
from timegiven.programme import selectors as programme
from timegiven.programme.models import Strand


@dataclass(frozen=True)
class Standing:
    """How a strand’s assessment stands on a day."""

    strand: Strand
    newest: EqualityAssessment | None
    is_due: bool = False

    def __str__(self) -> str:
        if self.newest is None:
            return f"{self.strand.name}: no equality impact assessment has been written down yet."
        kind = "A full assessment" if self.newest.kind == EqualityAssessment.Kind.FULL else "A screening"
        due = "has been due since" if self.is_due else "is due on"
        return (
            f"{self.strand.name}: {kind.lower()} was made on {in_words(self.newest.made_on)} by {self.newest.made_by}. "
            f"Its review {due} {in_words(self.newest.review_on)}."
        )


def assessments() -> QuerySet[EqualityAssessment]:
    """All that were written down, the newest first."""
    return EqualityAssessment.objects.select_related("strand", "recorded_by").order_by("-made_on", "-pk")


def standings(day: date) -> list[Standing]:
    """Every strand with its newest assessment made by a day."""
    newest: dict[int, EqualityAssessment] = {}
    for each in assessments().filter(made_on__lte=day):
        newest.setdefault(each.strand_id, each)
    return [
        Standing(strand, found, found is not None and found.review_on <= day)
        for strand in programme.strands()
        for found in [newest.get(strand.pk)]
    ]


def reviews_soon(day: date) -> list[EqualityAssessment]:
    """The newest assessments whose review is due, or will be within the days of the handbook."""
    soon = day + timedelta(days=ASSESSMENT_REMINDER_DAYS.on(day))
    return [each.newest for each in standings(day) if each.newest and each.newest.review_on <= soon]
