"""Fill an empty database with a programme of made-up people."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from tqdm import tqdm

from timegiven.audit import append_only
from timegiven.demonstration import make, selectors, tables
from timegiven.demonstration.make.stage import FULL, SAMPLE, SMALL, Stage


class Command(BaseCommand):
    help = "Make the demonstration: a programme of made-up people, alive on the day it is made."
    requires_system_checks = ()  # they would load every page of the site first; ./test asks them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--full", action="store_true", help="a whole year of sessions, not its last two months")
        parser.add_argument("--small", action="store_true", help="three boroughs and sixty volunteers, for tests")
        parser.add_argument("--scale", type=int, default=1, metavar="N", help="N times as many volunteers")
        parser.add_argument("--seed", type=int, default=2007, help="other dice, other people (2007)")
        parser.add_argument("--today", type=date.fromisoformat, help="the day it is alive on (today)")
        parser.add_argument("--begin", action="store_true", help="make the tables first: the database has none")
        parser.add_argument("--fresh", action="store_true", help="EMPTY the database first")
        parser.add_argument("--quiet", action="store_true", help="without the progress bar")

    def handle(self, **options: Any) -> None:
        if options["begin"]:
            tables.lay()
        elif options["fresh"]:
            _empty()
        elif selectors.somebody_is_here():
            raise CommandError(
                "Nothing has been made: there are people in this database already. "
                "To empty it and begin again, add --fresh."
            )
        size = (FULL if options["full"] else SMALL if options["small"] else SAMPLE).times(options["scale"])
        stage = Stage(size=size, today=options["today"] or timezone.localdate(), seed=options["seed"])
        with tqdm(total=make.rows_expected(stage), unit=" rows", disable=options["quiet"], leave=False) as bar:
            stage.bar = bar
            for title in make.make(stage):
                bar.set_description(title)
        self.stdout.write(
            f"Made {size.volunteers:,} volunteers and {size.reports:,} session reports, alive on {stage.today}."
        )


def _empty() -> None:
    """Empty a database that holds a demonstration or nobody, the audit trail's own guard included."""
    if selectors.somebody_is_here() and not selectors.is_made():
        raise CommandError("Nothing has been emptied: the people in this database are not a demonstration's.")
    append_only.release(connection)
    call_command("flush", interactive=False, verbosity=0)
    if not settings.TESTING:
        append_only.guard(connection)
