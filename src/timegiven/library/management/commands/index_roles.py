"""Write down the words of every role profile again, so that roles like it are found at once."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from timegiven.library import services


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        count = services.index_all(timezone.localdate())
        self.stdout.write(f"The words of {count} role profile{'' if count == 1 else 's'} are written down.")
