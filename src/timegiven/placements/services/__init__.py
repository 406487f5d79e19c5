"""What people do about placements: offer, agree or decline, welcome, start, end; and the AWARE account."""

from timegiven.placements.selectors import require_ready
from timegiven.placements.services.asking import ask_task
from timegiven.placements.services.aware import close_aware, open_aware
from timegiven.placements.services.confirming import confirm, remind_of_changes, tell_of_changes
from timegiven.placements.services.ending import end, end_all
from timegiven.placements.services.offering import agree, decline, offer
from timegiven.placements.services.welcoming import look_up, start, tick

__all__ = [
    "agree",
    "ask_task",
    "close_aware",
    "confirm",
    "decline",
    "end",
    "end_all",
    "look_up",
    "offer",
    "open_aware",
    "remind_of_changes",
    "require_ready",
    "start",
    "tell_of_changes",
    "tick",
]
