"""The next four weeks: duties that units would welcome, and what volunteers have said so far."""

from datetime import date, timedelta

from timegiven.demonstration.make.duties import Duties
from timegiven.demonstration.make.sessions import MOST
from timegiven.demonstration.make.stage import Helper, Stage
from timegiven.kernel.time import month_of
from timegiven.rota.models import Offer

Status = Offer.Status
WEEKS = 4
ANSWERS = (Status.ACCEPTED,) * 6 + (Status.OPEN,) * 3 + (Status.DECLINED,)
DAY = timedelta(days=1)
TUESDAY, FRIDAY = 1, 4


def make(stage: Stage) -> None:
    duties = Duties(stage)
    for helper in stage.helpers:
        if helper.code == "camden-volunteer":
            _story(stage, duties, helper)
        elif helper.state == "settled" and helper.code != "camden-near-cap":
            for on in _days(stage, helper):
                _offer(stage, duties, helper, on, stage.rng.choice(ANSWERS))
        if helper.state == "settled" and stage.chance(0.12):
            _nobody_yet(stage, duties, helper)
    duties.keep()


def _days(stage: Stage, helper: Helper) -> list[date]:
    days = [stage.today + number * DAY for number in range(1, 7 * WEEKS + 1)]
    return [on for on in days if on.weekday() == helper.weekday and on < helper.until_on and stage.chance(0.6)]


def _offer(stage: Stage, duties: Duties, helper: Helper, on: date, status: str, *, hour: int = 0) -> None:
    """Nobody is offered more than their month still holds."""
    key = helper.person.pk, month_of(on)
    if stage.minutes[key] + 240 > MOST:
        return
    if status != Status.DECLINED:
        stage.minutes[key] += 240
    duties.offer(helper, stage.moment(on, hour or helper.hour), 240, status, stage.at - timedelta(hours=9))


def _story(stage: Stage, duties: Duties, helper: Helper) -> None:
    """Next Tuesday 10am to 2pm is agreed; the Friday after is offered and waits for an answer."""
    tuesday = stage.today + DAY * ((TUESDAY - stage.today.weekday() - 1) % 7 + 1)
    friday = tuesday + DAY * (FRIDAY - TUESDAY)
    _offer(stage, duties, helper, tuesday, Status.ACCEPTED, hour=10)
    _offer(stage, duties, helper, friday, Status.OPEN, hour=14)


def _nobody_yet(stage: Stage, duties: Duties, helper: Helper) -> None:
    """A duty that has not been offered to anyone: somebody may say that they would like it."""
    on = stage.today + DAY * stage.rng.randint(2, 7 * WEEKS)
    if on < helper.until_on:
        duties.duty(helper.place, stage.moment(on, stage.rng.choice((11, 15))), 240)
