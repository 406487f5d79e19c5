"""Where each volunteer is placed, how the first day went, and the AWARE accounts."""

from datetime import timedelta

from timegiven.demonstration.make import renewals
from timegiven.demonstration.make.stage import Helper, Stage, Step, steps
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import AwareAccount, Break, Placement, PlacementStep, Welcome
from timegiven.placements.selectors import PAPERS, first_day

Status = Placement.Status
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STATUS_OF = {"offered": Status.OFFERED, "agreed": Status.AGREED, "left": Status.ENDED}
RECENT = timedelta(days=60)  # of older placements only the papers' tick has been kept


def make(stage: Stage) -> None:
    placed = [helper for helper in stage.helpers if helper.state != "new" and helper.place]
    for helper in placed:
        helper.placement = _placement(stage, helper)
    renewals.make(stage)
    renewals.keep_to_the_old(stage)
    stage.keep([helper.placement for helper in placed])
    renewals.write(stage)
    stage.keep_steps(PlacementStep, [step for helper in placed for step in _steps(stage, helper)])
    stage.keep([each for helper in placed for each in _welcomes(stage, helper)])
    away = [helper for helper in stage.helpers if helper.state == "paused"]
    stage.keep([_break(stage, helper, turn) for turn, helper in enumerate(away)])
    # The accounts of those who are still expected are on their way: see welcoming.
    used = [helper for helper in placed if helper.state not in {"agreed", "offered"}]
    stage.keep([_account(stage, helper) for helper in used if helper.place and helper.place.version.needs_aware])


def manager(stage: Stage, helper: Helper) -> Person:
    return stage.holder(Appointment.Role.UNIT_MANAGER, helper.placement.unit)


def _placement(stage: Stage, helper: Helper) -> Placement:
    part = "mornings" if helper.hour < 12 else "afternoons" if helper.hour < 16 else "evenings"
    return Placement(
        reference=stage.reference(),
        volunteer=helper.volunteer,
        version=helper.place.version,
        unit=helper.place.unit,
        status=STATUS_OF.get(helper.state, Status.STARTED),
        weekly_minutes=helper.place.version.weekly_minutes,
        pattern=f"{DAYS[helper.weekday]} {part}",
        offered_by=stage.holder(Appointment.Role.MVPM, helper.borough),
        reply_by=stage.today + timedelta(days=9) if helper.state == "offered" else None,
        from_on=helper.from_on,
        until_on=helper.volunteer.left_on,
    )


def _steps(stage: Stage, helper: Helper) -> list[Step]:
    placement, since = helper.placement, helper.volunteer.since_on
    way = [(Status.OFFERED, placement.offered_by, stage.moment(since + timedelta(days=1), 15))]
    if placement.status != Status.OFFERED:
        way.append((Status.AGREED, helper.person, stage.moment(since + timedelta(days=2), 19)))
    if placement.status in {Status.STARTED, Status.ENDED}:
        way.append((Status.STARTED, manager(stage, helper), stage.moment(helper.from_on, 16)))
    if placement.status == Status.ENDED:
        way.append((Status.ENDED, placement.offered_by, stage.moment(helper.volunteer.left_on, 9)))
    return steps(placement, way)


def _welcomes(stage: Stage, helper: Helper) -> list[Welcome]:
    placement = helper.placement
    if placement.status != Status.STARTED:
        return []
    at, both = stage.moment(helper.from_on, 16), {"UNIT": manager(stage, helper), "VOLUNTEER": helper.person}
    if helper.from_on < stage.today - RECENT:
        return [Welcome(placement=placement, code=PAPERS, done_at=at, done_by=both["UNIT"])]
    sides = {"both": ("UNIT", "VOLUNTEER")}
    return [
        Welcome(placement=placement, code=item.code, side=side, done_at=at, done_by=both[side])
        for item in first_day(placement)
        for side in sides.get(item.whose, ("UNIT",))
    ]


def _break(stage: Stage, helper: Helper, turn: int) -> Break:
    """Every other one has said when they hope to be back."""
    back = stage.today + timedelta(days=10 + turn % 50) if turn % 2 else None
    noted = {"noted_by": helper.person, "noted_at": stage.moment(helper.until_on, 9)}
    return Break(
        reference=stage.reference(), volunteer=helper.volunteer, from_on=helper.until_on, until_on=back, **noted
    )


def _account(stage: Stage, helper: Helper) -> AwareAccount:
    since = helper.volunteer.since_on + timedelta(days=2)
    return AwareAccount(
        reference=stage.reference(),
        person=helper.person,
        login=f"v{helper.person.reference.lower()}",
        status="CLOSED" if helper.volunteer.left_on else "OPEN",
        asked_by=stage.holder(Appointment.Role.MVPM, helper.borough),
        from_on=since,
        read_at=stage.moment(since, 16),
        until_on=helper.volunteer.left_on,
    )
