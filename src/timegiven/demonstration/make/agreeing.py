"""The days and times that have been agreed in Camden, one that is being talked about, and help offered at an event."""

from datetime import time, timedelta

from timegiven.demonstration.make.placements import manager
from timegiven.demonstration.make.stage import Helper, Stage, steps
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import Pattern, PatternStep, PatternTime, PatternYes, Placement, PlacementStep

Status, Side = Pattern.Status, PatternYes.Side
LASTS, LATEST = 4, 19  # hours


def make(stage: Stage) -> None:
    here = [
        helper
        for helper in stage.helpers
        if helper.borough == stage.boroughs[0] and helper.placement and helper.placement.status == "STARTED"
    ]
    settled, talked_about = here[:-1], here[-1:]
    agreed = [_pattern(stage, helper, Status.AGREED) for helper in settled]
    suggested = [_pattern(stage, helper, Status.SUGGESTED) for helper in talked_about]
    stage.keep([*agreed, *suggested])
    for helper, pattern in zip([*settled, *talked_about], [*agreed, *suggested], strict=True):
        _said(stage, helper, pattern)
    if settled:
        _lend(stage, settled[0])


def _pattern(stage: Stage, helper: Helper, status: str) -> Pattern:
    return Pattern(reference=stage.reference(), placement=helper.placement, status=status, weekly_minutes=60 * LASTS)


def _said(stage: Stage, helper: Helper, pattern: Pattern) -> None:
    """The volunteer suggested it; where it is agreed the other two have said yes as well."""
    begins = min(helper.hour, LATEST)
    when = {"weekday": helper.weekday, "starts": time(begins), "ends": time(begins + LASTS)}
    stage.keep([PatternTime(pattern=pattern, **when)])
    at = stage.moment(min(helper.from_on, stage.ago(1)), 17)
    says: dict[str, Person] = {Side.VOLUNTEER: helper.person}
    way = [(Status.SUGGESTED, helper.person, at)]
    if pattern.status == Status.AGREED:
        mvpm = stage.holder(Appointment.Role.MVPM, helper.borough)
        says |= {Side.UNIT: manager(stage, helper), Side.MVPM: mvpm}
        way.append((Status.AGREED, mvpm, at + timedelta(hours=1)))
    stage.keep([PatternYes(pattern=pattern, side=side, by=by, at=at) for side, by in says.items()])
    stage.keep_steps(PatternStep, steps(pattern, way))


def _lend(stage: Stage, helper: Helper) -> None:
    """Somebody of Camden is asked to help at a fair, in another unit where the same role is in order."""
    mine, from_on = helper.placement, stage.today + timedelta(days=20)
    there = [each for each in stage.places[stage.boroughs[1].pk] if each.review_on > from_on + timedelta(days=2)]
    # Best the role that they know; a front counter has it in every borough.
    there.sort(key=lambda each: mine is None or each.version.profile_id != mine.version.profile_id)
    if mine is None or not there:
        return
    other = there[0]
    loan = Placement(
        reference=stage.reference(), volunteer=helper.volunteer, version=other.version, unit=other.unit,
        status=Placement.Status.OFFERED, weekly_minutes=60 * LASTS, offered_by=mine.offered_by, from_on=from_on,
        until_on=from_on + timedelta(days=2), reply_by=stage.today + timedelta(days=12), is_loan=True,
        event=f"{stage.boroughs[1].name} Fair",
    )  # fmt: skip
    stage.keep([loan])
    way = [(Placement.Status.OFFERED, mine.offered_by, stage.moment(stage.ago(1), 15))]
    stage.keep_steps(PlacementStep, steps(loan, way))
