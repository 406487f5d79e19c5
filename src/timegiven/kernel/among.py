"""Very many keys as one value of a question: the database takes them as a list, and nothing is worded once for each."""

import json
from collections.abc import Collection
from typing import Any

from django.db.models import BigIntegerField, Expression

from timegiven.kernel.prepared import Given


class Among(Expression):
    """``filter(person__in=Among(keys))`` finds what ``filter(person__in=list(keys))`` does.

    A hundred keys named one by one take Django and the database longer to read than to look for.
    """

    def __init__(self, keys: Collection[int]) -> None:
        super().__init__(output_field=BigIntegerField())
        self.keys = list(keys)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return _IN_SQLITE, [json.dumps(self.keys)]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return _IN_POSTGRESQL, [self.keys]


class AmongGiven(Given):
    """The same for a prepared question, ``filter(person__in=AmongGiven("people"))``: one wording for any number."""

    def __init__(self, name: str) -> None:
        super().__init__(name, BigIntegerField())

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return _IN_SQLITE, [self]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return _IN_POSTGRESQL, [self]

    def bound(self, given: dict[str, Any], connection: Any) -> Any:
        keys = ",".join(map(str, given[self.name]))  # as text: the driver takes longer over a list
        return f"{{{keys}}}" if connection.vendor == "postgresql" else f"[{keys}]"


_IN_SQLITE = "(SELECT value FROM json_each(%s))"
_IN_POSTGRESQL = "(SELECT unnest(%s::bigint[]))"
