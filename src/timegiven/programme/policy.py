"""Each number of the handbook once, by name, with its source; its value may change from a day on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from timegiven.programme.models import PolicyValue, Strand

_register: "list[Policy]" = []


@dataclass(frozen=True)
class Policy:
    """A handbook number: ``MONTHLY_CAP.on(day, strand)``.

    ``default`` holds until the first dated value; ``source`` is the document and part; ``clauses`` the mission's.
    """

    name: str
    default: Any
    source: str
    means: str
    clauses: tuple[int, ...] = ()
    unit: str = ""  # "minutes", "pence", "days", "": how the page shows it
    values: dict[str, Any] = field(default_factory=dict)  # by strand code, where the handbook itself differs

    def __post_init__(self) -> None:
        if any(other.name == self.name for other in _register):
            raise TypeError(f"The policy {self.name} is defined twice.")
        _register.append(self)

    def on(self, day: date, strand: Strand | None = None) -> Any:
        """The value in force on ``day`` for ``strand``: its own newest, else everybody's newest, else the default."""
        values = PolicyValue.objects.filter(name=self.name, from_on__lte=day).order_by("-from_on")
        newest = {row.strand_id: row.value for row in reversed(values)}
        if strand is not None and strand.pk in newest:
            return newest[strand.pk]
        if strand is not None and strand.code in self.values:
            return self.values[strand.code]
        return newest.get(None, self.default)


def every_policy() -> Iterator[Policy]:
    """All numbers of the handbook, in the order of the story."""
    yield from _register
