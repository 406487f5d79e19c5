"""Meetings of volunteers: each borough held one last month and has another in two weeks."""

from datetime import timedelta
from random import Random

from timegiven.demonstration.make.stage import Stage, Step
from timegiven.engagement.models import Invitation, VolunteerMeeting, VolunteerMeetingStep
from timegiven.people.models import Appointment

ABOUT = "Soup and sandwiches from half past five. The lift is on the left of the hall."
NEWS = (
    "The front counters keep their summer hours until October.\n\n"
    "A First Aid refresher is planned, and everybody who meets the public is offered a place.\n\n"
    "The bus times that one of you asked for now hang beside the door."
)


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} meetings")  # noqa: S311 - dice for a story
    here = [helper for helper in stage.helpers if helper.state == "settled"]
    made, walked, invited = [], [], []
    for borough in sorted({helper.borough.pk: helper.borough for helper in here}.values(), key=lambda unit: unit.pk):
        manager = stage.holder(Appointment.Role.MVPM, borough)
        for days, status in ((28, "HELD"), (-14, "PLANNED")):
            starts_at, told_at = stage.moment(stage.ago(days), 18), stage.moment(stage.ago(days + 21), 10)
            one = VolunteerMeeting(
                reference=stage.reference_of(dice),
                borough=borough,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=2),
                place=f"{borough.name} police station, the canteen",
                is_support=True,
                is_training=status == "HELD",
                is_information=True,
                about=ABOUT,
                news=NEWS if status == "HELD" else "",
                set_up_by=manager,
                invited_at=told_at,
                status=status,
            )
            made.append(one)
            walked.append(Step(one, "PLANNED", manager, told_at))
            if status == "HELD":
                walked.append(Step(one, "HELD", manager, starts_at + timedelta(hours=3)))
            answers = ["", "", "YES", "YES", "NO"]
            theirs = [helper.volunteer for helper in here if helper.borough == borough]
            invited += [Invitation(meeting=one, volunteer=each, answer=dice.choice(answers)) for each in theirs]
    stage.keep(made)
    stage.keep_steps(VolunteerMeetingStep, walked)
    stage.keep(invited)
