"""Claims that are approved, somebody's account, and two who act at once."""

import threading
from collections.abc import Callable

from django.db import connection

from tests.builders import a_borough, a_claim, a_placement, a_report, a_unit, a_volunteer, an_approved_version
from timegiven.expenses.models import Claim
from timegiven.kernel.refusals import NotAllowed

ACCOUNT = {"name": "G Adeyemi", "sort_code": "20-00-00", "number": "12345678"}


def approved(*amounts: int) -> list[Claim]:
    """An approved claim of each of these amounts, by as many volunteers."""
    version = an_approved_version(unit=a_unit())
    placed = [a_placement(a_volunteer(borough=a_borough()), version) for _ in amounts]
    return [
        a_claim(a_report(each), status="APPROVED", pence=pence) for each, pence in zip(placed, amounts, strict=True)
    ]


def twice_at_once(deed: Callable[[], object]) -> list[str]:
    """Do a deed in two threads that start together; what each met."""
    met: list[str] = []
    gate = threading.Barrier(2)

    def go() -> None:
        gate.wait()
        try:
            deed()
            met.append("done")
        except NotAllowed:
            met.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=go) for _ in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return sorted(met)
