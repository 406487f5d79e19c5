"""Make letters that prove time given; notice milestones, and note that a person said thank you."""

from timegiven.engagement.services.proving import prove, withdraw
from timegiven.engagement.services.thanking import let_be, notice_milestones, thank

__all__ = ["let_be", "notice_milestones", "prove", "thank", "withdraw"]
