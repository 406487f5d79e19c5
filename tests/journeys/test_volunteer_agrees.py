"""Grace Adeyemi looks at the placement that she is offered, and says yes or no as she likes."""

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, open_page, press, reads, refused, told
from timegiven.joining.models import Clearance
from timegiven.letters.models import Letter


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(44, 46)
def test_she_says_yes(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    placement = camden.offered()
    page = browser_of(camden.grace)
    page.goto("/")
    axe(page)
    page.get_by_role("link", name="You are offered a place: Archive files helper, Records office, Camden").click()
    axe(page)
    page.get_by_role("link", name="Yes, I would like to").click()
    axe(page)

    press(page, "Say yes")

    assert told(page) == "Thank you. The unit and the Borough MVP Manager are told."
    words = reads(page)
    assert camden.mvpm.email in words
    assert "020 7946 0100" in words  # the unit's
    axe(page)
    placement.refresh_from_db()
    assert (placement.status, placement.from_on) == ("AGREED", builders.TODAY)
    to = Letter.objects.exclude(template="placements/offered").order_by("template").values_list("template", "to_name")
    assert list(to) == [
        ("placements/agreed", "Grace Adeyemi"),
        ("placements/agreed_mvpm", "Priya Shah"),
        ("placements/agreed_unit", "Ruth Okafor"),
    ]


@pytest.mark.clause(44, 45)
def test_the_three_of_them_agree_days_and_times(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.agreed()
    page = browser_of(camden.grace)
    page.goto(f"/placements/{placement.reference}/")
    page.get_by_role("link", name="Settle the days and times").click()
    axe(page)
    page.get_by_role("group", name="First time").get_by_label("Day").select_option("Tuesday")
    page.get_by_label("From", exact=True).fill("2pm")
    page.get_by_label("Until", exact=True).fill("10am")
    press(page, "Suggest these")
    assert "the end comes before the beginning" in error(page)
    axe(page)
    page.get_by_label("From", exact=True).fill("10am")
    page.get_by_label("Until", exact=True).fill("2pm")
    press(page, "Suggest these")
    assert told(page) == "Thank you. The others are asked whether it suits them too."
    axe(page)

    for other in (camden.manager, camden.mvpm):
        placement.refresh_from_db()
        assert placement.pattern == "Tuesday mornings"  # as it was, until the last of the three has said yes
        theirs = browser_of(other)
        theirs.goto("/")
        theirs.get_by_role("link", name="Do these days and times suit? Archive files helper, Records office").click()
        theirs.get_by_role("link", name="Yes, these suit").click()
        axe(theirs)
        press(theirs, "Yes, these suit")
        assert told(theirs) == "Thank you. Your yes is noted."

    placement.refresh_from_db()
    assert (placement.pattern, placement.weekly_minutes) == ("Tuesdays, 10am to 2pm", 240)
    page.goto(f"/placements/{placement.reference}/")
    assert "Tuesdays, 10am to 2pm" in reads(page)
    assert Letter.objects.filter(template="placements/pattern_agreed", to_name="Grace Adeyemi").count() == 1


@pytest.mark.clause(74)
def test_her_yes_waits_when_her_security_check_has_ended_meanwhile(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.offered()
    page = browser_of(camden.grace)
    page.goto(f"/placements/{placement.reference}/agree/")
    Clearance.objects.update(until_on=builders.TODAY)

    press(page, "Say yes")

    assert error(page) == (
        "The placement is not agreed. Your security check is not in force on Tuesday 24 April 2007 at the level of "
        "this role. The vetting office does it. It writes to you if it needs anything. Whose turn: Vetting office."
    )
    axe(page)
    placement.refresh_from_db()
    assert placement.status == "OFFERED"


def test_she_says_no_and_nobody_asks_why(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.offered()
    page = browser_of(camden.grace)
    page.goto(f"/placements/{placement.reference}/")
    page.get_by_role("link", name="No, thank you").click()
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)
    axe(page)

    press(page, "Say no, thank you")

    assert told(page) == "That is fine. Thank you for telling us."
    axe(page)
    placement.refresh_from_db()
    assert placement.status == "DECLINED"
    page.goto(f"/placements/{placement.reference}/agree/")  # an old page, opened again
    assert "This placement is “not taken up” now, so this cannot be done with it." in reads(page)
    axe(page)


def test_nobody_says_yes_for_her(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    placement = camden.offered()
    page = browser_of(camden.manager)

    policy = refused(page, f"/placements/{placement.reference}/agree/")

    assert policy == (
        "The volunteer says yes or no; for one without e-mail the Borough MVP Manager notes what they said."
    )
    axe(page)
    other = browser_of(builders.a_volunteer().person)
    assert open_page(other, f"/placements/{placement.reference}/") == 404
