"""What became of the ideas that volunteers wrote beside their sessions and that have been read."""

from random import Random

from timegiven.demonstration.make.stage import Stage, Step
from timegiven.engagement.models import Idea, IdeaStep
from timegiven.people.models import Appointment

ANSWERS = (
    ("DONE", "It hangs beside the door since Monday. Thank you!", "The bus times hang beside the door now"),
    ("TRYING", "The unit tries it until the end of next month. I tell you then.", "A second chair is being tried"),
    ("PASSED_ON", "I have asked those who print the leaflets.", "Large print has been asked for"),
    ("NOT_NOW", "There is no room for it until the counter is rebuilt. I have made a note of it.", ""),
)


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} ideas")  # noqa: S311 - dice for a story
    written = [(given, report) for given, report in stage.known["reports"] if report.idea]
    for given, report in [pair for pair in written if pair[0].helper.borough.name == "Camden"][:2]:
        report.read_at = report.read_at or given.at
        report.read_by = stage.holder(Appointment.Role.MVPM, given.helper.borough)
        report.save(update_fields=["read_at", "read_by"])
    read = [report for _, report in written if report.read_at]
    made, walked = [], []
    for number, report in enumerate(read):
        status, words, line = ANSWERS[number % len(ANSWERS)]
        at = report.read_at
        idea = Idea(
            reference=stage.reference_of(dice),
            report=report,
            borough=report.person.volunteer.borough,
            status=status,
            words=words,
            line=line,
            moved_at=at,
        )
        made.append(idea)
        walked += [Step(idea, "READ", report.read_by, at), Step(idea, status, report.read_by, at)]
    stage.keep(made)
    stage.keep_steps(IdeaStep, walked)
