"""The library: role profiles at every stage of their lives, and three proposals that went no further."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import chain, repeat

from timegiven.demonstration.make.stage import Stage, Step, steps
from timegiven.library.models import ProfileVersion, RoleProfile, RoleTraining, Task, VersionStep
from timegiven.people.models import Appointment, Person
from timegiven.programme.content.profiles import CATEGORIES, CONTRIBUTIONS, FAILED_PROPOSALS, PROFILES, ProfileSpec
from timegiven.programme.content.profiles.particulars import Particulars, particulars
from timegiven.programme.models import Unit
from timegiven.training.models import NamedCourse

Category, Status = RoleProfile.Category, ProfileVersion.Status
CATEGORY_OF = dict(zip(CATEGORIES, Category.values, strict=True))
CONTRIBUTION_OF = dict(zip(CONTRIBUTIONS, RoleProfile.Contribution.values, strict=True))

CAMDENS = {"FC-01", "ADM-01", "ADM-03", "NBH-01", "SPC-02"}  # conceived where the story plays
GAMES, CORPORATE = {"EVT-03", "EVT-04"}, {"SPC-01", "SPC-04", "MED-01", "RES-04"}
SECOND_EDITION = {"FC-02", "CTV-01", "VW-01", "NBH-05"}  # approved again, with more tasks
NEXT = {  # a new version of an approved role, and how far it is
    "ADM-03": Status.DRAFT, "RES-02": Status.DRAFT, "MED-03": Status.REJECTED,
    "NBH-01": Status.SUBMITTED, "FC-06": Status.SUBMITTED, "CTV-02": Status.SUBMITTED,
    "NBH-06": Status.RETURNED, "VW-04": Status.RETURNED,
}  # fmt: skip
ONE_MORE = {  # the task for which a new version is written
    Status.DRAFT: "Show a new volunteer where everything is.",
    Status.SUBMITTED: "Show a new volunteer where everything is.",
    Status.RETURNED: "Sit with a new volunteer on their first day.",
    Status.REJECTED: "Answer the questions of a local radio station on air.",
}
NOTES = {
    Status.RETURNED: "Please say who is in the room with the volunteer, and what happens when nobody is.",
    Status.REJECTED: "Speaking for the police on air is in the press officers' job description.",
}
PROPOSED_IN = {"NO-01": Category.VICTIMS, "NO-02": Category.ADMINISTRATION, "NO-03": Category.PUBLIC}
TALKED_OVER = (Status.SUBMITTED, Status.RETURNED, Status.APPROVED)
QUESTIONS = ("obligation", "overtime", "paid_job")


def make(stage: Stage) -> None:
    profiles = stage.keep([a_profile(stage, spec, turn) for turn, spec in enumerate(PROFILES)])
    versions: list[ProfileVersion] = []
    specs: dict[str, ProfileSpec] = {}
    for profile, spec in zip(profiles, PROFILES, strict=True):
        for version in _versions(stage, profile, spec):
            versions.append(version)
            specs[version.reference] = spec
    said = {reference: particulars(spec) for reference, spec in specs.items()}
    stage.keep(versions)
    stage.keep(
        [
            task
            for version in versions
            for task in listed(version, _tasks(version, specs[version.reference]), said[version.reference])
        ]
    )
    stage.keep(
        [
            RoleTraining(version=version, position=position, text=text)
            for version in versions
            for position, text in enumerate(said[version.reference].training, start=1)
        ]
    )
    stage.keep(
        [
            NamedCourse(version=version, course=stage.courses[code])
            for version in versions
            for code in specs[version.reference].role_training
        ]
    )
    stage.keep_steps(VersionStep, [step for version in versions for step in _steps(stage, version)])
    put_forward = {Status.SUBMITTED, Status.RETURNED}
    stage.known["every version"] = versions
    stage.known["put forward"] = [(v, specs[v.reference]) for v in versions if v.status in put_forward]
    stage.known["versions"] = [(v, specs[v.reference]) for v in versions if v.status == Status.APPROVED]
    _proposals(stage)


def listed(version: ProfileVersion, texts: Iterable[str], said: Particulars) -> list[Task]:
    """The tasks with their marks, each of which is a mark of the role as well; what was added later has none."""
    marked = chain(said.marks, repeat(frozenset[str]()))
    return [
        Task(version=version, position=position, text=text, **dict.fromkeys(marks, True))
        for position, (text, marks) in enumerate(zip(texts, marked, strict=False), start=1)
    ]


def a_profile(stage: Stage, spec: ProfileSpec, turn: int) -> RoleProfile:
    unit = _unit_for(stage, spec, turn)
    strand = "GAMES" if spec.code in GAMES else "CORP" if spec.code in CORPORATE else "MVP"
    return RoleProfile(
        reference=stage.reference(),
        title=spec.title,
        category=CATEGORY_OF[spec.category],
        contribution=CONTRIBUTION_OF[spec.contribution],
        strand=stage.strands[strand],
        unit=unit,
        proposed_by=stage.holder(Appointment.Role.UNIT_MANAGER, unit),
    )


def _unit_for(stage: Stage, spec: ProfileSpec, turn: int) -> Unit:
    """Headquarters' roles stand there; the others take turns among the boroughs."""
    if spec.unit_kind in stage.units and stage.units[spec.unit_kind] in stage.boroughs:
        return stage.units[spec.unit_kind]
    boroughs = [borough for borough in stage.boroughs if borough.kind == Unit.Kind.BOROUGH]
    borough = boroughs[0 if spec.code in CAMDENS else turn % len(boroughs)]
    return stage.units[f"{borough.code}-{spec.unit_kind}"]


