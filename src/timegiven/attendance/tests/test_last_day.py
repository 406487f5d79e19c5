"""The last morning: a session on the very day of an end counts, when it began before somebody noted the end."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests import builders as build
from timegiven.attendance import services
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import AFTER, Scene
from timegiven.concerns import services as concerns
from timegiven.hours import selectors as hours
from timegiven.joining import services as joining
from timegiven.joining.models import Clearance, Pass
from timegiven.kernel.refusals import NotAllowed
from timegiven.people.models import Volunteer
from timegiven.placements import services as placements
from timegiven.placements.models import Placement

LAST = AFTER.date()  # everything ends at midday, London time
LATER = AFTER + timedelta(days=3)


def tell(scene: Scene, starts: int, ends: int, **more: object) -> SessionReport:
    """A session on the last day, told days later, from so many o'clock to so many."""
    at = {"starts": AFTER.replace(hour=starts).time(), "ends": AFTER.replace(hour=ends).time()}
    told = {"placement": Placement.objects.get(pk=scene.placement.pk), "day": LAST, "by": scene.mvpm, "at": LATER}
    return scene.report(**told | at | more)


def leave(scene: Scene) -> None:
    concerns.end_volunteering(Volunteer.objects.get(), by=scene.volunteer, at=AFTER)


def end_the_role(scene: Scene) -> None:
    placements.end(Placement.objects.get(), by=scene.mvpm, at=AFTER)


def hand_in_the_pass(scene: Scene) -> None:
    joining.return_pass(scene.volunteer.passes.get(), by=build.the_pass_office(), at=AFTER)


def lose_the_pass(scene: Scene) -> None:
    joining.report_lost(scene.volunteer.passes.get(), by=scene.volunteer, at=AFTER)


def take_the_clearance_back(scene: Scene) -> None:
    joining.ending.take_back(scene.volunteer.clearances.get(), by=build.the_vetting_office(), at=AFTER)


ENDS = [leave, end_the_role, hand_in_the_pass, lose_the_pass, take_the_clearance_back]
each_end = pytest.mark.parametrize("end", ENDS, ids=[each.__name__.replace("_", " ") for each in ENDS])


@pytest.mark.clause(38, 41, 74, 79)
@each_end
def test_a_session_that_began_before_counts(scene: Scene, end: Callable[[Scene], None]) -> None:
    end(scene)

    assert tell(scene, 9, 11).minutes == 120
    assert hours.given_in(scene.volunteer, LAST) == 120


@each_end
def test_so_does_one_in_the_course_of_which_it_ended(scene: Scene, end: Callable[[Scene], None]) -> None:
    end(scene)

    assert tell(scene, 10, 14).minutes == 240


@pytest.mark.clause(74, 79)
@each_end
@pytest.mark.parametrize("starts", [12, 13], ids=["at that moment", "afterwards"])
def test_one_that_began_when_it_had_ended_does_not(scene: Scene, end: Callable[[Scene], None], starts: int) -> None:
    end(scene)

    with pytest.raises(NotAllowed):
        tell(scene, starts, 15)
    assert hours.given_in(scene.volunteer, LAST) == 0


@each_end
def test_nor_does_one_on_the_next_day(scene: Scene, end: Callable[[Scene], None]) -> None:
    end(scene)

    with pytest.raises(NotAllowed):
        tell(scene, 9, 11, day=LAST + timedelta(days=1))


def test_the_volunteer_who_has_left_can_tell_of_it(scene: Scene) -> None:
    leave(scene)

    assert tell(scene, 9, 11, by=scene.volunteer).reported_by == scene.volunteer


def test_the_first_day_may_be_the_last(scene: Scene) -> None:
    Placement.objects.update(from_on=LAST)
    Pass.objects.update(from_on=LAST)
    leave(scene)

    assert tell(scene, 9, 11).minutes == 120
    with pytest.raises(NotAllowed, match="before the first day"):
        tell(scene, 9, 11, day=LAST - timedelta(days=1))


def test_a_report_of_that_day_can_be_put_right_afterwards(scene: Scene) -> None:
    old = tell(scene, 9, 10, at=AFTER)
    leave(scene)
    told = {"day": LAST, "starts": AFTER.replace(hour=9).time(), "ends": AFTER.replace(hour=11).time(), "tasks": [1]}

    assert services.correct(old, why="A slip", by=scene.mvpm, at=LATER, **told).minutes == 120


@pytest.mark.clause(74)
def test_a_clearance_whose_time_was_over_did_not_hold_on_that_morning(scene: Scene) -> None:
    Clearance.objects.update(until_on=LAST)
    joining.end_clearances_over(AFTER)

    with pytest.raises(NotAllowed, match="no security check"):
        tell(scene, 9, 11)


@pytest.mark.clause(79)
def test_nor_a_pass_that_was_out_of_date(scene: Scene) -> None:
    Pass.objects.update(until_on=LAST)
    joining.expire_passes(AFTER)

    with pytest.raises(NotAllowed, match="no volunteer pass"):
        tell(scene, 9, 11)


def test_a_pass_that_was_lost_before_and_handed_in_after_was_not_held(scene: Scene) -> None:
    joining.report_lost(scene.volunteer.passes.get(), by=scene.volunteer, at=AFTER - timedelta(hours=4))
    hand_in_the_pass(scene)

    with pytest.raises(NotAllowed, match="no volunteer pass"):
        tell(scene, 9, 11)


@pytest.mark.clause(74)
def test_what_was_not_in_order_that_morning_still_counts_as_that(scene: Scene) -> None:
    Clearance.objects.all().delete()
    leave(scene)

    with pytest.raises(NotAllowed, match="no security check"):
        tell(scene, 9, 11)
