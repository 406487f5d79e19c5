"""Come to know people, appoint staff, take on volunteers, and keep how to reach everyone."""

from timegiven.people.services.addresses import confirm as confirm_address
from timegiven.people.services.addresses import forget_addresses, send_link_again
from timegiven.people.services.appointing import appoint, appoint_by_address, appoint_first, end_appointment
from timegiven.people.services.emergency import (
    confirm_emergency_contacts,
    set_emergency_contacts,
)
from timegiven.people.services.knowing import change_contact, meet
from timegiven.people.services.posting import (
    bundle,
    forget_background,
    forget_forms,
    forget_letters,
    forget_sessions,
    letter_not_posted,
    mark_printed,
    not_posted,
    post_bundle,
    unbundle,
)
from timegiven.people.services.seating import add_seat, end_seat, load_seats
from timegiven.people.services.signing_in import let_in_anew
from timegiven.people.services.telling import tell_of_sign_in
from timegiven.people.services.volunteering import enrol, mark_left

__all__ = [
    "add_seat",
    "appoint",
    "appoint_by_address",
    "appoint_first",
    "bundle",
    "change_contact",
    "confirm_address",
    "confirm_emergency_contacts",
    "end_appointment",
    "end_seat",
    "enrol",
    "forget_addresses",
    "forget_background",
    "forget_forms",
    "forget_letters",
    "forget_sessions",
    "let_in_anew",
    "letter_not_posted",
    "load_seats",
    "mark_left",
    "mark_printed",
    "meet",
    "not_posted",
    "post_bundle",
    "send_link_again",
    "set_emergency_contacts",
    "tell_of_sign_in",
    "unbundle",
]
