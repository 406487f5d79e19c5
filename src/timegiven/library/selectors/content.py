"""What a version says, in words, and what is different between two of them."""

from datetime import date
from typing import Any

from timegiven.kernel import words
from timegiven.library import rules
from timegiven.library.models import ProfileVersion, Task
from timegiven.library.policies import USUAL_WEEKLY_MINUTES
from timegiven.library.selectors.versions import tasks_and_successor, tasks_of, versions_seen_by
from timegiven.programme.models import Strand


def marks_of(marked: Any) -> tuple[rules.Mark, ...]:
    """The marks that a task carries; of a version, those that any of its tasks carries."""
    return rules.marks_of({name: getattr(marked, name) for name in rules.MARK_FIELDS})


def task_lines(version: ProfileVersion) -> tuple[rules.TaskLine, ...]:
    """The tasks with the names of their marks."""
    return tuple(rules.TaskLine(task.text, tuple(mark.label for mark in marks_of(task))) for task in tasks_of(version))


def training_of_its_own(version: ProfileVersion) -> tuple[str, ...]:
    """The training that this role needs besides what its marks ask for."""
    return tuple(version.own_training.order_by("position").values_list("text", flat=True))


def usual_weekly_minutes(day: date, strand: Strand) -> int:
    """How much time a week a placement usually takes (clause 51)."""
    return int(USUAL_WEEKLY_MINUTES.on(day, strand))


def skills_of(version: ProfileVersion) -> tuple[str, ...]:
    return tuple(line for line in version.skills.splitlines() if line.strip())


def content_of(version: ProfileVersion) -> rules.Content:
    """All that a version says, in words."""
    return rules.Content(
        facts=_facts(version),
        tasks=task_lines(version),
        lists={"Skills": skills_of(version), "Training of this role’s own": training_of_its_own(version)},
    )


def changes(old: ProfileVersion, new: ProfileVersion) -> list[rules.Change]:
    """What is different in the newer: each with ``sentence``, plain words for a letter, and ``pieces`` for a page."""
    return rules.changes(content_of(old), content_of(new))


def tracked(old: ProfileVersion, new: ProfileVersion) -> list[rules.Change]:
    """The whole of both, with what was added and taken away."""
    return rules.tracked(content_of(old), content_of(new))


def tasks_in_both(old: ProfileVersion, new: ProfileVersion) -> list[str]:
    """The tasks that are the same in both: all that a volunteer does until they have confirmed the newer."""
    return rules.tasks_in_both(task_lines(old), task_lines(new))


def tasks_agreed(version: ProfileVersion, day: date) -> list[Task]:
    """The tasks, on a day, of those who have agreed to this version (clause 61)."""
    tasks, newer = tasks_and_successor(version, day)
    if newer is None:
        return tasks
    in_both = set(tasks_in_both(newer, version))
    return [task for task in tasks if task.text in in_both]


def comparable(viewer: Any, version: ProfileVersion, day: date) -> list[ProfileVersion]:
    """What a version can be compared with: the one before it first, the others of its role, and what it was copied
    from.
    """
    seen = versions_seen_by(viewer, day)
    others = list(seen.filter(profile=version.profile).exclude(pk=version.pk).order_by("-number"))
    before = [each for each in others if each.number < version.number]
    after = [each for each in others if each.number > version.number]
    origin = version.profile.copied_from_id
    return [*before, *(seen.filter(pk=origin) if origin else []), *after]


def _facts(version: ProfileVersion) -> dict[str, str]:
    yes_no = {True: "Yes", False: "No"}
    dbs = version.get_dbs_check_display()
    role = version.profile
    return {
        "Name": role.title,
        "Part of volunteering": role.strand.name,
        "Kind of work": role.get_category_display(),
        "What the volunteer brings": role.get_contribution_display(),
        "What it is for": version.purpose,
        "Where": version.place,
        "Usual times": version.usual_times,
        "Usual time in a week": words.duration(version.weekly_minutes),
        "How it helps the unit": version.helps_unit,
        "How it helps the borough": version.helps_borough,
        "What the volunteer gets from it": version.helps_volunteer,
        "Vetting": version.get_vetting_level_display(),
        "DBS check": f"{dbs}: {version.dbs_reason}" if version.dbs_reason else dbs,
        "Least age": str(version.least_age),
        "Suits people under 18": yes_no[version.suits_under_18],
        "Kit": version.kit,
        "Dress": version.dress,
        "Supervisor": version.supervisor,
        "Deputy": version.deputy,
        "Volunteers wanted": str(version.wanted),
        "When no volunteer comes": version.if_nobody_comes,
    }
