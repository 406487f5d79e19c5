"""While nobody is MVP Manager of a borough, what waits for one goes to the Central Team, and back when there is one."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import access, selectors, services
from timegiven.attendance.models import LateEntry, Query
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.kernel.refusals import NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment, Person

DAY = AFTER.date()
LATER = AFTER.replace(month=6, day=20)
WAYS = ["the post is vacant", "it is the MVP Manager’s own"]


@pytest.fixture
def team(db: None) -> Person:
    return build.the_central_team()


@pytest.fixture(params=WAYS)
def unheard(request: pytest.FixtureRequest, scene: Scene, team: Person) -> Scene:
    """Nobody but, perhaps, the volunteer is MVP Manager there."""
    held = Appointment.objects.filter(person=scene.mvpm)
    held.delete() if request.param == WAYS[0] else held.update(person=scene.volunteer)
    return scene


@pytest.mark.clause(55, 118)
def test_a_quiet_question_is_told_to_the_central_team_and_answered_there(unheard: Scene, team: Person) -> None:
    unheard.report(tasks=[], something_else="I drove the van", by=unheard.volunteer)

    letter = Letter.objects.get(template="attendance/something_else")
    assert letter.recipient == team.reference
    assert "it has come to you" in letter.text
    assert "van" not in letter.text
    (query,) = selectors.open_queries(team, DAY)
    services.answer(query, answer="WITHIN", by=team, at=AFTER)
    assert Letter.objects.get(template="attendance/answered").recipient == unheard.volunteer.reference


@pytest.mark.clause(118, 126)
def test_what_is_written_beside_a_session_is_read_there(unheard: Scene, team: Person) -> None:
    report = unheard.report(worry="The stairs are dark", by=unheard.volunteer)

    assert list(selectors.to_read(team, DAY)) == [report]
    assert services.mark_read([report], by=team, at=AFTER) == 1
    assert [need.text for need in selectors.needs(team, DAY)] == []


def test_a_late_report_is_entered_there(scene: Scene, team: Person) -> None:
    Appointment.objects.filter(person=scene.mvpm).delete()
    told = {"day": MAY, "starts": AFTER.replace(hour=10).time(), "ends": AFTER.replace(hour=14).time()}
    services.hand_over(scene.placement, typed={}, by=scene.volunteer, at=LATER, **told)

    (late,) = selectors.open_late(team, LATER.date())
    assert Letter.objects.get(template="attendance/late").recipient == team.reference
    services.enter_late(late, by=team, at=LATER, tasks=[1], **told)
    assert LateEntry.objects.get().report.reported_by == team


@pytest.mark.usefixtures("clock")
def test_the_central_team_has_the_page_of_the_week_of_such_boroughs_alone(
    scene: Scene, team: Person, client: Client
) -> None:
    scene.report(idea="A stool", tasks=[], something_else="I drove the van")
    client.force_login(team)
    address = reverse("attendance:monday")
    before = client.get(address).text
    assert ["A stool" in before, "Key in paper reports" in before] == [False, False]
    assert selectors.needs(team, DAY) == []

    Appointment.objects.filter(person=scene.mvpm).delete()
    team = Person.objects.get(pk=team.pk)  # as the next request reads them

    page = client.get(address).text
    assert ["A stool" in page, "I drove the van" in page] == [True, True]
    assert [need.query for need in selectors.needs(team, DAY)] == ["#beyond", "#notes"]
    assert client.get(reverse("attendance:answer", args=[Query.objects.get().reference])).status_code == 200


def test_with_a_manager_again_it_waits_with_them_and_not_with_the_central_team(scene: Scene, team: Person) -> None:
    Appointment.objects.filter(person=scene.mvpm).delete()
    report = scene.report(tasks=[], something_else="I drove the van", worry="Dark", by=scene.volunteer)
    new = build.an_mvpm(scene.unit.borough)

    assert [selectors.open_queries(who, DAY).count() for who in (new, team)] == [1, 0]
    assert [selectors.to_read(who, DAY).count() for who in (new, team)] == [1, 0]
    assert [access.read_words(who, report, DAY) for who in (new, team)] == [True, False]
    with pytest.raises(NotPermitted):
        services.answer(Query.objects.get(), answer="WITHIN", by=team, at=AFTER)


@pytest.mark.parametrize("role", ["AUDITOR", "HR", "STEERING_GROUP"])
def test_nobody_else_stands_in(scene: Scene, role: str) -> None:
    Appointment.objects.filter(person=scene.mvpm).delete()
    report = scene.report(tasks=[], something_else="I drove the van", worry="Dark", by=scene.volunteer)
    other = build.someone_appointed(role, build.the_force())

    assert [access.look_into(other, report, DAY), access.read_words(other, report, DAY)] == [False, False]
    assert [selectors.open_queries(other, DAY).count(), selectors.to_read(other, DAY).count()] == [0, 0]
