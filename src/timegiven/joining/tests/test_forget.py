"""What was told in an application is deleted when it has been kept as long as the applicant was told."""

from datetime import timedelta

import pytest

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import services
from timegiven.joining.models import Application
from timegiven.joining.tests.scene import filled_in
from timegiven.people.models import Volunteer

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
