"""Whoever withdraws hears no more of us, at whichever stage it was, by mail or by post; nor does anybody they named."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests import builders as b
from timegiven.joining import services
from timegiven.joining.models import Application, Batch, Clearance, Consent, Meeting, Slot
from timegiven.joining.tests.scene import asked, letters_to
from timegiven.kernel.references import digest
from timegiven.letters import services as letters
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db
STAGES = ["REGISTERED", "APPLIED", "INTERVIEWED", "VETTING", "VETTED"]


def a_case(status: str, email: str | None) -> tuple[Application, list[Any]]:
    """Somebody of 16 at a stage, with everything under way that could still write a letter; and whom they named."""
    person = b.a_person("Grace Mills", email=email, born_on=date(1990, 6, 1))
    application = b.an_application(person, status=status)
    application.resume_digest = digest("resume")
    application.save()
    referee = asked(application, email=email or "", phone="020 7946 0111")
    guardian = Consent.objects.create(
        application=application, status="ASKED", name="Ruth Mills", relationship="Mother", email=email or "",
        link_digest=digest("consent"), link_expires_at=b.NOW + timedelta(days=28),
    )  # fmt: skip
    starts_at = b.NOW + timedelta(days=2)
    slot = Slot.objects.create(
        borough=application.borough, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=30), place="Here",
        published_by=b.an_mvpm(),
    )  # fmt: skip
    Meeting.objects.create(
        application=application, kind="INTERVIEW", slot=slot, starts_at=slot.starts_at, ends_at=slot.ends_at,
        place="Here", with_whom="Imran",
    )  # fmt: skip
    for each in (person, referee, guardian):  # written a moment ago, and still waiting to leave
        letters.write("joining/applied", to=each, at=b.NOW, application=application, ask="x")
    return application, [person, referee, guardian]


def a_hundred_days_of_work() -> None:
    """Every job of the worker that writes letters, for as long as any of them looks ahead."""
    for day in (0, 1, 2, 7, 14, 29, 100):
        at = b.NOW + timedelta(days=day)
        services.carry_out_due(at)
        services.remind_referees(at)
        services.remind_of_meetings(at)
        services.warn_of_ends(at)
        services.end_clearances_over(at)
        services.open_yearly_looks(at)
        services.expire_passes(at)
        services.tell_of_new_edition(at)
        services.write_digests(at)


@pytest.mark.clause(120)
@pytest.mark.parametrize(("status", "email"), [*((each, None) for each in STAGES), ("APPLIED", "grace@example.org")])
def test_withdrawn_at_any_stage_nothing_later_arrives(status: str, email: str | None) -> None:
    application, people = a_case(status, email)
    act = {"VETTED": "TAKE_ON", "INTERVIEWED": "SEND"}.get(status, "DECLINE")
    if status != "REGISTERED":
        services.begin_batch([application], act=act, by=b.an_mvpm(), at=b.NOW)

    services.withdraw(Application.objects.get(pk=application.pk), by=application.person, at=b.NOW)
    a_hundred_days_of_work()

    person, *named = people
    assert letters_to(person) == ["joining/withdrawn"]  # thanks, and not a word more
    assert [letters_to(each) for each in named] == [[], []]
    assert Application.objects.get(pk=application.pk).status == "WITHDRAWN"
    assert set(Batch.objects.values_list("status", flat=True)) <= {"DONE"}
    assert Meeting.objects.get().status == "CANCELLED"


def test_control_without_withdrawing_letters_do_arrive() -> None:
    _, people = a_case("APPLIED", "grace@example.org")

    a_hundred_days_of_work()

    assert len(letters_to(people[0])) > 1


def test_a_security_check_that_was_under_way_is_answered_to_nobody() -> None:
    application, _ = a_case("VETTING", "grace@example.org")
    services.withdraw(application, by=application.person, at=b.NOW)
    waiting = Letter.objects.count()

    with pytest.raises(Exception, match="is not asked for any more, since Tuesday 24 April 2007"):
        services.clear(
            application, is_cleared=True, level="NPPV1", office_reference="V-1", from_on=b.TODAY, until_on=None,
            by=b.the_vetting_office(), at=b.NOW,
        )  # fmt: skip

    assert (Clearance.objects.count(), Letter.objects.count()) == (0, waiting)
