"""One table of moves per thing that has a life, and whose turn each status is."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed

NAMES = ("Borough MVP Manager", "Central Team", "Finance", "MVP Manager", "Steering Group")  # said with a capital
BARE = ("Finance", "whoever")  # said without "the"


class Step(models.Model):
    """An immutable row: the status reached, by whom, when and why. Each chapter adds ``of``, related_name "steps"."""

    status = models.CharField(max_length=32)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def title(self) -> str:
        """The status in words, for a timeline."""
        thing: Any = type(self)._meta.get_field("of").related_model  # type: ignore[misc]  # each chapter adds it
        return str(thing.Status(self.status).label)

    @property
    def by_name(self) -> str:
        """Who did it, as shown on a timeline."""
        return self.by.name if self.by else "Time Given"


class Lifecycle:
    """The only writer of ``status``.

    ``moves`` maps each status to the statuses it may become; ``desks`` maps each status to whose turn it is
    ("" when nobody need do anything). Both must name every status of ``thing.Status``. ``since`` names the column, if
    there is one, that keeps the moment of the last move: long lists are sorted by it.
    """

    def __init__(
        self, thing: str, *, moves: Mapping[str, tuple[str, ...]], desks: Mapping[str, str], since: str = ""
    ) -> None:
        if set(moves) != set(desks):
            raise TypeError(f"{thing}: every status needs its moves and its desk: {set(moves) ^ set(desks)}.")
        self.thing = thing
        self.since = since
        self.moves = {str(here): tuple(str(there) for there in onward) for here, onward in moves.items()}
        self.desks = {str(here): desk for here, desk in desks.items()}
        _register.append(self)

    def allows(self, here: str, there: str) -> bool:
        return str(there) in self.moves[str(here)]

    def at_desk(self, desk: str) -> list[str]:
        """The statuses in which it is this desk's turn."""
        return [status for status, owner in self.desks.items() if owner == desk]

    def turn(self, here: str) -> str:
        """Whose turn a status is, as one says it: "the MVP Manager", "Finance"; "" where nobody need do anything."""
        desk = {"MVPM": "MVP Manager"}.get(self.desks[str(here)], self.desks[str(here)])
        if not desk.startswith(NAMES):
            desk = desk[:1].lower() + desk[1:]
        return desk if not desk or desk.startswith(BARE) else f"the {desk}"

    def check_may_become(self, thing: Any, *there: str) -> None:
        """Before somebody is shown a form: refuse unless it may become one of these from where it stands."""
        self.check_is(thing, *(here for here in self.moves if any(self.allows(here, to) for to in there)))

    def check_is(self, thing: Any, *here: str) -> None:
        """Refuse unless it stands at one of these, and say where it stands and whose turn that is."""
        if thing.status in [str(each) for each in here]:
            return
        turn = self.turn(thing.status)
        whose = f"It is the turn of {turn} now." if turn else "Nobody need do anything about it now."
        raise NotAllowed(
            f"This {self.thing} is “{_label(thing, thing.status)}” now, so this cannot be done with it.",
            next_step=f"{whose} Its page shows what can be done instead.",
            ask=turn,
        )

    @property
    def ends(self) -> list[str]:
        """The statuses that lead nowhere."""
        return [status for status, onward in self.moves.items() if not onward]

    def begin(self, thing: Any, *, by: Any, at: datetime, why: str = "") -> Any:
        """Write the first step of a thing that has just been created."""
        if self.since and getattr(thing, self.since) != at:
            type(thing)._default_manager.filter(pk=thing.pk).update(**{self.since: at})
        return thing.steps.create(status=thing.status, by=by, at=at, why=why)

    @transaction.atomic
    def move(self, thing: Any, to: str, *, by: Any, at: datetime, why: str = "") -> Any:
        """Move ``thing`` from the status it was read with to ``to`` and write the step; return the step.

        Raises NotAllowed when the table has no such move, and SomeoneElseActed when the row has moved since
        it was read: the UPDATE names the status it saw, so of two people who act at once one wins.
        """
        kind, here, there = type(thing), thing.status, str(to)
        label = _label(thing, here)
        if not self.allows(here, there):
            onward = " already" if here == there else f", and from there it cannot become “{_label(thing, there)}”"
            raise NotAllowed(
                f"Nothing has changed: this {self.thing} is “{label}”{onward}.",
                next_step="Look at the page again to see where it stands now.",
            )
        moved = {"status": there} | ({self.since: at} if self.since else {})
        if not kind._default_manager.filter(pk=thing.pk, status=here).update(**moved):
            raise SomeoneElseActed(
                f"Nothing has changed: someone else has just moved this {self.thing} on from “{label}”.",
                next_step="Open the page again to see what they did.",
            )
        for name, value in moved.items():
            setattr(thing, name, value)
        return thing.steps.create(status=there, by=by, at=at, why=why)


def _label(thing: Any, status: str) -> str:
    """The status within a sentence: "with the MVP Manager" """
    label = str(type(thing).Status(status).label)
    return label[:1].lower() + label[1:]


_register: list[Lifecycle] = []


def every_lifecycle() -> Iterator[Lifecycle]:
    """All lifecycles of the programme, in the order of the story."""
    yield from _register
