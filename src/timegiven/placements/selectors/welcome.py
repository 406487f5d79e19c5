"""The list of the first day, tailored to the role, and how far each side has ticked it."""

import re
from dataclasses import dataclass, field
from typing import Any

from timegiven.kernel.words import LONDON
from timegiven.library import selectors as library
from timegiven.library.models import RoleProfile
from timegiven.people.models import Person
from timegiven.placements import rules
from timegiven.placements.models import Arrival, Placement, Welcome
from timegiven.programme import selectors as programme
from timegiven.programme.content.first_day import FIRST_DAY, FirstDayItem
from timegiven.programme.models import Term

PAPERS = "papers"
PLAN = "before_plan"  # ticked when the first day is planned
ALWAYS = ("MVP", "MVPM", "MPS")  # heard everywhere in the programme

# Before the volunteer arrives: for the unit. Only the papers stand in the way of a start.
BEFORE: tuple[FirstDayItem, ...] = (
    FirstDayItem(
        PAPERS,
        54,
        "The unit has read the role profile and its risk assessment",
        "The unit manager ticks this one. The Borough MVP Manager keeps both papers.",
        whose="unit",
    ),
    FirstDayItem(
        PLAN,
        14,
        "The volunteer knows when to come, where to, and who meets them",
        "Plan the first day, and they get a letter with all of it.",
        whose="unit",
        you="You know when to come, where to, and who meets you",
    ),
    FirstDayItem(
        "before_desk",
        23,
        "A place to sit is free, and a safe place for coat and bag",
        "A chair that can be adjusted, and a way there without stairs if one is needed.",
        whose="unit",
    ),
    FirstDayItem(
        "before_pass",
        79,
        "The pass is ready, and whoever is at the door knows that the volunteer is coming",
        "If the pass is late, meet them at the door and stay with them.",
        whose="unit",
        you="Your pass is ready, and whoever is at the door knows that you are coming",
    ),
    FirstDayItem(
        "before_login",
        84,
        "The AWARE log-in has been asked for",
        "The Borough MVP Manager asks for it, and it takes some days.",
        "aware",
        whose="unit",
    ),
    FirstDayItem(
        "before_kit",
        25,
        "The kit for the role is here, in the right size",
        "Ask the volunteer for their size before they come.",
        "kit",
        whose="unit",
    ),
    FirstDayItem(
        "before_task",
        32,
        "Something good to begin with lies ready",
        "A task from the role profile that can be finished in one visit.",
        whose="unit",
    ),
)

# What the guide asks for in other places than its list of the first day.
BESIDE: tuple[FirstDayItem, ...] = (
    FirstDayItem(
        "help",
        106,
        "We have talked about anything that would help the volunteer",
        "What to do stands on the health card, for those who need it. Why is nobody's business.",
        you="We have talked about anything that would help you",
    ),
    FirstDayItem(
        "emergency",
        109,
        "The volunteer has checked that their emergency contact is still right",
        "Do not note it here: it is kept on the page “Whom to ring in an emergency”.",
        you="You have checked that your emergency contact is still right",
    ),
)
# What only some roles lift, carry or answer for is shown on the day as well.
FOR_SOME: tuple[FirstDayItem, ...] = (
    FirstDayItem(
        "lifting",
        92,
        "How to lift and carry here has been shown, and what is too heavy for one",
        "Show the trolley and where it stands. Nobody lifts what they would rather not.",
        "lifting",
    ),
)


@dataclass(frozen=True)
class Line:
    """One item of a placement's list, with the ticks it has and the sides whose tick it still waits for."""

    item: FirstDayItem
    ticks: list[Welcome] = field(default_factory=list)
    waits_for: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        return bool(self.waits_for)


def before(placement: Placement) -> list[FirstDayItem]:
    """What the unit has ready before the volunteer arrives."""
    return _for_role(placement, BEFORE)


def on_the_day(placement: Placement) -> list[FirstDayItem]:
    """What is shown and said on the day, in its order."""
    return _for_role(placement, (*BESIDE, *FIRST_DAY, *FOR_SOME))


def first_day(placement: Placement) -> list[FirstDayItem]:
    """The whole list for this role, in the order of the day."""
    return before(placement) + on_the_day(placement)


def _for_role(placement: Placement, items: tuple[FirstDayItem, ...]) -> list[FirstDayItem]:
    version = placement.version
    applies = {
        "all": True,
        "aware": version.needs_aware,
        "front_counter": version.profile.category == RoleProfile.Category.PUBLIC,
        "kit": bool(version.kit),
        "lifting": version.is_lifting,
    }
    return [item for item in items if applies[item.when]]


def lines(placement: Placement) -> list[Line]:
    """The list with its ticks: one question."""
    ticks: dict[str, list[Welcome]] = {}
    for welcome in placement.welcomes.select_related("done_by").order_by("done_at", "pk"):
        ticks.setdefault(welcome.code, []).append(welcome)
    return [
        Line(item, here := ticks.get(item.code, []), rules.waits_for(item.whose, {each.side for each in here}))
        for item in first_day(placement)
    ]


def ticked_items(placement: Placement) -> list[tuple[FirstDayItem, Welcome]]:
    """What has been shown or said, in the order of the day, with who ticked it and their note."""
    return [(line.item, each) for line in lines(placement) for each in line.ticks]


def unticked(placement: Placement) -> list[FirstDayItem]:
    """What stands in the way of a start: all that is still open, but for what should have been ready before."""
    ready = {item.code for item in BEFORE} - {PAPERS}
    return [line.item for line in lines(placement) if line.is_open and line.item.code not in ready]


def papers_seen(placement: Placement) -> bool:
    """Whether the unit has said that it read the role profile and the risk assessment (clause 54)."""
    return placement.welcomes.filter(code=PAPERS).exists()


def arrival_of(placement: Placement) -> Arrival | None:
    """The plan of the first day, if there is one."""
    return Arrival.objects.filter(placement=placement).select_related("planned_by").first()


def plan_to_start_from(placement: Placement, arrival: Arrival | None, manager: Person) -> dict[str, Any]:
    """What the plan's form begins with: the plan that there is, or the manager who makes it."""
    if arrival is None:
        return {"host": manager.name, "host_phone": manager.phone or placement.unit.phone}
    here = arrival.meets_at.astimezone(LONDON)
    kept = {name: getattr(arrival, name) for name in ("host", "host_phone", "find", "bring")}
    return kept | {"day": here.date(), "time": here.time()}


def notes_of(placement: Placement) -> list[tuple[FirstDayItem, Welcome]]:
    """What was noted on the first day, for the volunteer to look up again: who, where, which numbers."""
    return [(item, welcome) for item, welcome in ticked_items(placement) if welcome.note]


def letters_in(placement: Placement) -> list[Term]:
    """The initials that the role's own words use, explained (clause 30)."""
    version = placement.version
    words = [version.title, version.purpose, version.kit, version.dress, placement.unit.name, *ALWAYS]
    words += [task.text for task in library.tasks_of(version)]
    used = {*re.findall(r"\b[A-Z][A-Z0-9]{1,9}\b", " ".join(words))}
    used |= {"AWARE"} if version.needs_aware else set()
    return [term for word in sorted(used) if (term := programme.meaning_of(word))]
