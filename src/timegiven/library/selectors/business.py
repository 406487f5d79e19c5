"""What of the Steering Group's business waits for a person today."""

from datetime import date, time

from django.db.models import Count, Min

from timegiven.kernel.desk import Need, in_all
from timegiven.kernel.time import at_london
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import so_many
from timegiven.library.selectors.deciding import boards, in_the_chair, quorum, standing_of
from timegiven.library.selectors.meetings import conditions_due
from timegiven.library.selectors.papers import agenda, awaiting_vote_of, unanswered_by
from timegiven.people.models import Person


def to_vote(person: Person, day: date) -> list[Need]:
    """A member: the papers that wait for the vote of their seat."""
    waits = awaiting_vote_of(person, day).order_by().aggregate(count=Count("pk"), first=Min("due"))
    count, first = waits["count"], waits["first"]
    if not count:
        return []
    text, hint = f"Vote on {so_many(count, 'role profile')}", f"{'The first closes' if count > 1 else 'It closes'} on "
    return [Need(text, "library:agenda", count=count, due_on=first, hint=hint + in_words(first), query="?mine=on")]


def to_declare(person: Person, day: date) -> list[Need]:
    """The chair: what can be decided, and what closed without a quorum."""
    papers = list(agenda(person, day))
    at = at_london(day, time(23, 59))  # a meeting of today counts
    every, needed = boards(papers, day), quorum(day)
    mine = [paper for paper in papers if person.pk in in_the_chair(every[paper.pk])]
    standing = [standing_of(paper, at, every[paper.pk], needed=needed) for paper in mine]
    ripe, lapsed = sum(each.can_be_decided for each in standing), sum(each.lapsed for each in standing)
    found = []
    if ripe:
        text = f"Declare the decision on {so_many(ripe, 'role profile')}"
        found.append(Need(text, "library:agenda", count=ripe, due_on=day))
    if lapsed:
        text = f"Give more time to {so_many(lapsed, 'role profile')}, or put it on the agenda of a meeting"
        found.append(Need(text, "library:agenda", count=lapsed, hint="The quorum was not reached in time", due_on=day))
    return found


def to_answer(person: Person, day: date) -> list[Need]:
    """The MVP Manager and the unit: what the group has asked."""
    of_each = unanswered_by(person, day).order_by().values_list("paper__version__profile__unit__borough")
    asked = list(of_each.annotate(Count("pk"), Min("paper__reference")))
    return in_all(
        {borough: count for borough, count, _ in asked},
        lambda count: f"Answer {so_many(count, 'question')} of the Steering Group",
        "library:paper",
        args=(min((paper for *_, paper in asked), default=""),),
    )


def to_meet(person: Person, day: date) -> list[Need]:
    """The MVP Manager: the conditions of approvals."""
    of_each = conditions_due(person, day).order_by().values_list("version__profile__unit__borough")
    due = list(of_each.annotate(Count("pk"), Min("due_on")))
    return in_all(
        {borough: count for borough, count, _ in due},
        lambda count: f"Meet {so_many(count, 'condition')} of the Steering Group",
        "library:conditions",
        due_on=min((first for *_, first in due), default=None),
    )
