"""After the first sessions: two gentle questions and one, for the MVP Manager alone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests import builders as a
from tests.builders import NOW, TODAY
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.placements import rules, selectors, services
from timegiven.placements.models import Placement, Settling


@pytest.mark.clause(29)
@pytest.mark.parametrize(
    ("sessions", "days", "asks"), [(0, 0, False), (2, 41, False), (3, 0, True), (0, 42, True), (9, 90, True)]
)
def test_when_it_is_time(sessions, days, asks):
    assert rules.is_time_to_ask(sessions=sessions, days=days, after_sessions=3, after_days=42) == asks


def _started(days=10):
    placement = a.a_ready_volunteer(unit=a.a_unit(), name="Ann Bee", email="ann@example.org")
    Placement.objects.filter(pk=placement.pk).update(from_on=TODAY - timedelta(days=days))
    placement.refresh_from_db()
    return placement


def _asked(placement):
    return Settling.objects.create(placement=placement, asked_at=NOW)


@pytest.mark.django_db
@pytest.mark.clause(29, 128)
def test_it_is_asked_once_after_three_sessions_or_six_weeks():
    placement = _started()
    manager = a.a_unit_manager(placement.unit)
    for days in (9, 5):
        a.time_given(placement.volunteer, minutes=240, on=TODAY - timedelta(days=days))
    a.time_given(placement.volunteer, minutes=240, on=TODAY - timedelta(days=20))  # before this placement

    early = services.ask_how_it_goes(at=NOW)
    a.time_given(placement.volunteer, minutes=240, on=TODAY)
    asked = [services.ask_how_it_goes(at=NOW), services.ask_how_it_goes(at=NOW + timedelta(days=60))]

    assert (early, asked) == (0, [1, 0])
    assert {letter.recipient for letter in Letter.objects.all()} == {
        placement.volunteer.person.reference,
        manager.reference,
    }


@pytest.mark.django_db
def test_who_started_long_ago_or_not_yet_is_not_asked():
    for days, status, asked in ((42, "STARTED", 1), (200, "STARTED", 0), (42, "AGREED", 0), (42, "ENDED", 0)):
        Settling.objects.all().delete()
        Placement.objects.all().update(status="ENDED")
        placement = a.a_ready_volunteer(unit=a.a_unit())
        Placement.objects.filter(pk=placement.pk).update(from_on=TODAY - timedelta(days=days), status=status)
        assert services.ask_how_it_goes(at=NOW) == asked


@pytest.mark.django_db
@pytest.mark.clause(128)
def test_the_answers_go_to_the_mvp_manager_and_to_nobody_else():
    placement = _started()
    asked, person = _asked(placement), placement.volunteer.person
    manager, mvpm = a.a_unit_manager(placement.unit), a.an_mvpm()

    services.answer_settling(asked, going="Nobody told me about tea", wants_a_call=True, by=person, at=NOW)
    services.answer_for_unit(asked, unit_needs="Another chair", by=manager, at=NOW)
    waits = [need.text for need in selectors.needs(mvpm, TODAY) if need.url_name == "placements:settling"]
    services.read_settling(asked, by=mvpm, at=NOW)

    assert waits == ["Read how Ann Bee is settling in"]
    asked.refresh_from_db()
    assert (asked.going, asked.wants_a_call, asked.unit_needs, asked.read_by) == (
        "Nobody told me about tea",
        True,
        "Another chair",
        mvpm,
    )
    assert selectors.settlings_to_read(mvpm, TODAY).count() == 0
    assert "tea" not in "".join(letter.text for letter in Letter.objects.all())


@pytest.mark.django_db
def test_who_says_and_who_reads():
    placement = _started()
    asked = _asked(placement)
    people = {
        "themselves": placement.volunteer.person,
        "unit manager": a.a_unit_manager(placement.unit),
        "mvpm": a.an_mvpm(),
        "mvpm of Barnet": a.an_mvpm(a.a_borough("Barnet")),
        "central team": a.the_central_team(),
    }

    def who(deed, **facts):
        may = set()
        for name, person in people.items():
            try:
                deed(asked, by=person, at=NOW, **facts)
                may.add(name)
            except NotPermitted:
                pass
        return may

    with pytest.raises(NotAllowed, match="nobody has answered yet"):
        services.read_settling(asked, by=people["mvpm"], at=NOW)
    assert who(services.answer_settling, going="", wants_a_call=False) == {"themselves"}
    assert who(services.answer_for_unit, unit_needs="") == {"unit manager"}
    assert who(services.read_settling) == {"mvpm"}


@pytest.mark.django_db
def test_where_there_is_no_manager_the_central_team_reads_it():
    placement, team = _started(), a.the_central_team()
    asked = _asked(placement)
    told = {"by": placement.volunteer.person, "at": NOW}
    services.answer_settling(asked, going="Nobody told me about tea", wants_a_call=True, **told)

    assert list(selectors.settlings_to_read(team, TODAY)) == [asked]
    manager, team = a.an_mvpm(), Person.objects.get(pk=team.pk)  # as the next request reads them
    assert [selectors.settlings_to_read(who, TODAY).count() for who in (team, manager)] == [0, 1]
    with pytest.raises(NotPermitted):
        services.read_settling(asked, by=team, at=NOW)


@pytest.mark.django_db
@pytest.mark.clause(128)
def test_each_sees_their_own_question(client, the_day):
    placement = _started()
    _asked(placement)
    page = reverse("placements:settling", args=[placement.reference])

    client.force_login(placement.volunteer.person)
    empty = client.post(page, {"going": "I like it"}).content.decode()
    client.post(page, {"going": "I like it", "wants_a_call": "no"})
    own = client.get(page).content.decode()
    client.force_login(a.a_unit_manager(placement.unit))
    unit = client.get(page).content.decode()
    client.force_login(a.an_mvpm())
    mvpm = client.get(page).content.decode()
    client.force_login(a.the_central_team())

    assert ["Choose yes or no" in empty, "I like it" in empty] == [True, True]
    assert "Your answer is with the Borough MVP Manager" in own
    assert ["would be glad of" in unit, "I like it" in unit] == [True, False]
    assert ["I like it" in mvpm, "I have read this" in mvpm] == [True, True]
    assert client.get(page).status_code == 403
    client.force_login(a.an_mvpm(a.a_borough("Barnet")))
    assert client.get(page).status_code == 404
