"""What of the risks and of the insurance waits for a person today."""

from datetime import date

from django.db.models import Count, Min, Q

from timegiven.kernel.desk import Need
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
            hint=("It is not safe to go on until you have looked. " if change.is_stop else "") + change.what[:120],
            due_on=day if change.is_stop else None,
            query=f"?unit={change.unit.reference}",
        )
        for change in changes_waiting(person, day)[:10]
    ]


def to_review(person: Person, day: date) -> list[Need]:
    """Reviews that are overdue, where the role has stopped, and those soon due (clause 59)."""
    overdue, soon = Q(review_on__lte=day), Q(review_on__gt=day)
    found = reviews_due(person, day).order_by()
    due = found.aggregate(overdue=Count("pk", filter=overdue), soon=Count("pk", filter=soon), first=Min("review_on"))
    lines = []
    if due["overdue"]:
        text = f"{so_many(due['overdue'], 'risk assessment')} overdue for review"
        hint = "Nobody new can be placed or booked there until it has been looked at."
        query = "?state=overdue"
        lines.append(Need(text, "library:reviews", (), hint, due["overdue"], due_on=due["first"], query=query))
    if due["soon"]:
        text = f"{so_many(due['soon'], 'risk assessment')} soon due for review"
        lines.append(Need(text, "library:reviews", count=due["soon"], query="?state=soon"))
    return lines


def to_follow(person: Person, day: date) -> list[Need]:
    """Places that used the version before and wait for an assessment of the new one (clause 58)."""
    count = len(places_to_follow(person, day))
    text = f"{so_many(count, 'place')} to assess for a new version of a role"
    return [Need(text, "library:reviews", count=count, query="?state=new")] if count else []


def to_act_on(person: Person, day: date) -> list[Need]:
    """Actions of risk assessments that should have been done."""
    late = actions_seen_by(person, day).filter(still_open(day, overdue=True)).order_by()
    found = late.aggregate(count=Count("pk"), first=Min("due_on"))
    text = f"{so_many(found['count'], 'action')} from risk assessments"
    need = Need(text, "library:actions", count=found["count"], due_on=found["first"], query="?state=overdue")
    return [need] if found["count"] else []


def cover_to_renew(day: date) -> list[Need]:
    """Certificates of insurance that run out, for those who keep them (clause 56)."""
    ending = list(cover_running_out(day))
    if not ending:
        return []
    text = f"{so_many(len(ending), 'insurance certificate')} to renew"
    hint = f"{ending[0].get_kind_display()} ends on {in_words(ending[0].until_on or day)}"
    return [Need(text, "programme:cover", hint=hint, count=len(ending), due_on=ending[0].until_on)]
