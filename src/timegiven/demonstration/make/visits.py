"""Who came and who left in the last days, and what volunteers wrote beside their sessions for the MVP Managers."""

import json
from collections.abc import Sequence
from datetime import time, timedelta
from random import Random

from timegiven.attendance.models import LateEntry, Presence, Query, SessionReport
from timegiven.demonstration.make.stage import Given, Stage
from timegiven.hours import services as hours

How, Answer = Presence.How, Query.Answer
DAYS = 14  # of which the comings and goings are kept in this story
WORRIES = (
    "The light on the back stairs has been out for two weeks, and the steps are steep.",
    "A visitor followed me to the bus stop. Nothing happened, but I did not like it.",
    "I am not sure what to do when somebody cries at the counter.",
)
IDEAS = (
    "A list of the bus times on the wall would save us ten questions a day.",
    "Large-print copies of the leaflet for people like me who forget their glasses.",
    "A second chair behind the counter.",
)
THANKS = (
    "To Sergeant Hale, who found me a warmer room.",
    "To the whole team for the card on my birthday.",
    "To Joan, for showing me the new list twice.",
)
ELSE = (
    "Helped to carry four boxes up from the store.",
    "Took a letter to the post office for the team.",
    "Showed two students round the building.",
    "Rang a lady back about her bicycle.",
)
WORDS_IN = 40  # of so many reports one has words for the MVP Manager, and one something beyond the role


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} visits {stage.today}")  # noqa: S311 - dice of its own, so that the others fall as before
    recent = [(given, report) for given, report in stage.known["reports"] if given.on >= stage.ago(DAYS)]
    if recent:
        _came(stage, dice, recent)
        _wrote(stage, dice, recent)
    _late(stage, dice)
    hours.close_due(at=stage.at)


def _came(stage: Stage, dice: Random, recent: Sequence[tuple[Given, SessionReport]]) -> None:
    """Half of them were written down; some are in the building now, and of a few nobody said when they left."""
    written = [pair for pair in recent if dice.random() < 0.5]
    rows = [
        Presence(
            reference=stage.reference_of(dice),
            placement=given.helper.placement,
            person=given.helper.person,
            unit=given.helper.place.unit,
            offer=report.offer,
            came_at=report.starts_at,
            came_how=(how := dice.choice((How.TABLET, How.TABLET, How.PHONE, How.SUPERVISOR))),
            left_at=report.ends_at,
            left_how=how,
        )
        for given, report in written
    ]
    stage.keep(rows)
    for (_, report), presence in zip(written, rows, strict=True):
        report.presence = presence
    SessionReport.objects.bulk_update([report for _, report in written], ["presence"], batch_size=500)
    settled = [helper for helper in stage.helpers if helper.state == "settled" and not helper.code and helper.placement]
    here = dice.sample(settled, min(len(settled), 60))
    cut = max(1, len(here) - 12)
    stage.keep([_now(stage, dice, helper, forgotten=number >= cut) for number, helper in enumerate(here)])


def _now(stage: Stage, dice: Random, helper: object, *, forgotten: bool) -> Presence:
    came_at = stage.moment(stage.ago(2), 10, dice.randint(0, 9)) if forgotten else stage.moment(stage.today, 6, 30)
    return Presence(
        reference=stage.reference_of(dice),
        placement=helper.placement,
        person=helper.person,
        unit=helper.place.unit,
        came_at=came_at,
        came_how=How.TABLET,
        is_forgotten=forgotten,
    )


def _wrote(stage: Stage, dice: Random, recent: Sequence[tuple[Given, SessionReport]]) -> None:
    """Words for the MVP Manager, and quiet questions; the last days' still wait."""
    of_camden = [pair for pair in recent if pair[0].helper.borough.name == "Camden" and not pair[0].helper.code]
    chosen = of_camden[-9:] + [pair for pair in recent if dice.randrange(WORDS_IN) == 0]
    unique = list({report.pk: (given, report) for given, report in chosen}.values())
    queries = []
    for number, (given, report) in enumerate(unique):
        kind = number % 4
        if kind == 3:
            report.something_else = dice.choice(ELSE)
            queries.append(_query(stage, dice, given, report))
        else:
            name, words = (("worry", WORRIES), ("idea", IDEAS), ("thank_you", THANKS))[kind]
            setattr(report, name, dice.choice(words))
            report.has_words, report.is_concern = True, name == "worry" and dice.random() < 0.4
            if given.on < stage.ago(7):
                report.read_at = stage.moment(given.on + timedelta(days=2), 11)
                report.read_by = stage.holder("MVPM", given.helper.borough)
    fields = ["something_else", "worry", "idea", "thank_you", "has_words", "is_concern", "read_at", "read_by"]
    SessionReport.objects.bulk_update([report for _, report in unique], fields, batch_size=200)
    stage.keep(queries)


def _query(stage: Stage, dice: Random, given: Given, report: SessionReport) -> Query:
    asked = Query(reference=stage.reference_of(dice), report=report, asked_at=given.at)
    if given.on < stage.ago(7):
        asked.answer = dice.choice((Answer.WITHIN, Answer.ADDED, Answer.NOT_COVERED))
        asked.answered_at = stage.moment(given.on + timedelta(days=2), 11)
        asked.answered_by = stage.holder("MVPM", given.helper.borough)
    return asked


def _late(stage: Stage, dice: Random) -> None:
    """Reports that came later than a volunteer can add them; Camden has two."""
    on = stage.ago(37)
    settled = [
        each for each in stage.helpers
        if each.state == "settled" and not each.code and each.placement and each.from_on < on
    ]  # fmt: skip
    camden = [each for each in settled if each.borough.name == "Camden"][:2]
    others = dice.sample(settled, min(len(settled), 6))
    rows = [
        LateEntry(
            reference=stage.reference_of(dice),
            placement=helper.placement,
            person=helper.person,
            on=on,
            starts=time(17),
            typed=json.dumps(_typed(stage, helper, number)),
            sent_at=stage.moment(stage.ago(number % 3 + 1), 19),
        )
        for number, helper in enumerate({each.person.pk: each for each in camden + others}.values())
    ]
    stage.keep(rows)


def _typed(stage: Stage, helper: object, number: int) -> dict[str, list[str]]:
    on = stage.ago(37)
    return {
        "day": [f"{on.day}/{on.month}/{on.year}"],
        "starts": ["5pm"],
        "ends": ["6pm" if number % 2 else "6:30pm"],
        "tasks": [str(helper.place.tasks[0].position)],
        "how_it_went": ["I was in hospital and only found my note now. It was a good evening."],
    }
