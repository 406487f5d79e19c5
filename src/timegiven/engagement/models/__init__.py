"""Letters that prove time given, meetings of volunteers, and milestones at which a person says thank you."""

from timegiven.engagement.models.ideas import Idea, IdeaStep
from timegiven.engagement.models.meetings import Invitation, VolunteerMeeting, VolunteerMeetingStep
from timegiven.engagement.models.milestones import Milestone, MilestoneStep
from timegiven.engagement.models.proofs import Proof

__all__ = [
    "Idea",
    "IdeaStep",
    "Invitation",
    "Milestone",
    "MilestoneStep",
    "Proof",
    "VolunteerMeeting",
    "VolunteerMeetingStep",
]
