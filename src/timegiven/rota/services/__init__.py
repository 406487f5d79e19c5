"""What people do with the rota: plan a duty, offer it, answer, call it off, keep a calendar."""

from timegiven.rota.services.answers import accept, cannot_come, decline, give, lapse_passed, release_all
from timegiven.rota.services.duties import cancel, create, offer
from timegiven.rota.services.feeds import make_feed, revoke_feed

__all__ = [
    "accept",
    "cancel",
    "cannot_come",
    "create",
    "decline",
    "give",
    "lapse_passed",
    "make_feed",
    "offer",
    "release_all",
    "revoke_feed",
]
