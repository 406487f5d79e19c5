"""A sheet and the page come to the same: the same rows are refused, and the others leave the same behind."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import builders as build
from timegiven.attendance import selectors, services
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import Scene
from timegiven.audit.models import Event
from timegiven.audit.rules import seal
from timegiven.hours import services as ledger
from timegiven.hours.models import Closing, Entry, Extension, Month, Total
from timegiven.kernel.refusals import NotAllowed
from timegiven.people.models import Appointment
from timegiven.placements.models import Confirmation, Placement
from timegiven.programme.models import PolicyValue

AT = datetime(2007, 6, 20, 9, tzinfo=UTC)  # March and April are closed
HEAD = "Volunteer,Role,Day,From,To,Tasks,How it went\n"


@pytest.fixture
def two(scene: Scene) -> list[Placement]:
    """Ada; and the MVP Manager herself, who gives time as well and has said yes to a changed role."""
    scene.volunteer.agreements.update(accepted_at=AT - timedelta(days=300))
    newer = build.an_approved_version(unit=scene.unit)
    old = scene.placement.version
    newer.tasks.filter(position=2).update(text="Guide visitors")
    type(old).objects.filter(pk=old.pk).update(status="SUPERSEDED", ended_on=date(2007, 5, 20))
    type(newer).objects.filter(pk=newer.pk).update(profile=old.profile, number=2, approved_on=date(2007, 5, 20))
    other = build.a_ready_volunteer(unit=scene.unit, version=old, name="Priya Shah")
    Confirmation.objects.create(
        placement=other, before=old, version=newer, told_at=AT, confirmed_at=AT - timedelta(days=25),
        confirmed_by=other.volunteer.person,
    )  # fmt: skip
    Placement.objects.filter(pk=other.pk).update(version=newer)
    Appointment.objects.create(
        person=other.volunteer.person, role=Appointment.Role.MVPM, unit=scene.unit.borough, from_on=build.LONG_AGO
    )
    build.a_break(scene.placement.volunteer, from_on=date(2007, 5, 7), until_on=date(2007, 5, 9))
    PolicyValue.objects.create(
        name="hours.monthly_cap_minutes", from_on=date(2007, 6, 10), value=600, decided_by="Group", source="Test"
    )
    who = {"person": scene.volunteer, "starts_on": date(2007, 6, 1), "cap_minutes": 660, "why": "A surge"}
    Extension.objects.create(signed_by=scene.mvpm, signed_at=AT, **who)
    return list(Placement.objects.order_by("pk"))


Typed = tuple[int, date, str, str, str, str]
SESSIONS: list[Typed] = [
    (0, date(2007, 5, 1), "10am", "2pm", "1", "A good\tmorning\\N"),
    (0, date(2007, 5, 31), "10pm", "2am", "1", ""),  # the whole of it is May's
    (0, date(2007, 5, 1), "1pm", "3pm", "1", ""),  # overlaps
    (0, date(2007, 5, 2), "9am", "9:30pm", "1", ""),  # too long
    (0, date(2007, 5, 3), "10am", "11am", "7", ""),  # no such task
    (0, date(2007, 5, 3), "10am", "11am", "", "Helped"),  # none at all
    (0, date(2007, 5, 8), "10am", "11am", "1", ""),  # on a break
    (0, date(2007, 1, 1), "10am", "11am", "1", ""),  # before the first day
    (0, date(2007, 6, 20), "9am", "11am", "1", ""),  # not over yet
    (0, date(2007, 3, 25), "1:30am", "3am", "1", ""),  # the hour that the clocks skip
    (0, date(2007, 4, 3), "10am", "11am", "1", ""),  # closed
    (0, date(2007, 5, 22), "10am", "11am", "2", ""),  # not a task of both versions any more
    (0, date(2007, 6, 11), "8am", "4pm", "1", ""),
    (0, date(2007, 6, 12), "8am", "11am", "1", ""),  # eleven hours: signed for
    (0, date(2007, 6, 13), "8am", "8:01am", "1", ""),  # beyond it
    (1, date(2007, 6, 5), "8am", "8pm", "1 2", ""),  # before the cap became ten hours
    (1, date(2007, 6, 12), "8am", "9am", "1", ""),
    (1, date(2007, 5, 10), "8am", "9am", "1", ""),  # her own, and too late for a volunteer to enter
    (1, date(2007, 5, 22), "8am", "9am", "2", ""),  # before she said yes to this task
]
GOOD = [0, 1, 12, 13, 15]


def _by_page(by: Any, places: list[Placement]) -> list[int]:
    entered = []
    for number, (place, day, starts, ends, tasks, how) in enumerate(SESSIONS):
        placement = Placement.objects.get(pk=places[place].pk)
        told = {"starts": _clock(starts), "ends": _clock(ends), "tasks": [int(each) for each in tasks.split()]}
        try:
            services.report(placement, day=day, how_it_went=how, is_long=True, by=by, at=AT, **told)
        except NotAllowed:
            continue
        entered.append(number)
    return entered


def _clock(typed: str) -> time:
    return datetime.strptime(typed, "%I:%M%p" if ":" in typed else "%I%p").time()  # noqa: DTZ007 - a clock has no zone


def _sheet(places: list[Placement]) -> bytes:
    rows = [",".join((places[place].reference, "", day.isoformat(), *told)) for place, day, *told in SESSIONS]
    return (HEAD + "\n".join(rows)).encode()


def _left_behind() -> dict[str, list[Any]]:
    """All that the reports have written, without what is drawn at random."""
    told = SessionReport.objects.order_by("starts_at", "person").prefetch_related("tasks")
    random = ("_state", "id", "reference", "entry_id", "entry", "_prefetched_objects_cache")
    reports = [
        {name: value for name, value in vars(each).items() if name not in random}
        | {"tasks": [task.pk for task in each.tasks.order_by("pk")], "entry": each.entry.source == each.reference}
        for each in told
    ]
    columns = ("person", "borough", "unit", "strand", "on", "minutes", "kind", "profile", "at", "by", "why")
    months = Month.objects.filter(minutes__gt=0).order_by("person", "starts_on")
    totals = Total.objects.exclude(minutes=0).order_by("starts_on")
    record = Event.objects.filter(act="reported").order_by("about")
    return {
        "reports": reports,
        "entries": list(Entry.objects.order_by("on", "person").values_list(*columns, "month__starts_on")),
        "months": list(months.values_list("person", "starts_on", "minutes", "cap_minutes")),
        "totals": list(totals.values_list("borough", "strand", "starts_on", "minutes")),
        "record": list(record.values_list("at", "actor", "act", "kind", "about", "why")),
    }


@pytest.mark.clause(34, 38, 55, 61)
def test_a_sheet_enters_what_the_page_would_and_nothing_else(scene: Scene, two: list[Placement]) -> None:
    by = two[1].volunteer.person
    for month in (3, 4):
        ledger.close(date(2007, month, 1), by=None, at=AT)
    assert Closing.objects.count() == 2
    with transaction.atomic():
        entered = _by_page(by, two)
        by_page = _left_behind()
        transaction.set_rollback(True)

    made = services.look_at(_sheet(two), name="may.csv", by=by, at=AT)
    looked_at = [row.number - 2 for row in selectors.rows_of(made, "GOOD")]
    services.choose(made, by=by, at=AT)
    services.enter_chosen(made, at=AT)

    assert entered == looked_at == GOOD
    assert _left_behind() == by_page
    assert selectors.counted(made)["ENTERED"] == len(GOOD)
    events = list(Event.objects.order_by("number"))
    assert [each.digest for each in events] == [seal(each) for each in events]
    assert [each.previous for each in events[1:]] == [each.digest for each in events[:-1]]


def test_a_long_sheet_asks_as_little_of_the_database_as_a_short_one(scene: Scene) -> None:
    scene.volunteer.agreements.update(accepted_at=AT - timedelta(days=300))

    def asked(number: int, month: int) -> int:
        days = [date(2007, month, 1) + timedelta(days=count) for count in range(number)]
        rows = "\n".join(f"Ada Okafor,,{day.isoformat()},10am,11am,1," for day in days)
        with CaptureQueriesContext(connection) as queries:
            made = services.look_at((HEAD + rows).encode(), name="long.csv", by=scene.mvpm, at=AT)
            services.choose(made, by=scene.mvpm, at=AT)
            services.enter_chosen(made, at=AT)
        return len(queries)

    few = asked(2, 4)

    assert asked(30, 5) <= few
    assert SessionReport.objects.count() == 32
