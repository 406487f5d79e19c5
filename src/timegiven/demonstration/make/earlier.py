"""The months before the sessions that are made one by one: for each volunteer and month one sum, as paper kept it."""

from collections.abc import Iterator
from random import Random

from timegiven.demonstration.make.sessions import DAY, HALF_HOUR, MOST
from timegiven.demonstration.make.stage import Given, Helper, Stage
from timegiven.hours.models import Entry
from timegiven.kernel.time import add_months, month_of, next_month

MONTHS = 24  # a report to a committee sets its twelve months beside the twelve before
WHY = "What was given until then in this month, taken over from the paper register"


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} earlier")  # noqa: S311 - dice for a story
    usual = stage.size.reports * 240 / (stage.size.volunteers * stage.size.days)  # minutes of one volunteer on one day
    for helper in stage.helpers:
        if helper.placement is not None:
            stage.given += _months(stage, helper, usual * dice.uniform(0.6, 1.4), dice)


def _months(stage: Stage, helper: Helper, a_day: float, dice: Random) -> Iterator[Given]:
    begins, until = add_months(month_of(stage.today), -MONTHS), min(stage.from_on, helper.until_on)
    begins = max(begins, helper.from_on)
    while begins < until:
        month, ends = month_of(begins), min(next_month(begins), until)
        key, on = (helper.person.pk, month), ends - DAY
        likely = a_day * (ends - begins).days * dice.uniform(0.7, 1.3)
        minutes = int(min(likely, MOST - stage.minutes[key])) // HALF_HOUR * HALF_HOUR
        if minutes > 0:
            stage.minutes[key] += minutes
            source, at = stage.reference_of(dice), stage.moment(on, 17)
            yield Given(helper, on, minutes, Entry.Kind.SESSION, source, at, why=WHY)
        begins = ends
