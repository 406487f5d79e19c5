"""A course beyond the role: asked for, agreed to beforehand or not, with the reason (clauses 87 to 89)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_course,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment, Person
from timegiven.training import selectors, services
from timegiven.training.models import CourseRequest

pytestmark = [pytest.mark.django_db, pytest.mark.clause(87, 88, 89)]


def _ask(volunteer=None, course=None):
    volunteer = volunteer or a_volunteer()
    course = course or a_course("CTV", needed_for="PROFILE")
    return services.ask(volunteer, course=course, wish="Help at the fair", by=volunteer.person, at=NOW)


def test_it_is_asked_for_and_the_mvp_manager_has_it_on_the_desk():
    mvpm = an_mvpm()

    _ask()

    assert [(need.text, need.count) for need in selectors.needs(mvpm, NOW.date())] == [
        ("1 course beyond a role to agree to, or not", 1)
    ]
    assert Letter.objects.get().recipient == mvpm.reference


def test_agreed_to_it_says_why_and_tells_the_volunteer():
    request = _ask()

    services.agree(request, because=" CCTV at the June fair ", by=an_mvpm(), at=NOW)

    kept = CourseRequest.objects.get()
    assert (kept.status, kept.because) == ("AGREED", "CCTV at the June fair")
    assert "You can book a place now." in Letter.objects.get(template="training/answered").text


def test_a_yes_without_a_reason_is_refused():
    with pytest.raises(NotAllowed, match="does not say what the course is for"):
        services.agree(_ask(), because=" ", by=an_mvpm(), at=NOW)


def test_declined_it_can_be_asked_for_again():
    request = _ask()
    services.decline(request, because="Not this year", by=an_mvpm(), at=NOW)

    again = _ask(request.volunteer, request.course)

    assert (CourseRequest.objects.get(pk=request.pk).status, again.status) == ("DECLINED", "ASKED")
    assert "has not agreed to it this time" in Letter.objects.get(template="training/answered").text


def test_one_request_at_a_time_and_it_can_be_taken_back():
    request = _ask()

    with pytest.raises(NotAllowed, match="has been asked for already"):
        _ask(request.volunteer, request.course)
    services.withdraw(request, by=request.volunteer.person, at=NOW)

    assert _ask(request.volunteer, request.course).status == "ASKED"


def test_who_decides():
    request = _ask()
    mvpm_and_volunteer = a_volunteer()
    mvpm_and_volunteer.person.appointments.create(role=Role.MVPM, unit=a_borough(), from_on=NOW.date())
    own = _ask(mvpm_and_volunteer)

    for person in (
        an_mvpm(a_borough("Barnet")),
        someone_appointed(Role.TRAINING, a_borough()),
        a_unit_manager(a_unit()),
        the_central_team(),
        request.volunteer.person,
    ):
        with pytest.raises(NotPermitted):
            services.agree(request, because="Yes", by=person, at=NOW)
    with pytest.raises(NotPermitted):
        services.agree(own, because="Yes", by=mvpm_and_volunteer.person, at=NOW)


def test_the_pages(client, time_stands):
    volunteer, course = a_volunteer("Ann Bee"), a_course("CTV", needed_for="PROFILE")
    client.force_login(volunteer.person)
    client.post("/training/courses/CTV/ask/", {"wish": "Help at the fair"})
    request = CourseRequest.objects.get()
    address = f"/training/requests/{request.reference}/"
    refused = client.post(address, {"answer": "yes", "because": "I say so"})
    client.force_login(an_mvpm(a_borough("Barnet")))
    elsewhere = client.get(address)
    client.force_login(someone_appointed(Role.AUDITOR, the_force()))
    audited = client.get(address).content.decode()
    client.force_login(an_mvpm())

    listed = client.get("/training/requests/?status=ASKED").content.decode()
    shown = client.get(address).content.decode()
    kept = client.post(address, {"answer": "", "because": "For the fair"}).content.decode()
    client.post(address, {"answer": "yes", "because": "For the fair"})

    assert (refused.status_code, elsewhere.status_code) == (403, 404)
    assert "Send the answer" not in audited
    assert "Ann Bee" in listed
    assert "can be seen as a payment for time given" in shown
    assert 'value="For the fair"' in kept
    assert CourseRequest.objects.get().status == "AGREED"
    assert course.requests.count() == 1


def _manager_who_volunteers(borough="Camden"):
    volunteer = a_volunteer(borough=a_borough(borough))
    Appointment.objects.create(person=volunteer.person, role=Role.MVPM, unit=volunteer.borough, from_on=TODAY)
    volunteer.person = Person.objects.get(pk=volunteer.person_id)
    return volunteer


def _waits_for(person):
    found = selectors.needs(Person.objects.get(pk=person.pk), TODAY)
    return [need.text for need in found if need.url_name == "training:requests"]


def test_what_the_only_manager_asks_for_is_the_central_teams_to_answer():
    team, manager = the_central_team(), _manager_who_volunteers()

    request = _ask(manager)

    assert (_waits_for(team), _waits_for(manager.person)) == (["1 course beyond a role to agree to, or not"], [])
    assert Letter.objects.get(template="training/asked").recipient == team.reference
    with pytest.raises(NotPermitted):
        services.agree(request, because="For me", by=manager.person, at=NOW)
    services.agree(request, because="CCTV at the fair", by=team, at=NOW)
    assert CourseRequest.objects.get().status == "AGREED"


def test_where_there_is_another_manager_the_central_team_leaves_it_to_them():
    team, manager, other = the_central_team(), _manager_who_volunteers(), an_mvpm()

    request = _ask(manager)

    assert (_waits_for(team), _waits_for(other)) == ([], ["1 course beyond a role to agree to, or not"])
    with pytest.raises(NotPermitted):
        services.agree(request, because="CCTV", by=team, at=NOW)


def test_whoever_asks_reads_who_decides(client):
    team, manager, course = the_central_team(), _manager_who_volunteers(), a_course("CTV", needed_for="PROFILE")
    volunteer, mvpm = a_volunteer(borough=a_borough("Hackney")), an_mvpm(a_borough("Hackney"))
    client.force_login(manager.person)
    of_manager = client.get(reverse("training:ask", args=[course.code])).content.decode()
    client.force_login(volunteer.person)
    of_volunteer = client.get(reverse("training:ask", args=[course.code])).content.decode()

    assert f"The Central Team, {team.name}, can agree to it" in of_manager
    assert "You are MVP Manager of Camden yourself, and nobody decides on their own affairs." in of_manager
    assert f"Your Borough MVP Manager, {mvpm.name}, can agree to it" in of_volunteer
    assert "nobody decides" not in of_volunteer


def test_nobody_agrees_to_a_course_of_their_own_by_recording_it():
    manager = _manager_who_volunteers()
    facts = {"course": a_course("CTV", needed_for="PROFILE"), "on": TODAY, "minutes": 60, "at": NOW}

    with pytest.raises(NotPermitted):
        services.record([manager], agreed_because="I would like it", by=manager.person, **facts)
    services.record([manager], agreed_because="For the fair", by=an_mvpm(), **facts)


def test_a_course_that_is_no_longer_given_is_not_asked_for(client):
    course, volunteer = a_course("CTV", needed_for="PROFILE"), a_volunteer()
    course.is_offered = False
    course.save()
    client.force_login(volunteer.person)

    with pytest.raises(NotAllowed, match="is not given at the moment"):
        _ask(volunteer, course)
    assert "Ask for this course" not in client.get(reverse("training:course", args=["CTV"])).content.decode()


def test_what_waits_for_an_answer_stands_before_what_is_over():
    first, second = (_ask(course=a_course(code, needed_for="PROFILE")) for code in ("AAA", "BBB"))
    third = _ask(course=a_course("CCC", needed_for="PROFILE"))
    for place, each in enumerate((first, second, third)):
        CourseRequest.objects.filter(pk=each.pk).update(asked_at=NOW - timedelta(days=30 - place))
    services.decline(first, because="Not now", by=an_mvpm(), at=NOW)

    assert list(selectors.requests_seen_by(an_mvpm(), TODAY)) == [second, third, first]
