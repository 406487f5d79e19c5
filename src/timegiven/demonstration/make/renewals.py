"""Roles that were approved again: most volunteers have said yes to the new version, some not yet."""

from dataclasses import replace
from datetime import timedelta

from timegiven.demonstration.make.stage import Helper, Stage
from timegiven.library.models import ProfileVersion, Task
from timegiven.placements.models import Confirmation, Placement

SILENT = 3  # of so many volunteers one has not said yes


def make(stage: Stage) -> None:
    """Before the placements are written: who has not said yes is still in the version before."""
    before = {
        version.profile_id: version
        for version in ProfileVersion.objects.filter(status=ProfileVersion.Status.SUPERSEDED).order_by("number")
    }
    changed = [helper for helper in stage.helpers if helper.place and helper.place.version.profile_id in before]
    stage.known["confirmations"] = []
    turn = 0
    for helper in changed:
        version, older = helper.place.version, before[helper.place.version.profile_id]
        if helper.state in {"new", "offered", "left"} or helper.from_on >= (version.approved_on or helper.from_on):
            continue
        stage.known["confirmations"].append((helper, older, turn % SILENT == 0))
        turn += 1


def keep_to_the_old(stage: Stage) -> None:
    """Put those who are silent back into the version that they agreed to, and to the tasks of both."""
    for helper, older, is_silent in stage.known["confirmations"]:
        if is_silent and helper.placement:
            helper.placement.version = older
            helper.place = replace(helper.place, tasks=_of_both(older, helper.place.tasks))


def _of_both(older: ProfileVersion, tasks: list[Task]) -> list[Task]:
    then = set(Task.objects.filter(version=older).values_list("text", flat=True))
    return [task for task in tasks if task.text in then] or tasks


def write(stage: Stage) -> None:
    """What each was told, and what they said."""
    stage.keep([_confirmation(stage, *each) for each in stage.known["confirmations"] if each[0].placement])


def _confirmation(stage: Stage, helper: Helper, older: ProfileVersion, is_silent: bool) -> Confirmation:
    placement: Placement = helper.placement  # type: ignore[assignment]
    version = helper.place.version  # type: ignore[union-attr]
    told = stage.moment(version.approved_on + timedelta(days=1), 7)
    reminded = told + timedelta(days=14) if is_silent and told + timedelta(days=14) < stage.at else None
    return Confirmation(
        placement=placement,
        before=older,
        version=version,
        told_at=told,
        reminded_at=reminded,
        confirmed_at=None if is_silent else told + timedelta(days=2, hours=11),
        confirmed_by=None if is_silent else helper.person,
    )