def _versions(stage: Stage, profile: RoleProfile, spec: ProfileSpec) -> Iterable[ProfileVersion]:
    approved_on = stage.between(420, 1500)
    if spec.code in SECOND_EDITION:
        again_on = stage.between(60, 400)
        yield a_version(stage, profile, spec, 1, Status.SUPERSEDED, approved_on=approved_on, ended_on=again_on)
        yield a_version(stage, profile, spec, 2, Status.APPROVED, approved_on=again_on)
        return
    yield a_version(stage, profile, spec, 1, Status.APPROVED, approved_on=approved_on)
    if spec.code in NEXT:
        yield a_version(stage, profile, spec, 2, NEXT[spec.code])


def a_version(
    stage: Stage, profile: RoleProfile, spec: ProfileSpec, number: int, status: str, **days: object
) -> ProfileVersion:
    said = particulars(spec)
    no = dict(zip((f"why_not_{question}" for question in QUESTIONS), spec.answers, strict=True))
    return ProfileVersion(
        reference=stage.reference(),
        profile=profile,
        number=number,
        status=status,
        purpose=spec.purpose,
        vetting_level=spec.vetting_level,
        weekly_minutes=spec.weekly_minutes,
        kit=spec.kit,
        met_team_on=stage.between(30, 90) if status in TALKED_OVER else None,
        met_team_note="The team asked who looks after the volunteer, and agreed." if status in TALKED_OVER else "",
        **said.facts,
        **dict.fromkeys(frozenset[str]().union(*said.marks), True),
        **no,
        **days,
    )


def _tasks(version: ProfileVersion, spec: ProfileSpec) -> tuple[str, ...]:
    """A version that has been superseded had a task fewer, and one that is to supersede another has a task more."""
    if version.status == Status.SUPERSEDED:
        return spec.tasks[:-1]
    return (*spec.tasks, ONE_MORE[version.status]) if version.approved_on is None else spec.tasks


def _steps(stage: Stage, version: ProfileVersion) -> list[Step]:
    unit = version.profile.unit
    mvpm = stage.holder(Appointment.Role.MVPM, unit.borough)
    decided_on = version.approved_on or stage.between(3, 20)
    drafted, put, decided = (stage.moment(decided_on - timedelta(days=ago), 11) for ago in (40, 21, 0))
    if version.status == Status.SUBMITTED:
        put = decided
    way = {
        Status.DRAFT: [],
        Status.SUBMITTED: [(Status.SUBMITTED, mvpm, put)],
        Status.RETURNED: [(Status.SUBMITTED, mvpm, put), (Status.RETURNED, the_chair(stage), decided)],
        Status.REJECTED: [(Status.SUBMITTED, mvpm, put), (Status.REJECTED, the_chair(stage), decided)],
    }.get(version.status, [(Status.SUBMITTED, mvpm, put), (Status.APPROVED, the_chair(stage), decided)])
    if version.status == Status.SUPERSEDED:
        way = [*way, (Status.SUPERSEDED, mvpm, stage.moment(version.ended_on, 11))]
    way = [(Status.DRAFT, version.profile.proposed_by, drafted), *way]
    return steps(version, way, why=NOTES.get(version.status, ""))


def the_chair(stage: Stage) -> Person:
    return stage.seats["CHAIR"]


def _proposals(stage: Stage) -> None:
    """One proposal for each of the three questions, stopped because its answer was Yes."""
    boroughs = stage.boroughs[:3]
    for spec, borough in zip(FAILED_PROPOSALS, boroughs, strict=True):
        unit = stage.units[f"{borough.code}-{spec.unit_kind}"]
        manager = stage.holder(Appointment.Role.UNIT_MANAGER, unit)
        [profile] = stage.keep(
            [
                RoleProfile(
                    reference=stage.reference(),
                    title=spec.title,
                    category=PROPOSED_IN[spec.code],
                    contribution=RoleProfile.Contribution.TRAINED,
                    strand=stage.strands["MVP"],
                    unit=unit,
                    proposed_by=manager,
                )
            ]
        )
        yes = {f"is_{QUESTIONS[spec.question - 1]}": True}
        [version] = stage.keep(
            [
                ProfileVersion(
                    reference=stage.reference(), profile=profile, status=Status.RETIRED, purpose=spec.purpose, **yes
                )
            ]
        )
        stage.keep([Task(version=version, position=n, text=text) for n, text in enumerate(spec.tasks, start=1)])
        at = stage.moment(stage.between(20, 200), 14)
        way = [(Status.DRAFT, manager, at), (Status.RETIRED, manager, at)]
        stage.keep_steps(VersionStep, steps(version, way, why=spec.why))
