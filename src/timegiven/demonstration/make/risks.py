"""Where each role may be done: its risk assessments, most in date, some due soon, some overdue."""

import re
from datetime import timedelta
from random import Random

from timegiven.demonstration.make.stage import Place, Stage
from timegiven.library.models import Action, Change, Hazard, ProfileVersion, ReviewNotice, RiskAssessment, Task
from timegiven.people.models import Appointment
from timegiven.programme.content.profiles import ProfileSpec
from timegiven.programme.models import Unit

ROLES_A_BOROUGH = 9
YEAR = timedelta(days=365)
ALWAYS = "FC-01"  # front counter triage, everywhere
RENEWED = "FC-02"  # approved a second time: where the story plays, so that somebody there has yet to say yes
# By which words a hazard is known to be about a mark of the tasks.
ABOUT = {
    "is_public_facing": "visitor|crowd|telephone|angry|pushed|upsetting",
    "is_lifting": "lifting|box|stairs|shel(f|ves)|carry",
    "is_lone": "alone",
    "is_off_site": "outdoors|vehicle|crowd|weather",
    "handles_evidence": "stored item|sealed|information",
    "allows_own_vehicle": "driving|own car",
}
NONE_HERE = "We looked at it with the team: what is done about the hazards above covers it."
OWNERS = ("Unit manager", "Unit manager", "Borough MVP Manager", "Health and Safety adviser", "Facilities manager")
REPORTED = (
    ("We move to the second floor next week. There is no lift, and the shelves are higher.", False),
    ("The ceiling has come down in the back room after the rain. We work around it.", True),
)


def make(stage: Stage) -> None:
    versions: list[tuple[ProfileVersion, ProfileSpec]] = stage.known["versions"]
    tasks: dict[int, list[Task]] = {}
    for task in Task.objects.filter(version__in=[version for version, _ in versions]).order_by("version", "position"):
        tasks.setdefault(task.version_id, []).append(task)

    assessments, hazards = [], []
    for version, spec, unit in _where(stage, versions):
        assessment = _assessment(stage, version, unit)
        assessments.append(assessment)
        hazards += _hazards(assessment, spec)
        courses = [stage.courses[code] for code in spec.training]
        place = Place(version, unit, version.profile.strand, assessment.review_on, courses, tasks[version.pk])
        stage.places[unit.borough_id].append(place)
    for version, spec in stage.known["put forward"]:  # nothing goes to the Steering Group without one
        assessment = _assessment(stage, version, version.profile.unit)
        assessment.assessed_on, assessment.review_on = stage.ago(45), stage.ago(45) + YEAR
        assessments.append(assessment)
        hazards += _hazards(assessment, spec)
    changes = _changes(stage, assessments)
    reviews = {(each.version.pk, each.unit.pk): each.review_on for each in assessments}
    for place in (place for places in stage.places.values() for place in places):
        place.review_on = min(place.review_on, reviews.get((place.version.pk, place.unit.pk), place.review_on))
    stage.keep(assessments)
    stage.keep(hazards)
    stage.keep(_actions(stage, Random(f"risks {stage.seed} {stage.today}"), hazards))  # noqa: S311 - dice for a story
    stage.keep(changes)
    stage.keep(_notices(stage, assessments))


def _hazards(assessment: RiskAssessment, spec: ProfileSpec) -> list[Hazard]:
    """What is done already and what was still to come: of the controls of a profile the last is the further one."""
    hazards = []
    for each in spec.hazards:
        control, _, further = each.control.rpartition(", and ")
        left = (each.residual_likelihood, each.residual_severity)
        now = (each.likelihood, each.severity) if control else left
        hazards.append(
            Hazard(
                assessment=assessment,
                what=each.hazard,
                who=each.who,
                control=control or each.control,
                further=_sentence(further) if control else "",
                likelihood=now[0],
                severity=now[1],
                residual_likelihood=left[0],
                residual_severity=left[1],
                marks=_marks(assessment.version, f"{each.hazard} {each.control}"),
            )
        )
    answered = {mark for hazard in hazards for mark in hazard.marks}
    assessment.why_not = {mark: NONE_HERE for mark in _marked(assessment.version) if mark not in answered}
    return hazards


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _marked(version: ProfileVersion) -> list[str]:
    return [mark for mark in ABOUT if getattr(version, mark)]


def _marks(version: ProfileVersion, said: str) -> list[str]:
    """The marks of the version that a hazard answers, by what it says."""
    return [mark for mark in _marked(version) if re.search(ABOUT[mark], said, re.IGNORECASE)]


