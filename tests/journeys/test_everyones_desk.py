"""Everybody's first page: it says hello, and lists what waits for them and for nobody else."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.builders import Role
from tests.journeys.conftest import Axe, SignIn, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import heading, reads
from timegiven.people.models import Person

NOTHING = "Nothing is waiting for you."


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    """A morning on which something waits for everyone for whom something can wait."""
    camden = Giving()
    camden.asked()
    builders.a_claim(camden.reported())
    sam = builders.a_placement(builders.a_volunteer("Sam Idowu"), camden.version, status="AGREED").volunteer.person
    builders.a_completion(sam, builders.a_course("LIFE"), expires_on=builders.TODAY + timedelta(days=20))
    builders.a_pass(builders.a_person("Jo Other"), status="ASKED")
    builders.an_application(status="VETTING")
    builders.an_application(status="REGISTERED", person=builders.a_person("Ann Applicant"))
    builders.an_application(status="APPLIED")
    builders.a_paper(builders.a_version(unit=camden.unit, status="SUBMITTED", title="Post room tidier"))
    return camden


def _cast(camden: Giving) -> dict[str, Person]:
    """One person in each role, and those without one."""
    force, borough = builders.the_force(), camden.unit.borough
    roles = (Role.CENTRAL_TEAM, Role.VETTING, Role.PASSES, Role.HR, Role.CONTROL_ROOM)
    cast = {role.value: builders.someone_appointed(role, force, name=role.label) for role in roles}
    cast |= {"STEERING_GROUP": builders.a_member("HR")}
    cast |= {"FIRST_AIDER": builders.someone_appointed(Role.FIRST_AIDER, camden.unit, name="First aider")}
    cast |= {"AUDITOR": builders.someone_appointed(Role.AUDITOR, force, name="Auditor")}
    cast |= {"TRAINING": builders.someone_appointed(Role.TRAINING, borough, name="Training unit")}
    cast |= {"MVPM elsewhere": builders.an_mvpm(builders.a_borough("Brent"))}
    cast |= {"UNIT_MANAGER": camden.manager, "MVPM": camden.mvpm, "VOLUNTEER": camden.grace}
    return cast | {"APPLICANT": Person.objects.get(name="Ann Applicant")}


def _waits(page: Page) -> list[str]:
    """What stands under "Needs you today"; each line leads to a page that opens."""
    lines = page.locator(".tg-needs").get_by_role("link")
    for address in lines.evaluate_all("links => links.map(link => link.href)"):
        assert page.request.get(address).status == 200
    return lines.all_inner_texts()


BEGINS = "Before the first volunteer can start"  # nobody volunteers there yet
WAITS = {
    "STEERING_GROUP": ["Vote on 1 role profile"],
    "CENTRAL_TEAM": [],
    "VETTING": ["1 security check to do"],
    "PASSES": ["1 pass to make"],
    "HR": [],
    "CONTROL_ROOM": [],
    "FIRST_AIDER": [],
    "AUDITOR": [],
    "TRAINING": ["1 course to do again within 30 days"],
    "UNIT_MANAGER": ["Welcome Sam Idowu on the first day", "1 duty still has a place"],
    "MVPM": [
        "1 applicant to interview",
        "1 course to do again within 30 days",
        "1 volunteer without a placement, a security check or a pass",
        "1 duty still has a place",
        "Decide on 1 claim",
        "Invite your volunteers to a meeting",
    ],
    "MVPM elsewhere": [],
    "VOLUNTEER": ["Can you come on Tuesday 1 May 2007, 10am to 2pm?", "Tell us whom to ring in an emergency"],
    "APPLICANT": ["Finish your application"],
}


def test_each_desk_lists_what_waits(camden: Giving, browser_of: Visit, sign_in: SignIn, axe: Axe) -> None:
    found: dict[str, list[str]] = {}
    page = browser_of(None)
    for role, person in _cast(camden).items():
        sign_in(page, person)
        page.goto("/")
        assert heading(page) == f"Hello, {person.first_name}"
        axe(page)
        found[role] = _waits(page)
        begins = BEGINS in reads(page)
        assert (begins, NOTHING in reads(page)) == (role == "MVPM elsewhere", not found[role] and not begins)

    assert found == WAITS


def test_all_ways_of_the_central_team_stand_on_one_line_where_it_stands_in(
    transactional_db: None, browser_of: Visit
) -> None:
    builders.a_volunteer()  # of a borough in which nobody is MVP Manager
    page = browser_of(builders.the_central_team())
    page.set_viewport_size({"width": 1280, "height": 900})

    page.goto("/")

    ways = page.get_by_role("navigation", name="Main").get_by_role("link")
    assert ways.count() == 12
    page.evaluate("document.querySelector('.tg-nav .tg-count').textContent = '99+'")  # with very much to do
    assert len(set(ways.evaluate_all("links => links.map(link => link.offsetParent.offsetTop + link.offsetTop)"))) == 1


def test_a_stranger_has_no_desk_and_reads_what_volunteering_is(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(None)

    page.goto("/")

    expect(page.get_by_text("Needs you today")).to_have_count(0)
    assert page.url.endswith("/joining/")
    axe(page)
