"""What volunteers write beside their sessions: a quiet question, a worry, an idea, a thank-you; and the answers."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import access, selectors, services
from timegiven.attendance.models import Query
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment

DAY = AFTER.date()


@pytest.mark.clause(55)
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("WITHIN", "it is part of your role as it is"),
        ("ADDED", "It is a good idea and not part of your role yet"),
        ("NOT_COVERED", "Nothing is held against you"),
    ],
)
def test_the_answer_goes_to_the_volunteer_with_thanks(scene: Scene, answer: str, told: str) -> None:
    scene.report(tasks=[], something_else="I drove the van")
    query = Query.objects.get()

    services.answer(query, answer=answer, words="Ask Joan.", by=scene.mvpm, at=AFTER)

    letter = Letter.objects.get(template="attendance/answered")
    assert letter.recipient == scene.volunteer.reference
    assert told in letter.text
    assert "Ask Joan." in letter.text
    assert "van" not in letter.text
    assert list(selectors.open_queries(scene.mvpm, DAY)) == []
    with pytest.raises(NotAllowed, match="has just settled this"):
        services.answer(query, answer=answer, by=scene.mvpm, at=AFTER)


@pytest.mark.usefixtures("clock")
def test_what_was_answered_stands_with_the_report(scene: Scene, client: Client) -> None:
    report = scene.report(tasks=[], something_else="I drove the van")
    services.answer(Query.objects.get(), answer="NOT_COVERED", words="Ask Joan first.", by=scene.mvpm, at=AFTER)
    page = reverse("attendance:session", args=[report.reference])

    client.force_login(scene.volunteer)
    own = client.get(page).text
    client.force_login(scene.manager)
    unit_s = client.get(page).text

    assert f"Please leave it to the team next time ({scene.mvpm.name}, Wednesday 2 May 2007)" in own
    assert "Ask Joan first." in own
    assert "Ask Joan" not in unit_s


def test_who_looks_into_it(scene: Scene) -> None:
    report = scene.report(tasks=[], something_else="I drove the van")
    people = [scene.mvpm, scene.volunteer, scene.manager, scene.stranger]

    assert [access.look_into(person, report, DAY) for person in people] == [True, False, False, False]
    assert [selectors.open_queries(person, DAY).count() for person in people] == [1, 0, 0, 0]
    with pytest.raises(NotPermitted):
        services.answer(Query.objects.get(), answer="WITHIN", by=scene.stranger, at=AFTER)


def test_the_same_words_in_a_correction_are_not_asked_about_again(scene: Scene) -> None:
    old = scene.report(something_else="I drove the van")
    again = {"day": MAY, "starts": old.starts_at.time(), "ends": old.ends_at.time(), "tasks": [1], "by": scene.mvpm}

    new = services.correct(old, why="A slip", at=AFTER, something_else="I drove the van", **again)

    assert Query.objects.get().report == new
    assert selectors.open_queries(scene.mvpm, DAY).count() == 1  # and it still waits for its answer


def test_what_was_read_and_stays_the_same_is_not_to_be_read_again(scene: Scene) -> None:
    old = scene.report(worry="The stairs are dark")
    services.mark_read([old], by=scene.mvpm, at=AFTER)
    old.refresh_from_db()
    again = {"day": MAY, "starts": _at(10), "ends": _at(13), "tasks": [1], "by": scene.volunteer, "at": AFTER}

    new = services.correct(old, why="A slip", worry="The stairs are dark", **again)
    assert selectors.to_read(scene.mvpm, DAY).count() == 0
    services.correct(new, why="More", worry="The stairs are dark and wet", **again)

    assert selectors.to_read(scene.mvpm, DAY).count() == 1


@pytest.mark.clause(55, 118)
def test_what_was_written_elsewhere_goes_to_the_mvp_manager_who_may_look_into_it(scene: Scene) -> None:
    barnet = build.a_unit("Stores", borough=build.a_borough("Barnet"))
    there = build.a_placement(scene.placement.volunteer, scene.placement.version, unit=barnet)
    build.a_risk_assessment(scene.placement.version, unit=barnet)

    report = scene.report(placement=there, something_else="I drove the van", worry="He shouted", is_concern=True)
    late = services.hand_over(there, day=MAY, starts=_at(16), ends=_at(18), typed={}, by=scene.volunteer, at=AFTER)

    assert set(Letter.objects.values_list("recipient", flat=True)) == {scene.stranger.reference}
    assert Letter.objects.count() == 3
    assert list(selectors.to_read(scene.stranger, DAY)) == [report]
    assert list(selectors.open_late(scene.stranger, DAY)) == [late]


@pytest.mark.clause(118, 119)
def test_a_worry_becomes_a_concern_only_if_the_volunteer_says_so(scene: Scene) -> None:
    scene.report(worry="The stairs are dark")
    assert Letter.objects.count() == 0

    scene.report(starts=_at(15), ends=_at(16), worry="He shouted", is_concern=True)

    letter = Letter.objects.get()
    assert (letter.template, letter.recipient) == ("attendance/worry", scene.mvpm.reference)
    assert "shouted" not in letter.text
    assert [report.is_concern for report in selectors.to_read(scene.mvpm, DAY)] == [True, False]


@pytest.mark.clause(118)
@pytest.mark.parametrize("is_vacant", [True, False], ids=["the post is vacant", "it is the MVP Manager’s own"])
def test_a_concern_that_no_mvp_manager_can_hear_goes_to_the_central_team(scene: Scene, is_vacant: bool) -> None:
    team, held = build.the_central_team(), Appointment.objects.filter(person=scene.mvpm)
    held.delete() if is_vacant else held.update(person=scene.volunteer)

    scene.report(worry="He shouted", is_concern=True, by=scene.volunteer)

    letter = Letter.objects.get(template="attendance/worry")
    assert letter.recipient == team.reference
    assert "so it has come to you. Please read it today, and ring them" in letter.text
    assert "shouted" not in letter.text


def _at(hour: int):
    return AFTER.replace(hour=hour).time()


@pytest.mark.clause(31, 86, 144)
@pytest.mark.usefixtures("clock")
def test_the_page_of_the_week_shows_the_words_and_each_is_marked_as_read(scene: Scene, client: Client) -> None:
    report = scene.report(idea="A stool", thank_you="To Joan", tasks=[], something_else="I drove the van")
    client.force_login(scene.mvpm)
    address = reverse("attendance:monday")

    page = client.get(address).content.decode()
    parts = {need.query.removeprefix("#") for need in selectors.needs(scene.mvpm, DAY)}
    client.post(address, {"read": report.reference, "once": "1"})

    assert all(words in page for words in ("A stool", "To Joan", "I drove the van"))
    assert parts == {"notes", "beyond"}
    assert all(f'id="{part}"' in page for part in parts)
    report.refresh_from_db()
    assert (report.read_by, selectors.to_read(scene.mvpm, DAY).count()) == (scene.mvpm, 0)
    asked = client.get(reverse("attendance:answer", args=[Query.objects.get().reference]))
    assert "I drove the van" in asked.content.decode()
    client.force_login(scene.manager)
    assert client.get(address).status_code == 403
    client.force_login(scene.stranger)
    assert "A stool" not in client.get(address).content.decode()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="of so few rows PostgreSQL reads all")
def test_what_is_to_be_read_is_found_without_looking_through_all_that_was_ever_written(scene: Scene) -> None:
    assert "attendance_to_read" in selectors.to_read(scene.mvpm, DAY).order_by().explain()
