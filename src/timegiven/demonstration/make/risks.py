"""Where each role may be done: its risk assessments, most in date, some due soon, some overdue."""

from datetime import timedelta

from timegiven.demonstration.make.stage import Place, Stage
from timegiven.library.models import Hazard, ProfileVersion, RiskAssessment, Task
from timegiven.people.models import Appointment
from timegiven.programme.content.profiles import ProfileSpec
from timegiven.programme.models import Unit

ROLES_A_BOROUGH = 9
YEAR = timedelta(days=365)
ALWAYS = "FC-01"  # front counter triage, everywhere


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
    stage.keep(assessments)
    stage.keep(hazards)


def _hazards(assessment: RiskAssessment, spec: ProfileSpec) -> list[Hazard]:
    return [
        Hazard(
            assessment=assessment,
            what=each.hazard,
            who=each.who,
            likelihood=each.likelihood,
            severity=each.severity,
            control=each.control,
            residual_likelihood=each.residual_likelihood,
            residual_severity=each.residual_severity,
        )
        for each in spec.hazards
    ]


def _where(
    stage: Stage, versions: list[tuple[ProfileVersion, ProfileSpec]]
) -> list[tuple[ProfileVersion, ProfileSpec, Unit]]:
    """Each role where it was conceived, and a handful of roles more in every borough."""
    where = {(version.pk, version.profile.unit_id): (version, spec, version.profile.unit) for version, spec in versions}
    movable = [(v, s) for v, s in versions if f"{stage.boroughs[0].code}-{s.unit_kind}" in stage.units]
    for borough in stage.boroughs:
        if borough.kind == Unit.Kind.OCU:
            continue
        chosen = stage.rng.sample(movable, ROLES_A_BOROUGH) + [pair for pair in movable if pair[1].code == ALWAYS]
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