def _actions(stage: Stage, dice: Random, hazards: list[Hazard]) -> list[Action]:
    """Most of what was still to come is done; some of it is to do, and a little is overdue."""
    return [_action(stage, dice, hazard) for hazard in hazards if hazard.further]


def _action(stage: Stage, dice: Random, hazard: Hazard) -> Action:
    assessment = hazard.assessment
    due_on, throw = assessment.assessed_on + timedelta(days=dice.randint(20, 90)), dice.random()
    if throw < 0.05:
        due_on = max(assessment.assessed_on, stage.ago(dice.randint(2, 25)))
    is_done = throw >= 0.12 and due_on < stage.today
    return Action(
        reference=stage.reference_of(dice),
        hazard=hazard,
        what=hazard.further,
        owner=dice.choice(OWNERS),
        due_on=due_on,
        done_on=due_on - timedelta(days=dice.randint(0, 10)) if is_done else None,
        done_by=stage.holder(Appointment.Role.UNIT_MANAGER, assessment.unit) if is_done else None,
    )


def _notices(stage: Stage, assessments: list[RiskAssessment]) -> list[ReviewNotice]:
    """The notices that have been given of what is due."""
    return [
        ReviewNotice(
            assessment=each,
            days_before=before,
            review_on=each.review_on,
            at=stage.moment(each.review_on - timedelta(days=before), 7),
        )
        for each in assessments
        for before in (60, 30, 7, 0)
        if each.assessed_on < each.review_on - timedelta(days=before) <= stage.today
    ]


def _changes(stage: Stage, assessments: list[RiskAssessment]) -> list[Change]:
    """One unit of the story's borough says what has changed, and one elsewhere that it is not safe to go on."""
    first, *others = [borough.pk for borough in stage.boroughs]
    quiet = [each for each in assessments if stage.today + timedelta(days=60) < each.review_on and _may_change(each)]
    here = next((each for each in quiet if each.unit.borough_id == first), None)
    there = next((each for each in quiet if each.unit.borough_id in others), None)
    found = []
    for assessment, (what, is_stop), ago in zip((here, there), REPORTED, (2, 1), strict=True):
        if assessment is None:
            continue
        on = stage.ago(ago)
        assessment.review_on = on if is_stop else on + timedelta(days=14)
        found.append(
            Change(
                reference=stage.reference(),
                version=assessment.version,
                unit=assessment.unit,
                what=what,
                is_stop=is_stop,
                reported_by=stage.holder(Appointment.Role.UNIT_MANAGER, assessment.unit),
                at=stage.moment(on, 15),
            )
        )
    return found


def _may_change(assessment: RiskAssessment) -> bool:
    """Never the story's own front counter, and only what volunteers do now."""
    return not assessment.unit.code.endswith("-FC") and assessment.version.status == ProfileVersion.Status.APPROVED


def _where(
    stage: Stage, versions: list[tuple[ProfileVersion, ProfileSpec]]
) -> list[tuple[ProfileVersion, ProfileSpec, Unit]]:
    """Each role where it was conceived, and a handful of roles more in every borough."""
    where = {(version.pk, version.profile.unit_id): (version, spec, version.profile.unit) for version, spec in versions}
    movable = [(v, s) for v, s in versions if f"{stage.boroughs[0].code}-{s.unit_kind}" in stage.units]
    for borough in stage.boroughs:
        if borough.kind == Unit.Kind.OCU:
            continue
        wanted = {ALWAYS, RENEWED} if borough == stage.boroughs[0] else {ALWAYS}
        chosen = stage.rng.sample(movable, ROLES_A_BOROUGH) + [pair for pair in movable if pair[1].code in wanted]
        for version, spec in chosen:
            unit = stage.units[f"{borough.code}-{spec.unit_kind}"]
            where.setdefault((version.pk, unit.pk), (version, spec, unit))
    return list(where.values())


def _assessment(stage: Stage, version: ProfileVersion, unit: Unit) -> RiskAssessment:
    """One in sixteen is overdue and one in twelve due within the month; the story's front counter is in order."""
    dice = 1 if unit.code.endswith("-FC") else stage.rng.random()
    first, last = (375, 460) if dice < 1 / 16 else (340, 360) if dice < 1 / 7 else (10, 320)
    assessed_on = stage.between(first, last)
    return RiskAssessment(
        reference=stage.reference(),
        version=version,
        unit=unit,
        assessed_on=assessed_on,
        review_on=assessed_on + YEAR,
        assessed_by=stage.holder(Appointment.Role.MVPM, unit.borough),
    )
