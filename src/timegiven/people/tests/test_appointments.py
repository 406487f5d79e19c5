"""Powers hang on dated appointments, which only the Central Team gives and ends."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import builders as a
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people import access, rules, selectors, services
from timegiven.people.models import Appointment, Person

pytestmark = pytest.mark.django_db
Role = Appointment.Role
YESTERDAY, TOMORROW = a.TODAY - timedelta(days=1), a.TODAY + timedelta(days=1)


def asked(person):
    """The same person in another request."""
    return Person.objects.get(pk=person.pk)


# What an appointment gives


@pytest.mark.parametrize(
    ("day", "power"),
    [(date(2001, 7, 31), False), (date(2001, 8, 1), True), (YESTERDAY, True), (a.TODAY, False), (TOMORROW, False)],
)
def test_a_manager_s_power_ends_with_the_appointment(day, power):
    manager = a.an_mvpm()
    Appointment.objects.update(until_on=a.TODAY)

    assert access.holds(asked(manager), a.Role.MVPM, at=a.a_borough(), day=day) == power


def test_a_manager_has_no_power_in_another_borough():
    manager = a.an_mvpm(a.a_borough("Camden"))

    powers = [access.holds(manager, a.Role.MVPM, at=a.a_borough(name), day=a.TODAY) for name in ("Camden", "Barnet")]

    assert powers == [True, False]


def test_a_role_over_the_force_reaches_every_unit_and_one_over_a_unit_only_that():
    unit, other = a.a_unit(), a.a_unit("CCTV room")
    manager, central = a.a_unit_manager(unit), a.the_central_team()

    reach = [
        access.holds(person, role, at=place, day=a.TODAY)
        for person, role in ((manager, Role.UNIT_MANAGER), (central, Role.CENTRAL_TEAM))
        for place in (unit, other, unit.borough)
    ]

    assert reach == [True, False, False, True, True, True]


def test_a_person_holds_as_many_roles_as_they_are_appointed_to():
    person = a.an_mvpm()
    Appointment.objects.create(person=person, role=Role.STEERING_GROUP, unit=a.the_force(), from_on=a.LONG_AGO)

    held = {each.role for each in selectors.appointments(asked(person), a.TODAY)}

    assert held == {"MVPM", "STEERING_GROUP"}


def test_appointments_are_asked_for_once_in_a_request(django_assert_num_queries):
    manager = asked(a.an_mvpm())

    with django_assert_num_queries(1):
        for _ in range(3):
            access.holds(manager, Role.MVPM, at=None, day=a.TODAY)


@pytest.mark.clause(130)
def test_the_managers_of_all_boroughs_are_listed_by_borough(django_assert_num_queries):
    for borough in ("Camden", "Barnet"):
        a.someone_appointed(Role.MVPM, a.a_borough(borough), name=f"Manager of {borough}")

    with django_assert_num_queries(1):
        listed = [(each.unit.name, each.person.name) for each in selectors.appointed(Role.MVPM, a.TODAY)]

    assert listed == [("Barnet", "Manager of Barnet"), ("Camden", "Manager of Camden")]


# Appointing


def appoint(by, **changed):
    facts = {"role": Role.MVPM, "unit": a.a_borough(), "from_on": a.TODAY, "by": by, "at": a.NOW}
    return services.appoint(changed.pop("person", None) or a.a_person("Jo Bloggs"), **facts | changed)


def test_the_central_team_appoints_and_the_person_is_told():
    by = a.the_central_team()

    held = appoint(by)

    assert access.holds(asked(held.person), a.Role.MVPM, at=a.a_borough(), day=a.TODAY)
    assert [letter.subject for letter in Letter.objects.all()] == ["You are appointed: Borough MVP Manager"]
    assert [(e.act, e.actor, e.about) for e in Event.objects.all()] == [
        ("appointed", by.reference, held.person.reference)
    ]


def test_a_borough_may_have_two_managers():
    by = a.the_central_team()
    appoint(by)
    appoint(by)

    assert selectors.appointed(Role.MVPM, a.TODAY).count() == 2


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CENTRAL_TEAM])
def test_nobody_else_appoints(role):
    by = a.someone_appointed(role, a.the_force())

    with pytest.raises(NotPermitted, match="Only the Central Team"):
        appoint(by)


def test_nobody_holds_the_same_role_at_the_same_place_twice():
    by, person = a.the_central_team(), a.a_person("Jo Bloggs")
    appoint(by, person=person)

    with pytest.raises(NotAllowed, match="Jo Bloggs holds this role there already"):
        appoint(by, person=person, from_on=TOMORROW)


@pytest.mark.parametrize(
    ("role", "seat", "refused"),
    [("STEERING_GROUP", "CHAIR", False), ("STEERING_GROUP", "", False), ("MVPM", "CHAIR", True), ("MVPM", "", False)],
)
def test_only_the_steering_group_has_seats(role, seat, refused):
    if refused:
        with pytest.raises(NotAllowed, match="only a member of the Steering Group has a seat"):
            rules.check_seat(role=role, seat=seat)
    else:
        rules.check_seat(role=role, seat=seat)


@pytest.mark.parametrize(
    ("role", "kind", "refused"),
    [
        ("MVPM", "BOROUGH", False),
        ("MVPM", "OCU", False),
        ("MVPM", "UNIT", True),
        ("MVPM", "FORCE", True),
        ("CENTRAL_TEAM", "FORCE", False),
        ("CENTRAL_TEAM", "OCU", True),
        ("STEERING_GROUP", "BOROUGH", True),
        ("UNIT_MANAGER", "UNIT", False),
        ("HR", "BOROUGH", False),
        ("AUDITOR", "FORCE", False),
        ("AUDITOR", "BOROUGH", True),
    ],
)
def test_a_role_is_held_where_it_is_of_use(role, kind, refused):
    if refused:
        with pytest.raises(NotAllowed, match="this role is held at"):
            rules.check_place(role=role, kind=kind, unit="There")
    else:
        rules.check_place(role=role, kind=kind, unit="There")


# Ending


def end(held, by, until_on=TOMORROW):
    services.end_appointment(held, until_on=until_on, by=by, at=a.NOW)


def test_an_appointment_ends_on_a_day():
    by = a.the_central_team()
    held = appoint(by)

    end(held, by)

    powers = [access.holds(asked(held.person), a.Role.MVPM, at=a.a_borough(), day=day) for day in (a.TODAY, TOMORROW)]
    assert powers == [True, False]


def test_an_appointment_does_not_end_before_it_began():
    by = a.the_central_team()
    held = appoint(by)

    with pytest.raises(NotAllowed, match="cannot end before that"):
        end(held, by, until_on=YESTERDAY)


def test_an_appointment_ends_once():
    by = a.the_central_team()
    held = appoint(by)
    end(held, by)

    with pytest.raises(NotAllowed, match="ends on Wednesday 25 April 2007 already"):
        end(held, by)


def test_the_last_of_the_central_team_stays_until_somebody_else_is_appointed():
    by = a.the_central_team()
    own = by.appointments.get()

    with pytest.raises(NotAllowed, match="nobody would be left in the Central Team"):
        end(own, by)
    appoint(by, role=Role.CENTRAL_TEAM, unit=a.the_force())
    end(own, by)

    own.refresh_from_db()
    assert own.until_on == TOMORROW


def test_a_manager_cannot_end_an_appointment():
    held = appoint(a.the_central_team())

    with pytest.raises(NotPermitted):
        end(held, a.an_mvpm())


# The pages


def typed(**changed):
    today = timezone.localdate()
    facts = {
        "email": "jo@example.org",
        "name": "Jo Bloggs",
        "role": "MVPM",
        "place": "Camden",
        "from_on": f"{today.day}/{today.month}/{today.year}",
        "seat": "",
        "title": "",
    }
    return facts | changed


@pytest.fixture
def central(client):
    a.a_borough()
    person = a.the_central_team()
    client.force_login(person)
    return person


def test_someone_new_is_entered_and_appointed(client, central):
    answer = client.post(reverse("people:appoint"), typed())

    assert (answer.status_code, answer["Location"]) == (302, reverse("people:appointments"))
    held = Appointment.objects.get(role=Role.MVPM)
    assert (held.person.name, held.person.email, held.unit) == ("Jo Bloggs", "jo@example.org", a.a_borough())


def test_someone_known_is_appointed_whatever_the_capitals_of_the_address(client, central):
    person = a.a_person("Joanna Bloggs", email="jo@example.org")

    client.post(reverse("people:appoint"), typed(email="JO@Example.org", name="joanna  Bloggs"))

    assert Appointment.objects.get(role=Role.MVPM).person == person


def test_whoever_has_made_the_address_of_another_their_own_is_not_appointed_for_them(client, central):
    someone = a.a_person("Eve Adams", email="eve@example.org")
    contact = {"known_as": "", "phone": "", "address": ""}
    new = services.change_contact(someone, **contact, email="jo@example.org", by=someone, at=a.NOW)
    services.confirm_address(new, by=someone, at=a.NOW)

    answer = client.post(reverse("people:appoint"), typed())

    assert not Appointment.objects.filter(person=someone).exists()
    assert "jo@example.org belongs to Eve Adams" in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"place": "Atlantis"}, "There is no place called “Atlantis”"),
        ({"seat": "CHAIR"}, "only a member of the Steering Group has a seat"),
        ({"role": "CENTRAL_TEAM"}, "this role is held at the whole force"),
        ({"role": "KING"}, "Choose an answer from the list"),
        ({"place": "Front counter"}, "Several places have this name"),
    ],
)
def test_a_wrong_appointment_is_refused_and_what_was_typed_is_kept(client, central, changed, said):
    a.a_seat("CHAIR")
    a.a_unit("Front counter")
    a.a_unit("Front counter", borough=a.a_borough("Barnet"))

    answer = client.post(reverse("people:appoint"), typed(**changed))

    assert (answer.status_code, Appointment.objects.exclude(role=Role.CENTRAL_TEAM).count()) == (200, 0)
    assert [said in answer.content.decode(), 'value="jo@example.org"' in answer.content.decode()] == [True, True]


def test_an_appointment_is_ended_on_its_page(client, central):
    manager = a.an_mvpm()
    held = manager.appointments.get()

    answer = client.post(reverse("people:end_appointment", args=[held.reference]), {"until_on": "3/3/2030"})

    held.refresh_from_db()
    assert (answer.status_code, held.until_on) == (302, date(2030, 3, 3))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Ann Barnet", "Cat Camden", "Una Manager"]),
        ({"words": "cat"}, ["Cat Camden"]),
        ({"role": "MVPM"}, ["Ann Barnet", "Cat Camden"]),
        ({"borough": "CAMDEN"}, ["Cat Camden", "Una Manager"]),
        ({"when": "ended"}, ["Old Timer"]),
    ],
)
def test_the_list_is_narrowed_by_its_filters(client, central, query, names):
    a.someone_appointed(Role.MVPM, a.a_borough(), name="Cat Camden")
    a.someone_appointed(Role.MVPM, a.a_borough("Barnet"), name="Ann Barnet")
    a.someone_appointed(Role.UNIT_MANAGER, a.a_unit(), name="Una Manager")
    old = a.someone_appointed(Role.MVPM, a.a_borough(), name="Old Timer")
    old.appointments.update(until_on=a.TODAY)

    page = client.get(reverse("people:appointments"), query).context["page"]

    assert [held.person.name for held in page if held.person != central] == names


@pytest.mark.parametrize("page", ["people:appointments", "people:appoint"])
@pytest.mark.parametrize("role", ["UNIT_MANAGER", "MVPM", "STEERING_GROUP", "HR", "AUDITOR"])
def test_others_may_not_open_these_pages(client, page, role):
    client.force_login(a.someone_appointed(role, a.a_borough()))

    assert client.get(reverse(page)).status_code == 403


def test_the_appointment_of_another_is_not_found_by_a_manager(client):
    held = a.the_central_team().appointments.get()
    client.force_login(a.an_mvpm())

    assert client.get(reverse("people:end_appointment", args=[held.reference])).status_code == 404


def test_the_list_asks_as_often_for_many(client, central, django_assert_max_num_queries):
    def questions():
        with django_assert_max_num_queries(40) as asked:
            client.get(reverse("people:appointments"))
        return len(asked)

    a.an_mvpm()
    questions()  # what every page keeps for a minute is kept now
    few = questions()
    for name in ("Barnet", "Brent", "Ealing", "Enfield"):
        a.an_mvpm(a.a_borough(name))

    assert questions() == few
