"""Questions to the database whose SQL is put together once, and which are asked with other values each time.

Putting the SQL of one queryset together takes Django about as long as ten short answers of the database. The busiest
pages ask the same few questions over and over, so they are written down as constants. Nothing of an answer is kept.
"""

from collections.abc import Callable, Hashable, Iterable
from copy import copy
from functools import cache, cached_property
from typing import Any

from django.db import connections, models
from django.db.models import Expression, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesListIterable, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

MOST_PREPARED = 500  # questions that one connection to PostgreSQL keeps planned: more than there are


class Given(Expression):
    """A value that is known only when the question is asked: ``filter(person=Given("person", KEY))``."""

    def __init__(self, name: str, field: models.Field, place: int | None = None) -> None:
        super().__init__(output_field=field)
        self.name, self.place = name, place

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return "%s", [self]

    def get_group_by_cols(self) -> list[Any]:
        """A value is no column to group by: PostgreSQL would take the number 2 for the second."""
        return []

    def bound(self, given: dict[str, Any], connection: Any) -> Any:
        """The value, as the database's driver takes it."""
        value = given[self.name] if self.place is None else given[self.name][self.place]
        return self.output_field.get_db_prep_value(value, connection, prepared=False)


def key(name: str) -> Any:
    """A row, given by its primary key."""
    return Given(name, models.BigIntegerField())


def keys(name: str, number: int) -> list[Any]:
    """So many rows, given by a list of primary keys: for ``unit__pk__in`` (``unit__in`` takes no such list)."""
    return [Given(name, models.BigIntegerField(), place) for place in range(number)]


def padded(values: Iterable[Any]) -> list[Any]:
    """The values, the last one repeated until they are 1, 2, 4, 8 and so on: so a list of any length has few shapes."""
    known = list(values)
    return known + known[-1:] * (2 ** (len(known) - 1).bit_length() - len(known)) if known else []


def text(name: str) -> Any:
    return Given(name, models.CharField())


def texts(name: str, number: int) -> list[Any]:
    return [Given(name, models.CharField(), place) for place in range(number)]


def day(name: str) -> Any:
    return Given(name, models.DateField())


def moment(name: str) -> Any:
    return Given(name, models.DateTimeField())


class Prepared:
    """A question: ``ask = Prepared(lambda: Duty.objects.filter(unit=key("unit")))``, then ``ask(unit=unit.pk)``.

    Where the SQL depends on how many values there are, or on which were chosen, the builder takes that as arguments,
    and so does the call, before the named values: ``ask(len(units), units=units)``. Of such shapes there must be few,
    for each is kept. Related rows that the builder does not select are read as from any queryset.
    """

    plan_is_kept = True

    def __init__(self, build: Callable[..., QuerySet]) -> None:
        self._build = build
        self._questions: dict[Hashable, _Question] = {}

    def __call__(self, *shape: Hashable, **given: Any) -> list[Any]:
        """All rows, in the form that the builder's queryset gives them."""
        return self._question(shape).rows(given)

    def first(self, *shape: Hashable, **given: Any) -> Any:
        """The first row, or None. The builder says how many are fetched: ``[:1]``."""
        rows = self(*shape, **given)
        return rows[0] if rows else None

    def paged(self, *shape: Hashable, **given: Any) -> "Paged":
        """The rows as a list that is read a page at a time, for Django's Paginator; the builder gives them an order."""
        return Paged(self._question(shape), given)

    def _question(self, shape: tuple[Hashable, ...]) -> "_Question":
        if shape not in self._questions:
            self._questions[shape] = _Question(self._build(*shape), plan_is_kept=self.plan_is_kept)
        return self._questions[shape]


class PlannedEachTime(Prepared):
    """The same where the way to the answer hangs on the values: PostgreSQL looks at them before it chooses one.

    A plan for any values expects them to let few rows through, and the whole force lets through all.
    """

    plan_is_kept = False


class Paged:
    """A long list of which only what is looked at is read."""

    def __init__(self, question: "_Question", given: dict[str, Any]) -> None:
        self._question, self._given = question, given

    def count(self) -> int:
        return self._question.count(self._given)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Any]:
        first = part.start or 0
        return self._question.rows(self._given, " LIMIT %s OFFSET %s", (part.stop - first, first))


