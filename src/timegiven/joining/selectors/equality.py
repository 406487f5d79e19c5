"""The answers to the equality questions, counted: they belong to nobody, and to no borough."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from timegiven.joining.models import EqualityAnswer
from timegiven.joining.rules import equality

# The five groups of the census, by the first letter of its codes.
GROUPS = {"W": "White", "M": "Mixed", "A": "Asian", "B": "Black", "O": "Arab or any other group"}
QUESTIONS = (
    ("sex", "Sex", equality.SEX),
    ("disability", "A health condition or illness limits what they can do", equality.YES_NO),
    ("religion", "Religion", equality.RELIGION),
    ("orientation", "Sexual orientation", equality.ORIENTATION),
)


@dataclass(frozen=True)
class Asked:
    """One question, and how many gave each answer; whoever would rather not say is in none."""

    title: str
    counts: list[tuple[str, int]]


def equality_answers(first: date, until: date) -> tuple[int, list[Asked]]:
    """How many sets of answers came in the months [first, until), and what they say, ethnic group first."""
    found = EqualityAnswer.objects.filter(month__gte=first, month__lt=until)
    codes = _counted(found.exclude(ethnicity=""), "ethnicity")
    groups = [(name, sum(codes[code] for code in codes if code[0] == key)) for key, name in GROUPS.items()]
    asked = [Asked("Ethnic group", groups)]
    for column, title, words in QUESTIONS:
        counts = _counted(found, column)
        asked.append(Asked(title, [(word, counts.get(code, 0)) for code, word in words.items()]))
    return found.count(), asked


def _counted(found: QuerySet[EqualityAnswer], column: str) -> dict[str, int]:
    return dict(found.values_list(column).annotate(Count("pk")).order_by())
