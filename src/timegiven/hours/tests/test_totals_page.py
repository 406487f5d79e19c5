"""The page of totals, and the page on which somebody signs for a longer month."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from tests.builders import NOW, TODAY, a_borough, a_unit, a_volunteer, an_mvpm, the_central_team
from timegiven.hours import selectors, services
from timegiven.hours.models import Extension
from timegiven.kernel.references import new_reference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]
LATER = datetime(2007, 6, 20, 9, tzinfo=UTC)


@pytest.fixture
def the_day(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: LATER)


def _give(volunteer, minutes, *, kind="SESSION", on=TODAY, unit=None, why="", at=NOW):
    told = {"kind": kind, "source": new_reference(), "by": volunteer.person, "at": at, "unit": unit, "why": why}
    return services.give(volunteer, on=on, minutes=minutes, **told)


@pytest.mark.clause(136)
def test_borough_by_month_kind_unit_and_what_changed_after_closing(client):
    camden, barnet = a_volunteer(), a_volunteer(borough=a_borough("Barnet"))
    counter = a_unit("Front counter")
    _give(camden, 200, unit=counter)
    _give(camden, 30, kind="TRAINING")
    _give(barnet, 60)
    services.close_due(at=LATER)
    _give(camden, 40, unit=counter, why="A sheet that was found", at=LATER)
    client.force_login(the_central_team())

    page = client.get("/hours/totals/").content.decode()
    past = client.get("/hours/totals/?year=2006").content.decode()
    sheet = client.get("/hours/totals/sheet.csv").content.decode()

    assert "5 hours 30 minutes in all" in page
    assert all(f"<strong>{total}</strong>" in page for total in ("4:30", "1:00"))
    assert "Front counter, Camden" in page
    assert "40 minutes in 1 entry" in page
    assert "No time is on record for this year" in past
    assert '"Camden","MVP","2007-04-01","270"' in sheet


@pytest.mark.clause(136)
def test_the_totals_of_an_earlier_day_are_those_of_a_report_made_then(client):
    camden, barnet = a_volunteer(), a_volunteer(borough=a_borough("Barnet"))
    _give(camden, 200, unit=a_unit("Front counter"))
    _give(barnet, 60, kind="TRAINING", at=datetime(2007, 5, 1, 22, 59, tzinfo=UTC))  # a minute before midnight
    _give(camden, 40, at=datetime(2007, 5, 1, 23, 0, tzinfo=UTC))
    client.force_login(the_central_team())

    page = client.get("/hours/totals/?known_on=1/5/2007").text
    sheet = client.get("/hours/totals/sheet.csv?known_on=30/4/2007").text
    to_come = client.get("/hours/totals/?known_on=1/7/2007").text
    own = client.get("/hours/totals/?year=2007&known_on=1/5/2007").text

    assert "as it was known at the end of Tuesday 1 May 2007" in page
    assert "4 hours 20 minutes in all" in page
    assert all(f"<strong>{total}</strong>" in page for total in ("3:20", "1:00"))
    assert '"Camden","MVP","2007-04-01","200"' in sheet
    assert "Barnet" not in sheet
    assert "The day must be today or in the past" in to_come
    assert "5 hours in all" in to_come
    assert '<input type="hidden" name="year" value="2007">' in own
    client.force_login(an_mvpm())
    assert "Barnet" not in client.get("/hours/totals/?known_on=1/5/2007").text


def test_an_mvp_manager_sees_the_totals_of_the_own_borough_alone(client):
    _give(a_volunteer(), 240)
    _give(a_volunteer(borough=a_borough("Barnet")), 60)
    client.force_login(an_mvpm())
    page = client.get("/hours/totals/").content.decode()

    assert "<strong>4:00</strong>" in page
    assert "Barnet" not in page
    client.force_login(a_volunteer().person)
    assert client.get("/hours/totals/").status_code == 403


def test_a_signature_shows_on_the_month(client):
    games, team = a_volunteer(strand="GAMES"), the_central_team()
    client.force_login(team)
    typed = {"month": "2007-06-01", "cap_minutes_hours": "110", "cap_minutes_minutes": "", "why": "The opening week"}

    sent = client.post(f"/hours/{games.reference}/more/", typed)
    page = client.get(sent.url).content.decode()

    assert Extension.objects.get().cap_minutes == 6600
    assert (
        f"Up to 110 hours in June 2007, signed for by {team.name} on Wednesday 20 June 2007: The opening week" in page
    )
    assert selectors.left_in(games.person, date(2007, 6, 9), games.strand) == 6600