class _Question:
    """A queryset, its SQL, and how its rows are made."""

    def __init__(self, queryset: QuerySet, *, plan_is_kept: bool) -> None:
        self._queryset, self._alias, self._plan_is_kept = queryset, queryset.db, plan_is_kept
        self._compiler: SQLCompiler = queryset.query.get_compiler(using=queryset.db)
        self._sql, self._values = self._compiler.as_sql()
        self._converters = self._compiler.get_converters([column for column, *_ in self._compiler.select])
        self._made = _MAKERS[queryset._iterable_class](self._compiler, self._alias)  # noqa: SLF001 - models or values

    def rows(self, given: dict[str, Any], tail: str = "", more: tuple[Any, ...] = ()) -> list[Any]:
        connection = connections[self._alias]
        with self._cursor(connection) as cursor:
            cursor.execute(self._sql + tail, (*_bound(self._values, given, connection), *more))
            found = cursor.fetchall()
        return self._made(self._converted(found, connection) if self._converters else found)

    def _converted(self, found: Iterable[Any], connection: Any) -> Iterable[Any]:
        compiler = copy(self._compiler)
        compiler.connection = connection  # this thread's
        converted: Iterable[Any] = compiler.apply_converters(found, self._converters)
        return converted

    def count(self, given: dict[str, Any]) -> int:
        """How many rows there are; in which order, and what is shown of each, the database need not look at."""
        connection = connections[self._alias]
        sql, values = self._counted
        with self._cursor(connection) as cursor:
            cursor.execute(sql, _bound(values, given, connection))
            return int(cursor.fetchone()[0])

    def _cursor(self, connection: Any) -> Any:
        return _planning_cursor(connection) if self._plan_is_kept else connection.cursor()

    @cached_property
    def _counted(self) -> tuple[str, tuple[Any, ...]]:
        bare = self._queryset.order_by().values("pk")
        sql, values = bare.query.get_compiler(using=self._alias).as_sql()
        return f"SELECT COUNT(*) FROM ({sql}) AS counted", values  # noqa: S608 - as Django has worded it


def _planning_cursor(connection: Any) -> Any:
    """On PostgreSQL one by which the server, too, reads and plans the words once and not each time."""
    if connection.vendor != "postgresql" or connection.queries_logged:  # a log shows the words with their values
        return connection.cursor()
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    connection.connection.prepared_max = MOST_PREPARED
    return connection.make_cursor(_planned_once(connection.Database)(connection.connection))


@cache
def _planned_once(driver: Any) -> Any:
    class PlannedOnce(driver.Cursor):  # type: ignore[misc]
        def execute(self, query: Any, params: Any = None) -> Any:
            return super().execute(query, params, prepare=True)

    return PlannedOnce


def _bound(values: Iterable[Any], given: dict[str, Any], connection: Any) -> tuple[Any, ...]:
    return tuple(value.bound(given, connection) if isinstance(value, Given) else value for value in values)


Maker = Callable[[Iterable[Any]], list[Any]]


class _Rows:
    """Makes a model of a row, column by column into its place: nothing to check, to fill in, or to tell anybody.

    Django goes through every field of the model for each row, and through more for each that is left out: of a short
    answer that was the greater part. Nobody listens when a model is made (signals are banned), nor does a model itself.
    """

    def __init__(self, model: type[models.Model]) -> None:
        if "__init__" in vars(model) or "from_db" in vars(model):
            raise TypeError(f"{model.__name__} does something when it is made, which a prepared question leaves out.")
        self._model = model

    def from_db(self, alias: str, names: Iterable[str], values: Iterable[Any]) -> models.Model:
        state = ModelState()
        state.adding, state.db = False, alias
        one = self._model.__new__(self._model)
        one.__dict__.update(zip(names, values, strict=True), _state=state)
        return one


def _quick(populators: Iterable[Any]) -> list[Any]:
    """The same for the related models that a row holds."""
    for each in populators:
        each.model_cls = _Rows(each.model_cls)
        _quick(each.related_populators)
    return list(populators)


def _models(compiler: Any, alias: str) -> Maker:
    """Makes models of rows as Django does, but looks up once where in a row each of them stands."""
    model, columns = _Rows(compiler.klass_info["model"]), compiler.klass_info["select_fields"]
    own = slice(columns[0], columns[-1] + 1)
    names = [column.target.attname for column, *_ in compiler.select[own]]
    related = _quick(get_related_populators(compiler.klass_info, compiler.select, alias))  # type: ignore[call-arg]
    beside = compiler.annotation_col_map or {}

    def made(row: Any) -> Any:
        one = model.from_db(alias, names, row[own])
        for each in related:
            each.populate(row, one)
        for name, place in beside.items():
            setattr(one, name, row[place])
        return one

    return lambda rows: [made(row) for row in rows]


def _tuples(*_: Any) -> Maker:
    return lambda rows: [tuple(row) for row in rows]


def _single(*_: Any) -> Maker:
    return lambda rows: [value for (value,) in rows]


_MAKERS: dict[Any, Callable[..., Maker]] = {
    ModelIterable: _models,
    ValuesListIterable: _tuples,
    FlatValuesListIterable: _single,
}
