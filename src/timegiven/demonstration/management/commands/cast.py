"""Print the cast: who is who, what they can try, and where to sign in."""

from textwrap import wrap
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from timegiven.demonstration.cast import SCENES

WIDE = 62


class Command(BaseCommand):
    help = "The made-up people whom a visitor can be."
    requires_system_checks = ()  # they would load every page of the site first; ./test asks them

    def handle(self, *args: Any, **options: Any) -> None:
        width = max(len(player.name) for scene in SCENES for player in scene.players) + 2
        for scene in SCENES:
            self.stdout.write(f"\n{self.style.MIGRATE_HEADING(scene.title)}")
            for player in scene.players:
                lines = [player.part, *wrap(player.to_try, WIDE)]
                for name, words in zip([player.name] + [""] * len(lines), lines, strict=False):
                    self.stdout.write(f"  {name:{width}}{words}")
        self.stdout.write(f"\nBe any of them, with one click: {settings.SITE_ADDRESS}/demonstration/\n")
