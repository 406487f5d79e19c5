"""What runs out, who is told, and what a volunteer sees of it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_completion,
    a_course,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    someone_appointed,
    the_central_team,
)
from timegiven.letters.models import Letter
from timegiven.people.models import Volunteer
from timegiven.training import selectors, services
from timegiven.training.models import Completion, ExpiryNotice, NamedCourse

pytestmark = pytest.mark.django_db


def _ending(volunteer, days, *, course="HS", day=TODAY):
    return a_completion(volunteer.person, a_course(course), expires_on=day + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "within", "listed"),
    [(61, 60, False), (60, 60, True), (31, 30, False), (7, 7, True), (0, 0, True), (1, 0, False)],
)
def test_the_list_looks_so_many_days_ahead(days, within, listed):
    _ending(a_volunteer(), days)

    assert (selectors.running_out(TODAY, within=within).count() == 1) == listed


def test_a_course_done_again_does_not_run_out():
    volunteer = a_volunteer()
    _ending(volunteer, 5)
    a_completion(volunteer.person, a_course(), on=date(2007, 2, 1), expires_on=TODAY + timedelta(days=400))

    assert list(selectors.running_out(TODAY, within=60)) == []


def test_those_who_left_are_not_listed():
    _ending(a_volunteer(), 5)
    Volunteer.objects.update(status="LEFT", left_on=TODAY)

    assert list(selectors.running_out(TODAY, within=60)) == []


def test_notice_is_given_sixty_thirty_and_seven_days_before_and_once_each():
    _ending(a_volunteer(), 62)

    told = [ahead for ahead in range(64) if services.give_notice(at=NOW + timedelta(days=ahead))]

    assert told == [2, 32, 55]
    assert Letter.objects.filter(template="training/runs_out").count() == 3


def test_after_days_without_a_worker_the_nearest_notice_is_given():
    _ending(a_volunteer(), 25)

    told = [services.give_notice(at=NOW), services.give_notice(at=NOW)]

    assert told == [1, 0]
    assert ExpiryNotice.objects.get().days_before == 30


def test_each_looks_after_their_own(client):
    here, there = a_volunteer("Ann Bee"), a_volunteer("Far Away", borough=a_borough("Barnet"))
    for volunteer in (here, there):
        _ending(volunteer, 5)

    def names(person):
        return [row.name for row in selectors.running_out_seen_by(person, TODAY, within=60)]

    assert names(an_mvpm()) == ["Ann Bee"]
    assert names(someone_appointed(Role.TRAINING, a_borough("Barnet"))) == ["Far Away"]
    assert names(the_central_team()) == ["Ann Bee", "Far Away"]
    assert names(a_unit_manager(a_unit())) == []


def test_the_page_lists_filters_and_costs_the_same_for_many(client):
    client.force_login(an_mvpm())
    day = timezone.localdate()
    _ending(a_volunteer("Ann Bee"), 5, day=day)

    client.get("/training/expiring/")  # the count in the frame of the page is kept for a minute
    with CaptureQueriesContext(connection) as one:
        page = client.get("/training/expiring/").content.decode()
    for number in range(8):
        _ending(a_volunteer(f"Name {number}"), 20, day=day)
    with CaptureQueriesContext(connection) as many:
        client.get("/training/expiring/")

    assert "Ann Bee" in page
    assert "in 5 days" in page
    assert len(many) == len(one)
    assert "Name 1" not in client.get("/training/expiring/?within=7").content.decode()
    assert "No training runs out" in client.get("/training/expiring/?within=0").content.decode()


@pytest.mark.parametrize("address", ["/training/expiring/", "/training/record/"])
def test_unit_managers_do_not_open_it(client, address):
    client.force_login(a_unit_manager(a_unit()))

    assert client.get(address).status_code == 403


def test_a_volunteers_own_page_is_on_their_record(client):
    volunteer = a_volunteer()
    client.force_login(volunteer.person)

    assert client.get("/training/").url == f"/placements/people/{volunteer.reference}/training/"


@pytest.mark.parametrize(
    ("role", "where"),
    [
        (Role.TRAINING, "/training/sessions/"),
        (Role.MVPM, "/training/sessions/"),
        (Role.UNIT_MANAGER, "/training/units/"),
        (Role.FINANCE, "/training/courses/"),
    ],
)
def test_the_door_to_training_leads_everybody_to_their_own_page(client, role, where):
    client.force_login(someone_appointed(role, a_borough()))

    assert client.get("/training/").url == where


@pytest.mark.clause(91, 92, 93, 95)
def test_what_a_version_needs():
    for code in ("ALL", "LIFTING", "PUBLIC", "AWARE", "PROFILE"):
        a_course(code, needed_for=code)
    plain = an_approved_version(unit=a_unit())
    marked = an_approved_version(unit=a_unit(), is_lifting=True, is_public_facing=True, needs_aware=True)
    NamedCourse.objects.create(version=marked, course=a_course("PROFILE"))

    def codes(version):
        return {course.code for course in selectors.needed_for(version)}

    assert codes(None) == {"ALL"}
    assert codes(plain) == {"ALL"}
    assert codes(marked) == {"ALL", "LIFTING", "PUBLIC", "AWARE", "PROFILE"}


@pytest.mark.parametrize(
    ("on", "expires", "day", "trained"),
    [
        (date(2007, 4, 24), None, TODAY, True),
        (date(2007, 4, 25), None, TODAY, False),
        (date(2006, 4, 24), date(2007, 4, 25), TODAY, True),
        (date(2006, 4, 24), date(2007, 4, 24), TODAY, False),
    ],
)
def test_trained_means_in_date_on_that_day(on, expires, day, trained):
    volunteer, version = a_volunteer(), an_approved_version(unit=a_unit())
    a_completion(volunteer.person, a_course(), on=on, expires_on=expires)

    still = selectors.missing([volunteer.person_id], version, day)[volunteer.person_id]

    assert (still == []) == trained


def test_half_of_the_courses_is_not_enough_and_one_course_twice_counts_once():
    volunteer, version = a_volunteer(), an_approved_version(unit=a_unit())
    other = a_course("IND")
    a_completion(volunteer.person, a_course("HS"))
    a_completion(volunteer.person, a_course("HS"), on=date(2007, 2, 2))

    assert selectors.missing([volunteer.person_id], version, TODAY) == {volunteer.person_id: [other]}


def test_the_longest_good_completion_counts_on_the_record():
    volunteer = a_volunteer()
    _ending(volunteer, 400)
    later = a_completion(volunteer.person, a_course(), on=date(2007, 3, 3), expires_on=TODAY + timedelta(days=9))
    assert later.course == a_course()

    (shown,) = selectors.standing(volunteer.person, TODAY)

    assert shown.expires_on == TODAY + timedelta(days=400)
    assert Completion.objects.count() == 2


def test_what_waits_for_a_volunteer_and_for_the_mvp_manager():
    volunteer = a_volunteer()
    _ending(volunteer, 20)
    _ending(a_volunteer(), 40)

    own = selectors.needs(volunteer.person, TODAY)
    mvpm = selectors.needs(an_mvpm(), TODAY)

    assert [need.text for need in own] == ["Your training “Course HS” runs out"]
    assert [(need.count, need.query) for need in mvpm] == [(1, "?within=30")]
    assert selectors.needs(a_unit_manager(a_unit()), TODAY) == []
