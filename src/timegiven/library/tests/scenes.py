"""A role profile on its way, brought there by the services themselves."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tests.builders import COMPLETE, NOW, TODAY, a_member, a_unit, a_unit_manager, an_mvpm, insurance
from tests.kept import kept
from timegiven.kernel.time import london_day
from timegiven.library import selectors, services
from timegiven.library.models import Paper, ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit

NO = {"is_obligation": False, "is_overtime": False, "is_paid_job": False}
REASONS = {
    "why_not_obligation": "Checking a list binds nobody.",
    "why_not_overtime": "No overtime was ever set aside for it.",
    "why_not_paid_job": "Job descriptions cover live files only.",
}
IDEA = {
    "title": "Archive files helper",
    "purpose": "Empty the corner of old files.",
    "category": "ADMIN",
    "contribution": "OFFICE",
}
TASKS = ["Check papers against their list", "Label the boxes"]
MARKS = COMPLETE | {
    "vetting_level": "NPPV2A",
    "is_public_facing": False,
    "is_lifting": True,
    "needs_aware": False,
    "allows_own_vehicle": False,
    "kit": "Cotton gloves",
    "weekly_minutes": 240,
    "least_age": 16,
}
HAZARD = {
    "what": "A strained back from boxes",
    "who": "The volunteer",
    "control": "Half-full boxes and a trolley",
    "likelihood": 1,
    "severity": 3,
    "residual_likelihood": 1,
    "residual_severity": 3,
    "marks": ["is_lifting"],
}
ACTION = {"what": "Lower the top shelf", "owner": "Unit manager", "due_on": date(2007, 6, 1)}
# The same, with something still to be done about it.
IMPROVED = HAZARD | {"likelihood": 3, "actions": [ACTION]}


@dataclass
class Scene:
    """The people of a borough's unit and of the Steering Group."""

    at: datetime = NOW
    unit: Unit = field(default_factory=lambda: a_unit("Records office"))

    def __post_init__(self) -> None:
        insurance()
        self.manager = a_unit_manager(self.unit)
        self.mvpm = an_mvpm(self.unit.borough)
        self.chair = a_member("CHAIR")
        self.union = a_member("STAFF_SIDE")
        self.safety = a_member("SAFETY")
        self.risk = a_member("INSURANCE")

    @kept
    def proposal(self) -> ProfileVersion:
        """What the unit manager proposed."""
        return services.propose(unit=self.unit, answers=NO, reasons=REASONS, by=self.manager, at=self.at, **IDEA)

    @kept
    def draft(self) -> ProfileVersion:
        """Completed and assessed: ready for the group."""
        version = self.proposal()
        services.complete(version, purpose="Empty the corner.", tasks=TASKS, by=self.mvpm, at=self.at, **MARKS)
        self.assess(version)
        return version

    @kept
    def look_again(self, draft: ProfileVersion) -> None:
        """What a new version needs of its own: the team has talked it over, and the place has been looked at."""
        services.describe(draft, part="meeting", met_team_on=TODAY, by=self.mvpm, at=self.at)
        self.assess(draft)

    @kept
    def assess(self, version: ProfileVersion) -> None:
        services.assess(
            version, unit=self.unit, assessed_on=london_day(self.at), hazards=[HAZARD], by=self.mvpm, at=self.at
        )

    @kept
    def paper(self) -> ProfileVersion:
        """With the Steering Group."""
        version = self.draft()
        services.submit(version, by=self.mvpm, at=self.at)
        version.refresh_from_db()
        return version

    @kept
    def say(self, version: ProfileVersion, member: Person, answer: str = "APPROVE", reason: str = "") -> None:
        """A member's vote on the newest paper about a version."""
        services.vote(the_paper(version), answer=answer, reason=reason, by=member, at=self.at)

    @kept
    def declare(self, version: ProfileVersion, outcome: str = "APPROVED", reason: str = "", **more: Any) -> None:
        """What the chair declares."""
        services.declare(the_paper(version), outcome=outcome, reason=reason, **{"by": self.chair, "at": self.at} | more)
        version.refresh_from_db()

    @kept
    def voted(self) -> ProfileVersion:
        """With the Steering Group, every seat for it."""
        version = self.paper()
        for member in (self.chair, self.union, self.safety, self.risk):
            self.say(version, member)
        return version

    @kept
    def approved(self) -> ProfileVersion:
        """In the library."""
        version = self.voted()
        self.declare(version)
        return version

    @kept
    def returned(self, points: str = "Which papers?") -> ProfileVersion:
        """Back with the MVP Manager, with a point to answer."""
        version = self.paper()
        self.say(version, self.union, "RETURN", points)
        self.declare(version, "RETURNED", points)
        return version


def the_paper(version: ProfileVersion) -> Paper:
    """The newest paper about a version."""
    found = selectors.paper_of(version)
    assert found is not None
    return found
