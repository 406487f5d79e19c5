"""Leila Haddad runs the training unit of Camden and writes down who has done which course."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving, ledger
from tests.journeys.hands import choose, error, errors, press, reads, refused, told
from timegiven.letters.models import Letter
from timegiven.training.models import Completion, Course

GRACE = "Grace Adeyemi, Camden"


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    Course.objects.create(
        code="MH", title="Manual Handling", minutes=180, valid_months=36, needed_for=Course.Needed.LIFTING
    )
    camden = Giving()
    camden.version = builders.an_approved_version(unit=camden.unit, title="Box mover", is_lifting=True)
    camden.trainer = builders.someone_appointed("TRAINING", camden.unit.borough, name="Leila Haddad")
    return camden


@pytest.mark.clause(35, 87, 88, 91, 93)
def test_she_records_mandatory_training(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    page = browser_of(camden.trainer)
    page.goto("/training/record/")
    axe(page)

    press(page, "Record this training")
    assert errors(page) == ["Tick at least one person", "Choose the course"]
    axe(page)

    choose(page, "Who completed it?", GRACE)
    page.get_by_label("Course", exact=True).select_option("Manual Handling")
    page.get_by_label("Day it was done").fill("25/4/2007")
    press(page, "Record this training")
    assert error(page) == "Day it was done must be on or before Tuesday 24 April 2007"

    page.get_by_label("Day it was done").fill("23/4/2007")
    press(page, "Record this training")
    assert error(page) == (
        "We have not recorded “Manual Handling”: no role was named that asks for it. Training that a role does not "
        "need can be seen as a payment for time given, and a payment can turn volunteering into employment. "
        "Choose the role that needs it. If the Borough MVP Manager agrees to it all the same, they record it and "
        "write down why. Questions: the Borough MVP Manager."
    )
    axe(page)
    assert ledger(camden.grace) == []

    page.get_by_label("Role it was for").select_option("Box mover")
    press(page, "Record this training")

    assert told(page) == "Training recorded for Grace Adeyemi. They will get a letter."
    assert ledger(camden.grace) == [("TRAINING", 180)]
    kept = Completion.objects.get(course__code="MH")
    assert (kept.person, kept.on, kept.expires_on, kept.minutes, kept.version, kept.recorded_by) == (
        camden.grace,
        date(2007, 4, 23),
        date(2010, 4, 23),
        180,
        camden.version,
        camden.trainer,
    )
    assert [letter.to_name for letter in Letter.objects.all()] == ["Grace Adeyemi"]

    hers = browser_of(camden.grace)
    hers.goto("/training/")
    assert "Manual Handling" in reads(hers)
    axe(hers)


@pytest.mark.clause(34, 35)
def test_a_full_month_has_no_room_for_a_course(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    builders.time_given(camden.volunteer, minutes=38 * 60)
    page = browser_of(camden.trainer)
    page.goto("/training/record/")
    choose(page, "Who completed it?", GRACE)
    page.get_by_label("Course", exact=True).select_option("Manual Handling")
    page.get_by_label("Role it was for").select_option("Box mover")

    press(page, "Record this training")

    assert error(page) == (
        "Grace Adeyemi: We have not added this time. It would take April 2007 to 41 hours; the limit is 40 hours so "
        "that everyone gets a turn. You can shorten it to 2 hours, or move it to May 2007."
    )
    axe(page)
    expect(page.get_by_label(GRACE)).to_be_checked()
    assert (ledger(camden.grace), Completion.objects.filter(course__code="MH").count()) == ([("SESSION", 2280)], 0)


def test_the_same_course_on_the_same_day_counts_once(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.trainer)
    page.goto("/training/record/")
    choose(page, "Who completed it?", GRACE)
    page.get_by_label("Course", exact=True).select_option("Course HS")
    page.get_by_label("Day it was done").fill("9/1/2007")

    press(page, "Record this training")

    assert error(page) == (
        "We have not recorded this training: “Course HS” on Tuesday 9 January 2007 is on the record of Grace Adeyemi "
        "already. Take the tick away beside that name and send the rest again."
    )
    axe(page)


def test_another_boroughs_training_unit_finds_nobody_of_camden(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    brent = builders.someone_appointed("TRAINING", builders.a_borough("Brent"))
    page = browser_of(brent)

    page.goto("/training/record/?find=Grace")

    expect(page.get_by_text("Nobody of that name is volunteering where you record training.")).to_be_visible()
    expect(page.get_by_label(GRACE)).to_have_count(0)
    axe(page)


def test_a_volunteer_records_no_training(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.grace)

    assert refused(page, "/training/record/") == "Borough MVP Managers and training units record training."

    axe(page)
