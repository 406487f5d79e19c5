"""The work lists, and what waits for each person."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    TODAY,
    a_borough,
    a_member,
    a_person,
    a_risk_assessment,
    a_seat,
    a_unit,
    a_unit_manager,
    a_version,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
)
from timegiven.kernel.desk import Need
from timegiven.library import selectors
from timegiven.library.tests.scenes import Scene, the_paper


@pytest.mark.clause(59)
def test_reviews_are_listed_sixty_days_ahead_and_while_overdue(scene: Scene) -> None:
    due = {}
    for days in (-400, -1, 0, 60, 61):
        version = a_version(unit=scene.unit, title=f"In {days} days")
        due[days] = a_risk_assessment(version, review_on=TODAY + timedelta(days=days + 500))
        type(due[days]).objects.filter(pk=due[days].pk).update(
            assessed_on=date(2005, 1, 1), review_on=TODAY + timedelta(days=days)
        )

    assert list(selectors.reviews_due(scene.mvpm, TODAY)) == [due[-400], due[-1], due[0], due[60]]
    assert list(selectors.reviews_due(scene.manager, TODAY)) == [due[-400], due[-1], due[0], due[60]]
    assert list(selectors.reviews_due(an_mvpm(a_borough("Barnet")), TODAY)) == []


@pytest.mark.clause(59)
def test_a_review_that_was_done_is_off_the_list(scene: Scene) -> None:
    version = scene.approved()
    soon = TODAY + timedelta(days=330)

    before = selectors.reviews_due(scene.mvpm, soon).count()
    a_risk_assessment(version, unit=scene.unit)

    assert (before, selectors.reviews_due(scene.mvpm, soon).count()) == (1, 0)


def test_the_reviews_of_retired_roles_are_nobodys_work(scene: Scene) -> None:
    a_risk_assessment(a_version(unit=scene.unit, status="RETIRED"), review_on=date(2007, 1, 1))

    assert list(selectors.reviews_due(scene.mvpm, TODAY)) == []


def test_the_agenda_knows_whose_vote_is_awaited(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.chair)
    paper = the_paper(version)

    def line(person) -> list[tuple]:
        return [(each.pk, each.is_awaited, each.votes_given, each.due) for each in selectors.agenda(person, TODAY)]

    until = TODAY + timedelta(days=14)
    assert line(scene.chair) == [(paper.pk, False, 1, until)]
    assert line(scene.union) == [(paper.pk, True, 1, until)]
    assert line(scene.mvpm) == [(paper.pk, False, 1, until)]
    assert list(selectors.agenda(scene.chair, TODAY, mine=True)) == []
    assert list(selectors.agenda(scene.union, TODAY, mine=True)) == [paper]


def test_one_who_wrote_it_is_not_awaited(scene: Scene) -> None:
    scene.mvpm.appointments.create(role="STEERING_GROUP", unit=the_force(), seat=a_seat("HR"), from_on=TODAY)
    scene.paper()

    assert list(selectors.awaiting_vote_of(scene.mvpm, TODAY)) == []


def test_a_deputy_is_awaited_where_nobody_holds_the_seat(scene: Scene) -> None:
    version = scene.paper()
    of_a_held_seat, of_a_vacant_one = a_member("SAFETY", is_deputy=True), a_member("HR", is_deputy=True)

    assert [list(selectors.awaiting_vote_of(each, TODAY)) for each in (of_a_held_seat, of_a_vacant_one)] == [
        [],
        [the_paper(version)],
    ]


def test_what_has_closed_awaits_nobody(scene: Scene) -> None:
    scene.paper()

    closed = TODAY + timedelta(days=15)
    assert list(selectors.awaiting_vote_of(scene.union, closed)) == []


OVERDUE = Need(
    "1 risk assessment overdue for review",
    "library:reviews",
    hint="Nobody new can be placed or booked there until it has been looked at.",
    due_on=date(2007, 4, 1),
    query="?state=overdue",
)


def test_needs_of_each_role(scene: Scene) -> None:
    scene.paper()
    Scene(unit=a_unit("Post room")).draft()
    a_version(unit=scene.unit, status="RETURNED", title="Returned role")
    a_risk_assessment(a_version(unit=scene.unit, title="Overdue role"), review_on=date(2007, 4, 1))

    assert selectors.needs(scene.mvpm, TODAY) == [
        Need("Answer the Steering Group's points on 1 role profile", "library:drafts", query="?status=RETURNED"),
        Need("Complete 1 draft of a role profile", "library:drafts", query="?status=DRAFT"),
        OVERDUE,
    ]
    assert selectors.needs(scene.union, TODAY) == [
        Need(
            "Vote on 1 role profile",
            "library:agenda",
            hint="It closes on Tuesday 8 May 2007",
            due_on=date(2007, 5, 8),
            query="?mine=on",
        )
    ]
    assert [selectors.needs(person, TODAY) for person in (scene.manager, a_volunteer().person)] == [[OVERDUE], []]


def test_needs_take_the_same_number_of_queries(scene: Scene) -> None:
    scene.mvpm.appointments.create(role="STEERING_GROUP", unit=the_force(), from_on=TODAY)

    def queries() -> int:
        scene.mvpm.__dict__.pop("_appointments", None)
        with CaptureQueriesContext(connection) as asked:
            selectors.needs(scene.mvpm, TODAY)
        return len(asked)

    scene.paper()
    one = queries()
    for name in ("Post room", "Custody", "Canteen"):
        Scene(unit=a_unit(name)).paper()
        Scene(unit=a_unit(f"{name} annexe")).draft()
    assert queries() == one


@pytest.mark.parametrize("page", ["drafts", "agenda", "reviews"])
def test_one_line_or_many_take_the_same_number_of_queries(scene: Scene, client: Client, page: str) -> None:
    client.force_login(scene.mvpm)

    def fill(name: str) -> None:
        unit = a_unit(name)
        Scene(unit=unit).paper()
        a_risk_assessment(a_version(unit=unit), review_on=timezone.localdate())

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/roles/{page}").status_code == 200
        return len(asked)

    fill("Post room")
    queries()
    one = queries()
    for name in ("Custody", "Canteen", "Stores"):
        fill(name)
    assert queries() == one


def test_who_may_open_which_list(db: None, client: Client) -> None:
    people = {
        "unit manager": a_unit_manager(a_unit()),
        "MVPM": an_mvpm(),
        "Steering Group": a_member(),
        "Central Team": the_central_team(),
        "auditor": someone_appointed("AUDITOR", the_force()),
        "vetting": someone_appointed("VETTING", the_force()),
        "volunteer": a_volunteer().person,
        "stranger": a_person(),
    }

    def opens(page: str) -> list[str]:
        found = []
        for name, person in people.items():
            client.force_login(person)
            if client.get(f"/roles/{page}").status_code == 200:
                found.append(name)
        return found

    assert opens("drafts") == ["unit manager", "MVPM", "Central Team", "auditor"]
    assert opens("agenda") == ["MVPM", "Steering Group", "Central Team", "auditor"]
    assert opens("reviews") == ["unit manager", "MVPM", "Central Team"]


def test_the_lists_are_shut_to_those_who_have_not_signed_in(db: None, client: Client) -> None:
    replies = [client.get(f"/roles/{page}") for page in ("drafts", "agenda", "reviews", "idea", "propose")]

    assert [reply.status_code for reply in replies] == [302] * 5


def test_drafts_are_filtered_by_state(scene: Scene, client: Client) -> None:
    scene.draft()
    other = Scene(unit=a_unit("Post room")).paper()
    client.force_login(scene.mvpm)

    found = client.get("/roles/drafts", {"status": "SUBMITTED"}).context["page_obj"]

    assert list(found) == [other]


def test_empty_lists_say_what_will_be_there(scene: Scene, client: Client) -> None:
    client.force_login(scene.mvpm)

    pages = [client.get(f"/roles/{page}").content.decode() for page in ("drafts", "agenda", "reviews")]

    assert ["tg-empty" in page for page in pages] == [True, True, True]


def test_each_person_finds_the_lists_they_may_open(scene: Scene, client: Client) -> None:
    def found(person=None) -> list[str]:
        if person:
            client.force_login(person)
        return [way["text"] for way in client.get("/roles/").context["ways"]]

    assert found() == []
    assert found(a_volunteer().person) == []
    assert found(scene.chair) == ["Volunteer roles", "For decision", "Conditions"]
    assert found(scene.manager) == ["Volunteer roles", "In the making", "Tasks asked for", "Reviews", "Conditions"]
    assert found(scene.mvpm) == [
        "Volunteer roles",
        "In the making",
        "Tasks asked for",
        "For decision",
        "Reviews",
        "Conditions",
    ]
