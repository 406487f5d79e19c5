"""What was told in an application is deleted when it has been kept as long as the applicant was told."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import services
from timegiven.joining.models import Application, Declaration
from timegiven.joining.tests.scene import filled_in
from timegiven.people.models import Appointment, EmergencyContact, Person, Volunteer

pytestmark = [pytest.mark.django_db, pytest.mark.clause(123)]


def withdrawn() -> Application:
    application = filled_in()
    application.person.address = "4 Agar Grove"
    application.person.save()
    application.skills, application.what_would_help = ["Filing"], "A ramp"
    application.save()
    services.withdraw(application, by=application.person, at=b.NOW)
    return application


@pytest.mark.parametrize(("days", "forgotten"), [(365, 0), (367, 1)])
def test_a_year_after_an_application_has_ended_its_answers_go(days: int, forgotten: int) -> None:
    application = withdrawn()

    count = services.forget_answers(at=b.NOW + timedelta(days=days))

    application.refresh_from_db()
    kept = (application.skills, application.what_would_help, application.person.address)
    assert (count, kept) == (forgotten, ([], "", "") if forgotten else (["Filing"], "A ramp", "4 Agar Grove"))
    assert application.references.count() == (0 if forgotten else 2)


def test_that_it_was_forgotten_is_on_record_and_it_is_done_once() -> None:
    withdrawn()
    later = b.NOW + timedelta(days=400)

    assert [services.forget_answers(at=later), services.forget_answers(at=later)] == [1, 0]
    assert Event.objects.filter(act="forgot answers").count() == 1


def test_what_a_volunteer_answered_is_kept_until_a_year_after_they_left() -> None:
    volunteer = b.a_volunteer()
    application = b.an_application(volunteer.person, status="APPROVED")
    Application.objects.filter(pk=application.pk).update(saved=["name"])
    later = b.NOW + timedelta(days=400)

    while_here = services.forget_answers(at=later)
    Volunteer.objects.update(status="LEFT", left_on=b.TODAY)

    assert (while_here, services.forget_answers(at=later)) == (0, 1)


def test_of_somebody_who_applied_again_the_facts_stay() -> None:
    application = withdrawn()
    b.an_application(application.person, status="APPLIED")

    services.forget_answers(at=b.NOW + timedelta(days=400))

    application.person.refresh_from_db()
    assert application.person.address == "4 Agar Grove"


def facts_of(person: Person) -> tuple[object, ...]:
    """What is still known of somebody, but for their name."""
    person.refresh_from_db()
    named = person.emergency_contacts.count()
    return (person.email, person.phone, person.address, person.born_on, named)


NOTHING = (None, "", "", None, 0)


def told(person: Person) -> None:
    person.phone, person.address = "020 7946 0123", "4 Agar Grove"
    person.save()
    EmergencyContact.objects.create(person=person, name="Ann Lee", phone="020 7946 0777", confirmed_on=b.TODAY)


@pytest.mark.parametrize(("days", "goes"), [(365, False), (367, True)])
def test_of_somebody_who_withdrew_before_any_question_everything_goes_too(days: int, *, goes: bool) -> None:
    application = b.an_application(status="REGISTERED")
    services.withdraw(application, by=application.person, at=b.NOW)

    services.forget_answers(at=b.NOW + timedelta(days=days))

    assert (facts_of(application.person) == NOTHING) == goes


def test_with_the_answers_goes_the_address_by_which_somebody_signed_in() -> None:
    application = withdrawn()
    EmailAddress.objects.create(user=application.person, email=application.person.email, primary=True)

    services.forget_answers(at=b.NOW + timedelta(days=400))

    assert facts_of(application.person) == NOTHING
    assert not EmailAddress.objects.exists()


@pytest.mark.parametrize(("days", "goes"), [(365, False), (367, True)])
def test_a_year_after_a_volunteer_left_whom_to_ring_and_where_they_live_go(days: int, *, goes: bool) -> None:
    volunteer = b.a_volunteer(email="rose@example.org")
    b.an_application(volunteer.person, status="APPROVED")
    told(volunteer.person)
    Declaration.objects.create(person=volunteer.person, declared_at=b.NOW, health="A lift, please")
    Volunteer.objects.update(status="LEFT", left_on=b.TODAY)

    services.forget_answers(at=b.NOW + timedelta(days=days))

    assert (facts_of(volunteer.person) == ("rose@example.org", "", "", None, 0)) == goes
    assert (Declaration.objects.get().health == "") == goes


def test_of_a_volunteer_who_left_and_has_a_post_the_facts_stay() -> None:
    volunteer = b.a_volunteer()
    b.an_application(volunteer.person, status="APPROVED")
    told(volunteer.person)
    Appointment.objects.create(person=volunteer.person, role="AUDITOR", unit=b.the_force(), from_on=b.TODAY)
    Volunteer.objects.update(status="LEFT", left_on=b.TODAY)

    counts = [services.forget_answers(at=b.NOW + timedelta(days=days)) for days in (400, 401)]

    assert (counts, facts_of(volunteer.person)[2]) == ([0, 0], "4 Agar Grove")


def test_what_was_begun_and_left_lying_for_a_year_goes() -> None:
    application = filled_in()
    told(application.person)
    application.about = "canary"
    application.save()

    before = services.forget_answers(at=b.NOW + timedelta(days=365))
    after = [services.forget_answers(at=b.NOW + timedelta(days=days)) for days in (367, 368)]

    application.refresh_from_db()
    assert (before, after, application.status, application.about) == (0, [1, 0], "WITHDRAWN", "")
    assert facts_of(application.person) == NOTHING


def test_what_somebody_goes_on_with_slowly_is_not_left_lying() -> None:
    application = b.an_application(status="REGISTERED")
    later = b.NOW + timedelta(days=300)
    services.answer(application, code="name", typed={"name": "Rose", "known_as": ""}, by=application.person, at=later)

    assert services.forget_answers(at=b.NOW + timedelta(days=400)) == 0
    assert services.forget_answers(at=later + timedelta(days=367)) == 1
