"""What of thanks and meetings waits for somebody today."""

from datetime import date

from timegiven.engagement.selectors.meetings import meeting_needs
from timegiven.engagement.selectors.milestones import thanks_needs
from timegiven.kernel.desk import Need
from timegiven.people.models import Person


def needs(person: Person, day: date) -> list[Need]:
    """Whom to thank, and meetings to come to, to close or to invite to."""
    return [*thanks_needs(person, day), *meeting_needs(person, day)]
