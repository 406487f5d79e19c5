"""How each volunteer joined: application, references, clearance, agreement, pass."""

import json
from datetime import date, timedelta

from timegiven.demonstration.make.stage import Helper, Stage, Step, steps
from timegiven.joining.forms import Answers
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
from timegiven.joining.policies import CLEARANCE_YEARS, REFERENCES_NEEDED
from timegiven.joining.rules import every_section
from timegiven.kernel.references import digest
from timegiven.people.models import Appointment, Person
from timegiven.programme.content.abilities import LANGUAGES, SKILLS
from timegiven.programme.content.motivations import MOTIVATIONS
from timegiven.programme.content.names import COMMUNITIES

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
RENEWED_BEFORE = timedelta(days=100)  # a clearance is renewed before it ends
DAYS, PARTS = "MON TUE WED THU FRI SAT SUN".split(), "AM PM EVE".split()
ALL_SECTIONS = [section.code for section in every_section(referees=REFERENCES_NEEDED.default)]
KNOWN_AS = ("Former manager", "Tutor", "Colleague for five years", "Head teacher", "Chair of a local charity")
ABOUT = (
    "I have lived here for years and would like to do something for the people around me.",
    "I like to listen, and I am used to busy places.",
    "Paper does not frighten me: I kept the books of a small firm for a long time.",
    "I am at home during the day and would enjoy being useful somewhere.",
    "I speak two languages at home and often help neighbours with forms.",
)
ANSWERED = {
    "how_known": "We worked in the same office",
    "how_long": "4",
    "reliable": "yes",
    "trusted": "yes",
    "with_people": "Patient and friendly. People of all ages like to talk to them.",
    "doubts": "",
    "glad": "yes",
}


def make(stage: Stage) -> None:
    applications = stage.keep([_application(stage, helper) for helper in stage.helpers])
    taken_on = dict(zip([helper.person.reference for helper in stage.helpers], applications, strict=True))
    stage.keep_steps(
        ApplicationStep,
        [step for each in stage.helpers for step in _steps(stage, each, taken_on[each.person.reference])],
    )
    references(stage, [(application, "GIVEN", 2) for application in applications])
    stage.keep([row for each in stage.helpers for row in _clearances(stage, each, taken_on[each.person.reference])])
    stage.keep([_agreement(stage, helper) for helper in stage.helpers if helper.state != "new" or stage.chance(0.5)])
    _passes(stage)


def wishes(stage: Stage) -> dict[str, object]:
    """What an applicant says about themselves."""
    return {
        "motivations": sorted(m.code for m in stage.rng.sample(MOTIVATIONS, stage.rng.randint(1, 3))),
        "skills": sorted(stage.rng.sample(SKILLS, stage.rng.randint(1, 4))),
        "languages": sorted({"English", *stage.rng.sample(LANGUAGES, stage.rng.randint(0, 2))}),
        "availability": [*stage.rng.sample(DAYS, stage.rng.randint(1, 3)), stage.rng.choice(PARTS)],
        "how_often": "FORTNIGHT",
        "travel": ["BUS"],
        "about": stage.rng.choice(ABOUT),
        "saved": ALL_SECTIONS,
    }


