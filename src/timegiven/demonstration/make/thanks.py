"""Milestones that were passed lately: some were thanked for, others wait."""

from random import Random

from timegiven.demonstration.make.stage import Stage, Step
from timegiven.engagement.models import Milestone, MilestoneStep
from timegiven.engagement.rules import years_passed
from timegiven.people.models import Appointment

YEARS = [1, 3, 5, 10, 15, 20]
HOW = ("In person, at the counter", "By telephone", "A card from the whole team")


def make(stage: Stage) -> None:
    dice = Random(f"thanks {stage.seed}")  # noqa: S311 - dice for a story
    made, walked = [], []
    for helper in stage.helpers:
        number = years_passed(since=helper.volunteer.since_on, day=stage.today, within=31, years=YEARS)
        if number is None or helper.state == "left":
            continue
        is_thanked = dice.random() < 0.4
        noticed = stage.moment(stage.ago(dice.randrange(1, 20)))
        one = Milestone(
            reference=stage.reference_of(dice),
            volunteer=helper.volunteer,
            kind="YEARS",
            number=number,
            status="THANKED" if is_thanked else "NOTICED",
            noticed_at=noticed,
        )
        made.append(one)
        walked.append(Step(one, "NOTICED", None, noticed))
        if is_thanked:
            by = stage.holder(Appointment.Role.MVPM, helper.borough)
            walked.append(Step(one, "THANKED", by, stage.moment(stage.today, 5), dice.choice(HOW)))
    stage.keep(made)
    stage.keep_steps(MilestoneStep, walked)
