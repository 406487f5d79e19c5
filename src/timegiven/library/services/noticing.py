"""Tell in time that a review is due or that insurance runs out: each notice once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import selectors
from timegiven.library.models import CoverNotice, ReviewNotice, RiskAssessment
from timegiven.library.policies import COVER_NOTICE_DAYS, REVIEW_NOTICE_DAYS
from timegiven.people import selectors as people
from timegiven.people.models import Person

OVERDUE = 0  # on the day itself, when the role stops there


@transaction.atomic
def give_review_notices(*, at: datetime) -> int:
    """Tell the MVP Manager and the unit of each review that is due in 60, 30 or 7 days, or has fallen due.

    One letter to each person, whatever the number of reviews; return how many letters are owed (clause 59).
    """
    day = london_day(at)
    thresholds = [*REVIEW_NOTICE_DAYS.on(day), OVERDUE]
    due = [each for each in selectors.all_reviews_due(day) if _is_new(each, thresholds, day, at)]
    for person, theirs in _by_reader(due, day).items():
        letters.write("library/reviews_due", to=person, at=at, reviews=theirs, today=day)
    return len(_by_reader(due, day))


def _is_new(assessment: RiskAssessment, thresholds: Iterable[int], day: date, at: datetime) -> bool:
    """Note the notice that is due now; False when it has been given already."""
    before = _threshold((assessment.review_on - day).days, thresholds)
    if before is None:
        return False
    facts = {"assessment": assessment, "review_on": assessment.review_on, "days_before": before}
    return ReviewNotice.objects.get_or_create(**facts, defaults={"at": at})[1]


def _threshold(left: int, thresholds: Iterable[int]) -> int | None:
    """The nearest notice that so many days left call for: 25 days before, that of 30 days."""
    return min((each for each in thresholds if left <= each), default=None)


def _by_reader(due: Iterable[RiskAssessment], day: date) -> dict[Person, list[RiskAssessment]]:
    """Who is told of which reviews: each unit's people are looked up once."""
    readers: dict[int, set[Person]] = {}
    found: dict[Person, list[RiskAssessment]] = defaultdict(list)
    for each in due:
        if each.unit_id not in readers:
            mvpm = people.mvpm_of(each.unit, day)
            managers = people.holders(people.Role.UNIT_MANAGER, each.unit, day)
            readers[each.unit_id] = {*managers, *([mvpm] if mvpm else [])}
        for person in readers[each.unit_id]:
            found[person].append(each)
    return found


@transaction.atomic
def give_cover_notices(*, at: datetime) -> int:
    """Tell the Central Team of each certificate of insurance that runs out; return how many there are (clause 56)."""
    day = london_day(at)
    thresholds = COVER_NOTICE_DAYS.on(day)
    ending = []
    for cover in selectors.cover_running_out(day):
        before = _threshold(((cover.until_on or day) - day).days, thresholds)
        facts = {"cover": cover, "until_on": cover.until_on, "days_before": before}
        if before is not None and CoverNotice.objects.get_or_create(**facts, defaults={"at": at})[1]:
            ending.append(cover)
    if ending:
        for person in {held.person for held in people.appointed(people.Role.CENTRAL_TEAM, day)}:
            letters.write("library/cover_ends", to=person, at=at, ending=ending)
    return len(ending)
