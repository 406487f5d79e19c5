"""Milestones are noticed so that a person says thank you."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    the_central_team,
    time_given,
)
from timegiven.engagement import access, selectors, services
from timegiven.engagement.models import Milestone
from timegiven.engagement.selectors.milestones import thanks_needs
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed
from timegiven.people.models import Appointment, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def volunteer():
    found = a_volunteer("Grace Adeyemi")
    given(found, 2_900)
    return found


def given(volunteer, before, lately=200):
    """So many minutes before this month, and so many in it."""
    for number in range(3):
        on = date(2006, 9 + number, 5)
        entered(volunteer, before // 3 + (before % 3 if number == 0 else 0), on=on, at=NOW.replace(year=2006))
    if lately:
        time_given(volunteer, minutes=lately)


def entered(volunteer, minutes, *, on, at=NOW):
    entry = time_given(volunteer, minutes=minutes, on=on)
    Entry.objects.filter(pk=entry.pk).update(at=at)


@pytest.fixture
def milestone(volunteer):
    services.notice_milestones(NOW)
    return Milestone.objects.get()


def test_a_milestone_is_noticed_once(volunteer):
    assert [services.notice_milestones(NOW + timedelta(days=days)) for days in (0, 1)] == [1, 0]
    assert Milestone.objects.get().words == "50 hours given"


def test_nobody_is_thanked_years_too_late_nor_after_leaving(volunteer):
    given(a_volunteer(), 7_000)
    volunteer.status, volunteer.left_on = "LEFT", TODAY
    volunteer.save()

    assert services.notice_milestones(NOW) == 0


def test_hours_that_are_reached_by_a_report_that_came_late_are_noticed_once(volunteer):
    late = a_volunteer()
    given(late, 5_700, lately=0)
    assert services.notice_milestones(NOW) == 1  # the fiftieth hour of somebody else

    entered(late, 300, on=date(2006, 12, 20))

    assert [services.notice_milestones(NOW + timedelta(days=days)) for days in (0, 1, 20)] == [1, 0, 0]
    assert late.milestones.get().words == "100 hours given"


def test_time_that_is_taken_over_from_elsewhere_is_no_news():
    taken_over = a_volunteer()
    for month in range(9, 13):
        entered(taken_over, 2_000, on=date(2006, month, 5))

    assert services.notice_milestones(NOW) == 0


def test_hours_that_a_correction_takes_away_are_not_thanked_for_until_they_are_reached_again(volunteer, milestone):
    mvpm = an_mvpm()
    time_given(volunteer, minutes=-140)

    assert [selectors.to_thank(mvpm, TODAY).count(), thanks_needs(mvpm, TODAY)] == [0, []]
    assert list(selectors.milestones_seen_by(mvpm, TODAY)) == []

    time_given(volunteer, minutes=140)

    assert services.notice_milestones(NOW) == 0
    assert list(selectors.to_thank(mvpm, TODAY)) == [milestone]


def test_thanks_that_were_given_stay_whatever_is_corrected_afterwards(volunteer, milestone):
    mvpm = an_mvpm()
    services.thank(milestone, how="By telephone", by=mvpm, at=NOW)
    time_given(volunteer, minutes=-140)

    assert list(selectors.milestones_seen_by(mvpm, TODAY)) == [milestone]


def test_years_with_us_are_noticed():
    volunteer = a_volunteer()
    volunteer.since_on = TODAY.replace(year=2006)
    volunteer.save()

    services.notice_milestones(NOW)

    assert Milestone.objects.get().words == "1 year with us"


def test_noticing_asks_as_often_for_many_as_for_one(volunteer, django_assert_num_queries):
    list(selectors.just_passed(TODAY))
    for _ in range(3):
        given(a_volunteer(), 2_900)

    with django_assert_num_queries(7):
        assert len(list(selectors.just_passed(TODAY))) == 4


def test_only_the_boroughs_mvpm_thanks(milestone):
    people = {
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(a_unit()),
        "volunteer": milestone.volunteer.person,
        "central team": the_central_team(),
    }

    assert [who for who, person in people.items() if access.thank(person, milestone, TODAY)] == ["mvpm"]


@pytest.mark.parametrize("is_own", [False, True], ids=["the post is vacant", "it is the MVP Manager's own"])
def test_where_no_mvpm_can_the_central_team_thanks(milestone, is_own):
    team = the_central_team()
    if is_own:
        Appointment.objects.create(
            person=milestone.volunteer.person, role="MVPM", unit=milestone.volunteer.borough, from_on=date(2006, 1, 1)
        )

    assert list(selectors.to_thank(team, TODAY)) == [milestone]
    services.thank(milestone, how="A card", by=team, at=NOW)
    an_mvpm()
    assert not access.thank(Person.objects.get(pk=team.pk), milestone, TODAY)


def test_it_waits_on_the_desk_until_a_person_has_said_thank_you(milestone):
    mvpm = an_mvpm()
    assert [need.text for need in thanks_needs(mvpm, TODAY)] == ["Say thank you to 1 volunteer"]

    services.thank(milestone, how="A card from all at the counter", by=mvpm, at=NOW)

    milestone.refresh_from_db()
    assert (milestone.status, milestone.steps.last().why) == ("THANKED", "A card from all at the counter")
    assert thanks_needs(mvpm, TODAY) == []
    with pytest.raises(NotAllowed, match="cannot become “let be”"):
        services.let_be(milestone, by=mvpm, at=NOW)


def test_the_volunteer_is_shown_no_number(milestone, client):
    client.force_login(milestone.volunteer.person)

    assert client.get(reverse("engagement:thanks")).status_code == 403
    assert client.get(reverse("engagement:thank", args=[milestone.reference])).status_code == 404


def test_the_page_notes_the_thanks(milestone, client):
    client.force_login(an_mvpm())
    assert "50 hours given" in client.get(reverse("engagement:thanks")).text

    client.post(reverse("engagement:thank", args=[milestone.reference]), {"how": "By telephone", "once": "k"})

    milestone.refresh_from_db()
    assert milestone.status == "THANKED"


def test_one_who_is_ready_and_has_given_nothing_has_no_milestone():
    a_ready_volunteer(unit=a_unit())

    assert services.notice_milestones(NOW) == 0
