"""Roles with a history: one copied from another borough, one ended for cause, and tasks that units asked for."""

from datetime import timedelta

from timegiven.demonstration.make import profiles
from timegiven.demonstration.make.stage import Stage, steps
from timegiven.library import services as library
from timegiven.library.models import ProfileVersion, RoleProfile, SearchWord, Task, TaskRequest, VersionStep
from timegiven.people.models import Appointment
from timegiven.programme.content.profiles.particulars import particulars
from timegiven.programme.models import Unit

Category, Status = RoleProfile.Category, ProfileVersion.Status

COPIED = "ADM-01"  # the last borough has brought it home, and the Steering Group has yet to see it
ASKED = (  # tasks that somebody would like added, and what became of them
    ("FC-01", "Water the plants in the waiting room.", "Visitors notice when they are dry.", ""),
    ("NBH-01", "Put up posters on the notice boards of the estate.", "We pass them anyway.", ""),
    ("ADM-01", "Drive the boxes to the archive.", "It would save a trip.", "Volunteers drive no police vehicle."),
    ("CTV-01", "Copy the chosen minutes onto a disc.", "Officers wait for it.", "It is evidence; an officer makes it."),
)  # fmt: skip
FOR_CAUSE = (
    "Key holder for the weekend",
    "Opens and locks the station office when the counter is closed.",
    ("Unlock the office on Saturday morning.", "Answer the door until staff arrive.", "Lock up at noon."),
    "Somebody stood alone at the door of an empty station. It was not safe, and the caretaker is paid to do it.",
)


def make(stage: Stage) -> None:
    _copied(stage)
    _ended_for_cause(stage)
    _asked_for(stage)
    _words(stage)


def _copied(stage: Stage) -> None:
    """A role of the first borough comes to the last as a copy: its own answers, and no risk assessment yet."""
    original, spec = next(pair for pair in stage.known["versions"] if pair[1].code == COPIED)
    borough = stage.boroughs[-1]
    unit = next(stage.units[f"{each.code}-CJU"] for each in (borough, *stage.boroughs[1:]) if _has(stage, each, "CJU"))
    profile = profiles.a_profile(stage, spec, 0)
    profile.unit, profile.copied_from = unit, original
    profile.proposed_by = stage.holder(Appointment.Role.UNIT_MANAGER, unit)
    stage.keep([profile])
    draft = profiles.a_version(stage, profile, spec, 1, Status.DRAFT)
    draft.place = draft.supervisor = draft.deputy = ""
    stage.keep([draft])
    stage.keep(profiles.listed(draft, spec.tasks, particulars(spec)))
    at = stage.moment(stage.ago(6), 15)
    why = f"Copied from version {original.number} of {original.title}, {original.profile.unit.full_name}"
    stage.keep_steps(VersionStep, steps(draft, [(Status.DRAFT, profile.proposed_by, at)], why=why))


def _has(stage: Stage, borough: Unit, kind: str) -> bool:
    return f"{borough.code}-{kind}" in stage.units


def _ended_for_cause(stage: Stage) -> None:
    """One role that was approved long ago and turned out to be wrong: it is found, and cannot be copied."""
    title, purpose, tasks, why = FOR_CAUSE
    unit = stage.units[f"{stage.boroughs[1].code}-FC"]
    manager, mvpm = (
        stage.holder(role, place)
        for role, place in ((Appointment.Role.UNIT_MANAGER, unit), (Appointment.Role.MVPM, unit.borough))
    )
    profile = RoleProfile(
        reference=stage.reference(), title=title, category=Category.PUBLIC, unit=unit, proposed_by=manager,
        contribution=RoleProfile.Contribution.TRAINED, strand=stage.strands["MVP"],
    )  # fmt: skip
    stage.keep([profile])
    approved_on, ended_on = stage.ago(900), stage.ago(700)
    version = ProfileVersion(
        reference=stage.reference(), profile=profile, status=Status.RETIRED, purpose=purpose, is_lone=True,
        approved_on=approved_on, ended_on=ended_on, is_ended_for_cause=True,
    )  # fmt: skip
    stage.keep([version])
    stage.keep([Task(version=version, position=n, text=text, is_lone=True) for n, text in enumerate(tasks, start=1)])
    way = [
        (Status.DRAFT, manager, stage.moment(approved_on - timedelta(days=40), 11)),
        (Status.SUBMITTED, mvpm, stage.moment(approved_on - timedelta(days=20), 11)),
        (Status.APPROVED, profiles.the_chair(stage), stage.moment(approved_on, 11)),
        (Status.RETIRED, mvpm, stage.moment(ended_on, 11)),
    ]
    stage.keep_steps(VersionStep, steps(version, way, why=why))


def _asked_for(stage: Stage) -> None:
    """Tasks that units asked for: some wait, some were declined with the reason."""
    asked = []
    for code, task, why, why_not in ASKED:
        version = next(v for v, spec in stage.known["versions"] if spec.code == code)
        unit = version.profile.unit
        at = stage.moment(stage.between(3, 12) if not why_not else stage.between(40, 80), 14)
        answered_at = at + timedelta(days=3) if why_not else None
        asked.append(
            TaskRequest(
                reference=stage.reference(),
                version=version,
                unit=unit,
                task=task,
                why=why,
                why_not=why_not,
                asked_by=stage.holder(Appointment.Role.UNIT_MANAGER, unit),
                asked_at=at,
                answered_at=answered_at,
            )
        )
    stage.keep(asked)


def _words(stage: Stage) -> None:
    """Write down the words of every version, so that roles like it are found at once."""
    versions = ProfileVersion.objects.select_related("profile").prefetch_related("tasks").order_by("pk")
    rows = [row for version in versions for row in library.search_words(version)]
    stage.link(SearchWord, ("version", "root", "weight"), [(row.version_id, row.root, row.weight) for row in rows])
