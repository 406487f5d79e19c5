"""The list of the first day, tailored to the role, and how far it is ticked."""

from timegiven.library.models import RoleProfile
from timegiven.placements.models import Placement, Welcome
from timegiven.programme.content.first_day import FIRST_DAY, FirstDayItem

PAPERS = "papers"

# What the guide asks for in other places than its list of the first day.
BEFORE: tuple[FirstDayItem, ...] = (
    FirstDayItem(
        PAPERS,
        54,
        "The unit has read the role profile and its risk assessment",
        "The unit manager ticks this one. The Borough MVP Manager keeps both papers.",
    ),
    FirstDayItem(
        "help",
        106,
        "We have talked about anything that would help the volunteer",
        "First aiders are told where needed. Note what to do, never why.",
    ),
    FirstDayItem(
        "emergency",
        109,
        "The volunteer has checked that their emergency contact is still right",
        "Do not note it here: the volunteer keeps it up to date on their own page.",
    ),
)


def first_day(placement: Placement) -> list[FirstDayItem]:
    """The items for this role, in the order of the day."""
    version = placement.version
    applies = {
        "all": True,
        "aware": version.needs_aware,
        "front_counter": version.profile.category == RoleProfile.Category.PUBLIC,
        "kit": bool(version.kit),
    }
    return [item for item in (*BEFORE, *FIRST_DAY) if applies[item.when]]


def ticked(placement: Placement) -> dict[str, Welcome]:
    return {welcome.code: welcome for welcome in placement.welcomes.select_related("done_by")}


def ticked_items(placement: Placement) -> list[tuple[FirstDayItem, Welcome]]:
    """What has been shown or said, in the order of the day, with who ticked it and their note."""
    done = ticked(placement)
    return [(item, done[item.code]) for item in first_day(placement) if item.code in done]


def unticked(placement: Placement) -> list[FirstDayItem]:
    """What has not been shown or said yet."""
    done = ticked(placement)
    return [item for item in first_day(placement) if item.code not in done]


def papers_seen(placement: Placement) -> bool:
    """Whether the unit has said that it read the role profile and the risk assessment (clause 54)."""
    return placement.welcomes.filter(code=PAPERS).exists()
