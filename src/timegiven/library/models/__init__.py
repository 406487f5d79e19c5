"""Role profiles: what a volunteer may do, for whom, at what risk, as the Steering Group approved it."""

from timegiven.library.models.asking import TaskRequest
from timegiven.library.models.deciding import Paper, Remark, Reminder, Vote
from timegiven.library.models.meeting import Meeting, MeetingStep, Presence
from timegiven.library.models.profiles import (
    Condition,
    DbsCheck,
    ProfileVersion,
    RoleProfile,
    RoleTraining,
    SearchWord,
    Task,
    VersionStep,
    VettingLevel,
)
from timegiven.library.models.risk import Action, Change, CoverNotice, Hazard, ReviewNotice, RiskAssessment

__all__ = [
    "Action",
    "Change",
    "Condition",
    "CoverNotice",
    "DbsCheck",
    "Hazard",
    "Meeting",
    "MeetingStep",
    "Paper",
    "Presence",
    "ProfileVersion",
    "Remark",
    "Reminder",
    "ReviewNotice",
    "RiskAssessment",
    "RoleProfile",
    "RoleTraining",
    "SearchWord",
    "Task",
    "TaskRequest",
    "VersionStep",
    "VettingLevel",
    "Vote",
]
