"""While a borough has no MVP Manager, nothing there waits for nobody: the Central Team finds it and may see to it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_course,
    a_person,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_application,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
)
from tests.doors import matrix
from tests.doors.addresses import addresses
from tests.doors.knock import knock
from tests.doors.scene import Scene, the_scene
from timegiven.home import selectors
from timegiven.home.navigation import ways
from timegiven.kernel.desk import Need
from timegiven.letters.models import Letter
from timegiven.library import access as library
from timegiven.library import services as library_services
from timegiven.people import access, services
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements import access as placements
from timegiven.placements import services as welcoming
from timegiven.programme import services as programme
from timegiven.programme.models import Unit
from timegiven.training import services as training

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
# What the Central Team finds on its own account, whoever is MVP Manager.
OF_ALL = ("people:letters_to_print", "joining:duplicates", "placements:openings", "rota:incident")
CLAIMS = "expenses:claims"  # what a manager typed in is for other eyes: the Central Team's
THEIR_OWN = {"joining:batch", "attendance:import", "attendance:import_errors"}  # an act or a sheet that they began


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def scene() -> Scene:
    return the_scene()


NOBODY_ELSE = ("Decide on 1 claim that nobody else can", CLAIMS, "?status=SUBMITTED")  # the only manager typed it in


def again(person: Person) -> Person:
    """The same person as the next request reads them."""
    return Person.objects.get(pk=person.pk)


def vacate(*boroughs: str) -> None:
    Appointment.objects.filter(role=Role.MVPM, unit__in=[a_borough(each) for each in boroughs]).update(until_on=TODAY)


def lines(found: list[Need]) -> set[tuple[str, str, str]]:
    return {(need.text, need.url_name, need.query) for need in found}


@pytest.mark.clause(118, 126)
def test_all_that_waits_for_an_mvp_manager_waits_on_the_first_page_of_the_central_team(scene: Scene) -> None:
    manager, team = scene.people["MVPM"], scene.people["Central Team"]
    assert manager is not None
    assert team is not None
    waited = [need for need in selectors.needs(manager, TODAY) if need.url_name not in (*OF_ALL, CLAIMS)]
    before = selectors.needs(team, TODAY)
    vacate("Camden")

    found = selectors.needs(again(team), TODAY)

    there = [need for need in found if need.borough]
    assert len(waited) > 20
    assert lines([need for need in there if need.url_name != CLAIMS]) == lines(waited)
    assert "Decide on 2 claims" in {need.text for need in there}
    assert {need.borough for need in there} == {"Camden"}
    own = [need for need in found if not need.borough]
    assert lines(own) == lines(before) - {NOBODY_ELSE}


@pytest.mark.clause(118, 126)
def test_every_page_that_an_mvp_manager_opens_is_open_to_whoever_stands_in(scene: Scene) -> None:
    manager, team = scene.people["MVPM"], scene.people["Central Team"]
    assert manager is not None
    assert team is not None
    doors, _ = matrix.doors(addresses(get_resolver()), scene)
    opened = _opened(manager, doors)
    vacate("Camden")

    shut = {door for door in opened - _opened(team, doors) if door.name not in THEIR_OWN}

    assert len(opened) > 150
    assert sorted(door.key for door in shut) == []


def _opened(person: Person, doors: list[matrix.Door]) -> set[matrix.Door]:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return {door for door in doors if knock(client, door.url).word == "page"}


def test_a_new_mvp_manager_has_it_and_the_central_team_has_it_no_more(scene: Scene) -> None:
    team = scene.people["Central Team"]
    assert team is not None
    before = lines(selectors.needs(team, TODAY))
    vacate("Camden")
    stood_in = [need for need in selectors.needs(again(team), TODAY) if need.borough]
    new = an_mvpm()

    assert lines(selectors.needs(again(team), TODAY)) == before - {NOBODY_ELSE}
    assert lines(stood_in) <= lines(selectors.needs(new, TODAY))


@pytest.mark.parametrize(
    ("facts", "stands_in"),
    [
        ({}, False),
        ({"until_on": TOMORROW}, False),
        ({"until_on": TODAY}, True),
        ({"until_on": YESTERDAY}, True),
        ({"from_on": TODAY}, False),
        ({"from_on": TOMORROW}, True),
    ],
    ids=["holds it", "until today", "until yesterday", "ended before", "from today", "from tomorrow"],
)
def test_the_post_is_vacant_day_by_day(facts: dict[str, date], stands_in: bool) -> None:
    manager, team = an_mvpm(), the_central_team()
    manager.appointments.update(**facts)

    assert access.holds(team, Role.MVPM, at=a_borough(), day=TODAY) is stands_in
    assert [unit.name for unit in people.stood_in_for(team, TODAY)] == (["Camden"] if stands_in else [])


def test_who_may_not_sign_in_any_more_holds_no_post() -> None:
    manager, team = an_mvpm(), the_central_team()
    Person.objects.filter(pk=manager.pk).update(is_active=False)

    assert access.holds(team, Role.MVPM, at=a_borough(), day=TODAY)


def test_an_mvp_manager_on_a_break_from_volunteering_holds_the_post() -> None:
    volunteer, team = a_volunteer(), the_central_team()
    Appointment.objects.create(person=volunteer.person, role=Role.MVPM, unit=a_borough(), from_on=YESTERDAY)
    Volunteer.objects.update(status=Volunteer.Status.PAUSED)

    assert not access.holds(team, Role.MVPM, at=a_borough(), day=TODAY)


def test_of_two_boroughs_they_stand_in_for_the_vacant_one() -> None:
    an_mvpm()
    team, camden, hackney = the_central_team(), a_unit(), a_unit(borough=a_borough("Hackney"))

    assert [access.holds(team, Role.MVPM, at=unit, day=TODAY) for unit in (camden, hackney)] == [False, True]
    found = Unit.objects.filter(people.scope(team, [Role.MVPM], TODAY)).order_by("pk")
    assert list(found) == [hackney.borough, hackney]


def test_within_a_vacant_borough_a_unit_with_an_mvp_manager_of_its_own_is_theirs() -> None:
    camden, team = a_borough(), the_central_team()
    own = a_unit("Traffic command")
    Unit.objects.filter(pk=own.pk).update(kind=Unit.Kind.OCU, borough=own)
    own.refresh_from_db()
    an_mvpm(own)

    assert [unit.name for unit in people.stood_in_for(team, TODAY)] == ["Camden"]
    assert [access.holds(team, Role.MVPM, at=unit, day=TODAY) for unit in (camden, own)] == [True, False]
    assert list(Unit.objects.filter(people.scope(team, [Role.MVPM], TODAY))) == [camden]


@pytest.mark.parametrize("role", [role for role in Role.values if role not in {"MVPM", "CENTRAL_TEAM"}])
def test_nobody_else_stands_in(role: str) -> None:
    other, volunteer = someone_appointed(role, the_force()), a_volunteer()

    assert not access.holds(other, Role.MVPM, at=a_borough(), day=TODAY)
    assert not placements.offer(other, volunteer, TODAY)
    assert people.stood_in_for(other, TODAY) == []


def test_who_stands_in_decides_nothing_about_themselves(client: Client) -> None:
    team, other = the_central_team(), the_central_team()
    application = an_application(team, status="VETTED", references=2)
    client.force_login(again(team))
    own = client.post(reverse("joining:take_on", args=[application.reference]), {"once": "a"})
    client.force_login(again(other))

    assert own.status_code in {403, 404}
    assert client.get(reverse("joining:application", args=[application.reference])).status_code == 200


@pytest.mark.clause(130, 131, 132)
def test_volunteers_and_applicants_find_whom_they_can_ask(client: Client) -> None:
    team = the_central_team()
    Person.objects.filter(pk=team.pk).update(phone="020 7946 0111", name="Nnenna Fairweather")
    placement, application = a_ready_volunteer(unit=a_unit()), an_application(a_person("Grace Mills"))
    pages = {}
    for person, names in (
        (placement.volunteer.person, ("home:desk", "home:help", "joining:my_pass")),
        (application.person, ("joining:mine",)),
    ):
        client.force_login(person)
        pages |= {name: client.get(reverse(name), follow=True).text for name in names}
    client.force_login(placement.volunteer.person)
    pages["record"] = client.get(reverse("placements:volunteer", args=[placement.volunteer.reference])).text
    pages["placement"] = client.get(reverse("placements:placement", args=[placement.reference])).text

    assert {
        name: ("Nnenna Fairweather" in page, "Central Team" in page) for name, page in pages.items()
    } == dict.fromkeys(pages, (True, True))


def test_of_the_central_team_nobody_is_told_to_ask_themselves() -> None:
    team, other = (someone_appointed(Role.CENTRAL_TEAM, the_force(), name=name) for name in ("Ada One", "Bea Two"))

    named = [people.mvpm_of(a_borough(), TODAY, besides=who) for who in (None, team, other)]

    assert [each and each.name for each in named] == ["Ada One", "Bea Two", "Ada One"]
    assert all(each and each.stands_in for each in named)


def test_with_an_mvp_manager_they_are_named_and_nobody_stands_in() -> None:
    manager, _ = an_mvpm(), the_central_team()

    named = people.mvpm_of(a_borough(), TODAY)

    assert (named, named and named.stands_in, named and named.as_mvpm) == (manager, False, "your Borough MVP Manager")


def test_the_page_says_it_by_the_boroughs_name_and_leads_to_what_waits(client: Client) -> None:
    team = the_central_team()
    for _ in range(3):
        an_application()
    an_application(borough=a_borough("Hackney"))
    client.force_login(team)

    page = client.get("/").text

    assert "Camden has no MVP Manager: 3 things wait" in page
    assert "3 applicants to interview" in page
    assert "Hackney has no MVP Manager: 1 thing waits" in page
    assert reverse("joining:applications") in page


def test_as_many_questions_whatever_the_number_of_boroughs(client: Client) -> None:
    team = the_central_team()

    def questions() -> int:
        person = again(team)
        with CaptureQueriesContext(connection) as asked:
            selectors.needs(person, TODAY)
        return len(asked)

    def fill(name: str) -> None:
        placement = a_ready_volunteer(unit=a_unit(borough=a_borough(name)))
        an_application(borough=placement.volunteer.borough)

    fill("Camden")
    questions()
    one = questions()
    for name in ("Hackney", "Islington", "Barnet", "Brent"):
        fill(name)
        questions()

    assert len({need.borough for need in selectors.needs(again(team), TODAY)}) == 5
    assert questions() == one


def test_an_end_of_the_post_is_felt_at_once(client: Client) -> None:
    """By way of the pages: the appointment ends, and what it let the manager do is the Central Team's."""
    manager, team = an_mvpm(), the_central_team()
    application = an_application()
    services.end_appointment(manager.appointments.get(), until_on=TODAY, by=team, at=NOW)
    found = {}
    for who, person in (("manager", manager), ("team", team)):
        client.force_login(again(person))
        found[who] = client.get(reverse("joining:application", args=[application.reference])).status_code

    assert found == {"manager": 404, "team": 200}


