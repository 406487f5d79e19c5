"""Ask that a task be added to the role one is placed in."""

from datetime import datetime

from django.db import transaction

from timegiven.kernel.time import london_day
from timegiven.library import services as library
from timegiven.library.models import TaskRequest
from timegiven.people.models import Person
from timegiven.placements import access
from timegiven.placements.models import Placement


@transaction.atomic
def ask_task(placement: Placement, *, task: str, why: str = "", by: Person, at: datetime) -> TaskRequest:
    """Ask for a task that is not on the profile yet. It is not done before it is assessed and approved (clause 57)."""
    access.ask_task.require(by, placement, london_day(at))
    return library.pass_on(placement.version, unit=placement.unit, task=task, why=why, by=by, at=at)
