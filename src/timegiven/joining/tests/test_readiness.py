"""What readiness asks, one by one and as sets; what waits for whom; what is let go of on leaving."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import Agreement, Clearance, Pass, RightToVolunteer
from timegiven.joining.tests.scene import ANSWERS, asked, filled_in, has_clearance
from timegiven.kernel.refusals import NotPermitted
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.clause(74)
@pytest.mark.parametrize(
    ("held", "needed", "is_cleared"),
    [("NPPV2A", "NPPV2A", True), ("NPPV3", "NPPV2A", True), ("NPPV1", "NPPV2A", False), ("NPPV2A", "NPPV2F", False)],
)
def test_a_higher_clearance_covers_a_lower_need(held: str, needed: str, is_cleared: bool) -> None:
    person = b.a_person()
    b.a_clearance(person, level=held)

    assert Person.objects.filter(pk__in=selectors.cleared_people(needed, b.TODAY)).exists() == is_cleared


@pytest.mark.parametrize(
    ("on", "is_cleared"),
    [(date(2007, 1, 1), False), (date(2007, 1, 2), True), (date(2008, 1, 1), True), (date(2008, 1, 2), False)],
)
def test_a_clearance_holds_from_its_first_day_until_its_last(on: date, is_cleared: bool) -> None:
    person = b.a_person()
    b.a_clearance(person, from_on=date(2007, 1, 2), until_on=date(2008, 1, 2))

    assert (has_clearance(person, "NPPV2A", on), selectors.clearance_of(person, on) is not None) == (
        is_cleared,
        is_cleared,
    )


def test_a_refusal_is_no_clearance() -> None:
    person = b.a_person()
    b.a_clearance(person)
    Clearance.objects.update(outcome="REFUSED")

    assert not has_clearance(person, "NPPV1", b.TODAY)


@pytest.mark.parametrize(
    ("looks", "may"),
    [
        ((), True),  # nobody is kept out by what was never asked
        (((date(2007, 1, 1), None),), True),
        (((date(2007, 1, 1), b.TODAY),), False),
        (((date(2007, 1, 1), b.TODAY), (date(2007, 4, 1), None)), True),  # a newer document was seen
        (((date(2007, 1, 1), None), (date(2007, 4, 1), b.TODAY)), False),
    ],
)
def test_papers_that_have_ended_make_nobody_ready_until_newer_ones_are_seen(looks: tuple, may: bool) -> None:
    person = b.a_person()
    for checked_on, expires_on in looks:
        RightToVolunteer.objects.create(
            person=person, evidence="VISA", checked_on=checked_on, expires_on=expires_on, checked_by=b.a_person()
        )

    ended = selectors.papers_that_end().filter(person=person, expires_on__lte=b.TODAY)
    assert ended.exists() != may


def test_the_highest_clearance_is_shown() -> None:
    person = b.a_person()
    for level in ("NPPV2F", "NPPV1", "NPPV2A"):
        b.a_clearance(person, level=level)

    assert selectors.clearance_of(person, b.TODAY).level == "NPPV2F"


def test_sets_and_single_questions_agree() -> None:
    ready = b.a_ready_volunteer(unit=b.a_unit()).volunteer.person
    other = b.a_person()
    everyone = Person.objects.filter(pk__in=[ready.pk, other.pk])

    sets = [
        selectors.cleared_people("NPPV2A", b.TODAY),
        selectors.agreed_to(b.the_statement().pk),
        selectors.people_with_a_pass(b.TODAY),
        selectors.applications_referenced().values("person"),
    ]
    single = [
        [has_clearance(one, "NPPV2A", b.TODAY) for one in (ready, other)],
        [selectors.agreed(one, b.TODAY) for one in (ready, other)],
        [any(selectors.is_pass_in_force(each, b.TODAY) for each in one.passes.all()) for one in (ready, other)],
        [any(selectors.good_references(each) >= 2 for each in one.applications.all()) for one in (ready, other)],
    ]

    assert [list(everyone.filter(pk__in=each)) for each in sets] == [[ready]] * 4
    assert single == [[True, False]] * 4


def test_nobody_has_agreed_while_no_edition_is_in_force() -> None:
    b.the_statement()
    person = b.a_person()
    Agreement.objects.create(
        person=person, edition=b.the_statement(), accepted_at=b.NOW, recorded_by=person, typed_name="x"
    )

    assert not selectors.agreed(person, b.LONG_AGO - timedelta(days=1))
    assert selectors.statement(b.LONG_AGO - timedelta(days=1)) is None


def texts(person: Person) -> list[str]:
    person.__dict__.pop("_appointments", None)
    return [need.text for need in selectors.needs(person, b.TODAY)]


def test_needs_of_an_applicant() -> None:
    begun, waiting = filled_in(), b.an_application(references=1)

    assert texts(begun.person) == ["Finish your application"]
    assert texts(waiting.person) == ["Name another referee"]
    assert texts(b.an_application(references=2).person) == []


def test_needs_of_a_volunteer() -> None:
    b.the_statement()
    volunteer = b.a_volunteer()
    b.a_pass(volunteer.person, status="RECALLED")

    assert texts(volunteer.person) == [
        "Read what you can expect from us, and accept it",
        "Please give back your pass",
    ]


def test_needs_of_a_manager_and_of_the_offices() -> None:
    b.an_application(references=2)
    b.an_application(status="VETTED", references=2)
    ended = b.an_application(status="VETTED", references=2)
    Clearance.objects.filter(person=ended.person).update(until_on=b.TODAY)
    b.an_application(status="VETTING", borough=b.a_borough("Hackney"))
    services.refer(asked(b.an_application(status="INTERVIEWED", references=1)), answers=ANSWERS, at=b.NOW)
    b.a_pass(b.a_person(), status="ASKED")
    b.a_pass(b.a_person(), status="LOST")
    b.a_clearance(b.a_person(), until_on=b.TODAY + timedelta(days=30))

    assert texts(b.an_mvpm()) == [
        "1 applicant to interview",
        "1 applicant to send for a security check",
        "1 applicant whose clearance has ended, to send to vetting again",
        "1 applicant ready to be taken on",
        "1 reference to read",
    ]
    assert texts(b.the_vetting_office()) == ["1 security check to do", "1 clearance ends soon"]
    assert texts(b.the_pass_office()) == ["1 pass to make", "1 pass reported lost"]
    assert texts(b.a_person()) == []


def test_needs_ask_the_database_as_often_for_many_as_for_one() -> None:
    mvpm = b.an_mvpm()

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            texts(mvpm)
        return len(queries)

    b.an_application(references=2)
    one = count()
    for _ in range(10):
        b.an_application(references=2)

    assert count() == one


@pytest.mark.clause(81)
def test_leaving_calls_the_pass_back_stops_one_being_made_and_ends_the_clearance() -> None:
    volunteer, other = b.a_volunteer(), b.a_volunteer()
    b.a_pass(volunteer.person)
    b.a_pass(other.person, status="ASKED")
    b.a_clearance(volunteer.person)

    services.recall_passes(volunteer.person, by=volunteer.person, at=b.NOW)
    services.recall_passes(other.person, by=other.person, at=b.NOW)
    ended = services.end_clearance(volunteer.person, by=volunteer.person, at=b.NOW)

    assert sorted(Pass.objects.values_list("status", flat=True)) == ["CANCELLED", "RECALLED"]
    assert (ended, has_clearance(volunteer.person, "NPPV1", b.TODAY)) == (1, False)
    assert has_clearance(volunteer.person, "NPPV1", b.TODAY - timedelta(days=1))


def test_nobody_ends_the_clearance_of_another() -> None:
    with pytest.raises(NotPermitted):
        services.end_clearance(b.a_volunteer().person, by=b.a_person(), at=b.NOW)
