"""Keep what has been typed so far, so that a telephone may go flat."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from timegiven.attendance.models import Draft
from timegiven.people.models import Person


@transaction.atomic
def save_draft(*, address: str, typed: Mapping[str, Sequence[str]], by: Person, at: datetime) -> None:
    """Keep a half-written report for its writer alone; the next one takes its place."""
    kept = {"address": address, "typed": json.dumps({name: list(values) for name, values in typed.items()})}
    Draft.objects.update_or_create(person=by, defaults={**kept, "saved_at": at})


@transaction.atomic
def forget_draft(*, address: str, by: Person) -> None:
    """Let go of a draft whose report has been sent."""
    Draft.objects.filter(person=by, address=address).delete()
