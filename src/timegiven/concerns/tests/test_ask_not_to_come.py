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
from timegiven.attendance import selectors as attendance_selectors
from timegiven.attendance import services as attendance
from timegiven.attendance.models import Presence
from timegiven.concerns import access, selectors, services
from timegiven.concerns.models import DayOff
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.placements.models import FreeDay, Placement
from timegiven.placements.selectors import readiness
from timegiven.rota import selectors as rota_selectors
from timegiven.rota import services as rota
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


KIND = "We have asked you to take Tuesday 24 April 2007 for yourself"


def asked(placement: Placement, by=None) -> DayOff:
    return services.ask_not_to_come(placement.volunteer, on=TODAY, ground="ALCOHOL", by=by or an_mvpm(), at=NOW)


@pytest.mark.clause(113)
@pytest.mark.parametrize("deed", ["sign up", "join the list", "say yes"])
def test_on_that_day_they_are_put_down_for_nothing_else_and_are_told_so_kindly(placement, deed):
    mvpm = an_mvpm()
    asked(placement, by=mvpm)
    duty = a_duty(placement, starts_at=NOW + timedelta(hours=4))
    person = placement.volunteer.person
    if deed == "join the list":
        other = a_ready_volunteer(unit=placement.unit, version=placement.version)
        an_offer(other, duty=duty, status="ACCEPTED")
    offer = an_offer(placement, duty=duty) if deed == "say yes" else None
    deeds = {
        "sign up": lambda: rota.sign_up(duty, by=person, at=NOW),
        "join the list": lambda: rota.join_list(duty, by=person, at=NOW),
        "say yes": lambda: rota.accept(offer, by=person, at=NOW),
    }

    with pytest.raises(NotAllowed, match=KIND) as refused:
        deeds[deed]()

    assert "nothing is noted against you" in refused.value.next_step
    assert mvpm.name in refused.value.ask
    for word in ("alcohol", "disciplin", "misconduct"):
        assert word not in str(refused.value).lower()


@pytest.mark.clause(113)
def test_on_another_day_they_put_their_name_down_as_ever(placement):
    asked(placement)
    duty = a_duty(placement, starts_at=NOW + timedelta(days=1))

    assert rota.sign_up(duty, by=placement.volunteer.person, at=NOW).status == "ACCEPTED"


@pytest.mark.clause(113)
def test_that_day_they_are_offered_nothing_and_the_unit_reads_no_reason(placement):
    manager = a_unit_manager(placement.unit)
    asked(placement)
    duties = [
        a_duty(placement, starts_at=NOW + timedelta(hours=4)),
        a_duty(placement, starts_at=NOW + timedelta(days=1)),
    ]

    found = [[each.reasons for each in rota_selectors.candidates(duty, TODAY)] for duty in duties]

    assert found == [[["Not coming on Tuesday 24 April 2007."]], [[]]]
    with pytest.raises(NotAllowed, match="Not coming on Tuesday"):
        rota.offer(duties[0], placements=[placement.reference], by=manager, at=NOW)
    with pytest.raises(NotAllowed, match=f"{placement.volunteer.person.name} is not coming on Tuesday"):
        attendance.check_in(placement, by=manager, at=NOW)


@pytest.mark.clause(113)
def test_who_comes_all_the_same_is_met_with_kind_words(placement):
    person = placement.volunteer.person
    mvpm = an_mvpm()
    asked(placement, by=mvpm)

    with pytest.raises(NotAllowed, match=KIND) as refused:
        attendance.check_in(placement, by=person, at=NOW)

    assert mvpm.name in refused.value.ask
    assert Presence.objects.count() == 0


@pytest.mark.clause(38, 113)
def test_what_they_gave_before_they_were_asked_can_be_told_of(placement):
    asked(placement)
    day = attendance_selectors.CHECKS

    found = readiness([placement.volunteer.person_id], placement.version, placement.unit, TODAY, checks=day)

    assert found == {placement.volunteer.person_id: frozenset()}


def test_the_mark_is_gone_when_the_day_is_over(placement):
    asked(placement)

    services.forget(at=NOW)
    assert FreeDay.objects.count() == 1
    services.forget(at=NOW + timedelta(days=1))
    assert FreeDay.objects.count() == 0


@pytest.mark.clause(113)
def test_a_letter_about_the_day_does_not_leave_after_it_and_none_asks_for_a_talk_that_was_held(placement):
    placement.volunteer.person.email = None
    placement.volunteer.person.save()
    mvpm, manager = an_mvpm(), a_unit_manager(placement.unit)
    day_off = asked(placement, by=manager)

    services.talked(day_off, by=mvpm, at=NOW)
    letters.overtake_late(at=NOW + timedelta(hours=12))

    known = dict(Letter.objects.values_list("template", "why_overtaken"))
    assert known == {
        "concerns/not_that_day": "What it is about has passed",
        "concerns/please_talk": "They have talked",
    }


@pytest.mark.clause(113)
def test_where_nobody_is_mvp_manager_the_central_team_talks_with_them(placement):
    team = the_central_team()
    day_off = asked(placement, by=a_unit_manager(placement.unit))

    letter = Letter.objects.get(template="concerns/not_that_day")
    assert f"{team.name}, of the Central Team, would like to hear how you are" in letter.text
    assert Letter.objects.get(template="concerns/please_talk").recipient == team.reference
    assert list(selectors.to_talk_about(team, TODAY)) == [day_off]
    services.talked(day_off, by=team, at=NOW)


@pytest.mark.clause(113)
def test_with_the_only_mvp_manager_the_central_team_talks(placement):
    team, person = the_central_team(), placement.volunteer.person
    person.appointments.create(role="MVPM", unit=placement.volunteer.borough, from_on=TODAY)
    day_off = asked(placement, by=a_unit_manager(placement.unit))

    letter = Letter.objects.get(template="concerns/not_that_day")
    assert f"{team.name}, of the Central Team" in letter.text
    assert list(selectors.to_talk_about(team, TODAY)) == [day_off]
    assert list(selectors.to_talk_about(Person.objects.get(pk=person.pk), TODAY)) == []
    services.talked(day_off, by=team, at=NOW)
