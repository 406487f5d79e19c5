"""`manage.py seal_anew`: seal under the newest data key what lies under an older one, so that it can be taken away."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.core.management import BaseCommand, CommandError

from timegiven.home.sign_in import second_factors_anew
from timegiven.joining import services as joining
from timegiven.kernel.resealing import Tally, go_through, sealed_models
from timegiven.kernel.words import figure, so_many

GoThrough = Callable[..., Tally]


class Command(BaseCommand):
    help = "Seal anew, under the first of TIMEGIVEN_DATA_KEYS, everything that lies under another of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--look", action="store_true", help="Only count what is left under an older key.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = Tally()
        for name, each in everything():
            anew = 0 if options["look"] else each(write=True).anew
            stands = each(write=False) + Tally(anew=anew)
            found += stands
            self.stdout.write(f"{name}: {so_many(stands.rows, 'row')}, {said(stands)}")
        if found.left or found.unreadable:
            raise CommandError(f"Keep the older keys: {said(found)}. Run this again.")
        self.stdout.write(f"All {figure(found.rows)} rows: {said(found)}.")


def everything() -> Iterator[tuple[str, GoThrough]]:
    """Each table with something sealed or keyed, and how to go through it."""
    for model in sealed_models():
        yield model._meta.db_table, partial(go_through, model)
    yield "mfa_authenticator", second_factors_anew
    yield "joining_matchkey, by person", joining.index_anew


def said(found: Tally) -> str:
    told = f"{figure(found.anew)} sealed anew, {figure(found.left)} left under an older key"
    return f"{told}, {figure(found.unreadable)} that no key opens" if found.unreadable else told
