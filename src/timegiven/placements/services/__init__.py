"""What people do about placements: offer, agree or decline, welcome, start, end; and the AWARE account."""

from timegiven.placements.selectors import require_ready
from timegiven.placements.services.aware import close_aware, open_aware
from timegiven.placements.services.ending import end, end_all
from timegiven.placements.services.offering import agree, decline, offer
from timegiven.placements.services.welcoming import look_up, start, tick

__all__ = [
    "agree",
    "close_aware",
    "decline",
    "end",
    "end_all",
    "look_up",
    "offer",
    "open_aware",
    "require_ready",
    "start",
    "tick",
]
