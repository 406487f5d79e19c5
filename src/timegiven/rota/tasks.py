"""The worker's door to the rota."""

from datetime import timedelta

from django.utils import timezone

from rostering.solve import solve
from timegiven.kernel.background import every, task
from timegiven.rota import selectors, services

AFTER_THE_REST = -10  # a plan may wait; letters may not


@every(timedelta(minutes=10))
def lapse_passed() -> None:
    """Close the offers whose time has passed without an answer."""
    services.lapse_passed(at=timezone.now())


@every(timedelta(minutes=10))
def move_up() -> None:
    """Give places that have come free to those who wait for them."""
    services.move_up(at=timezone.now())


@every(timedelta(minutes=10))
def follow_roles() -> None:
    """Call off duties of roles that were retired, take off who is away, and tell where a role rests or goes on."""
    services.call_off_retired(at=timezone.now())
    services.release_ended(at=timezone.now())
    services.release_away(at=timezone.now())
    services.tell_of_rests(at=timezone.now())


@every(timedelta(seconds=10))
def make_proposals() -> None:
    """Let the planner make the plan that has waited longest, and go on with the next where more wait."""
    _make_one()


@task(priority=AFTER_THE_REST)
def make_another() -> None:
    """The next plan that waits. Of many workers each takes another, so parts of a force are planned side by side."""
    _make_one()


def _make_one() -> None:
    if services.make_next(solve, clock=timezone.now) and selectors.next_to_make():
        make_another.enqueue()
