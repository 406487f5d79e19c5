"""Letters that prove time given, meetings of volunteers, milestones, ideas, and who hears of recruitment."""

from timegiven.engagement.models.ideas import Idea, IdeaStep
from timegiven.engagement.models.meetings import Invitation, VolunteerMeeting, VolunteerMeetingStep
from timegiven.engagement.models.milestones import Milestone, MilestoneStep
from timegiven.engagement.models.proofs import Proof
from timegiven.engagement.models.recruitment import RecruitmentNotice, RecruitmentWish

__all__ = [
    "Idea",
    "IdeaStep",
    "Invitation",
    "Milestone",
    "MilestoneStep",
    "Proof",
    "RecruitmentNotice",
    "RecruitmentWish",
    "VolunteerMeeting",
    "VolunteerMeetingStep",
]
