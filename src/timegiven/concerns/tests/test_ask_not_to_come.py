"""Somebody is asked kindly not to come on a day: that day is let go of, and nothing else is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_duty,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    an_approved_version,
    an_mvpm,
    an_offer,
    the_central_team,
)
from timegiven.concerns import access, selectors, services
from timegiven.concerns.models import DayOff
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements.models import Placement
from timegiven.rota.models import Offer

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def placement() -> Placement:
    unit = a_unit()
    return a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit))


def offers(placement: Placement) -> dict[str, Offer]:
    """A duty this afternoon, another that is offered, and one tomorrow."""
    at = {"today": timedelta(hours=2), "asked today": timedelta(hours=7), "tomorrow": timedelta(days=1)}
    return {
        name: an_offer(
            placement,
            duty=a_duty(placement, starts_at=NOW + later),
            status="OPEN" if name == "asked today" else "ACCEPTED",
        )
        for name, later in at.items()
    }


@pytest.mark.clause(113)
def test_the_times_of_that_day_are_released_and_other_days_stand(placement):
    manager, mvpm = a_unit_manager(placement.unit), an_mvpm()
    held = offers(placement)

    services.ask_not_to_come(placement.volunteer, on=TODAY, ground="DISTRESS", by=manager, at=NOW)

    known = {name: Offer.objects.get(pk=offer.pk).status for name, offer in held.items()}
    assert known == {"today": "RELEASED", "asked today": "RELEASED", "tomorrow": "ACCEPTED"}
    step = held["today"].steps.get(status="RELEASED")
    assert (step.by, step.why) == (None, "")  # as if they could not come
    letter = Letter.objects.get(template="concerns/not_that_day")
    assert "nothing is noted against you" in letter.text
    assert mvpm.name in letter.text
    assert "distress" not in letter.text.lower()
    assert letter.calendar.count("STATUS:CANCELLED") == 1
    assert Letter.objects.get(template="concerns/please_talk").recipient == mvpm.reference


@pytest.mark.clause(113)
def test_each_ground_of_the_statement_can_be_given_by_the_mvp_manager(placement):
    mvpm = an_mvpm()

    for number, ground in enumerate(("ALCOHOL", "MEDICATION", "DISTRESS", "DISREPUTE")):
        on = TODAY + timedelta(days=number)
        services.ask_not_to_come(placement.volunteer, on=on, ground=ground, by=mvpm, at=NOW)

    assert [each.ground for each in DayOff.objects.order_by("on")] == ["ALCOHOL", "MEDICATION", "DISTRESS", "DISREPUTE"]


@pytest.mark.clause(113)
def test_the_good_name_is_the_mvp_managers_to_see(placement, client):
    manager = a_unit_manager(placement.unit)
    client.force_login(manager)

    page = client.get(reverse("concerns:ask_not_to_come", args=[placement.volunteer.reference])).text

    assert "Medication" in page
    assert "good name" not in page
    with pytest.raises(NotAllowed, match="for the Borough MVP Manager to decide"):
        services.ask_not_to_come(placement.volunteer, on=TODAY, ground="DISREPUTE", by=manager, at=NOW)


@pytest.mark.clause(113, 123)
def test_why_is_read_by_the_mvp_manager_alone(placement, client):
    manager, mvpm = a_unit_manager(placement.unit), an_mvpm()
    day_off = services.ask_not_to_come(placement.volunteer, on=TODAY, ground="ALCOHOL", by=manager, at=NOW)
    people = {
        "mvpm": mvpm,
        "who asked": manager,
        "volunteer": placement.volunteer.person,
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "central team": the_central_team(),
    }
    found = {}
    for who, person in people.items():
        client.force_login(person)
        page = client.get(reverse("concerns:talked", args=[day_off.reference]))
        found[who] = (page.status_code, "Alcohol" in page.text)

    assert found == {who: (200, True) if who == "mvpm" else (404, False) for who in people}
    with connection.cursor() as cursor:
        cursor.execute("SELECT ground FROM concerns_dayoff")
        assert "ALCOHOL" not in cursor.fetchone()[0]


@pytest.mark.clause(113)
def test_the_two_talk_and_nothing_is_written_down(placement, client):
    mvpm = an_mvpm()
    day_off = services.ask_not_to_come(placement.volunteer, on=TODAY, ground="ALCOHOL", by=mvpm, at=NOW)
    assert [need.text for need in selectors.needs(mvpm, TODAY)] == ["1 volunteer to talk with"]
    client.force_login(mvpm)

    client.post(reverse("concerns:talked", args=[day_off.reference]), {"once": "k"})

    assert DayOff.objects.get().status == "TALKED"
    assert selectors.needs(mvpm, TODAY) == []


@pytest.mark.clause(113)
def test_nothing_is_left_of_it_some_weeks_later(placement):
    mvpm = an_mvpm()
    services.ask_not_to_come(placement.volunteer, on=TODAY, ground="ALCOHOL", by=mvpm, at=NOW)

    assert services.forget(at=NOW + timedelta(days=28)) == 0
    assert services.forget(at=NOW + timedelta(days=29)) == 1

    assert DayOff.objects.count() == 0


def test_who_may_ask(placement):
    people = {
        "unit manager": a_unit_manager(placement.unit),
        "manager of another unit": a_unit_manager(a_unit("Property store")),
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "volunteer": placement.volunteer.person,
        "central team": the_central_team(),
    }

    assert {who for who, person in people.items() if access.ask_not_to_come(person, placement.volunteer, TODAY)} == {
        "unit manager",
        "mvpm",
    }
    with pytest.raises(NotPermitted, match="may ask them not to come"):
        services.ask_not_to_come(
            placement.volunteer, on=TODAY, ground="ALCOHOL", by=people["manager of another unit"], at=NOW
        )


@pytest.mark.parametrize(
    ("on", "words"),
    [(TODAY - timedelta(days=1), "is over"), (TODAY + timedelta(days=8), "more than 7 days away")],
)
def test_it_is_about_one_occasion_close_at_hand(placement, on, words):
    mvpm = an_mvpm()

    with pytest.raises(NotAllowed, match=words):
        services.ask_not_to_come(placement.volunteer, on=on, ground="ALCOHOL", by=mvpm, at=NOW)


def test_nobody_is_asked_twice_about_a_day(placement):
    mvpm = an_mvpm()
    services.ask_not_to_come(placement.volunteer, on=TODAY, ground="ALCOHOL", by=mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="have been asked already"):
        services.ask_not_to_come(placement.volunteer, on=TODAY, ground="MEDICATION", by=mvpm, at=NOW)


def test_the_volunteer_reads_that_it_was_and_that_it_goes_away(placement, client):
    services.ask_not_to_come(placement.volunteer, on=TOMORROW, ground="ALCOHOL", by=an_mvpm(), at=NOW)
    client.force_login(placement.volunteer.person)

    page = client.get(reverse("concerns:mine")).text

    assert "Wednesday 25 April 2007" in page
    assert "Nothing is noted against you" in page
    assert "Alcohol" not in page
