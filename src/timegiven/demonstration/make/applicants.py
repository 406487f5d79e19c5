"""Applications on their way, at every stage, and some that ended before."""

from datetime import datetime, timedelta

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make import joining, names
from timegiven.demonstration.make import people as people_of
from timegiven.demonstration.make.stage import Stage, Step, steps
from timegiven.joining.models import Application, ApplicationStep, Reference
from timegiven.joining.policies import REFERENCE_REMINDER_DAYS
from timegiven.joining.services import references as referees
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
# After how many days, as a rule; the ends come after 40.
REACHED = {Status.REGISTERED: 0, Status.APPLIED: 5, Status.INTERVIEWED: 24, Status.VETTING: 30, Status.VETTED: 70}
# How far the references are: in part by chance.
REFERENCES = {
    Status.REGISTERED: (),
    Status.APPLIED: ("NAMED", "ASKED", "ASKED", "GIVEN"),
    Status.DECLINED: ("GIVEN",),
    Status.WITHDRAWN: ("GIVEN",),
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
    stage.known["applicants"] = applications
    asked = []
    for application, (code, status, _) in zip(applications, wanted, strict=True):
        kinds = ("ASKED",) if code == "applicant-references" else REFERENCES.get(status, ("GIVEN",))
        if kinds:
            asked.append((application, stage.rng.choice(kinds), 2))
    _ask(stage, joining.references(stage, asked), {each.pk for each, kind, _ in asked if kind == "ASKED"})
    vetted = [application for application in applications if application.status == Status.VETTED]
    stage.keep([joining.clearance(stage, each, stage.between(3, 9)) for each in vetted])
    people_of.contacts(stage, [each.person for each in applications if each.status != Status.REGISTERED])


def _ask(stage: Stage, named: list[Reference], wanted: set[int]) -> None:
    """Ask by the programme's own deed, so that each has a letter with a private link that works."""
    for reference in named:
        application = reference.application
        if application.pk in wanted:
            at = min(application.registered_at + timedelta(days=9), stage.at - timedelta(days=2))
            referees.ask(reference, by=application.person, at=at)
            reminders = sum(1 for days in REFERENCE_REMINDER_DAYS.default if (stage.at - at).days >= days)
            Reference.objects.filter(pk=reference.pk).update(reminders=reminders)


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
    begun_on = stage.between(*_days_ago(status))
    interviewed = status in ORDER[2:]
    places = [place for place in stage.places[borough.pk] if place.strand == stage.strands["MVP"]]
    version = stage.rng.choice(places).version
    profile, level = (version.profile, version.vetting_level) if stage.chance(0.8) else (None, "NPPV2A")
    return Application(
        reference=stage.reference(),
        person=person,
        strand=stage.strands["MVP"],
        borough=borough,
        profile=profile,
        vetting_level=level if status in ORDER[3:] else "",
        status=status,
        interview_at=stage.moment(begun_on + timedelta(days=24), 14) if interviewed else None,
        registered_at=stage.moment(begun_on, 20),
        since=_reached(stage.moment(begun_on, 20), status),
        **({"saved": ["name", "born", "reach"]} if status == Status.REGISTERED else joining.wishes(stage)),
    )


def _days_ago(status: str) -> tuple[int, int]:
    return {
        Status.REGISTERED: (1, 20),
        Status.APPLIED: (13, 18),
        Status.INTERVIEWED: (26, 50),
        Status.VETTING: (40, 75),
    }.get(status, (80, 130))


def _reached(registered_at: datetime, status: str) -> datetime:
    return registered_at + timedelta(days=REACHED.get(status, 40))


def _steps(stage: Stage, application: Application) -> list[Step]:
    """Each stage so many days after the first, by whoever's turn it was."""
    reached = application.status
    way = ORDER[: ORDER.index(reached) + 1] if reached in ORDER else [*ORDER[:2], reached]
    mvpm = stage.holder(Role.MVPM, application.borough)
    doers = {Status.INTERVIEWED: mvpm, Status.VETTING: mvpm, Status.DECLINED: mvpm}
    doers[Status.VETTED] = stage.holder(Role.VETTING, stage.force)
    return steps(
        application,
        (
            (
                status,
                doers.get(status, application.person),
                _reached(application.registered_at, status),
            )
            for status in way
        ),
    )
