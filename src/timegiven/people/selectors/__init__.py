"""What can be asked of people, their appointments, and how to reach them."""

from timegiven.people.selectors.addresses import address_by_link, asks_birth, new_address
from timegiven.people.selectors.appointments import (
    Role,
    appointed,
    appointments,
    appointments_seen_by,
    has_post,
    holders,
    holds_from,
    longest_pause,
    mvpm_of,
    of_the_central_team,
    paths,
    scope,
    units,
    within,
)
from timegiven.people.selectors.contacts import (
    check_due_on,
    contacts_due,
    emergency_contacts,
    volunteers_helped_by,
    volunteers_to_ring_for,
)
from timegiven.people.selectors.letters import (
    addresses,
    bundles_seen_by,
    bundles_to_post,
    letters_in,
    letters_seen_by,
    letters_to_choose,
    not_needed_since,
)
from timegiven.people.selectors.needs import needs
from timegiven.people.selectors.seats import seats, seats_with_sitters, sits_from, sitting
from timegiven.people.selectors.trail import kinds_in_words, names, told
from timegiven.people.selectors.volunteers import known, person, volunteer_of, volunteers_seen_by

__all__ = [
    "Role",
    "address_by_link",
    "addresses",
    "appointed",
    "appointments",
    "appointments_seen_by",
    "asks_birth",
    "bundles_seen_by",
    "bundles_to_post",
    "check_due_on",
    "contacts_due",
    "emergency_contacts",
    "has_post",
    "holders",
    "holds_from",
    "kinds_in_words",
    "known",
    "letters_in",
    "letters_seen_by",
    "letters_to_choose",
    "longest_pause",
    "mvpm_of",
    "names",
    "needs",
    "new_address",
    "not_needed_since",
    "of_the_central_team",
    "paths",
    "person",
    "scope",
    "seats",
    "seats_with_sitters",
    "sits_from",
    "sitting",
    "told",
    "units",
    "volunteer_of",
    "volunteers_helped_by",
    "volunteers_seen_by",
    "volunteers_to_ring_for",
    "within",
]
