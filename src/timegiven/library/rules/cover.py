"""Which insurance a role needs, by the marks of its tasks."""

from collections.abc import Iterable, Mapping

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import several

# Nobody gives an hour without these three, whatever they do (clause 56).
ALWAYS = ("EMPLOYERS", "PUBLIC", "ACCIDENT")
# The rules also cover visits outside the station (clause 111); one's own vehicle is underwritten or not used (105).
COVER_MARKS = {"is_off_site": "OFF_SITE", "allows_own_vehicle": "VEHICLE"}


def needed_cover(marks: Mapping[str, bool]) -> list[str]:
    """The kinds of cover that a role with these marks needs (clauses 56, 105, 111)."""
    return [*ALWAYS, *(kind for mark, kind in COVER_MARKS.items() if marks.get(mark))]


def check_cover(missing: Iterable[str], *, what: str = "The profile is not approved") -> None:
    """Refuse what no insurance covers; ``missing`` are the kinds without a certificate in force, in words."""
    if lacking := [f"“{each}”" for each in missing]:
        raise NotAllowed(
            f"{what}: no insurance certificate in force covers {several(lacking)}.",
            next_step="Enter the certificate under Insurance, or take the tasks that need it out of the profile.",
            ask="Ask the Central Team, who keeps the certificates.",
        )