def test_a_draft_of_a_role_is_completed_by_who_stands_in(scene: Scene) -> None:
    team = scene.people["Central Team"]
    assert team is not None
    vacate("Camden")

    assert library.propose(again(team), a_borough(), TODAY)
    assert library.assess_somewhere(again(team), TODAY)


def test_where_nobody_ever_volunteered_the_central_team_is_asked_nothing_until_somebody_applies() -> None:
    facts = {"code": "PB", "name": "Press Bureau", "kind": Unit.Kind.OCU, "from_on": TODAY}
    team, ocu, _ = the_central_team(), programme.found(**facts, reports_to=the_force()), an_mvpm()

    def stands_in_words() -> list[str]:
        return [f"{need.borough}: {need.text}" for need in selectors.needs(again(team), TODAY) if need.borough]

    before = stands_in_words(), [way.text for way in ways(again(team), TODAY)]
    an_application(borough=ocu)

    assert before[0] == []
    assert "Applications" not in before[1]
    assert stands_in_words() == ["Press Bureau: 1 applicant to interview"]


@pytest.mark.clause(87, 108)
def test_letters_to_the_mvp_manager_come_to_the_central_team() -> None:
    team, other = (someone_appointed(Role.CENTRAL_TEAM, the_force(), name=name) for name in ("Ada One", "Bea Two"))
    placement = a_ready_volunteer(unit=a_unit())
    volunteer, manager = placement.volunteer, a_unit_manager(placement.unit)

    training.ask(volunteer, course=a_course("CTV"), wish="Help at the fair", by=volunteer.person, at=NOW)
    library_services.report_change(
        placement.version, unit=placement.unit, what="We move to the second floor.", is_stop=False, by=manager, at=NOW
    )
    welcoming.pause(volunteer, from_on=TODAY, by=volunteer.person, at=NOW)
    welcoming.break_glass(volunteer, words="Taken ill at the counter, in an ambulance", by=manager, at=NOW)

    told: dict[str, set[str]] = {}
    for template, recipient in Letter.objects.values_list("template", "recipient"):
        told.setdefault(template, set()).add(recipient)
    assert told["training/asked"] == told["library/changed"] == {team.reference}
    assert team.reference in told["placements/break"]
    assert told["placements/sheet_to_review"] == {team.reference, other.reference}  # somebody is there at once
