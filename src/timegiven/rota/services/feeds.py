"""Make and revoke the private address of one's own calendar."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.references import digest, new_secret
from timegiven.people.models import Person
from timegiven.rota.models import CalendarFeed


@transaction.atomic
def make_feed(*, by: Person, at: datetime) -> str:
    """Give a volunteer a private calendar address, shown once; an earlier one stops working."""
    secret = new_secret()
    CalendarFeed.objects.update_or_create(person=by, defaults={"link_digest": digest(secret), "made_at": at})
    audit.record("made calendar address", of=by, by=by, at=at, about=by)
    return secret


@transaction.atomic
def revoke_feed(*, by: Person, at: datetime) -> None:
    """Stop the private calendar address: whoever has it reads nothing any more."""
    CalendarFeed.objects.filter(person=by).delete()
    audit.record("revoked calendar address", of=by, by=by, at=at, about=by)
