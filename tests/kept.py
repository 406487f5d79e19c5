"""What a builder wrote once is written again, word for word: a scene costs its rows, not the deeds behind them.

    @kept
    def a_unit(name="Front counter", *, borough=None): ...

The first test of a process that calls ``a_unit()`` runs it. A later test that calls it with the same arguments, where
the database stands as it stood then, is given the same rows and a copy of the same objects, in a tenth of the time.
No test shares anything with another: each writes the rows itself, and takes them back at its end. From the moment that
a test has added rows of its own, its builders run as they are written; so they do where no transaction of the
test is around them (races, journeys), in other threads, and under settings of the test's own.

A builder that is kept goes by its arguments and the database alone, and does nothing but write there.
"""

import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, wraps
from io import BytesIO
from itertools import count
from typing import Any, TypeVar

from django.apps import apps
from django.conf import UserSettingsHolder, settings
from django.db import connection
from django.db.models import AutoField, Model

Build = TypeVar("Build", bound=Callable[..., Any])
Given = tuple[tuple[Any, ...], dict[str, Any]]  # the arguments of a call

READS = ("SELECT ", "PRAGMA ", "BEGIN", "RELEASE ")
WRITES = ("INSERT INTO ", "UPDATE ", "DELETE FROM ")
INSERTED = re.compile(r'INSERT INTO "(\w+)"')
MARK = re.compile(r'(ROLLBACK TO )?SAVEPOINT "?(\w+)"?')

UNTOUCHED = 0  # how every test finds the database
UNKNOWN = None  # the test has added rows of its own
_numbers = count(UNTOUCHED + 1)


@dataclass
class Page:
    """What one call of a builder wrote, and what it gave back."""

    wrote: list[tuple[str, Any]] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)  # on PostgreSQL: the next number of each table that grew
    is_whole: bool = True  # nothing was done that could not be done again
    gave: bytes = b""
    then: int = UNTOUCHED  # how the database stands after it


