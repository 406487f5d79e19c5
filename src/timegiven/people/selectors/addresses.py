"""What can be asked of addresses that are still to be confirmed."""

from datetime import datetime
from typing import Any

from timegiven.kernel.references import digest
from timegiven.people.models import NewAddress, Person


def new_address(person: Person, at: datetime) -> NewAddress | None:
    """The address that waits for this person to follow its link, if any."""
    return NewAddress.objects.filter(person=person, until_at__gt=at).first()


def address_by_link(secret: str, at: datetime) -> NewAddress | None:
    """The address that this link confirms."""
    found = NewAddress.objects.filter(link_digest=digest(secret), until_at__gt=at, person__is_active=True)
    return found.select_related("person").first()


def asks_birth(new: NewAddress, reader: Any) -> bool:
    """Whether the reader of the letter is asked when they were born: nobody who is signed in as who they say."""
    return reader != new.person and new.person.born_on is not None
