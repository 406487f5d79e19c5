"""When a role has changed, a report keeps to what the volunteer had agreed to on the day of the session."""

from datetime import time, timedelta

import pytest
from django.test import Client

from tests.builders import NOW, TODAY, a_ready_volunteer, a_risk_assessment, a_unit
from timegiven.attendance import services
from timegiven.attendance.models import SessionReport
from timegiven.kernel.refusals import NotAllowed
from timegiven.library.models import ProfileVersion, Task
from timegiven.placements import services as placements
from timegiven.placements.models import Placement

pytestmark = pytest.mark.django_db

LAST_WEEK = TODAY - timedelta(days=7)
TWO_DAYS_AGO = TODAY - timedelta(days=2)


@pytest.fixture
def placement() -> Placement:
    """Started in version 1, which version 2 has superseded two days ago."""
    placement = a_ready_volunteer(unit=a_unit())
    old = placement.version
    ProfileVersion.objects.filter(pk=old.pk).update(status="SUPERSEDED", ended_on=TWO_DAYS_AGO)
    newer = ProfileVersion.objects.create(
        profile=old.profile, number=2, status="APPROVED", purpose="Help.", approved_on=TWO_DAYS_AGO
    )
    for position, text in enumerate(("Show visitors the way", "Greet visitors"), start=1):
        Task.objects.create(version=newer, position=position, text=text)
    a_risk_assessment(newer)
    return Placement.objects.select_related("volunteer__person", "volunteer__strand", "unit__borough").get(
        pk=placement.pk
    )


def report(placement: Placement, *tasks: int, day=TODAY) -> list[str]:
    """The texts of the tasks of a report of that morning; the list is the one that the page shows today."""
    written = services.report(
        placement, day=day, starts=time(8), ends=time(10), tasks=tasks, by=placement.volunteer.person, at=NOW
    )
    return [task.text for task in written.tasks.order_by("position")]


def confirm(placement: Placement) -> Placement:
    newer = ProfileVersion.objects.get(number=2)
    placements.confirm(placement, version=newer.reference, by=placement.volunteer.person, at=NOW)
    return placement


@pytest.mark.clause(57, 61)
def test_before_the_yes_only_what_stayed_the_same_can_be_ticked(placement: Placement) -> None:
    with pytest.raises(NotAllowed, match="not on the profile"):
        report(placement, 2)  # handing out leaflets is a task no longer

    assert report(placement, 1) == ["Greet visitors"]
    assert SessionReport.objects.get().tasks.get().version.number == 1


@pytest.mark.clause(57, 61)
def test_after_the_yes_the_new_tasks_can_be_ticked_for_new_days_alone(placement: Placement) -> None:
    confirm(placement)

    with pytest.raises(NotAllowed, match="not on the profile"):
        report(placement, 1, day=LAST_WEEK)  # showing the way was not agreed to then

    assert report(placement, 1, 2) == ["Show visitors the way", "Greet visitors"]


@pytest.mark.clause(61)
def test_a_session_before_the_change_is_reported_as_it_was_agreed_then(placement: Placement) -> None:
    assert report(confirm(placement), 2, day=LAST_WEEK) == ["Greet visitors"]


@pytest.mark.clause(61)
def test_the_page_lists_the_tasks_that_stayed_the_same(placement: Placement, client: Client) -> None:
    client.force_login(placement.volunteer.person)

    page = client.get(f"/sessions/report/role/{placement.reference}/").content.decode()

    assert ("Greet visitors" in page, "Hand out leaflets" in page, "Show visitors the way" in page) == (
        True,
        False,
        False,
    )
