"""`manage.py reference`: write docs/reference/ and docs/glossary.md anew from the code."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from timegiven.home import reference


class Command(BaseCommand):
    help = "Write docs/reference/ and docs/glossary.md anew from the code."

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.ROOT / "docs"
        (folder / "reference").mkdir(parents=True, exist_ok=True)
        for name, content in reference.pages().items():
            (folder / name).write_text(content)
        self.stdout.write(f"Wrote {folder.relative_to(settings.ROOT)}.")
