"""What of attendance waits for somebody today."""

from datetime import date, time, timedelta
from functools import partial
from typing import Any

from django.db.models import Count

from timegiven.attendance.selectors import mondays, presences
from timegiven.kernel.desk import Need, Numbers, in_all, numbers
from timegiven.kernel.time import at_london
from timegiven.kernel.words import clock, so_many
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.rota import selectors as rota

MOST = 5  # lines; the rest stand on the calendar page


def needs(person: Person, day: date) -> list[Need]:
    """For a volunteer, to come, to leave and to tell; for those who run something, what volunteers have told."""
    found = _of_a_volunteer(person, day) if person.is_volunteering else []
    roles = {held.role for held in people.appointments(person, day)}
    if roles & {Role.MVPM, Role.CENTRAL_TEAM}:
        found += _of_an_mvpm(person, day)
    if Role.MVPM in roles or Role.UNIT_MANAGER in roles:
        found += _to_confirm(person, day)
    return found


def _of_a_volunteer(person: Person, day: date) -> list[Need]:
    """Where they are, when they left, and sessions before today of which we would like to hear."""
    here, forgotten = presences.current(person), list(presences.forgotten_of(person, day)[:MOST])
    found = []
    if here is not None:
        text = f"You are at {here.unit.full_name} since {clock(here.came_at)}"
        found.append(Need(text, "attendance:here", hint="Say when you leave", due_on=day))
    else:
        found += [
            Need(
                "Say that you have come",
                "attendance:here",
                hint=f"{offer.duty.version.title}, {offer.duty.times if offer.duty.on == day else offer.duty.when}",
                due_on=day,
                until=offer.duty.ends_at,
            )
            for offer in presences.own_expected(person, day)[:1]
        ]
    found += [
        Need(
            f"When did you leave on {_named(each.on, day)}?",
            "attendance:report_presence",
            (each.reference,),
            hint=f"{each.placement.version.title}, from {clock(each.came_at)}",
            due_on=each.on,
        )
        for each in forgotten
    ]
    asked = {each.offer_id for each in forgotten}
    untold = mondays.not_handed_over(rota.to_report(person, at_london(day, time())))
    return found + [
        Need(
            f"Tell us how {_named(offer.duty.on, day)} went",
            "attendance:report",
            (offer.reference,),
            hint=f"{offer.duty.version.title}, {offer.duty.when}",
            due_on=offer.duty.on,
        )
        for offer in untold[:MOST]
        if offer.pk not in asked
    ]


def _of_an_mvpm(person: Person, day: date) -> list[Need]:
    """The same for the Central Team, of where nobody is MVP Manager."""
    unread = mondays.to_read(person, day).order_by().values_list("is_concern", "placement__unit__borough")
    worries: dict[int | None, int] = {}
    notes: dict[int | None, int] = {}
    for is_concern, borough, number in unread.annotate(number=Count("pk")):
        (worries if is_concern else notes)[borough] = number
    came_late = mondays.open_late(person, day)
    late_worries = numbers(came_late.filter(is_concern=True), "placement__unit__borough")
    late = numbers(came_late.filter(is_concern=False), "placement__unit__borough")
    beyond = numbers(mondays.open_queries(person, day), "report__placement__unit__borough")
    return [
        *_this_week(
            worries, "worry to look at today", "worries to look at today",
            hint="A volunteer asked you to ring", part="notes", due_on=day, is_urgent=True,
        ),
        *_this_week(
            late_worries, "report came late, with a worry to look at today",
            "reports came late, with worries to look at today",
            hint="A volunteer asked you to ring", part="late", due_on=day, is_urgent=True,
        ),
        *_this_week(late, "report came late", "reports came late", hint="Add or leave out", part="late"),
        *_this_week(
            beyond, "session had something beyond the role", "sessions had something beyond the role",
            hint="Is it covered?", part="beyond",
        ),
        *_this_week(
            notes, "note from a volunteer to read", "notes from volunteers to read",
            hint="Ideas, thank-yous and worries", part="notes",
        ),
    ]  # fmt: skip


def _this_week(found: Numbers, one: str, many: str, *, part: str, **more: Any) -> list[Need]:
    """A line that leads to a part of the page of the week; none where nothing waits there."""
    words = partial(so_many, thing=one, things=many)
    return in_all(found, words, "attendance:monday", query=f"#{part}", **more)


def _to_confirm(person: Person, day: date) -> list[Need]:
    if not mondays.strands_that_confirm(day):
        return []
    return in_all(
        numbers(mondays.to_confirm(person, day), "placement__unit__borough"),
        lambda count: f"{so_many(count, 'session')} to confirm",
        "attendance:confirm",
    )


def _named(on: date, today: date) -> str:
    """Tuesday; a week later Tuesday 1 May."""
    return f"{on:%A}" if today - on < timedelta(days=7) else f"{on:%A} {on.day} {on:%B}"
