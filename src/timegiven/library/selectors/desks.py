"""What of the library waits for a person today."""

from datetime import date
from typing import Any

from django.db.models import Count, Q

from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.words import so_many
from timegiven.library.models import ProfileVersion
from timegiven.library.selectors import business
from timegiven.library.selectors import watching as risks
from timegiven.library.selectors.asking import requests_to_answer
from timegiven.library.selectors.versions import Status
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

Role = Appointment.Role


def needs(person: Person, day: date) -> list[Need]:
    """What to write, vote on, decide, answer and look at, and insurance that runs out: a query or two for each."""
    appointments = people.appointments(person, day)
    roles = {held.role for held in appointments}
    found: list[Need] = []
    if Role.MVPM in roles:
        found += risks.reported(person, day) + _to_write(person, day) + _asked_for(person, day)
        found += risks.to_follow(person, day) + business.to_meet(person, day)
    if roles & {Role.MVPM, Role.UNIT_MANAGER}:
        found += risks.to_review(person, day) + risks.to_act_on(person, day) + business.to_answer(person, day)
    if Role.CENTRAL_TEAM in roles:
        found += risks.cover_to_renew(day)
    if Role.STEERING_GROUP in roles:
        found += business.to_vote(person, day)
    if any(held.seat and held.seat.is_chair for held in appointments):
        found += business.to_declare(person, day)
    return found


def _to_write(person: Person, day: date) -> list[Need]:
    mine = people.scope(person, (Role.MVPM,), day, on="profile__unit")
    of_each = {name: Count("pk", filter=Q(status=status)) for name, status in _UNFINISHED.items()}
    found: list[Any] = list(ProfileVersion.objects.filter(mine).values("profile__unit__borough").annotate(**of_each))
    drafts, returned = ({each["profile__unit__borough"]: each[name] for each in found} for name in _UNFINISHED)
    return [
        *in_all(
            returned,
            lambda count: "Answer the Steering Group's points on " + so_many(count, "role profile"),
            "library:drafts",
            query="?status=RETURNED",
        ),
        *in_all(
            drafts,
            lambda count: f"Complete {so_many(count, 'draft')} of a role profile",
            "library:drafts",
            query="?status=DRAFT",
        ),
    ]


_UNFINISHED = {"drafts": Status.DRAFT, "returned": Status.RETURNED}


def _asked_for(person: Person, day: date) -> list[Need]:
    return in_all(
        numbers(requests_to_answer(person, day), "version__profile__unit__borough"),
        lambda count: f"Answer {so_many(count, 'request')} for an added task",
        "library:requests",
        query="?waiting=on",
    )
