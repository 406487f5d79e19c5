"""Applications on their way, at every stage, and some that ended before."""

from datetime import timedelta

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make import joining, names
from timegiven.demonstration.make.stage import Stage, Step, steps
from timegiven.joining.models import Application, ApplicationStep
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

Status = Application.Status
Role = Appointment.Role

# Where they stand, and how many in a thousand volunteers.
STAGES = {
    Status.REGISTERED: 26,
    Status.APPLIED: 34,
    Status.INTERVIEWED: 20,
    Status.VETTING: 24,
    Status.VETTED: 12,
    Status.DECLINED: 10,
    Status.WITHDRAWN: 14,
}
CAST = (("applicant-references", Status.APPLIED), ("applicant-vetting", Status.VETTING))
ORDER = [Status.REGISTERED, Status.APPLIED, Status.INTERVIEWED, Status.VETTING, Status.VETTED]
# How far the references are: in part by chance.
REFERENCES = {
    Status.REGISTERED: (),
    Status.APPLIED: ("NAMED", "ASKED", "ASKED", "GIVEN"),
    Status.DECLINED: ("GIVEN",),
    Status.WITHDRAWN: ("ASKED", "GIVEN"),
}


def make(stage: Stage) -> None:
    wanted = _wanted(stage)
    name = names.names(stage, len(wanted))
    people = [_person(stage, code, PLAYERS[code].name if code else next(name), where) for code, _, where in wanted]
    stage.keep(people)
    applications = [
        _application(stage, person, status, where) for person, (_, status, where) in zip(people, wanted, strict=True)
    ]
    stage.keep(applications)
    stage.keep_steps(ApplicationStep, [step for each in applications for step in _steps(stage, each)])
    asked = []
    for application, (code, status, _) in zip(applications, wanted, strict=True):
        kinds = ("ASKED",) if code == "applicant-references" else REFERENCES.get(status, ("GIVEN",))
        if kinds:
            asked.append((application, stage.rng.choice(kinds), 2))
    joining.references(stage, asked)


def _wanted(stage: Stage) -> list[tuple[str, str, Unit]]:
    """The cast in Camden, one at each stage there, and the others anywhere."""
    camden = stage.boroughs[0]
    boroughs = [borough for borough in stage.boroughs if borough.kind == Unit.Kind.BOROUGH]
    others = [
        ("", status, stage.rng.choice(boroughs))
        for status, share in STAGES.items()
        for _ in range(round(stage.size.volunteers * share / 1000))
    ]
    return [*((code, status, camden) for code, status in CAST), *(("", each, camden) for each in STAGES), *others]


def _person(stage: Stage, code: str, name: str, borough: Unit) -> Person:
    born_on = names.birthday(stage, 29 if code else names.an_age(stage))
    return names.person(stage, name, code=code, borough=borough, born_on=born_on)


def _application(stage: Stage, person: Person, status: str, borough: Unit) -> Application:
    """The further on, the longer ago it began; the register's own dates follow in _steps."""
    begun_on = stage.between(25, 40) if status == Status.APPLIED else stage.between(*_days_ago(status))
    interviewed = status in ORDER[2:]
    places = [place for place in stage.places[borough.pk] if place.strand == stage.strands["MVP"]]
    return Application(
        reference=stage.reference(),
        person=person,
        strand=stage.strands["MVP"],
        borough=borough,
        profile=stage.rng.choice(places).version.profile if stage.chance(0.8) else None,
        status=status,
        interview_at=stage.moment(begun_on + timedelta(days=24), 14) if interviewed else None,
        registered_at=stage.moment(begun_on, 20),
        **({} if status == Status.REGISTERED else joining.wishes(stage)),
    )


def _days_ago(status: str) -> tuple[int, int]:
    return {Status.REGISTERED: (1, 20), Status.INTERVIEWED: (26, 50), Status.VETTING: (40, 75)}.get(status, (80, 130))


def _steps(stage: Stage, application: Application) -> list[Step]:
    """Each stage so many days after the first, by whoever's turn it was."""
    reached = application.status
    way = ORDER[: ORDER.index(reached) + 1] if reached in ORDER else [*ORDER[:2], reached]
    mvpm = stage.holder(Role.MVPM, application.borough)
    doers = {Status.INTERVIEWED: mvpm, Status.VETTING: mvpm, Status.DECLINED: mvpm}
    doers[Status.VETTED] = stage.holder(Role.VETTING, stage.force)
    days = {Status.APPLIED: 5, Status.INTERVIEWED: 24, Status.VETTING: 30, Status.VETTED: 70}
    return steps(
        application,
        (
            (
                status,
                doers.get(status, application.person),
                application.registered_at + timedelta(days=days.get(status, 0 if status == Status.REGISTERED else 40)),
            )
            for status in way
        ),
    )
