"""Who would like to hear when the force recruits, and what they were told last."""

from datetime import timedelta
from random import Random

from timegiven.demonstration.make.stage import Stage
from timegiven.engagement.models import RecruitmentNotice, RecruitmentWish
from timegiven.people.models import Appointment

WORDS = (
    "The force looks for people who answer the telephone in the control rooms, by day and by night.\n\n"
    "Applications are open for six weeks. The force’s own pages on careers say what is asked, and how to apply."
)


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} recruiting")  # noqa: S311 - dice for a story
    here = [helper.volunteer for helper in stage.helpers if helper.state == "settled"]
    asking = dice.sample(here, max(len(here) // 12, 1))
    stage.keep(
        [
            RecruitmentWish(volunteer=each, is_kept_after_leaving=dice.random() < 0.3, asked_on=stage.ago(60))
            for each in asking
        ]
    )
    written_at = stage.moment(stage.ago(35), 15)
    stage.keep(
        [
            RecruitmentNotice(
                reference=stage.reference_of(dice),
                title="Work in the control rooms",
                words=WORDS,
                written_by=stage.holder(Appointment.Role.CENTRAL_TEAM, stage.force),
                written_at=written_at,
                told_at=written_at + timedelta(minutes=1),
            )
        ]
    )
