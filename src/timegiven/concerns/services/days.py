"""Ask somebody kindly not to come on a day, and talk with them about it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.concerns import access, rules, selectors
from timegiven.concerns.models import DayOff
from timegiven.concerns.policies import DAYS_AHEAD
from timegiven.kernel.time import at_london, london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import services as placements
from timegiven.rota import selectors as rota_selectors
from timegiven.rota import services as rota


@transaction.atomic
def ask_not_to_come(volunteer: Volunteer, *, on: date, ground: str, by: Person, at: datetime) -> DayOff:
    """Ask somebody not to come on a day, for one of the Statement's grounds (clause 113).

    Their duties of that day are released as if they could not come; other days stand. The letter is kind and does not
    say why: that is for the MVP Manager, who talks with them.
    """
    today, person = london_day(at), volunteer.person
    access.ask_not_to_come.require(by, volunteer, today)
    rules.check_day(on=on, today=today, most=DAYS_AHEAD.on(today, volunteer.strand))
    open_to = selectors.grounds(all_of_them=access.name_any_ground(by, volunteer, today))
    rules.check_ground(ground, open_to=[code for code, _ in open_to])
    Volunteer.objects.select_for_update(of=("self",)).get(pk=volunteer.pk)
    rules.check_not_asked(is_asked=DayOff.objects.filter(volunteer=volunteer, on=on).exists(), on=on)
    asked = DayOff.objects.create(volunteer=volunteer, on=on, ground=ground, asked_at=at, asked_by=by)
    DayOff.lifecycle.begin(asked, by=by, at=at)
    audit.record("asked not to come on a day", of=asked, by=by, at=at, about=person)
    placements.keep_free(volunteer, on=on)
    released = rota.release_day(person, on=on, at=at)
    calendar = rota_selectors.ics_of_many(released, at=at, is_off=True) if released else ""
    managers, _ = people.who_run(volunteer.borough, today, besides=person)
    told: dict[str, Any] = {"day_off": asked, "offers": released, "calendar": calendar}
    told["manager"] = managers[0] if managers else None
    over_at = at_london(on + timedelta(days=1), time())
    letters.write("concerns/not_that_day", to=person, at=at, about=[asked], until_at=over_at, **told)
    for each in managers:
        if each != by:
            letters.write("concerns/please_talk", to=each, at=at, about=[asked], day_off=asked, person=person)
    return asked


def look_at_day(day_off: DayOff, *, by: Person, at: datetime) -> None:
    """Note that the MVP Manager read why somebody was asked not to come."""
    audit.saw("day on which somebody was asked not to come", of=day_off, by=by, at=at, about=day_off.volunteer.person)


@transaction.atomic
def talked(day_off: DayOff, *, by: Person, at: datetime) -> None:
    """Note that the MVP Manager and the volunteer have talked; nothing of it is written down."""
    access.talk.require(by, day_off, london_day(at))
    DayOff.lifecycle.move(day_off, DayOff.Status.TALKED, by=by, at=at)
    letters.overtake([day_off], why="They have talked", at=at, template="concerns/please_talk")
    audit.record("talked", of=day_off, by=by, at=at, about=day_off.volunteer.person)
