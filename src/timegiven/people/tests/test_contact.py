"""How to reach a person: one person, one address; whom to ring; and who looked."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from tests import builders as a
from timegiven.audit import services as audit
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.kernel.time import add_months
from timegiven.kernel.words import day
from timegiven.letters.models import Letter
from timegiven.people import access, selectors, services
from timegiven.people.models import Appointment, EmergencyContact, Person
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
DETAILS = {"known_as": "Rose", "email": "rose@example.org", "phone": "020 7946 0123", "address": "12 Holmes Road"}


def change(person, **changed):
    by = changed.pop("by", person)
    return services.change_contact(person, by=by, at=a.NOW, **DETAILS | changed)


# One person, one address


def test_two_people_cannot_share_an_address_whatever_its_capitals():
    a.a_person(email="rose@example.org")

    with pytest.raises(IntegrityError):
        a.a_person(email="ROSE@example.org")


def test_two_people_may_have_no_address_but_not_an_empty_one():
    a.a_person(email=None)
    a.a_person(email=None)

    with pytest.raises(IntegrityError):
        a.a_person(email="")


def test_somebody_known_is_not_entered_twice():
    a.a_person(email="rose@example.org")

    with pytest.raises(NotAllowed, match="is known already"):
        services.meet(name="Rose", email="Rose@Example.org", at=a.NOW)

    assert Person.objects.count() == 1


def test_a_new_person_cannot_sign_in_before_choosing_a_password():
    person = services.meet(name=" Rose Okafor ", email="Rose@Example.org", at=a.NOW)

    assert (person.name, person.email, person.has_usable_password()) == ("Rose Okafor", "rose@example.org", False)


# Own details


def test_a_person_keeps_their_own_details():
    person = a.a_person(email="rose@example.org")

    change(person)

    found = Person.objects.get(pk=person.pk)
    assert {name: getattr(found, name) for name in DETAILS} == DETAILS
    assert [letter.template for letter in Letter.objects.all()] == ["people/details_changed"]


def test_an_address_that_someone_else_has_is_refused():
    a.a_person(email="rose@example.org")
    person = a.a_person(email="other@example.org")

    with pytest.raises(NotAllowed, match="We have not changed your details"):
        change(person, email="ROSE@example.org")

    assert Person.objects.get(pk=person.pk).email == "other@example.org"


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("self", True),
        ("mvpm", True),
        ("other mvpm", False),
        ("unit manager", False),
        ("hr", False),
        ("stranger", False),
    ],
)
def test_who_may_change_a_volunteer_s_details(who, may):
    volunteer = a.a_volunteer()
    someone = {
        "self": lambda: volunteer.person,
        "mvpm": a.an_mvpm,
        "other mvpm": lambda: a.an_mvpm(a.a_borough("Barnet")),
        "unit manager": lambda: a.a_unit_manager(a.a_unit()),
        "hr": lambda: a.someone_appointed("HR", a.the_force()),
        "stranger": a.a_person,
    }[who]()

    assert access.change_contact(someone, volunteer.person, a.TODAY) == may
    if not may:
        with pytest.raises(NotPermitted):
            change(volunteer.person, by=someone)


@pytest.mark.parametrize("from_on", [a.LONG_AGO, a.TODAY + timedelta(days=7)])
@pytest.mark.parametrize("email", ["mine@example.org", ""])
def test_the_manager_does_not_take_the_account_of_a_volunteer_who_has_a_post(email, from_on):
    person = a.a_volunteer(email="rose@example.org").person
    Appointment.objects.create(person=person, role="AUDITOR", unit=a.the_force(), from_on=from_on)

    with pytest.raises(NotAllowed, match="is appointed to a post here"):
        change(person, email=email, by=a.an_mvpm())

    assert Person.objects.get(pk=person.pk).email == "rose@example.org"


def test_all_but_the_address_of_a_volunteer_who_has_a_post_is_kept_for_them_and_they_change_it_themselves():
    person = a.a_volunteer(email="rose@example.org").person
    Appointment.objects.create(person=person, role="AUDITOR", unit=a.the_force(), from_on=a.LONG_AGO)

    change(person, email="Rose@example.org", by=a.an_mvpm())
    asked = change(person, email="new@example.org")

    found = Person.objects.get(pk=person.pk)
    assert (found.phone, asked.email) == (DETAILS["phone"], "new@example.org")


def test_the_page_keeps_what_was_typed_when_the_address_is_taken(client):
    a.a_person(email="rose@example.org")
    client.force_login(a.a_person(email="other@example.org"))

    answer = client.post(reverse("people:contact"), DETAILS)

    assert answer.status_code == 200
    said = answer.content.decode()
    assert ["We have not changed your details" in said, 'value="020 7946 0123"' in said] == [True, True]


def test_the_manager_keeps_the_details_of_someone_without_email(client):
    volunteer = a.a_volunteer(email=None)
    client.force_login(a.an_mvpm())

    answer = client.post(reverse("people:contact_of", args=[volunteer.reference]), DETAILS | {"email": ""})

    volunteer.person.refresh_from_db()
    assert (answer.status_code, volunteer.person.email, volunteer.person.phone) == (302, None, "020 7946 0123")


@pytest.mark.parametrize("page", ["people:contact_of", "people:change_emergency_of"])
def test_the_manager_of_another_borough_does_not_find_the_volunteer(client, page):
    volunteer = a.a_volunteer()
    client.force_login(a.an_mvpm(a.a_borough("Barnet")))

    assert client.get(reverse(page, args=[volunteer.reference])).status_code == 404


# Whom to ring

CONTACT = {"name": "Tom Okafor", "relationship": "Son", "phone": "07700 900123"}


SECOND = {"second_name": "Ada Bell", "second_relationship": "Neighbour", "second_phone": "020 7946 0456"}


def a_contact(person, *, on=a.TODAY, **facts):
    return EmergencyContact.objects.create(person=person, confirmed_on=on, **CONTACT | facts)


@pytest.mark.clause(108)
def test_a_volunteer_says_whom_to_ring(client):
    volunteer = a.a_volunteer()
    client.force_login(volunteer.person)

    answer = client.post(reverse("people:emergency"), CONTACT)

    kept = EmergencyContact.objects.get()
    assert (answer.status_code, kept.person, kept.name, kept.phone) == (
        302,
        volunteer.person,
        "Tom Okafor",
        "07700 900123",
    )
    assert kept.confirmed_on == timezone.localdate()


@pytest.mark.clause(108, 109)
def test_a_second_person_is_rung_when_nobody_answers_and_each_has_the_day_it_was_confirmed(client):
    volunteer = a.a_volunteer("Rose Okafor")
    a_contact(volunteer.person, on=a.LONG_AGO)
    client.force_login(volunteer.person)

    client.post(reverse("people:emergency"), CONTACT | SECOND)

    kept = selectors.emergency_contacts(volunteer.person)
    assert [(each.position, each.name, each.phone, each.confirmed_on) for each in kept] == [
        (1, "Tom Okafor", "07700 900123", timezone.localdate()),
        (2, "Ada Bell", "020 7946 0456", timezone.localdate()),
    ]
    shown = client.get(reverse("people:emergency")).content.decode()
    assert shown.index("Tom Okafor") < shown.index("Ada Bell")


def test_whoever_is_taken_off_the_form_is_not_rung_any_more():
    person = a.a_volunteer().person
    both = [CONTACT, {"name": "Ada Bell", "relationship": "", "phone": "020 7946 0456"}]
    services.set_emergency_contacts(person, contacts=both, by=person, at=a.NOW)

    services.set_emergency_contacts(person, contacts=both[1:], by=person, at=a.NOW)

    assert [(each.position, each.name) for each in selectors.emergency_contacts(person)] == [(1, "Ada Bell")]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"second_phone": ""}, "we need a name and a telephone number for everybody"),
        ({"second_name": ""}, "we need a name and a telephone number for everybody"),
        ({"second_phone": "+44 7700 900 123"}, "both people have the same telephone number"),
    ],
)
def test_a_second_person_without_a_number_of_their_own_is_refused_and_what_was_typed_is_kept(client, change, words):
    client.force_login(a.a_volunteer().person)

    said = client.post(reverse("people:emergency"), CONTACT | SECOND | change).content.decode()

    assert [words in said, 'value="Tom Okafor"' in said, EmergencyContact.objects.count()] == [True, True, 0]


def test_a_number_that_nobody_can_dial_is_refused_and_the_rest_is_kept(client):
    client.force_login(a.a_volunteer().person)

    answer = client.post(reverse("people:emergency"), CONTACT | {"phone": "soon"})

    assert (answer.status_code, EmergencyContact.objects.count()) == (200, 0)
    assert 'value="Tom Okafor"' in answer.content.decode()


@pytest.mark.clause(109)
@pytest.mark.parametrize(("days", "needs"), [(0, 0), (364, 0), (365, 1), (900, 1)])
def test_a_year_after_the_older_check_the_volunteer_is_asked_whether_it_is_still_right(days, needs):
    volunteer = a.a_volunteer()
    a_contact(volunteer.person)
    a_contact(volunteer.person, position=2, on=a.TODAY - timedelta(days=days))

    asked = [need.text for need in selectors.needs(volunteer.person, a.TODAY)]

    assert asked == ["Is your emergency contact still right?"] * needs


def test_a_volunteer_who_named_nobody_is_asked_and_staff_are_not():
    volunteer, manager = a.a_volunteer(), a.an_mvpm()

    asked = [[need.text for need in selectors.needs(each, a.TODAY)] for each in (volunteer.person, manager)]

    assert asked == [["Tell us whom to ring in an emergency"], []]


@pytest.mark.clause(109)
def test_one_tap_says_that_it_is_still_right(client):
    volunteer = a.a_volunteer()
    a_contact(volunteer.person, on=a.LONG_AGO)
    client.force_login(volunteer.person)

    PolicyValue.objects.create(name="people.contact_check_months", from_on=a.LONG_AGO, value=6)
    page = client.post(reverse("people:confirm_emergency"), follow=True).text

    today = timezone.localdate()
    assert EmergencyContact.objects.get().confirmed_on == today
    assert f"We will ask again on {day(add_months(today, 6))}" in page


def test_there_must_be_something_to_confirm():
    person = a.a_volunteer().person

    with pytest.raises(NotAllowed, match="nobody is named yet"):
        services.confirm_emergency_contacts(person, by=person, at=a.NOW)


# Who looked


def test_a_person_sees_in_which_role_and_when_somebody_looked_and_no_names(client):
    volunteer, control = a.a_volunteer(), a.someone_appointed("CONTROL_ROOM", a.the_force(), name="Hal Control")
    audit.saw("emergency contact", of=volunteer, by=control, at=a.NOW, about=volunteer.person, why="Taken ill")
    client.force_login(volunteer.person)

    said = client.get(reverse("people:about_me")).content.decode()

    wanted = ("Saw emergency contact", "Control room", "Taken ill", "Tuesday 24 April 2007, midday")
    assert [words in said for words in wanted] == [True] * 4
    assert "Hal Control" not in said


def test_a_person_sees_nothing_of_others(client):
    other = a.a_volunteer()
    audit.saw("emergency contact", of=other, by=other.person, at=a.NOW, about=other.person)
    client.force_login(a.a_volunteer().person)

    assert client.get(reverse("people:about_me")).context["looks"] == []


def test_the_role_is_the_one_held_on_that_day():
    volunteer, manager = a.a_volunteer(), a.an_mvpm()
    manager.appointments.update(until_on=a.TODAY)
    for at in (a.NOW - timedelta(days=1), a.NOW):
        audit.saw("record", of=volunteer, by=manager, at=at, about=volunteer.person)

    told = selectors.told(Event.objects.order_by("number"), to=volunteer.person)

    assert [look.who for look in told] == ["Borough MVP Manager", "Someone outside the staff"]


# Whoever signs in hears of what was changed


def told(person):
    letters = Letter.objects.filter(template="people/details_changed", to_email=person.email).order_by("pk")
    return [letter.text.split("\n\n")[1].partition(" on your record")[0] for letter in letters]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, []),
        ({"known_as": "Rosie"}, []),
        ({"phone": "020 7946 0999"}, ["Your telephone number"]),
        ({"address": "Elsewhere"}, ["Your postal address"]),
        ({"phone": "", "address": ""}, ["Your telephone number and your postal address"]),
    ],
)
def test_another_telephone_or_postal_address_is_told_by_e_mail_and_never_what_it_is(change, said):
    person = a.a_volunteer(phone="020 7946 0123", address="12 Holmes Road", email="rose@example.org").person
    facts = {"known_as": "", "email": person.email, "phone": person.phone, "address": person.address} | change

    services.change_contact(person, **facts, by=a.an_mvpm(), at=a.NOW)

    assert told(person) == said
    assert not any(words in letter.text for letter in Letter.objects.all() for words in ("0999", "Elsewhere", "Holmes"))


def test_another_person_to_ring_is_told_and_the_first_or_the_same_is_not():
    person = a.a_volunteer(email="rose@example.org").person

    for contact in (CONTACT, dict(CONTACT), CONTACT | {"phone": "020 7946 0999"}):
        services.set_emergency_contacts(person, contacts=[contact], by=person, at=a.NOW)

    assert told(person) == ["Your emergency contact"]


def test_whoever_is_written_to_by_post_asked_for_it_and_gets_no_letter_of_it():
    person = a.a_volunteer(email=None, phone="020 7946 0123").person

    services.change_contact(person, known_as="", email="", phone="", address="Elsewhere", by=a.an_mvpm(), at=a.NOW)

    assert not Letter.objects.exists()
