"""`manage.py load_courses`: bring the programme's courses into the table."""

from typing import Any

from django.core.management import BaseCommand

from timegiven.training import services


class Command(BaseCommand):
    help = "Bring the programme's courses into the table; may be run again."

    def handle(self, *args: Any, **options: Any) -> None:
        services.load_courses()
        self.stdout.write("The courses are loaded.")
