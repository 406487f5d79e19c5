"""The Central Team reports to a committee: in parts, over days, finished for good, published; a stranger reads it."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.hands import choose, error, errors, fill, heading, press, reads, told
from timegiven.hours import services as hours
from timegiven.programme import services as programme

TITLE = "MPS Corporate Volunteer Programme"


def _part(page: Page, part: str, **typed: str) -> None:
    page.get_by_role("main").get_by_role("link", name=part, exact=True).click()
    assert heading(page) == part
    fill(page, **typed)
    press(page, "Save")
    assert told(page) == "Saved."


def _volunteers(number: int) -> None:
    for _ in range(number):
        volunteer = builders.a_volunteer(borough=builders.a_borough())
        facts = {"minutes": 240, "kind": "SESSION", "source": volunteer.reference, "by": volunteer.person}
        hours.give(volunteer, on=date(2007, 3, 1), at=builders.NOW, **facts)


def _assesses(page: Page, axe: Axe) -> None:
    page.goto("/insight/assessments/")
    page.get_by_role("button", name="Write down an assessment").click()
    axe(page)
    choose(page, "Of which part of volunteering?", "Corporate volunteering")
    choose(page, "What was made?", "Full assessment")
    fill(
        page, By_whom="Diversity and Citizen Focus", What_was_found="Few evenings.", What_will_be_done="More evenings."
    )
    press(page, "Write it down")
    assert "Its review is due on Thursday 24 April 2008" in reads(page)
    axe(page)


def _begins(page: Page, axe: Axe) -> None:
    page.goto("/insight/reports/")
    page.get_by_role("button", name="Begin a report").click()
    press(page, "Begin")
    axe(page)
    _part(
        page,
        "The meeting",
        Which_committee="MPA full authority",
        Day_of_the_meeting="26/4/2007",
        Number_of_the_report="9",
        What_is_the_report_called=TITLE,
        By_whom="the Deputy Commissioner on behalf of the Commissioner",
    )


def _goes_on(page: Page, axe: Axe) -> None:
    page.goto("/insight/reports/")
    page.get_by_role("main").get_by_role("link", name=TITLE).click()
    _part(
        page, "Summary and recommendations", Summary="They gave their time.", committee_asked="Support the principle."
    )
    page.get_by_role("main").get_by_role("button", name="Finish the report").click()
    assert heading(page) == "What is missing"
    axe(page)
    page.get_by_role("link", name="Write the supporting information").click()
    fill(page, Supporting_information="It began in the boroughs.")
    press(page, "Save")
    _part(page, "Race and equality impact", race_and_equality="It reaches more people.")
    _part(page, "Financial implications", in_words="Planning money has been received.")


def _adds_a_cost(page: Page, axe: Axe) -> None:
    page.get_by_role("link", name="Financial implications", exact=True).click()
    page.get_by_role("button", name="Add a cost or money received").click()
    choose(page, "What is it?", "A planned cost")
    press(page, "Add it")
    assert "Enter the amount" in errors(page)
    page.get_by_label("Financial year").select_option("2008/9")
    choose(page, "Planning or delivery?", "Delivery")
    fill(page, What_is_it_for="Training", Amount="1,234.56", Where_does_the_money="Business case to the Home Office")
    press(page, "Add it")
    assert "Planned in all: £1,234.56." in reads(page)
    axe(page)
    page.get_by_role("link", name=TITLE).click()


def _finishes(page: Page, axe: Axe) -> None:
    _part(
        page,
        "Authors, papers and contact",
        Who_wrote_the_report="The Central Team",
        Background_papers="None",
        Whom_can_the_public_ask="The Central Team",
    )
    page.get_by_role("main").get_by_role("button", name="Finish the report").click()
    press(page, "Finish the report")
    assert "12 people gave 48 hours" in reads(page)
    assert "a full assessment was made on Tuesday 24 April 2007" in reads(page)
    axe(page)


def _publishes(page: Page) -> None:
    page.get_by_role("main").get_by_role("button", name="Publish it").click()
    press(page, "Publish it")
    assert error(page) == "Tick the box to go on"
    page.get_by_label("I have read it to its end, and nobody can be recognised in it").check()
    press(page, "Publish it")
    assert told(page) == "The report is public. Everybody can read it."


@pytest.mark.clause(146, 147, 152, 154, 155, 156)
def test_a_report_is_written_finished_published_and_read(
    transactional_db: None, browser_of: Visit, axe: Axe, clock: Clock, screen: str
) -> None:
    _volunteers(12)
    programme.load_content(builders.TODAY)
    team, stranger = builders.the_central_team(), browser_of(None)
    page = browser_of(team)
    _assesses(page, axe)
    _begins(page, axe)
    clock.go_on(days=1)  # the rest on another day
    page = browser_of(team)
    _goes_on(page, axe)
    _adds_a_cost(page, axe)
    _finishes(page, axe)

    stranger.goto("/insight/reports/")
    assert "No report has been published yet." in reads(stranger)
    _publishes(page)

    stranger.goto("/joining/")
    stranger.get_by_role("link", name="About the programme: why it began, and what comes of it").click()
    axe(stranger)
    stranger.get_by_role("link", name="Reports to committees").click()
    axe(stranger)
    stranger.get_by_role("link", name=TITLE).click()
    assert "Support the principle." in reads(stranger)
    assert "£1,234.56" in reads(stranger)
    axe(stranger)
    with stranger.expect_download() as waiting:
        stranger.get_by_role("button", name="Download (PDF)").click()
    with pikepdf.open(Path(waiting.value.path())) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo.Title) == TITLE
