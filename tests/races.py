"""Deeds at the same moment, each in a thread and on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from timegiven.kernel.refusals import NotAllowed


def together(*deeds: Callable[[], object]) -> list[object]:
    """Begin all at once; what each answered, or its refusal."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> object:
        try:
            start.wait(timeout=20)
            return deed()
        except NotAllowed as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(run, deeds))


def refused(answers: list[object]) -> int:
    return sum(isinstance(answer, NotAllowed) for answer in answers)


def outcomes(*deeds: Callable[[], object]) -> list[str]:
    """Begin all at once; how each ended, those that were done first."""
    count = refused(together(*deeds))
    return ["done"] * (len(deeds) - count) + ["refused"] * count
