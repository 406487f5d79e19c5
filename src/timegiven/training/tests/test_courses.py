"""Keep the list of courses: who may, what is refused, and what comes before volunteering begins."""

import pytest

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
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
    the_strand,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.training import selectors, services
from timegiven.training.models import Course

pytestmark = pytest.mark.django_db


def _trainer():
    return someone_appointed(Role.TRAINING, a_borough())


def _keep(course=None, *, by=None, **more):
    facts = {
        "code": "NEW",
        "title": "A new course",
        "about": "",
        "minutes": 60,
        "valid_months": None,
        "needed_for": "PROFILE",
        "delivery": "SESSION",
        "link": "",
        "is_offered": True,
        "first": (),
    } | more
    return services.keep_course(course, by=by or _trainer(), at=NOW, **facts)


def test_a_course_is_added_changed_and_closed():
    course = _keep()
    _keep(course, title="Another name", is_offered=False)

    assert [(each.code, each.title) for each in selectors.catalogue(closed=True)] == [("NEW", "Another name")]
    assert list(selectors.catalogue()) == []


def test_modules_add_up_to_the_time_of_the_course():
    course = _keep(minutes=500)
    first = services.add_module(course, title="One", minutes=30, by=_trainer(), at=NOW)
    services.add_module(course, title="Two", minutes=45, by=_trainer(), at=NOW)
    both = Course.objects.get().minutes
    services.remove_module(first, by=_trainer(), at=NOW)

    assert (both, Course.objects.get().minutes) == (75, 45)


def test_no_course_comes_before_itself_by_way_of_others():
    first = _keep(code="ONE")
    second = _keep(code="TWO", first=[first])
    third = _keep(code="THREE", first=[second])

    with pytest.raises(NotAllowed, match="each wait for the other"):
        _keep(first, code="ONE", first=[third])


@pytest.mark.parametrize("link", ["javascript:alert(1)", "example.org", "https://", "ftp://example.org/x"])
def test_a_link_is_the_address_of_a_page(link):
    with pytest.raises(NotAllowed, match="begins with https"):
        _keep(delivery="ONLINE", link=link)


def test_a_course_on_a_computer_says_where_and_a_code_is_used_once():
    with pytest.raises(NotAllowed, match="needs the address"):
        _keep(delivery="ONLINE")
    _keep()
    with pytest.raises(NotAllowed, match="with the code new already"):
        _keep(code="new")


@pytest.mark.clause(90, 91, 92, 93)
def test_what_everybody_needs_is_said_by_the_central_team():
    with pytest.raises(NotAllowed, match="it is said by the Central Team"):
        _keep(needed_for="ALL")

    assert _keep(needed_for="ALL", by=the_central_team()).needed_for == "ALL"


def test_who_keeps_courses():
    for person in (
        an_mvpm(),
        a_unit_manager(a_unit()),
        a_volunteer().person,
        someone_appointed("AUDITOR", the_force()),
    ):
        with pytest.raises(NotPermitted):
            _keep(by=person)


def test_the_pages(client, time_stands):
    typed = {
        "title": "Tea for visitors",
        "code": "tea",
        "about": "A warm welcome",
        "delivery": "SESSION",
        "link": "",
        "minutes_hours": "1",
        "minutes_minutes": "",
        "valid_months": "",
        "first": [],
        "is_offered": "yes",
    }
    client.force_login(_trainer())
    client.post("/training/courses/new/", typed)
    kept = client.post("/training/courses/TEA/change/", typed | {"delivery": "ONLINE"}).content.decode()
    client.post("/training/courses/TEA/modules/", {"title": "Cups", "minutes_hours": "", "minutes_minutes": "20"})
    module = Course.objects.get().modules.get()
    shown = client.get("/training/courses/TEA/").content.decode()
    client.post(f"/training/courses/TEA/modules/{module.reference}/remove/", {"once": "1"})
    listed = client.get("/training/courses/?find=tea").content.decode()
    client.force_login(a_volunteer().person)

    assert "needs the address where it is taken" in kept
    assert 'value="Tea for visitors"' in kept
    assert "Cups, 20 minutes" in shown
    assert "Tea for visitors" in listed
    assert Course.objects.get().modules.count() == 0
    assert "Ask for this course" in client.get("/training/courses/TEA/").content.decode()
    assert client.get("/training/courses/TEA/change/").status_code == 403


@pytest.mark.clause(96)
def test_the_programme_before_volunteering_has_a_target_and_everybodys_progress(client, django_assert_num_queries):
    the_strand("GAMES")
    volunteers = [a_volunteer(f"Name {number}", strand="GAMES") for number in range(3)]
    a_volunteer("Somebody else")
    one, two = a_course("G1", needed_for="BEFORE", minutes=180), a_course("G2", needed_for="BEFORE", minutes=240)
    a_completion(volunteers[0].person, one)
    a_completion(volunteers[0].person, two)
    a_completion(volunteers[0].person, one, on=TODAY)

    own = selectors.before(volunteers[0], NOW)
    people = list(selectors.volunteers_before(an_mvpm(), TODAY))
    with django_assert_num_queries(2):
        rows = selectors.progress(people, TODAY)
    client.force_login(an_mvpm())

    assert (own.target, own.done, own.left, own.share) == (1800, 420, 1380, 23)
    assert [(row.done, row.modules, row.target) for row in rows] == [(420, 2, 1800), (0, 0, 1800), (0, 0, 1800)]
    assert selectors.before(a_volunteer(), NOW) is None
    assert "7 hours" in client.get("/training/before/").content.decode()
