"""Check the audit trail and print its head, to be noted where whoever runs the database cannot reach it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timegiven.audit import selectors


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        broken = selectors.broken_at()
        if broken is not None:
            raise CommandError(f"The audit trail is broken at event {broken}: it is not as it was written.")
        number, digest = selectors.head()
        self.stdout.write(f"The audit trail holds. Note this elsewhere: {number} {digest}")