class Book:
    """How the database stands, told by the builders that have written since the test began."""

    def __init__(self) -> None:
        self._stands: int | None = UNKNOWN
        self._pages: dict[tuple[Any, ...], Page] = {}
        self._changes: dict[tuple[int, str, str], int] = {}  # how the database stood, and what a test did to it
        self._marks: dict[str, int | None] = {}
        self._page: Page | None = None

    def open(self) -> None:
        """A test begins: it finds nothing, unless its file has written something for all of its tests."""
        if self._watch not in connection.execute_wrappers:
            connection.execute_wrappers.append(self._watch)
        self._marks.clear()
        self._stands = UNKNOWN if connection.in_atomic_block else UNTOUCHED

    def shut(self) -> None:
        """A test empties every table at its end: those after it do not find quite what those before it found."""
        self._pages.clear()
        self.open = lambda: None  # type: ignore[method-assign]
        self._stands = UNKNOWN

    def call(self, build: Callable[..., Any], given: Given) -> Any:
        """Write again what this call wrote from here, or run it and keep what it writes."""
        brought = self._goes() and _Brought.by(given)
        if not brought:
            return build(*given[0], **given[1])
        key = (self._stands, build, brought.words)
        page = self._pages.get(key)
        if page is None:
            return self._kept(key, brought)
        _write(page)
        self._stands = page.then
        return brought.given(page.gave)

    def _goes(self) -> bool:
        """Whether what is written next is a builder's alone, on the tests' own connection, to be taken back whole."""
        return (
            self._stands is not UNKNOWN
            and self._page is None
            and self._watch in connection.execute_wrappers
            and any(each._from_testcase for each in connection.atomic_blocks[:1])
            and not isinstance(settings._wrapped, UserSettingsHolder)
        )

    def _kept(self, key: tuple[Any, ...], brought: "_Brought") -> Any:
        self._page, page, waiting = Page(), None, len(connection.run_on_commit)
        (args, named), build = brought.call, key[1]
        try:
            result = build(*args, **named)
            page = self._page
        finally:
            self._page = None
            if page is None:
                self._stands = UNKNOWN
        gave = brought.keep(result) if page.is_whole and len(connection.run_on_commit) == waiting else b""
        if not gave:
            self._stands = UNKNOWN
            return result
        page.gave, page.then = gave, next(_numbers) if page.wrote else key[0]
        _bind(page)
        self._pages[key] = page
        self._stands = page.then
        return brought.given(gave)

    def _watch(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        """Every statement on the tests' own connection passes here."""
        words = str(sql).lstrip()
        if not words.startswith(READS) or "nextval(" in words:
            self._note(words, params, many)
        return execute(sql, params, many, context)

    def _note(self, words: str, params: Any, many: bool) -> None:
        if mark := MARK.match(words):
            self._marked(mark[2], is_back=bool(mark[1]))
        elif self._page is None:
            self._stands = self._changed(words, params)
        elif words.startswith(WRITES):
            self._page.wrote += [(words, each) for each in params] if many else [(words, params)]
            if (found := INSERTED.match(words)) and found[1] not in self._page.first:
                self._page.first[found[1]] = _next_number(found[1])
        else:
            self._page.is_whole = False

    def _changed(self, words: str, params: Any) -> int | None:
        """A test has written by itself: what it changed or took away can be told, but new rows have names by chance."""
        if self._stands is UNKNOWN or not words.startswith(WRITES[1:]):
            return UNKNOWN
        return self._changes.setdefault((self._stands, words, repr(params)), next(_numbers))

    def _marked(self, name: str, *, is_back: bool) -> None:
        """A part of a transaction begins, or is taken back."""
        if not is_back:
            self._marks[name] = self._stands
        elif self._page is None:
            self._stands = self._marks.get(name, UNKNOWN)
        else:
            self._page.is_whole = False


class _Brought:
    """The arguments of a call, and the rows among them: what is given back may hold these very ones, changed."""

    def __init__(self, call: Given) -> None:
        self.call, self.rows = call, []
        self._places: dict[int, int] = {}
        self.words = _pickled(call, self._found)
        self._shape = _pickled(call, self._place)

    @classmethod
    def by(cls, call: Given) -> "_Brought | None":
        try:
            return cls(call)
        except (pickle.PicklingError, TypeError, AttributeError):
            return None

    def keep(self, result: Any) -> bytes:
        """What a call gives back and how it leaves its arguments; nothing if that cannot be kept."""
        try:
            is_same = _pickled(self.call, self._place) == self._shape
            return _pickled((result, [vars(each) for each in self.rows]), self._place) if is_same else b""
        except (pickle.PicklingError, TypeError, AttributeError):
            return b""

    def given(self, kept: bytes) -> Any:
        unpickler = pickle.Unpickler(BytesIO(kept))  # noqa: S301 - what this process itself has kept
        unpickler.persistent_load = self.rows.__getitem__  # type: ignore[method-assign]
        result, left = unpickler.load()
        for row, now in zip(self.rows, left, strict=True):
            vars(row).clear()
            vars(row).update(now)
        return result

    def _found(self, thing: Any) -> None:
        if isinstance(thing, Model) and id(thing) not in self._places:
            self._places[id(thing)] = len(self.rows)
            self.rows.append(thing)

    def _place(self, thing: Any) -> int | None:
        return self._places.get(id(thing)) if isinstance(thing, Model) else None


def _pickled(thing: Any, place: Callable[[Any], int | None]) -> bytes:
    into = BytesIO()
    pickler = pickle.Pickler(into, pickle.HIGHEST_PROTOCOL)
    pickler.persistent_id = place  # type: ignore[method-assign]
    pickler.dump(thing)
    return into.getvalue()


def _write(page: Page) -> None:
    with connection.cursor() as cursor:
        for words, values in page.wrote:
            cursor.cursor.execute(words, values)  # past those who watch


def _bind(page: Page) -> None:
    """To PostgreSQL all goes as one message, which begins with the numbers that the rows had: it takes none back."""
    if connection.vendor == "postgresql" and page.wrote:
        begins = [f"SELECT setval('{_counter(table)}', {first}, false)" for table, first in page.first.items() if first]
        with connection.cursor() as cursor:
            bound = [cursor.cursor.mogrify(words, values) for words, values in page.wrote]
        page.wrote = [("; ".join(begins + bound), None)]


def _next_number(table: str) -> int:
    if connection.vendor != "postgresql" or not _counter(table):
        return 0
    with connection.cursor() as cursor:
        cursor.cursor.execute(f"SELECT last_value + is_called::int FROM {_counter(table)}")  # noqa: S608 - its own name
        return int(cursor.fetchone()[0])


@cache
def _counter(table: str) -> str:
    """What gives the rows of a table their numbers, if they have any."""
    models = apps.get_models(include_auto_created=True)
    if not any(each._meta.db_table == table and isinstance(each._meta.pk, AutoField) for each in models):
        return ""
    with connection.cursor() as cursor:
        cursor.cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [f'"{table}"'])
        return str(cursor.fetchone()[0])


book = Book()


def kept(build: Build) -> Build:
    """Run this builder once for each way in which it is called."""

    @wraps(build)
    def again(*args: Any, **named: Any) -> Any:
        return book.call(build, (args, named))

    return again  # type: ignore[return-value]
