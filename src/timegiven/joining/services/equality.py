"""Keep what somebody answered to the equality questions, in such a way that it belongs to nobody."""

from datetime import date

from django.db import transaction

from timegiven.joining.models import EqualityAnswer
from timegiven.kernel.time import month_of
from timegiven.programme import selectors as programme


@transaction.atomic
def answer_equality(*, day: date, **answers: str) -> None:
    """Count one more set of answers: no person, no application, no borough, no hour, and no line in any record."""
    if any(answers.values()):
        EqualityAnswer.objects.create(strand=programme.strand(), month=month_of(day), **answers)
