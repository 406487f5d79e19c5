"""A change of circumstances: each part for its own reader alone, and a second look that the unit is not told about."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import selectors, services
from timegiven.joining.models import Clearance, Declaration, Review
from timegiven.joining.tests.scene import has_clearance, letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person, Volunteer

pytestmark = pytest.mark.django_db
TOLD = {"health": "canary-health", "convictions": "canary-conviction", "finance": "canary-finance"}
NOTHING = dict.fromkeys(TOLD, "")


def a_cleared_volunteer(level: str = "NPPV2A") -> Volunteer:
    volunteer = b.a_volunteer()
    b.a_clearance(volunteer.person, level=level)
    return volunteer


def declared(volunteer: Volunteer, **told: Any) -> Declaration | None:
    person = volunteer.person
    return services.declare(person, **NOTHING | told, by=person, at=b.NOW)


@pytest.mark.clause(77)
def test_what_is_declared_reopens_the_clearance_and_is_sealed() -> None:
    volunteer = a_cleared_volunteer()

    declared(volunteer, **TOLD)

    review = Review.objects.get()
    assert (review.clearance.person, review.occasion, review.status) == (volunteer.person, "DECLARED", "OPEN")
    with connection.cursor() as cursor:
        cursor.execute("SELECT health, convictions, finance FROM joining_declaration")
        assert ["canary" in each for each in cursor.fetchone()] == [False] * 3
    assert letters_to(volunteer.person) == ["joining/declared"]
    assert "canary" not in Letter.objects.get().text


def test_a_change_of_health_alone_reopens_nothing() -> None:
    declared(a_cleared_volunteer(), health="A lift, please")

    assert (Declaration.objects.count(), Review.objects.count()) == (1, 0)


@pytest.mark.clause(77)
def test_each_part_is_read_by_its_own_reader_alone(client: Client) -> None:
    volunteer = a_cleared_volunteer()
    told = declared(volunteer, **TOLD)
    assert told is not None
    review = Review.objects.get()
    everybody = {
        "MVPM": b.an_mvpm(),
        "vetting office": b.the_vetting_office(),
        "unit manager": b.a_unit_manager(b.a_unit()),
        "Central Team": b.the_central_team(),
        "MVPM of Hackney": b.an_mvpm(b.a_borough("Hackney")),
    }
    health, settle = (
        reverse(name, args=[of.reference]) for name, of in (("joining:read_health", told), ("joining:settle", review))
    )

    read = {}
    for who, person in everybody.items():
        client.force_login(person)
        office = client.get(settle).content.decode()
        mvpm = client.post(health, {"sent": "yes"}).content.decode()
        read[who] = sorted(word for word in TOLD.values() if word in office + mvpm)

    assert read == {
        "MVPM": ["canary-health"],
        "vetting office": ["canary-conviction", "canary-finance"],
        "unit manager": [],
        "Central Team": [],
        "MVPM of Hackney": [],
    }


def test_settled_it_is_blanked_and_the_clearance_stands() -> None:
    volunteer = a_cleared_volunteer()
    declared(volunteer, **TOLD)

    services.settle(Review.objects.get(), stands=True, by=b.the_vetting_office(), at=b.NOW)

    told = Declaration.objects.get()
    assert (told.convictions, told.finance, told.health) == ("", "", "canary-health")
    assert has_clearance(volunteer.person, "NPPV2A", b.TODAY)
    assert letters_to(volunteer.person) == ["joining/declared", "joining/still_cleared"]


def test_ended_the_pass_is_asked_back_and_nobody_but_the_holder_is_written_to() -> None:
    volunteer = a_cleared_volunteer()
    b.an_mvpm()
    held = b.a_pass(volunteer.person)
    declared(volunteer, convictions="canary")

    services.settle(Review.objects.get(), stands=False, by=b.the_vetting_office(), at=b.NOW)

    held.refresh_from_db()
    clearance = Clearance.objects.get()
    assert (clearance.ended, clearance.until_on, held.status) == ("TAKEN_BACK", b.TODAY, "RECALLED")
    assert set(Letter.objects.values_list("recipient", flat=True)) == {volunteer.person.reference}


def test_on_hold_nobody_relies_on_it_until_it_is_taken_off() -> None:
    volunteer = a_cleared_volunteer()
    declared(volunteer, finance="canary")
    review, office = Review.objects.get(), b.the_vetting_office()

    found = []
    for is_on_hold in (True, False):
        services.hold_clearance(review, is_on_hold=is_on_hold, by=office, at=b.NOW)
        found.append(has_clearance(volunteer.person, "NPPV2A", b.TODAY))

    assert found == [False, True]


def test_what_is_settled_is_settled() -> None:
    declared(a_cleared_volunteer(), finance="canary")
    review, office = Review.objects.get(), b.the_vetting_office()
    services.settle(review, stands=True, by=office, at=b.NOW)

    with pytest.raises(NotAllowed):
        services.settle(review, stands=False, by=office, at=b.NOW)
    with pytest.raises(NotAllowed):
        services.hold_clearance(review, is_on_hold=True, by=office, at=b.NOW)


def test_only_the_vetting_office_settles_and_only_volunteers_declare_for_themselves() -> None:
    volunteer = a_cleared_volunteer()
    declared(volunteer, finance="canary")

    for person in (volunteer.person, b.an_mvpm(), b.the_central_team()):
        with pytest.raises(NotPermitted):
            services.settle(Review.objects.get(), stands=True, by=person, at=b.NOW)
    for person in (b.an_mvpm(), b.a_person()):
        with pytest.raises(NotPermitted):
            services.declare(volunteer.person, **NOTHING, by=person, at=b.NOW)
    someone = b.a_person()
    with pytest.raises(NotPermitted):
        services.declare(someone, **NOTHING, by=someone, at=b.NOW)


@pytest.mark.clause(77)
def test_once_a_year_everybody_is_asked_and_their_word_is_enough() -> None:
    volunteer = a_cleared_volunteer()

    counts = [services.open_yearly_looks(b.NOW), services.open_yearly_looks(b.NOW + timedelta(days=1))]
    declared(volunteer)

    review = Review.objects.get()
    assert (counts, review.status, review.confirmed_at) == ([1, 0], "KEPT", b.NOW)
    assert letters_to(volunteer.person) == ["joining/yearly_look"]
    assert services.open_yearly_looks(b.NOW + timedelta(days=366)) == 1


def test_at_the_highest_level_the_office_itself_closes_the_look() -> None:
    volunteer, office = a_cleared_volunteer("NPPV3"), b.the_vetting_office()
    services.open_yearly_looks(b.NOW)

    before = selectors.reviews_to_settle(office, b.TODAY).count()
    declared(volunteer)

    review = Review.objects.get()
    assert (before, review.status, selectors.reviews_to_settle(office, b.TODAY).get()) == (0, "OPEN", review)


def test_something_declared_keeps_the_yearly_look_open_for_the_office() -> None:
    volunteer = a_cleared_volunteer()
    services.open_yearly_looks(b.NOW)

    declared(volunteer, convictions="canary")

    assert sorted(Review.objects.values_list("occasion", "status")) == [("ANNUAL", "OPEN"), ("DECLARED", "OPEN")]


def test_nobody_is_asked_before_a_year_has_passed_or_who_does_not_volunteer() -> None:
    young, gone = b.a_volunteer(), b.a_person()
    b.a_clearance(young.person, from_on=b.TODAY - timedelta(days=364))
    b.a_clearance(gone)

    assert services.open_yearly_looks(b.NOW) == 0


def test_the_page_keeps_what_was_typed_and_thanks(client: Client) -> None:
    volunteer = a_cleared_volunteer()
    client.force_login(volunteer.person)

    page = client.get(reverse("joining:declare")).content.decode()
    answer = client.post(reverse("joining:declare"), NOTHING | {"health": "A chair"}, follow=True)

    assert "Only the vetting office reads this" in page
    assert "Thank you for telling us." in answer.content.decode()
    assert Declaration.objects.get().health == "A chair"


def test_a_settled_look_says_by_whom_and_when_and_no_look_is_recorded(client: Client) -> None:
    volunteer, office = a_cleared_volunteer(), b.the_vetting_office()
    Person.objects.filter(pk=volunteer.person_id).update(name="Grace Mills")
    declared(volunteer, **TOLD)
    review = Review.objects.get()
    services.settle(review, stands=True, by=office, at=b.NOW)
    client.force_login(b.the_vetting_office())
    url, looks = reverse("joining:settle", args=[review.reference]), Event.objects.filter(act__startswith="saw").count()

    page, late = client.get(url), client.post(url, {"outcome": "ends"})

    said = f"“The clearance stands” was recorded on Tuesday 24 April 2007 by {office.name}"
    assert (page.status_code, said in page.text, "Grace Mills" in page.text) == (409, True, False)
    assert [word in page.text + late.text for word in TOLD.values()] == [False] * 3
    assert (late.status_code, said in late.text) == (200, True)
    assert Event.objects.filter(act__startswith="saw").count() == looks
    client.force_login(b.an_mvpm())
    assert client.get(url).status_code == 404


def open_looks() -> list[str]:
    return list(Review.objects.filter(status="OPEN").values_list("occasion", flat=True))


def test_when_a_volunteer_leaves_nothing_that_they_declared_waits_to_be_read() -> None:
    volunteer = a_cleared_volunteer()
    declared(volunteer, convictions="canary")

    services.end_clearance(volunteer.person, by=volunteer.person, at=b.NOW)

    told = Declaration.objects.get()
    assert (open_looks(), told.convictions) == ([], "")


def test_of_two_things_declared_the_second_is_not_settled_as_if_the_clearance_stood_still() -> None:
    volunteer, office = a_cleared_volunteer(), b.the_vetting_office()
    declared(volunteer, convictions="canary")
    declared(volunteer, finance="canary")
    first = Review.objects.order_by("pk")[0]

    services.settle(first, stands=False, by=office, at=b.NOW)

    assert open_looks() == []
    assert set(Declaration.objects.values_list("convictions", "finance")) == {("", "")}


def test_a_clearance_on_hold_for_one_thing_is_not_taken_off_by_settling_another() -> None:
    volunteer, office = a_cleared_volunteer(), b.the_vetting_office()
    declared(volunteer, convictions="canary")
    declared(volunteer, finance="canary")
    first, second = Review.objects.order_by("pk")
    services.hold_clearance(first, is_on_hold=True, by=office, at=b.NOW)

    services.settle(second, stands=True, by=office, at=b.NOW)
    held = has_clearance(volunteer.person, "NPPV2A", b.TODAY)
    services.settle(first, stands=True, by=office, at=b.NOW)

    assert (held, has_clearance(volunteer.person, "NPPV2A", b.TODAY)) == (False, True)


def test_a_clearance_that_runs_out_closes_its_yearly_look_and_leaves_what_was_declared_to_be_read() -> None:
    volunteer = a_cleared_volunteer()
    declared(volunteer, convictions="canary")
    clearance = Clearance.objects.get()
    look = Review.objects.create(clearance=clearance, occasion="ANNUAL", opened_on=b.TODAY, due_on=b.TODAY)
    Review.lifecycle.begin(look, by=None, at=b.NOW)
    Clearance.objects.update(until_on=b.TODAY)

    services.end_clearances_over(b.NOW)

    assert open_looks() == ["DECLARED"]
    assert Declaration.objects.get().convictions == "canary"


def test_what_the_vetting_office_would_never_see_is_not_kept() -> None:
    volunteer = b.a_volunteer()

    with pytest.raises(NotAllowed, match="no security check of yours is on record"):
        declared(volunteer, convictions="canary")
    declared(volunteer, health="A chair with arms")

    assert [(told.health, told.convictions) for told in Declaration.objects.all()] == [("A chair with arms", "")]
