"""Two people act at once: one wins, the other is told. Each guard beside the same race with the guard taken away."""

from collections.abc import Callable
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests import builders as b
from tests.races import outcomes
from timegiven.joining import services
from timegiven.joining.models import Application, ApplicationStep, Meeting, Pass, Reference, ReferenceStep, Slot
from timegiven.joining.tests.scene import asked
from timegiven.kernel.lifecycle import Lifecycle
from timegiven.letters.models import Letter
from timegiven.people.models import Person, Volunteer

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TABS = 4


def at_once(deed: Callable[[], object]) -> list[str]:
    """How the same deed ended, done in several tabs at the same moment."""
    return outcomes(*[deed] * TABS)


def without_comparing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the guard away: the status is written whatever it was a moment ago."""
    meet = Barrier(TABS)

    def move(self: Lifecycle, thing: Any, to: str, *, by: Any, at: Any, why: str = "") -> Any:
        meet.wait(timeout=20)
        type(thing).objects.filter(pk=thing.pk).update(status=to)
        return thing.steps.create(status=to, by=by, at=at, why=why)

    monkeypatch.setattr(Lifecycle, "move", move)


@pytest.mark.clause(75)
def test_a_single_use_link_used_in_several_tabs_at_once_gives_one_answer() -> None:
    reference = asked(b.an_application())

    ended = at_once(lambda: services.refer(Reference.objects.get(pk=reference.pk), answers={"a": "b"}, at=b.NOW))

    assert ended == ["done"] + ["refused"] * (TABS - 1)
    assert ReferenceStep.objects.filter(status="GIVEN").count() == 1
    assert Letter.objects.filter(template="joining/reference_thanks").count() == 1


def test_control_without_the_guard_the_link_gives_several_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    reference = asked(b.an_application())
    without_comparing(monkeypatch)

    ended = at_once(lambda: services.refer(Reference.objects.get(pk=reference.pk), answers={"a": "b"}, at=b.NOW))

    assert ended == ["done"] * TABS
    assert ReferenceStep.objects.filter(status="GIVEN").count() == TABS


def test_taking_on_in_several_tabs_at_once_makes_one_volunteer_one_pass_and_one_letter() -> None:
    application, mvpm = b.an_application(status="VETTED", references=2), b.an_mvpm()

    ended = at_once(
        lambda: services.take_on(
            Application.objects.select_related("person", "borough", "strand").get(pk=application.pk),
            by=Person.objects.get(pk=mvpm.pk),
            at=b.NOW,
        )
    )

    assert ended == ["done"] + ["refused"] * (TABS - 1)
    assert (Volunteer.objects.count(), Pass.objects.count()) == (1, 1)
    assert Letter.objects.filter(template="joining/taken_on").count() == 1


def test_control_without_the_guard_an_application_is_approved_several_times(monkeypatch: pytest.MonkeyPatch) -> None:
    application, mvpm = b.an_application(status="VETTED"), b.an_mvpm()
    without_comparing(monkeypatch)

    ended = at_once(
        lambda: Application.lifecycle.move(
            Application.objects.get(pk=application.pk), "APPROVED", by=Person.objects.get(pk=mvpm.pk), at=b.NOW
        )
    )

    assert ended == ["done"] * TABS
    assert ApplicationStep.objects.filter(status="APPROVED").count() == TABS


def test_reminders_by_several_workers_at_once_are_sent_once() -> None:
    asked(b.an_application())

    at_once(lambda: services.remind_referees(b.NOW + timedelta(days=7)))

    assert Letter.objects.filter(template="joining/reference_reminder").count() == 1


def test_registering_in_several_tabs_at_once_makes_one_person_and_one_application() -> None:
    b.the_strand()
    borough = b.a_borough()

    ended = at_once(
        lambda: services.register(
            name="Grace Mills", email="grace@example.org", borough=borough, born_on=date(1950, 6, 1), at=b.NOW
        )
    )

    assert ended == ["done"] * TABS
    assert (Person.objects.filter(email="grace@example.org").count(), Application.objects.count()) == (1, 1)


def a_slot() -> Slot:
    starts_at = b.NOW + timedelta(days=2)
    return Slot.objects.create(
        borough=b.a_borough(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=30),
        place="12 Holmes Road",
        published_by=b.an_mvpm(),
    )


def booked_by_several(slot: Slot) -> list[str]:
    waiting = [b.an_application().pk for _ in range(TABS)]

    def book() -> None:
        application = Application.objects.select_related("person", "borough", "strand").get(pk=waiting.pop())
        services.book(application, Slot.objects.get(pk=slot.pk), by=application.person, at=b.NOW)

    return at_once(book)


def test_a_time_that_several_applicants_take_at_once_is_one_applicants() -> None:
    slot = a_slot()

    ended = booked_by_several(slot)

    assert ended == ["done"] + ["refused"] * (TABS - 1)
    assert (Meeting.objects.count(), Letter.objects.filter(template="joining/meeting_booked").count()) == (1, 1)


def test_control_without_the_guard_a_time_is_several_applicants() -> None:
    slot = a_slot()
    guard = next(each for each in Meeting._meta.constraints if each.name == "joining_one_meeting_in_a_slot")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Meeting, guard)

    try:
        ended = booked_by_several(slot)

        assert ended == ["done"] * TABS
        assert Meeting.objects.filter(slot=slot, status="BOOKED").count() == TABS
    finally:
        Meeting.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Meeting, guard)
