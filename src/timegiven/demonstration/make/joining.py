"""How each volunteer joined: application, references, clearance, agreement, pass."""

import json
from datetime import date, timedelta

from timegiven.demonstration.make.stage import Helper, Stage, Step, steps
from timegiven.joining.models import (
    Agreement,
    Application,
    ApplicationStep,
    Clearance,
    Pass,
    PassStep,
    Reference,
    ReferenceStep,
)
from timegiven.people.models import Appointment, Person
from timegiven.programme.content.abilities import LANGUAGES, SKILLS
from timegiven.programme.content.motivations import MOTIVATIONS

Status = Application.Status
Role = Appointment.Role

# Days before they were taken on, and whose deed it was.
WAY = (
    (Status.REGISTERED, 90, None),
    (Status.APPLIED, 84, None),
    (Status.INTERVIEWED, 60, Role.MVPM),
    (Status.VETTING, 55, Role.MVPM),
    (Status.VETTED, 12, Role.VETTING),
    (Status.APPROVED, 0, Role.MVPM),
)
FIVE_YEARS = timedelta(days=5 * 365 + 1)
KNOWN_AS = ("Former manager", "Tutor", "Colleague for five years", "Head teacher", "Chair of a local charity")
ABOUT = (
    "I have lived here for years and would like to do something for the people around me.",
    "I like to listen, and I am used to busy places.",
    "Paper does not frighten me: I kept the books of a small firm for a long time.",
    "I am at home during the day and would enjoy being useful somewhere.",
    "I speak two languages at home and often help neighbours with forms.",
)
AVAILABILITY = ("weekday mornings", "weekday afternoons", "evenings", "Saturdays", "Sundays")
ANSWERS = json.dumps({"known_for": "Six years", "recommends": "yes", "words": "Reliable, kind and discreet."})


def make(stage: Stage) -> None:
    applications = stage.keep([_application(stage, helper) for helper in stage.helpers])
    taken_on = dict(zip([helper.person.reference for helper in stage.helpers], applications, strict=True))
    stage.keep_steps(
        ApplicationStep,
        [step for each in stage.helpers for step in _steps(stage, each, taken_on[each.person.reference])],
    )
    references(stage, [(application, "GIVEN", 2) for application in applications])
    stage.keep(
        [row for each in stage.helpers for row in _clearances(stage, each, taken_on[each.person.reference])]
    )
    stage.keep([_agreement(stage, helper) for helper in stage.helpers if helper.state != "new" or stage.chance(0.5)])
    _passes(stage)


def wishes(stage: Stage) -> dict[str, object]:
    """What an applicant says about themselves."""
    return {
        "motivations": sorted(m.code for m in stage.rng.sample(MOTIVATIONS, stage.rng.randint(1, 3))),
        "skills": sorted(stage.rng.sample(SKILLS, stage.rng.randint(1, 4))),
        "languages": sorted({"English", *stage.rng.sample(LANGUAGES, stage.rng.randint(0, 2))}),
        "availability": stage.rng.sample(AVAILABILITY, stage.rng.randint(1, 2)),
        "about": stage.rng.choice(ABOUT),
    }


def _application(stage: Stage, helper: Helper) -> Application:
    since = helper.volunteer.since_on
    return Application(
        reference=stage.reference(),
        person=helper.person,
        strand=helper.volunteer.strand,
        borough=helper.borough,
        profile=helper.place.version.profile if helper.place else None,
        status=Status.APPROVED,
        interview_at=stage.moment(since - timedelta(days=60), 14),
        registered_at=stage.moment(since - timedelta(days=90), 20),
        **wishes(stage),
    )


def _steps(stage: Stage, helper: Helper, application: Application) -> list[Step]:
    return steps(
        application,
        (
            (
                status,
                doer(stage, role, helper.borough, helper.person),
                stage.moment(helper.volunteer.since_on - timedelta(days=ago), 12),
            )
            for status, ago, role in WAY
        ),
    )


def doer(stage: Stage, role: str | None, borough: object, applicant: Person) -> Person:
    """Who acts for this role: the applicant themselves where it is nobody's."""
    if role is None:
        return applicant
    return stage.holder(role, stage.force if role == Role.VETTING else borough)


