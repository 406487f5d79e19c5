"""What of concerns waits for somebody today. Leaving asks nothing of anybody but a pass, which the pass itself asks."""

from collections import Counter
from datetime import date

from django.db.models import Count

from timegiven.concerns.models import Concern
from timegiven.concerns.selectors.days import to_talk_about
from timegiven.concerns.selectors.hearing import open_to
from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.words import so_many
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person


def needs(person: Person, day: date) -> list[Need]:
    """For those who hear concerns: what is new, what they look after, and with whom to talk."""
    if not any(held.role in (Role.MVPM, Role.CENTRAL_TEAM) for held in people.appointments(person, day)):
        return []
    new, looked_after = Counter[int | None](), Counter[int | None]()
    for borough, status, number in (
        open_to(person, day).order_by().values_list("borough", "status").annotate(number=Count("pk"))
    ):
        (new if status == Concern.Status.TOLD else looked_after)[borough] += number
    return [
        *in_all(
            new, lambda number: f"{so_many(number, 'volunteer')} told you something", "concerns:concerns",
            hint="Please read it today", due_on=day, is_urgent=True,
        ),
        *in_all(
            numbers(to_talk_about(person, day), "volunteer__borough"),
            lambda number: f"{so_many(number, 'volunteer')} to talk with", "concerns:concerns",
            hint="Asked not to come on a day", query="#talks",
        ),
        *in_all(
            looked_after, lambda number: f"{so_many(number, 'concern')} in your hands", "concerns:concerns",
            hint="Say what is being done", query="#in-hand",
        ),
    ]  # fmt: skip
