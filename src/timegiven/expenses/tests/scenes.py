"""Claims that are approved, somebody's account, and two who act at once."""

from tests.builders import a_borough, a_claim, a_placement, a_report, a_unit, a_volunteer, an_approved_version
from timegiven.expenses.models import Claim

ACCOUNT = {"name": "G Adeyemi", "sort_code": "20-00-00", "number": "12345678"}


def approved(*amounts: int) -> list[Claim]:
    """An approved claim of each of these amounts, by as many volunteers."""
    version = an_approved_version(unit=a_unit())
    placed = [a_placement(a_volunteer(borough=a_borough()), version) for _ in amounts]
    return [
        a_claim(a_report(each), status="APPROVED", pence=pence) for each, pence in zip(placed, amounts, strict=True)
    ]
