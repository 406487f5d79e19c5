"""Letters that prove time given, and milestones at which a person says thank you."""

from timegiven.engagement.models.milestones import Milestone, MilestoneStep
from timegiven.engagement.models.proofs import Proof

__all__ = ["Milestone", "MilestoneStep", "Proof"]