def _application(stage: Stage, helper: Helper) -> Application:
    since = helper.volunteer.since_on
    return Application(
        reference=stage.reference(),
        person=helper.person,
        strand=helper.volunteer.strand,
        borough=helper.borough,
        profile=helper.place.version.profile,
        vetting_level=helper.place.version.vetting_level,
        status=Status.APPROVED,
        references_asked=REFERENCES_NEEDED.default,
        interview_at=stage.moment(since - timedelta(days=60), 14),
        registered_at=stage.moment(since - timedelta(days=90), 20),
        since=stage.moment(since, 12),
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
    """Referees: for each application so many, and how far they are.

    Who is "ASKED" is written as named; asking them is a deed, with a letter: see applicants.
    """
    rows = [
        _reference(stage, application, status, number)
        for application, status, many in wanted
        for number in range(1, many + 1)
    ]
    stage.keep(rows)
    way = ["NAMED", "ASKED", "GIVEN", "DECLINED"]
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
    given: dict[str, object] = {}
    if status == "GIVEN":
        given = {"answers": _answers(stage), "asked_at": application.registered_at + timedelta(days=9)}
        if application.status != Status.APPLIED:  # those of an open application wait to be judged
            given |= {"is_satisfactory": True, "judged_by": stage.holder(Role.MVPM, application.borough)}
    reference = stage.reference()
    return Reference(
        reference=reference,
        application=application,
        status="NAMED" if status == "ASKED" else status,
        position=number,
        name=_referee(stage),
        email=f"referee.{reference.lower()}@example.org",
        phone=f"020 7946 0{stage.rng.randint(0, 999):03}",
        known_as_what=stage.rng.choice(KNOWN_AS),
        **given,
    )


def _referee(stage: Stage) -> str:
    """A made-up name: of one community, like everybody's."""
    community = stage.rng.choice(COMMUNITIES)
    return f"{stage.rng.choice(community.given)} {stage.rng.choice(community.family)}"


def _answers(stage: Stage) -> str:
    """The seven answers as the page would have kept them."""
    if "answers" not in stage.known:
        form = Answers(ANSWERED)
        form.full_clean()
        stage.known["answers"] = json.dumps(form.in_words())
    return str(stage.known["answers"])


def _clearances(stage: Stage, helper: Helper, application: Application) -> list[Clearance]:
    """Each for the years of its level; whoever came longer ago has been cleared again in time."""
    lasts = good_for(application)
    ends = [helper.volunteer.since_on - timedelta(days=12) + lasts]
    if helper.state == "expiring":
        ends = [stage.today + timedelta(days=stage.rng.randint(5, 55))]
    elif helper.state == "clearance over":
        ends = [helper.until_on]
    while helper.state not in {"expiring", "clearance over"} and ends[-1] <= stage.today + timedelta(days=90):
        ends.append(ends[-1] + lasts - RENEWED_BEFORE)
    return [clearance(stage, application, until_on - lasts) for until_on in ends]


def good_for(application: Application) -> timedelta:
    """How long a clearance at the level of this application lasts."""
    return timedelta(days=365 * CLEARANCE_YEARS.default[application.vetting_level])


def clearance(stage: Stage, application: Application, from_on: date) -> Clearance:
    """What the vetting office decided on a day."""
    return Clearance(
        reference=stage.reference(),
        person=application.person,
        application=application,
        level=application.vetting_level,
        outcome=Clearance.Outcome.CLEARED,
        office_reference=f"V-{stage.rng.randint(10_000, 99_999)}",
        decided_by=stage.holder(Role.VETTING, stage.force),
        decided_at=stage.moment(from_on, 11),
        from_on=from_on,
        until_on=from_on + good_for(application),
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
    ends = dict(Clearance.objects.order_by("until_on").values_list("person", "until_on"))
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
            until_on=helper.volunteer.left_on or ends.get(helper.person.pk),
            **_code(stage, status),
        )
        passes.append(each)
        mvpm = stage.holder(Role.MVPM, helper.borough)
        done += steps(each, ((s, mvpm if s == Pass.Status.ASKED else office, stage.moment(on, 13)) for s, on in way))
    stage.keep(passes)
    stage.keep_steps(PassStep, done)


def _code(stage: Stage, status: str) -> dict[str, str]:
    """What the square code says, on a pass that has been made."""
    if status not in (Pass.Status.READY, Pass.Status.ISSUED):
        return {}
    code = f"{stage.reference()}{stage.reference()}{stage.reference()}"
    return {"check_code": code, "check_digest": digest(code)}


def _way_of_pass(stage: Stage, helper: Helper) -> list[tuple[str, date]]:
    since, Kind = helper.volunteer.since_on, Pass.Status  # noqa: N806 - a class
    asked, issued = (Kind.ASKED, since), (Kind.ISSUED, since + timedelta(days=2))
    if helper.state == "clearance over":
        return [asked, issued, (Kind.EXPIRED, helper.until_on)]
    if helper.state == "new":
        return [asked, (Kind.READY, stage.ago(1))] if helper.person.pk % 2 and since < stage.ago(2) else [asked]
    if helper.volunteer.left_on:
        left = helper.volunteer.left_on
        return [asked, issued, (Kind.RECALLED, left), (Kind.RETURNED, min(left + timedelta(days=4), stage.ago(1)))]
    if helper.state == "pass lost":
        return [asked, issued, (Kind.LOST, min(helper.until_on, stage.ago(1)))]
    return [asked, issued]
