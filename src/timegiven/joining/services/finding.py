"""Keep the index of names: for somebody as soon as they register or change their name, for all once a night."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from timegiven.joining import rules
from timegiven.joining.models import Application, NameKey
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit

Key = tuple[int, int, bytes, str, str]  # person, unit, letters, name, borough
_COLUMNS = ("person_id", "unit_id", "letters", "name", "borough")


def index_name(person: Person, *, new_in: Unit | None = None) -> None:
    """Let this person be found by their name as it is now; of somebody ``new_in`` a borough nothing is kept yet."""
    if new_in is None:
        _index([person.pk])
    else:
        orders = rules.orders(person.name, person.known_as)
        _write((person.pk, new_in.pk, letters, person.name, "") for letters in orders)


def index_names() -> int:
    """Let everybody be found who came, moved or was renamed by another way; return how many people there are."""
    everybody = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(everybody), 5000):
        _index(everybody[start : start + 5000])
    return len(everybody)


@transaction.atomic
def _index(people: list[int]) -> None:
    wanted = set(_wanted(people))
    kept = set()
    gone = []
    for pk, who, unit, letters, name, borough in NameKey.objects.filter(person__in=people).values_list("pk", *_COLUMNS):
        key = (who, unit, bytes(letters), name, borough)
        if key in wanted and key not in kept:
            kept.add(key)
        else:
            gone.append(pk)
    NameKey.objects.filter(pk__in=gone).delete()
    _write(wanted - kept)


def _write(new: Iterable[Key]) -> None:
    rows = [NameKey(**dict(zip(_COLUMNS, key, strict=True))) for key in new]
    NameKey.objects.bulk_create(rows, batch_size=2000)


def _wanted(people: list[int]) -> Iterator[Key]:
    where, boroughs = _where(people)
    active = Person.objects.filter(pk__in=people, is_active=True).values_list("pk", "name", "known_as")
    for who, name, known_as in active:
        for letters in rules.orders(name, known_as):
            for unit in where[who]:
                yield who, unit, letters, name, boroughs.get(who, "")


def _where(people: Iterable[int]) -> tuple[dict[int, set[Any]], dict[int, str]]:
    """The boroughs in which each person is looked for, and that in which they volunteer.

    A volunteer is looked for also in the whole force, which their path begins.
    """
    where: dict[int, set[Any]] = defaultdict(set)
    boroughs = {}
    for who, borough in Application.objects.filter(person__in=people).values_list("person", "borough"):
        where[who].add(borough)
    volunteers = Volunteer.objects.filter(person__in=people)
    for who, borough, name, path in volunteers.values_list("person", "borough", "borough__name", "borough__path"):
        where[who] |= {borough, int(path.split("/")[1])}
        boroughs[who] = name
    return where, boroughs
