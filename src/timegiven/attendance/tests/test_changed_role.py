"""When a role has changed, a report keeps to what the volunteer had agreed to on the day of the session."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.test import Client

from tests.builders import NOW, TODAY, a_ready_volunteer, a_risk_assessment, a_unit, an_mvpm
from timegiven.attendance import selectors, services
from timegiven.attendance.models import Presence, SessionReport
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
        placement, day=day, starts=time(8), ends=time(10), tasks=tasks, listed_on=TODAY,
        by=placement.volunteer.person, at=NOW,
    )  # fmt: skip
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


# Numbers on paper and on a sheet are those of the list of the session's own day


@pytest.fixture
def turned_round(placement: Placement) -> Placement:
    """The same two tasks in another order, to which the volunteer has said yes."""
    for position, text in enumerate(("Hand out leaflets", "Greet visitors"), start=1):
        Task.objects.filter(version__number=2, position=position).update(text=text)
    return confirm(placement)


@pytest.mark.clause(61)
def test_the_numbers_of_a_paper_report_are_those_of_its_own_day(turned_round: Placement) -> None:
    placement = turned_round
    told = {"starts": time(8), "ends": time(10), "tasks": [1], "by": placement.volunteer.person, "at": NOW}

    then = services.report(placement, day=LAST_WEEK, **told)
    now = services.report(placement, day=TODAY, **told)

    assert (then.tasks.get().text, now.tasks.get().text) == ("Greet visitors", "Hand out leaflets")


@pytest.mark.clause(61)
def test_a_sheet_numbers_its_tasks_in_the_same_way(turned_round: Placement) -> None:
    mvpm = an_mvpm()
    rows = "\n".join(f"{turned_round.reference},{day.isoformat()},8am,10am,1" for day in (LAST_WEEK, TODAY))
    made = services.look_at(f"Volunteer,Day,From,To,Tasks\n{rows}".encode(), name="april.csv", by=mvpm, at=NOW)

    services.choose(made, by=mvpm, at=NOW)
    services.enter_chosen(made, at=NOW)

    found = SessionReport.objects.order_by("starts_at").values_list("tasks__text", flat=True)
    assert list(found) == ["Greet visitors", "Hand out leaflets"]


@pytest.mark.clause(40, 61)
def test_a_late_report_keeps_its_tasks_though_they_have_other_numbers_now(turned_round: Placement) -> None:
    placement, person = turned_round, turned_round.volunteer.person
    sent = {"day": LAST_WEEK, "starts": time(8), "ends": time(10), "listed_on": TODAY}

    late = services.hand_over(placement, typed={"tasks": ["2"]}, by=person, at=NOW, **sent)  # "Greet visitors"
    ticked = [int(each) for each in selectors.typed_in(late)["tasks"]]
    told = {"day": LAST_WEEK, "starts": time(8), "ends": time(10), "tasks": ticked}
    report = services.enter_late(late, by=an_mvpm(), at=NOW, **told)

    assert report.tasks.get().text == "Greet visitors"


@pytest.mark.clause(61)
def test_a_visit_of_an_earlier_day_lists_the_tasks_of_that_day(placement: Placement, client: Client) -> None:
    client.force_login(placement.volunteer.person)
    came = datetime.combine(TWO_DAYS_AGO - timedelta(days=1), time(9), tzinfo=UTC)
    Presence.objects.create(
        placement=placement, person=placement.volunteer.person, unit=placement.unit, came_at=came, came_how="PHONE",
        left_at=came + timedelta(hours=4),
    )  # fmt: skip

    page = client.get(f"/sessions/report/visit/{Presence.objects.get().reference}/").content.decode()

    assert "Hand out leaflets" in page
