"""What people do with the rota: plan, publish, offer, answer, choose, wait, call off, tell us what suits."""

from timegiven.rota.services.answers import (
    A_FRIEND,
    accept,
    cannot_come,
    decline,
    give,
    lapse_passed,
    release_all,
    release_away,
    release_day,
    release_ended,
    say_yes,
    tell_mvpm,
)
from timegiven.rota.services.cancelling import call_off_retired, cancel, cancel_day, cancel_series
from timegiven.rota.services.choosing import join_list, sign_up
from timegiven.rota.services.duties import change, create, move
from timegiven.rota.services.feeds import make_feed, revoke_feed
from timegiven.rota.services.incidents import call_out, open_incident, stand_down
from timegiven.rota.services.links import absent_by_family, answer_by_link, make_family_link, revoke_family_link
from timegiven.rota.services.offering import ask_stand_ins, leave_out, offer
from timegiven.rota.services.proposing import make_next, propose, propose_for_all, stop, use
from timegiven.rota.services.publishing import Published, publish
from timegiven.rota.services.repeating import Laid, copy_week, lay_out, make_pattern
from timegiven.rota.services.resting import tell_of_rests
from timegiven.rota.services.waiting import leave_list, move_up, wait_for
from timegiven.rota.services.wishes import be_away, be_back, keep_other_day, keep_wishes

__all__ = [
    "A_FRIEND",
    "Laid",
    "Published",
    "absent_by_family",
    "accept",
    "answer_by_link",
    "ask_stand_ins",
    "be_away",
    "be_back",
    "call_off_retired",
    "call_out",
    "cancel",
    "cancel_day",
    "cancel_series",
    "cannot_come",
    "change",
    "copy_week",
    "create",
    "decline",
    "give",
    "join_list",
    "keep_other_day",
    "keep_wishes",
    "lapse_passed",
    "lay_out",
    "leave_list",
    "leave_out",
    "make_family_link",
    "make_feed",
    "make_next",
    "make_pattern",
    "move",
    "move_up",
    "offer",
    "open_incident",
    "propose",
    "propose_for_all",
    "publish",
    "release_all",
    "release_away",
    "release_day",
    "release_ended",
    "revoke_family_link",
    "revoke_feed",
    "say_yes",
    "sign_up",
    "stand_down",
    "stop",
    "tell_mvpm",
    "tell_of_rests",
    "use",
    "wait_for",
]
