"""Around the first day: plans for those who are expected, and log-ins on their way."""

from datetime import timedelta
from random import Random

from timegiven.demonstration.make.placements import manager
from timegiven.demonstration.make.stage import Helper, Stage, Step
from timegiven.people.models import Appointment
from timegiven.placements.models import Arrival, AwareAccount, AwareStep, Welcome
from timegiven.placements.selectors import PLAN

Side = Welcome.Side
AWARE = AwareAccount.Status


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} welcoming")  # noqa: S311 - dice for a story, not for a secret
    expected = [helper for helper in stage.helpers if helper.state == "agreed" and helper.placement]
    planned = expected[::2]  # the others are still to be planned
    stage.keep([_arrival(stage, helper) for helper in planned])
    stage.keep([_told(stage, helper) for helper in planned])
    _aware_steps(stage)
    _aware_on_its_way(stage, expected, dice)


def _arrival(stage: Stage, helper: Helper) -> Arrival:
    days = 3 + (helper.weekday - stage.today.weekday() - 3) % 7
    host = manager(stage, helper)
    return Arrival(
        placement=helper.placement,
        meets_at=stage.moment(stage.today + timedelta(days=days), helper.hour),
        host=host.name,
        host_phone=host.phone or "",
        find="Come to the public entrance and say that you are the new volunteer. There is a ramp at the side.",
        bring="a photograph for the staff board, if you like",
        planned_by=host,
        planned_at=stage.moment(stage.ago(1), 15),
    )


def _told(stage: Stage, helper: Helper) -> Welcome:
    at = stage.moment(stage.ago(1), 15)
    return Welcome(placement=helper.placement, code=PLAN, side=Side.UNIT, done_at=at, done_by=manager(stage, helper))


def _aware_steps(stage: Stage) -> None:
    """The way of the accounts that are in use or closed."""
    made = []
    for account in AwareAccount.objects.filter(status__in=(AWARE.OPEN, AWARE.CLOSED)).select_related("asked_by"):
        since = account.from_on
        way = [(AWARE.REQUESTED, since - timedelta(days=1), 9), (AWARE.CREATED, since, 9), (AWARE.OPEN, since, 16)]
        if account.until_on:
            way.append((AWARE.CLOSED, account.until_on, 17))
        made += [Step(account, status, account.asked_by, stage.moment(day, hour)) for status, day, hour in way]
    stage.keep_steps(AwareStep, made)


def _aware_on_its_way(stage: Stage, expected: list[Helper], dice: Random) -> None:
    """Of those who are expected some wait for the log-in, and for some it lies ready."""
    needing = [helper for helper in expected if helper.place and helper.place.version.needs_aware]
    accounts = []
    for number, helper in enumerate(needing):
        if number % 3 == 2:
            continue  # nobody has asked yet
        asked_by = stage.holder(Appointment.Role.MVPM, helper.borough)
        reference = stage.reference_of(dice)
        account = AwareAccount(reference=reference, person=helper.person, asked_by=asked_by)
        if number % 3 == 1:
            account.status, account.login = AWARE.CREATED, f"v{helper.person.reference.lower()}"
        accounts.append(account)
    stage.keep(accounts)
    at = stage.moment(stage.ago(2), 11)
    made = [Step(account, AWARE.REQUESTED, account.asked_by, at) for account in accounts]
    ready = [account for account in accounts if account.status == AWARE.CREATED]
    made += [Step(account, AWARE.CREATED, account.asked_by, stage.moment(stage.ago(1), 11)) for account in ready]
    stage.keep_steps(AwareStep, made)
