"""The worker's door to the rota."""

from datetime import timedelta

from django.utils import timezone

from rostering.solve import solve
from timegiven.kernel.background import every
from timegiven.rota import services


@every(timedelta(minutes=10))
def lapse_passed() -> None:
    """Close the offers whose time has passed without an answer."""
    services.lapse_passed(at=timezone.now())


@every(timedelta(minutes=10))
def move_up() -> None:
    """Give places that have come free to those who wait for them."""
    services.move_up(at=timezone.now())


@every(timedelta(seconds=10))
def make_proposals() -> None:
    """Let the planner make the plan that has waited longest."""
    services.make_next(solve, clock=timezone.now)
