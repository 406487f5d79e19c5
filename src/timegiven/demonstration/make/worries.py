"""What volunteers told their MVP Managers lately, and how far it is; one of them told the Central Team instead."""

from datetime import timedelta
from random import Random

from timegiven.concerns.models import Concern, ConcernStep, DayOff, DayOffStep, Said
from timegiven.demonstration.make.stage import Helper, Stage, Step
from timegiven.people.models import Appointment, Person

TOLD = (
    ("I never know whom to ask on Saturdays. Last week I stood there for half an hour.", "KNOW", "TOLD"),
    ("", "RING", "TOLD"),
    ("The new computer makes me feel slow, and somebody sighed about it.", "MEET", "IN_HAND"),
    ("I was asked to carry boxes again, and my back hurts.", "KNOW", "READ"),
    ("Nobody said hello for three weeks. Now they do. Thank you for asking them.", "KNOW", "SETTLED"),
)
DONE = "I have talked with the unit. From next week Joan shows you round, and I come by on Tuesday."
ENDED = "The whole team has talked about it. Please tell me at once if it happens again."
ABOUT_MANAGER = "I have left four messages and nobody has rung me back."


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} worries")  # noqa: S311 - dice of its own, so that the others fall as before
    settled = [each for each in stage.helpers if each.state == "settled" and each.placement]
    camden = [each for each in settled if each.borough.name == "Camden" and not each.code][-len(TOLD) :]
    camden[2:3] = [each for each in stage.helpers if each.code == "camden-volunteer"] or camden[2:3]
    elsewhere = [each for each in settled if each.borough.name != "Camden" and not each.code]
    others = dice.sample(elsewhere, min(len(elsewhere), 12))
    made, walked, said = [], [], []
    for number, helper in enumerate([*camden, *others]):
        words, wish, status = TOLD[number % len(TOLD)]
        hearer = stage.holder(Appointment.Role.MVPM, helper.borough)
        one, steps, answers = _told(stage, dice, helper, hearer, words=words, wish=wish, status=status)
        made.append(one)
        walked += steps
        said += answers
    _not_that_day(stage, dice, camden[0])
    about, steps, _ = _told(stage, dice, others[0], None, words=ABOUT_MANAGER, wish="RING", status="TOLD")
    about.is_for_team = True
    stage.keep([*made, about])
    stage.keep_steps(ConcernStep, [*walked, *steps])
    stage.keep(said)


def _not_that_day(stage: Stage, dice: Random, helper: Helper) -> None:
    """Somebody was not well enough yesterday, and the MVP Manager has not rung yet."""
    manager, at = stage.holder(Appointment.Role.MVPM, helper.borough), stage.moment(stage.ago(1), 9)
    day_off = DayOff(
        reference=stage.reference_of(dice),
        volunteer=helper.volunteer,
        on=stage.ago(1),
        ground=DayOff.Ground.MEDICATION,
        asked_at=at,
        asked_by=manager,
    )
    stage.keep([day_off])
    stage.keep_steps(DayOffStep, [Step(day_off, "ASKED", manager, at)])


def _told(
    stage: Stage, dice: Random, helper: Helper, hearer: Person | None, *, words: str, wish: str, status: str
) -> tuple[Concern, list[Step], list[Said]]:
    at = stage.moment(stage.ago(1 if status == "TOLD" else dice.randrange(4, 20)), 18)
    one = Concern(
        reference=stage.reference_of(dice),
        person=helper.person,
        borough=helper.borough,
        words=words,
        wish=wish,
        status=status,
        told_at=at,
        told_by=helper.person,
        moved_at=at,
    )
    steps, said = [Step(one, "TOLD", helper.person, at)], []
    if hearer and status != "TOLD":
        steps.append(Step(one, "READ", hearer, at + timedelta(hours=15)))
    if hearer and status in {"IN_HAND", "SETTLED"}:
        one.moved_at = at + timedelta(hours=20)
        steps.append(Step(one, status, hearer, one.moved_at))
        said.append(Said(of=one, by=hearer, at=one.moved_at, words=DONE if status == "IN_HAND" else ENDED))
    return one, steps, said
