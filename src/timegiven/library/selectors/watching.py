"""What of the risks and of the insurance waits for a person today."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q
from django.utils.text import Truncator

from timegiven.kernel.desk import Need, in_all
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import so_many
from timegiven.library.selectors.assessments import places_to_follow, reviews_due
from timegiven.library.selectors.cover import cover_running_out
from timegiven.library.selectors.risks import actions_seen_by, changes_waiting, still_open
from timegiven.people.models import Person


def reported(person: Person, day: date) -> list[Need]:
    """What a unit has reported, one line for each: it stays until an assessment answers it (clause 60)."""
    return [
        Need(
            f"{change.unit.full_name} reported a change: {change.version.title}",
            "library:assess",
            (change.version.reference,),
            hint=("It is not safe to go on until you have looked. " if change.is_stop else "")
            + Truncator(change.what).chars(120),
            due_on=day if change.is_stop else None,
            query=f"?unit={change.unit.reference}",
        ).at(change.unit.borough_id)
        for change in changes_waiting(person, day)[:10]
    ]


def to_review(person: Person, day: date) -> list[Need]:
    """Reviews that are overdue, where the role has stopped, and those soon due (clause 59)."""
    of_each = {"overdue": Count("pk", filter=Q(review_on__lte=day)), "soon": Count("pk", filter=Q(review_on__gt=day))}
    there = reviews_due(person, day).order_by().values("unit__borough")
    due: list[Any] = list(there.annotate(**of_each, first=Min("review_on")))
    overdue, soon = ({each["unit__borough"]: each[state] for each in due} for state in of_each)
    first = min((each["first"] for each in due), default=None)
    hint = "Nobody new can be placed or booked there until it has been looked at."
    return [
        *in_all(
            overdue,
            lambda count: f"{so_many(count, 'risk assessment')} overdue for review",
            "library:reviews",
            hint=hint,
            due_on=first,
            query="?state=overdue",
        ),
        *in_all(
            soon,
            lambda count: f"{so_many(count, 'risk assessment')} soon due for review",
            "library:reviews",
            query="?state=soon",
        ),
    ]


def to_follow(person: Person, day: date) -> list[Need]:
    """Places that used the version before and wait for an assessment of the new one (clause 58)."""
    there = Counter(unit.borough_id for _, unit in places_to_follow(person, day))
    return in_all(
        there,
        lambda count: f"{so_many(count, 'place')} to assess for a new version of a role",
        "library:reviews",
        query="?state=new",
    )


def to_act_on(person: Person, day: date) -> list[Need]:
    """Actions of risk assessments that should have been done."""
    late = actions_seen_by(person, day).filter(still_open(day, overdue=True)).order_by()
    found = list(late.values_list("hazard__assessment__unit__borough").annotate(Count("pk"), Min("due_on")))
    return in_all(
        {borough: count for borough, count, _ in found},
        lambda count: f"{so_many(count, 'action')} from risk assessments",
        "library:actions",
        due_on=min((first for *_, first in found), default=None),
        query="?state=overdue",
    )


def cover_to_renew(day: date) -> list[Need]:
    """Certificates of insurance that run out, for those who keep them (clause 56)."""
    ending = list(cover_running_out(day))
    if not ending:
        return []
    text = f"{so_many(len(ending), 'insurance certificate')} to renew"
    hint = f"{ending[0].get_kind_display()} ends on {in_words(ending[0].until_on or day)}"
    return [Need(text, "programme:cover", hint=hint, count=len(ending), due_on=ending[0].until_on)]
