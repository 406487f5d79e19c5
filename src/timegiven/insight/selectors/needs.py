"""What of reports and assessments waits for the Central Team."""

from datetime import date

from timegiven.insight.selectors.assessments import reviews_soon
from timegiven.kernel.desk import Need
from timegiven.people.access import Role, holds
from timegiven.people.models import Person


def needs(person: Person, day: date) -> list[Need]:
    """Equality impact assessments that are to be looked at again (clause 152)."""
    if not holds(person, Role.CENTRAL_TEAM, at=None, day=day):
        return []
    return [
        Need(
            f"Look again at an equality impact assessment: {each.strand.name}",
            "insight:assessments",
            due_on=each.review_on,
        )
        for each in reviews_soon(day)
    ]
