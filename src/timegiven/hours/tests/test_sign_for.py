"""More time in one month, signed by name: only where the strand has it, and only so far."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import NOW, TODAY, Appointment, a_volunteer, an_mvpm, the_central_team, the_force, time_given
from timegiven.audit.models import Event
from timegiven.hours import access, selectors, services
from timegiven.hours.models import Extension
from timegiven.kernel.references import new_reference
from timegiven.kernel.refusals import NotAllowed, NotPermitted

pytestmark = pytest.mark.django_db
APRIL = date(2007, 4, 1)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def _sign(volunteer, by, *, cap=6600, why="The surge of the opening week"):
    return services.sign_for(volunteer, month=TODAY, cap_minutes=cap, why=why, by=by, at=NOW)


def _give(volunteer, minutes):
    told = {"kind": "SESSION", "source": new_reference(), "by": volunteer.person, "at": NOW}
    return services.give(volunteer, on=TODAY, minutes=minutes, **told)


@pytest.mark.clause(34)
def test_a_signature_lengthens_one_month_of_one_person_and_is_on_record():
    games, other, team = a_volunteer(strand="GAMES"), a_volunteer(strand="GAMES"), the_central_team()

    signed = _sign(games, team)

    assert (signed.starts_on, signed.signed_by, signed.why) == (APRIL, team, "The surge of the opening week")
    assert [selectors.cap_for(each.person, TODAY, each.strand) for each in (games, other)] == [6600, 6000]
    assert selectors.cap_for(games.person, date(2007, 5, 1), games.strand) == 6000
    assert Event.objects.filter(act="signed for more time", about=games.person.reference).count() == 1
    _give(games, 6600)
    with pytest.raises(NotAllowed, match="the limit is 110 hours"):
        _give(games, 1)
    with pytest.raises(NotAllowed, match="the limit is 100 hours"):
        _give(other, 6001)


@pytest.mark.clause(34)
@pytest.mark.parametrize(
    ("strand", "cap", "reason"),
    [
        ("MVP", 2460, "in this strand nobody's month is longer than 40 hours"),
        ("GAMES", 6000, "more than the 100 hours of now, and at most to 120 hours"),
        ("GAMES", 7201, "more than the 100 hours of now, and at most to 120 hours"),
    ],
)
def test_no_path_goes_further_than_the_strands_policy(strand, cap, reason):
    volunteer = a_volunteer(strand=strand)

    with pytest.raises(NotAllowed, match=reason):
        _sign(volunteer, the_central_team(), cap=cap)

    assert Extension.objects.count() == 0


def test_a_second_signature_for_no_more_than_the_first_is_refused_and_says_so():
    games, team = a_volunteer(strand="GAMES"), the_central_team()
    _sign(games, team, cap=6600)

    with pytest.raises(NotAllowed, match="more than the 110 hours of now"):
        _sign(games, team, cap=6600)
    _sign(games, team, cap=7200)
    with pytest.raises(NotAllowed, match="120 hours long already, and that is the most"):
        _sign(games, team, cap=7200)

    assert Extension.objects.count() == 2


def test_a_month_to_come_that_is_signed_for_shows_on_the_page_of_this_one(client):
    games, team = a_volunteer(strand="GAMES"), the_central_team()
    services.sign_for(games, month=date(2007, 5, 1), cap_minutes=6600, why="The opening", by=team, at=NOW)
    client.force_login(team)
    page = reverse("hours:month", args=[games.reference])

    said = "Up to 110 hours in May 2007"
    assert said in client.get(page).content.decode()
    assert said not in client.get(f"{page}?month=2007-03").content.decode()


def test_where_no_month_is_ever_longer_there_is_no_form_for_it(client):
    mvp, games = a_volunteer(), a_volunteer(strand="GAMES")
    client.force_login(the_central_team())

    refused, shown = (client.get(reverse("hours:sign_for", args=[each.reference])) for each in (mvp, games))

    assert (refused.status_code, shown.status_code) == (409, 200)
    assert "month is longer than 40 hours" in refused.content.decode()
    assert "limit of 100 hours" in shown.content.decode()
    assert "At most a month can be 120 hours long." in shown.content.decode()


@pytest.mark.parametrize(
    ("back", "leads_to"),
    [
        ("/rota/incidents/AAAAAAAAAA/", "/rota/incidents/AAAAAAAAAA/"),
        ("https://evil.example/", None),
        ("//evil.example/", None),
        ("/\\\\evil.example/", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_whoever_came_from_another_page_of_ours_goes_back_there(client, back, leads_to):
    games = a_volunteer(strand="GAMES")
    client.force_login(the_central_team())
    address = reverse("hours:sign_for", args=[games.reference])
    month = client.get(address).context["form"].fields["month"].choices[0][0]

    page = client.get(address, {"back": back})
    typed = {"month": month, "cap_minutes_hours": "110", "cap_minutes_minutes": "", "why": "x"}
    answer = client.post(f"{address}?{urlencode({'back': back})}", typed)

    leads_to = leads_to or reverse("hours:month", args=[games.reference])
    assert (page.context["cancel_url"], answer.url) == (leads_to, leads_to)


def test_only_the_central_team_signs_and_never_for_themselves():
    volunteer, team = a_volunteer(strand="GAMES"), the_central_team()
    people = [team, an_mvpm(), volunteer.person]

    assert [access.sign_for(person, volunteer, TODAY) for person in people] == [True, False, False]
    with pytest.raises(NotPermitted):
        _sign(volunteer, people[1])
    own = a_volunteer(strand="GAMES")  # a volunteer who is on the Central Team besides
    Appointment.objects.create(person=own.person, role=Appointment.Role.CENTRAL_TEAM, unit=the_force(), from_on=TODAY)
    assert [access.sign_for(person, own, TODAY) for person in (team, own.person)] == [True, False]


def test_whoever_has_a_longer_month_has_room_in_it():
    games = a_volunteer(strand="GAMES")
    time_given(games, minutes=2400)
    games.person.months.update(minutes=6000, cap_minutes=6000)

    before = list(_with_room(TODAY, 60))
    _sign(games, the_central_team())

    assert before == []
    assert list(_with_room(TODAY, 600)) == [(games.person_id,)]
    assert list(_with_room(TODAY, 601)) == []


def _with_room(day, minutes):
    return selectors.with_room_in(**selectors.room_asked(day, minutes)).values_list("person_id")
