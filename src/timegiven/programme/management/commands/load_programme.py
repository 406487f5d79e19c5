"""Load the strands, the glossary, the documents and the organisation that every programme starts with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from timegiven.programme import services


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--certificate", default="", help="the number of the insurance certificate for volunteers")

    def handle(self, *args: Any, certificate: str, **options: Any) -> None:
        services.load_content(timezone.localdate(), certificate=certificate)
        self.stdout.write("The strands, the glossary, the documents and the organisation are loaded.")
