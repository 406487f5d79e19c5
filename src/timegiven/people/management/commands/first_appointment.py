"""`manage.py first_appointment`: the first member of the Central Team, who appoints everybody else."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.people import services


class Command(BaseCommand):
    help = "Appoint the first member of the Central Team, on a site that has none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True)
        parser.add_argument("--email", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            person = services.appoint_first(name=options["name"], email=options["email"], at=timezone.now())
        except NotAllowed as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{person.name} is appointed. On the sign-in page, choose “Forgot your password?” next.")
