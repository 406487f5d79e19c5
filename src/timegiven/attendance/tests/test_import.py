"""Sessions from a spreadsheet: every row looked at, all or some entered, a sheet sent twice enters nothing twice."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from tests import builders as build
from timegiven.attendance import selectors, services
from timegiven.attendance.models import Import, SessionReport
from timegiven.attendance.tests.conftest import AFTER, Scene
from timegiven.hours import selectors as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted

HEAD = "Volunteer,Role,Day,From,To,Tasks,How it went\n"
APRIL = date(2007, 4, 1)


def _sheet(*rows: str) -> bytes:
    return (HEAD + "\n".join(rows)).encode()


def _look(scene: Scene, content: bytes) -> Import:
    return services.look_at(content, name="april.csv", by=scene.mvpm, at=AFTER)


def _told(made: Import) -> list[tuple[int, str, str]]:
    return [(row.number, row.state, row.trouble) for row in selectors.rows_of(made)]


def test_each_row_says_what_is_wrong_with_it(scene: Scene) -> None:
    scene.report()
    build.time_given(scene.placement.volunteer, minutes=39 * 60, on=APRIL)
    who = scene.placement.volunteer.person.passes.get().number

    made = _look(
        scene,
        _sheet(
            "Ada Okafor,,1/5/2007,10am,2pm,1,",
            "Nobody Known,,1/5/2007,10am,2pm,1,",
            f"{who},,31/2/2007,10am,2pm,1,",
            f"{who},,30/4/2007,ten,2pm,1,",
            f"{who},,30/4/2007,10am,2pm,1,",
            f"{who},,30/4/2007,10am,11am,1,",
            f"{who},,30/4/2007,10:30am,11am,1,",
            f"{who},,1/5/2007,1pm,3pm,1,",
            f"{who},,3/5/2007,1pm,3pm,1,",
            f"{who},,29/4/2007,1pm,1:30pm,,",
            f"{who},,1/3/2007,10:00,14:00,1 2,A quiet day",
        ),
    )

    expected = [
        (2, "THERE", "on record already"),
        (3, "BAD", "Nobody called “Nobody Known” has started in a role in your borough"),
        (4, "BAD", "“31/2/2007” is not a day"),
        (5, "BAD", "“ten” is not a time"),
        (6, "BAD", "It would take April 2007 to 43 hours; the limit is 40 hours"),
        (7, "GOOD", ""),
        (8, "BAD", "It overlaps with another session on Monday 30 April 2007"),
        (9, "BAD", "It overlaps with another session on Tuesday 1 May 2007"),
        (10, "BAD", "which is still to come"),
        (11, "BAD", "It does not say what was done"),
        (12, "GOOD", ""),
    ]
    found = _told(made)
    assert [(number, state) for number, state, _ in found] == [(number, state) for number, state, _ in expected]
    assert [words in told for (_, _, told), (_, _, words) in zip(found, expected, strict=True)] == [True] * 11
    assert SessionReport.objects.count() == 1  # nothing has been entered yet


def test_all_that_can_be_are_entered_and_the_same_sheet_again_enters_nothing(scene: Scene) -> None:
    days = [APRIL + timedelta(days=number) for number in range(-4, 30)]
    rows = [f"Ada Okafor,,{day.isoformat()},10am,11am,1," for day in days]
    rows[5] = "Ada Okafor,,never,10am,11am,1,"  # three in a hundred
    agreement = scene.volunteer.agreements.get()
    agreement.accepted_at = AFTER - timedelta(days=120)
    agreement.save()
    made = _look(scene, _sheet(*rows))

    services.choose(made, by=scene.mvpm, at=AFTER)
    left = [services.enter_chosen(made, at=AFTER, most=20) for _ in range(2)]
    again = _look(scene, _sheet(*rows))

    assert left == [13, 0]
    assert selectors.counted(made) == {"GOOD": 0, "BAD": 1, "THERE": 0, "ENTERED": 33}
    assert selectors.counted(again) == {"GOOD": 0, "BAD": 1, "THERE": 33, "ENTERED": 0}
    assert SessionReport.objects.count() == Entry.objects.count() == 33
    assert hours.total_of(scene.volunteer) == 33 * 60
    made.refresh_from_db()
    assert made.finished_at == AFTER
    assert services.enter_waiting(at=AFTER) == 0


def test_chosen_rows_alone_are_entered_by_the_same_rules_as_on_the_page(scene: Scene) -> None:
    made = _look(
        scene, _sheet(*(f"Ada Okafor,,{day}/4/2007,10am,2pm,{task}," for day, task in ((2, 1), (3, 1), (4, 7))))
    )

    services.choose(made, by=scene.mvpm, at=AFTER, numbers=[3, 4])
    services.enter_chosen(made, at=AFTER)

    assert [(number, state) for number, state, _ in _told(made)] == [(2, "GOOD"), (3, "ENTERED"), (4, "BAD")]
    assert "One of the tasks is not on the profile" in _told(made)[2][2]
    report = SessionReport.objects.get()
    assert (report.on, report.reported_by) == (date(2007, 4, 3), scene.mvpm)
    with pytest.raises(NotPermitted):
        services.choose(made, by=scene.stranger, at=AFTER)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"Name,Day\nAda,1/5/2007", "no column called “Volunteer”"), (b"PK\x03\x04 not a workbook", "not a workbook")],
)
def test_what_is_no_sheet_of_sessions_is_refused_with_what_to_do(scene: Scene, content: bytes, reason: str) -> None:
    with pytest.raises(NotAllowed, match=reason) as refusal:
        _look(scene, content)
    assert refusal.value.next_step


@pytest.mark.usefixtures("clock")
def test_a_workbook_through_the_pages(scene: Scene, client: Client) -> None:
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Volunteer", "Day", "From", "To", "Tasks"])
    book.active.append(["Ada Okafor", date(2007, 4, 3), "10am", "2pm", 1])
    book.active.append(["Ada Okafor", "nonsense", "10am", "2pm", 1])
    book.save(out)
    client.force_login(scene.mvpm)
    sent = client.post(reverse("attendance:imports"), {"sheet": SimpleUploadedFile("april.xlsx", out.getvalue())})

    shown = client.get(sent.url).content.decode()
    done = client.post(sent.url, {"all": "yes", "once": "a"}, follow=True).content.decode()
    errors = client.get(reverse("attendance:import_errors", args=[Import.objects.get().reference])).content.decode()

    assert "Enter the row that can be entered" in shown
    assert selectors.names_on(scene.mvpm, date(2007, 5, 1), ["Ada Okafor", "nobody"]) == {"ada okafor": "Ada Okafor"}
    assert "“nonsense” is not a day." in shown
    assert "All are entered." in done
    assert SessionReport.objects.get().minutes == 240
    assert "nonsense" in errors
    client.force_login(scene.stranger)
    assert client.get(sent.url).status_code == 404
    client.force_login(scene.manager)
    assert client.get(reverse("attendance:imports")).status_code == 403