def references(stage: Stage, wanted: list[tuple[Application, str, int]]) -> list[Reference]:
    """Referees: for each application so many, and how far they are."""
    rows = [
        _reference(stage, application, status, number)
        for application, status, many in wanted
        for number in range(1, many + 1)
    ]
    stage.keep(rows)
    way = ["NAMED", "ASKED", "GIVEN"]
    stage.keep_steps(
        ReferenceStep,
        [
            step
            for row in rows
            for step in steps(
                row,
                (
                    (status, None if status == "GIVEN" else row.application.person, _asked(row, 3 * days))
                    for days, status in enumerate(way[: way.index(row.status) + 1])
                ),
            )
        ],
    )
    return rows


def _asked(row: Reference, days: int) -> object:
    return row.application.registered_at + timedelta(days=6 + days)


def _reference(stage: Stage, application: Application, status: str, number: int) -> Reference:
    mvpm = stage.holder(Role.MVPM, application.borough)
    good = {"is_satisfactory": True, "judged_by": mvpm, "answers": ANSWERS} if status == "GIVEN" else {}
    reference = stage.reference()
    return Reference(
        reference=reference,
        application=application,
        status=status,
        name=f"Referee {'AB'[number - 1]} of {application.person.name}",
        email=f"referee.{reference.lower()}@example.org",
        phone=f"020 7946 0{stage.rng.randint(0, 999):03}",
        known_as_what=stage.rng.choice(KNOWN_AS),
        **good,
    )


def _clearances(stage: Stage, helper: Helper, application: Application) -> list[Clearance]:
    """Five years each; whoever came longer ago has been cleared again."""
    first = helper.volunteer.since_on - timedelta(days=12) + FIVE_YEARS
    if helper.state == "expiring":
        ends = [stage.today + timedelta(days=stage.rng.randint(5, 55))]
    elif helper.state == "clearance over":
        ends = [helper.until_on]
    elif first > stage.today + timedelta(days=90):
        ends = [first]
    else:
        ends = [first, first + FIVE_YEARS - timedelta(days=100)]
    return [_clearance(stage, helper, application, until_on) for until_on in ends]


def _clearance(stage: Stage, helper: Helper, application: Application, until_on: date) -> Clearance:
    from_on = until_on - FIVE_YEARS
    return Clearance(
        reference=stage.reference(),
        person=helper.person,
        application=application,
        level=helper.place.version.vetting_level if helper.place else "NPPV2A",
        outcome=Clearance.Outcome.CLEARED,
        office_reference=f"V-{stage.rng.randint(10_000, 99_999)}",
        decided_by=stage.holder(Role.VETTING, stage.force),
        decided_at=stage.moment(from_on, 11),
        from_on=from_on,
        until_on=until_on,
    )


def _agreement(stage: Stage, helper: Helper) -> Agreement:
    edition = stage.known["statement"]
    accepted_on = max(helper.volunteer.since_on, edition.issued_on + timedelta(days=stage.rng.randint(0, 20)))
    return Agreement(
        person=helper.person,
        edition=edition,
        accepted_at=stage.moment(min(accepted_on, stage.ago(1)), 18),
        recorded_by=helper.person if helper.person.email else stage.holder(Role.MVPM, helper.borough),
        typed_name=helper.person.name,
    )


def _passes(stage: Stage) -> None:
    office = stage.holder(Role.PASSES, stage.force)
    passes, done = [], []
    for number, helper in enumerate(stage.helpers, start=10_001):
        way = _way_of_pass(stage, helper)
        from_on = helper.volunteer.since_on + timedelta(days=2)
        status = way[-1][0]
        each = Pass(
            reference=stage.reference(),
            person=helper.person,
            borough=helper.borough,
            status=status,
            number="" if status == Pass.Status.ASKED else f"V{number}",
            from_on=from_on,
            until_on=helper.volunteer.left_on,
        )
        passes.append(each)
        mvpm = stage.holder(Role.MVPM, helper.borough)
        done += steps(
            each, ((s, mvpm if s == Pass.Status.ASKED else office, stage.moment(on, 13)) for s, on in way)
        )
    stage.keep(passes)
    stage.keep_steps(PassStep, done)


def _way_of_pass(stage: Stage, helper: Helper) -> list[tuple[str, date]]:
    since, Kind = helper.volunteer.since_on, Pass.Status  # noqa: N806 - a class
    asked, issued = (Kind.ASKED, since), (Kind.ISSUED, since + timedelta(days=2))
    if helper.state == "new":
        return [asked]
    if helper.volunteer.left_on:
        left = helper.volunteer.left_on
        return [asked, issued, (Kind.RECALLED, left), (Kind.RETURNED, min(left + timedelta(days=4), stage.ago(1)))]
    if helper.state == "pass lost":
        return [asked, issued, (Kind.LOST, min(helper.until_on, stage.ago(1)))]
    return [asked, issued]
