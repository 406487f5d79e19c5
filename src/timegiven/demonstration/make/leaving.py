"""Those who have left; and, apart from them, the words that some of them offered."""

from timegiven.concerns.models import Leaving, OfferedWord
from timegiven.demonstration.make.stage import Stage
from timegiven.kernel.time import month_of
from timegiven.programme.content.leaving import LEAVING_REASONS


def make(stage: Stage) -> None:
    left = [helper for helper in stage.helpers if helper.volunteer.left_on]
    stage.keep(
        [
            Leaving(
                reference=stage.reference(),
                volunteer=helper.volunteer,
                at=stage.moment(helper.volunteer.left_on, 9),
                by=helper.person,
            )
            for helper in left
        ]
    )
    words = [reason.code for reason in LEAVING_REASONS for _ in range(reason.seen)]
    stage.keep(
        [
            OfferedWord(word=stage.rng.choice(words), month=month_of(helper.volunteer.left_on))
            for helper in left
            if stage.chance(0.5)
        ]
    )
