"""What of concerns waits for somebody today. Leaving asks nothing of anybody but a pass, which the pass itself asks."""

from datetime import date

from django.db.models import Count

from timegiven.concerns.models import Concern
from timegiven.concerns.selectors.days import to_talk_about
from timegiven.concerns.selectors.hearing import open_to
from timegiven.kernel.desk import Need
from timegiven.kernel.words import so_many
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person


def needs(person: Person, day: date) -> list[Need]:
    """For those who hear concerns: what is new, what they look after, and with whom to talk."""
    if not any(held.role in (Role.MVPM, Role.CENTRAL_TEAM) for held in people.appointments(person, day)):
        return []
    numbers = dict(open_to(person, day).order_by().values_list("status").annotate(number=Count("pk")))
    new, talks = numbers.pop(Concern.Status.TOLD, 0), to_talk_about(person, day).count()
    looked_after = sum(numbers.values())
    found = [
        Need(
            f"{so_many(new, 'volunteer')} told you something", "concerns:concerns", hint="Please read it today",
            count=new, due_on=day, is_urgent=True,
        ),
        Need(
            f"{so_many(talks, 'volunteer')} to talk with", "concerns:concerns", hint="Asked not to come on a day",
            count=talks, query="#talks",
        ),
        Need(
            f"{so_many(looked_after, 'concern')} in your hands", "concerns:concerns", hint="Say what is being done",
            count=looked_after, query="#in-hand",
        ),
    ]  # fmt: skip
    return [need for need in found if need.count]
