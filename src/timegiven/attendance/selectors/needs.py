"""What of attendance waits for somebody today."""

from datetime import date, time

from timegiven.kernel.desk import Need
from timegiven.kernel.time import at_london
from timegiven.people.models import Person
from timegiven.rota import selectors as rota

MOST = 5  # lines; the rest stand on the calendar page


def needs(person: Person, day: date) -> list[Need]:
    """Sessions before today of which we would like to hear; today's can be told of without being asked."""
    return [
        Need(
            f"Tell us how {_named(offer.duty.on, day)} went",
            "attendance:report",
            (offer.reference,),
            hint=f"{offer.duty.version.title}, {offer.duty.when}",
            due_on=offer.duty.on,
        )
        for offer in rota.to_report(person, at_london(day, time()))[:MOST]
    ]


def _named(on: date, today: date) -> str:
    """Tuesday; a week later Tuesday 1 May."""
    return f"{on:%A}" if (today - on).days < 7 else f"{on:%A} {on.day} {on:%B}"
