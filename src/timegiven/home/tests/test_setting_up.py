"""What a new programme still needs, on the first page of those who set it up."""

import pytest
from django.utils import timezone

from tests.builders import (
    LONG_AGO,
    NOW,
    TODAY,
    Role,
    a_borough,
    a_seat,
    a_unit,
    a_version,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
    the_strand,
)
from timegiven.home import setting_up
from timegiven.people.models import Person
from timegiven.programme.models import Cover

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def team() -> Person:
    """The first of the Central Team, where nothing but the programme has been loaded."""
    the_strand()
    a_seat("CHAIR")
    return the_central_team()


def state(person: Person) -> dict[str, bool]:
    return {step.title: step.is_done for step in setting_up.steps(person, TODAY)}


def test_each_step_is_done_when_its_matter_is(team):
    assert state(team) == {
        "Enter the certificates of insurance": False,
        "Fill the seats of the Steering Group": False,
        "Appoint the offices": False,
        "Appoint the first Borough MVP Manager": False,
        "Have a first role approved": False,
    }

    for kind in ("EMPLOYERS", "PUBLIC", "ACCIDENT"):
        assert not state(team)["Enter the certificates of insurance"]
        Cover.objects.create(strand=the_strand(), kind=kind, certificate="C-1", from_on=LONG_AGO)
    assert state(team)["Enter the certificates of insurance"]

    someone_appointed(Role.STEERING_GROUP, the_force(), seat="CHAIR", is_deputy=True)
    assert not state(team)["Fill the seats of the Steering Group"]
    someone_appointed(Role.STEERING_GROUP, the_force(), seat="CHAIR")
    assert state(team)["Fill the seats of the Steering Group"]

    for role in (Role.VETTING, Role.PASSES, Role.FINANCE):
        assert not state(team)["Appoint the offices"]
        someone_appointed(role, the_force())
    assert state(team)["Appoint the offices"]

    an_mvpm()
    assert state(team)["Appoint the first Borough MVP Manager"]

    a_version(unit=a_unit(), status="SUBMITTED")
    assert not state(team)["Have a first role approved"]
    a_version(unit=a_unit())
    assert set(state(team).values()) == {True}


def test_the_page_says_what_is_missing_and_leads_there(team, client):
    client.force_login(team)

    page = client.get("/").text

    assert "Before the first volunteer can start" in page
    assert "without: Employers’ liability, Public liability and Personal accident." in page
    assert "Still free: Chair." in page
    assert "Still missing: the vetting office, the pass office and Finance." in page
    assert "Hours given each month" not in page


def test_it_is_gone_when_somebody_volunteers(team):
    a_volunteer()

    assert state(team) == {}


def test_a_new_borough_begins_with_a_role(team):
    a_volunteer(borough=a_borough("Hackney"))
    a_version(unit=a_unit(borough=a_borough("Hackney")))
    manager = an_mvpm()

    assert state(manager) == {"Propose a first role": False, "Have a first role approved": False}
    a_version(unit=a_unit(), status="DRAFT")
    assert state(manager) == {"Propose a first role": True, "Have a first role approved": False}
    a_volunteer()
    assert state(manager) == {}


def test_nobody_else_is_shown_it(team):
    for person in (someone_appointed(Role.UNIT_MANAGER, a_unit()), someone_appointed(Role.AUDITOR, the_force())):
        assert state(person) == {}
