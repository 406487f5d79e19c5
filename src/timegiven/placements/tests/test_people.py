"""The list of volunteers, a volunteer's record, and what a unit sees."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import (
    TODAY,
    Role,
    a_borough,
    a_completion,
    a_course,
    a_placement,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_version,
    a_volunteer,
    an_application,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
    time_given,
)
from timegiven.audit.models import Event
from timegiven.joining.models import Clearance
from timegiven.people.models import Person, Volunteer
from timegiven.placements import selectors
from timegiven.placements.models import Placement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


def _names(viewer, **chosen):
    return [name for *_, name, _ in selectors.volunteers_list(viewer, TODAY, **chosen)[:99]]


def test_each_sees_those_they_look_after():
    a_volunteer("Ann Bee")
    a_volunteer("Far Away", borough=a_borough("Barnet"))

    assert _names(an_mvpm()) == ["Ann Bee"]
    assert _names(an_mvpm(a_borough("Barnet"))) == ["Far Away"]
    assert _names(the_central_team()) == ["Ann Bee", "Far Away"]
    assert _names(a_unit_manager(a_unit())) == []
    assert _names(Person.objects.get(name="Ann Bee")) == []


def test_the_filters_narrow():
    mvpm, unit = an_mvpm(), a_unit("Archive")
    ready = a_ready_volunteer(unit=unit, name="Ann Bee")
    idle = a_volunteer("Cal Dee")
    Volunteer.objects.filter(pk=a_volunteer("Gone Now").pk).update(status="LEFT", left_on=TODAY)

    assert _names(mvpm, words="bee") == ["Ann Bee"]
    assert _names(mvpm, words=idle.reference.lower()) == ["Cal Dee"]
    assert _names(mvpm, status="LEFT") == ["Gone Now"]
    assert _names(mvpm, role=ready.version.title) == ["Ann Bee"]
    assert _names(mvpm, role="Other") == []
    assert _names(mvpm, unit=unit.reference) == ["Ann Bee"]
    assert _names(mvpm, needs_attention=True) == ["Cal Dee"]
    Clearance.objects.update(until_on=TODAY)
    assert _names(mvpm, needs_attention=True) == ["Ann Bee", "Cal Dee"]


def test_the_page_shows_role_unit_start_and_the_months_time(client):
    placement = a_ready_volunteer(unit=a_unit("Archive"), name="Ann Bee")
    time_given(placement.volunteer, minutes=210)
    client.force_login(an_mvpm())

    page = client.get("/placements/").content.decode()

    shown = ["Ann Bee", "Front counter triage", "Archive, Camden", "Volunteering", "2 Jan 2007", "3 hours 30 minutes"]
    assert [text for text in shown if text not in page] == []


def test_one_and_many_cost_the_same(client):
    unit, mvpm = a_unit(), an_mvpm()
    client.force_login(mvpm)
    first = a_ready_volunteer(unit=unit)

    def queries(address):
        client.get(address)  # the count in the frame of the page is kept for a minute
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    addresses = ["/placements/", "/placements/?needs_attention=on", f"/placements/?unit={unit.reference}&words=a"]
    one = [queries(address) for address in addresses]
    for _ in range(30):
        time_given(a_ready_volunteer(unit=unit, version=first.version).volunteer, minutes=60)

    assert [queries(address) for address in addresses] == one
    client.force_login(a_unit_manager(unit))
    many_at_unit = queries("/placements/my-unit/")
    Placement.objects.exclude(pk=first.pk).delete()
    assert queries("/placements/my-unit/") == many_at_unit


def test_an_empty_list_says_what_will_be_here(client):
    client.force_login(an_mvpm())
    assert "When somebody is taken on" in client.get("/placements/").content.decode()
    client.force_login(a_unit_manager(a_unit()))
    assert "No volunteers are placed here yet" in client.get("/placements/my-unit/").content.decode()


@pytest.mark.parametrize(
    ("who", "volunteers", "my_unit"),
    [
        (an_mvpm, 200, 403),
        (the_central_team, 200, 403),
        (lambda: someone_appointed(Role.AUDITOR, the_force()), 200, 403),
        (lambda: a_unit_manager(a_unit()), 403, 200),
        (lambda: a_volunteer().person, 403, 403),
    ],
)
def test_who_opens_the_lists(client, who, volunteers, my_unit):
    client.force_login(who())

    assert client.get("/placements/").status_code == volunteers
    assert client.get("/placements/my-unit/").status_code == my_unit


SECRETS = ["7 Elm Row", "Jun 1950", "@example.org"]


def _someone():
    placement = a_ready_volunteer(unit=a_unit(), name="Ann Bee", address="7 Elm Row", phone="07700 900001")
    application = an_application(placement.volunteer.person, status="APPROVED")
    application.what_would_help = "A chair with a high back"
    application.save()
    return placement


@pytest.mark.parametrize(
    ("who", "status", "secrets", "logged"),
    [
        (lambda p: p.volunteer.person, 200, 3, 0),
        (lambda p: an_mvpm(), 200, 3, 1),
        (lambda p: the_central_team(), 200, 3, 1),
        (lambda p: someone_appointed(Role.AUDITOR, the_force()), 200, 1, 0),
        (lambda p: a_unit_manager(p.unit), 200, 0, 1),
        (lambda p: a_unit_manager(a_unit("Archive")), 404, 0, 0),
        (lambda p: an_mvpm(a_borough("Barnet")), 404, 0, 0),
        (lambda p: a_volunteer().person, 404, 0, 0),
        (lambda p: someone_appointed(Role.PASSES, the_force()), 404, 0, 0),
    ],
)
def test_who_sees_how_much_of_a_record(client, who, status, secrets, logged):
    placement = _someone()
    client.force_login(who(placement))

    answer = client.get(f"/placements/people/{placement.volunteer.reference}/")

    page = answer.content.decode()
    details = page.split("Borough MVP Manager</h2>")[0]
    assert answer.status_code == status
    assert sum(secret in details for secret in SECRETS) == secrets
    assert Event.objects.filter(act__startswith="saw").count() == logged


@pytest.mark.clause(106, 107)
def test_a_unit_sees_what_would_help_whether_cleared_and_trained_and_the_number(client):
    placement = _someone()
    client.force_login(a_unit_manager(placement.unit))

    page = client.get(f"/placements/people/{placement.volunteer.reference}/").content.decode()

    shown = ["Ann Bee", "07700 900001", "A chair with a high back", "Cleared", "In date", "Front counter triage"]
    assert [text for text in shown if text not in page] == []
    assert [text for text in ("Elm Row", "Jun 1950", "NPPV") if text in page] == []


@pytest.mark.parametrize("status", ["OFFERED", "DECLINED", "ENDED"])
def test_a_unit_sees_nobody_who_is_not_placed_there(client, status):
    placement = _someone()
    Placement.objects.update(status=status)
    client.force_login(a_unit_manager(placement.unit))

    assert client.get(f"/placements/people/{placement.volunteer.reference}/").status_code == 404


@pytest.mark.parametrize("tab", ["placements", "training"])
@pytest.mark.parametrize(
    ("who", "status"),
    [
        (lambda p: p.volunteer.person, 200),
        (lambda p: an_mvpm(), 200),
        (lambda p: the_central_team(), 200),
        (lambda p: an_mvpm(a_borough("Barnet")), 404),
        (lambda p: a_unit_manager(p.unit), 404),
        (lambda p: a_volunteer().person, 404),
    ],
)
def test_who_opens_the_tabs(client, tab, who, status):
    placement = _someone()
    client.force_login(who(placement))

    assert client.get(f"/placements/people/{placement.volunteer.reference}/{tab}/").status_code == status


def test_the_borough_training_unit_opens_the_training_and_nothing_else(client):
    placement = _someone()
    client.force_login(someone_appointed(Role.TRAINING, a_borough()))
    record = f"/placements/people/{placement.volunteer.reference}/"

    assert [client.get(record).status_code, client.get(f"{record}training/").status_code] == [404, 200]


@pytest.mark.clause(87, 91)
def test_the_volunteer_sees_what_is_still_needed_for_each_role(client):
    placement = _someone()
    a_course("ELS", needed_for="PUBLIC")
    a_placement(placement.volunteer, a_version(unit=placement.unit, title="Welcome desk", is_public_facing=True))
    a_completion(placement.volunteer.person, a_course("FIRE"), expires_on=TODAY)
    client.force_login(placement.volunteer.person)

    page = client.get(f"/placements/people/{placement.volunteer.reference}/training/").content.decode()

    assert "For Welcome desk" in page
    assert "Course ELS" in page
    assert "1 hour. No session is set up yet" in page
    assert "Run out" in page
    assert "/training/record/" not in page


def test_what_waits_for_whom():
    placement = _someone()
    manager, mvpm = a_unit_manager(placement.unit), an_mvpm()
    idle = a_volunteer("Cal Dee")
    a_placement(idle, placement.version, status="OFFERED")
    Placement.objects.filter(pk=placement.pk).update(status="AGREED")

    assert [need.url_name for need in selectors.needs(idle.person, TODAY)] == ["placements:placement"]
    assert [need.text for need in selectors.needs(manager, TODAY)] == ["Welcome Ann Bee on the first day"]
    assert [(need.count, need.url_name) for need in selectors.needs(mvpm, TODAY)] == [(1, "placements:volunteers")]
    assert [need.url_name for need in selectors.needs(placement.volunteer.person, TODAY)] == ["placements:welcome"]
    assert selectors.needs(the_central_team(), TODAY) == []
