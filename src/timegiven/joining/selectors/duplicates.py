"""Who may be whom: the index of keyed digests, the candidates of one person, and the pairs that wait for a look."""

import hmac
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.joining.models import Application, Likeness, Merge
from timegiven.joining.rules import Standing
from timegiven.joining.rules.duplicates import Record, keys, record
from timegiven.kernel.prepared import Prepared, key
from timegiven.people import access as people_access
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer

Role = Appointment.Role
_FACTS = ("pk", "name", "born_on", "phone", "email", "address")


@cache
def _secret(key: str) -> bytes:
    return blake2b(f"joining.match:{key}".encode(), digest_size=32).digest()


def digests(one: Record) -> list[int]:
    """The keys of a person as they are kept: keyed digests of 63 bits, from which no birth date can be read.

    Keyed by the newest of the data keys, as everything is sealed; looked for under all of them.
    """
    return _digests(one, settings.DATA_KEYS[0])


def older_digests(one: Record) -> list[int]:
    """The same keyed by the older data keys, by which somebody may still be looked for."""
    return [digest for data_key in settings.DATA_KEYS[1:] for digest in _digests(one, data_key)]


def _digests(one: Record, data_key: str) -> list[int]:
    secret = _secret(data_key)
    return [int.from_bytes(hmac.digest(secret, repr(key).encode(), "sha256")[:8], "big") >> 1 for key in keys(one)]


def record_of(person: Person) -> Record:
    """A person as the rules compare them."""
    born_on: Any = person.born_on
    return record(
        person.pk,
        name=person.name,
        born_on=born_on,
        phone=person.phone,
        email=person.email or "",
        address=person.address or "",
    )


def _recorded(row: tuple[Any, ...]) -> Record:
    who, name, born_on, phone, email, address = row
    return record(who, name=name, born_on=born_on, phone=phone, email=email or "", address=address or "")


# Written out: everybody who registers waits for it, and Django's way to the rows takes as long as the rows.
_SHARING = """
SELECT person.id, name, born_on, phone, email, address
FROM joining_matchkey AS shared JOIN people_person AS person ON person.id = shared.person_id
WHERE shared.key IN ({}) AND shared.person_id <> %s AND person.is_active LIMIT 200
"""


def candidates(one: Record) -> list[Record]:
    """Everybody else who shares a key with this person: one question, answered from an index."""
    wanted = [*digests(one), *older_digests(one)]
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_SHARING.format(", ".join(["%s"] * len(wanted))), [*wanted, one.who])
        rows = {who: facts for who, *facts in cursor.fetchall()}
    return [_recorded((who, *_opened(*facts))) for who, facts in rows.items()]


def _opened(name: str, born_on: str, phone: str, email: str, address: str) -> tuple[Any, ...]:
    """What lies sealed in a row, as Django's fields open it."""
    born = _BORN_ON.from_db_value(born_on, None, connection)
    return name, born, phone, email, _ADDRESS.from_db_value(address, None, connection)


_BORN_ON: Any = Person._meta.get_field("born_on")
_ADDRESS: Any = Person._meta.get_field("address")


def all_records() -> Iterator[Record]:
    """Everybody who can sign in, as the rules compare them."""
    for row in Person.objects.filter(is_active=True).values_list(*_FACTS).iterator(chunk_size=5000):
        yield _recorded(row)


def likenesses_seen_by(person: Person, day: date) -> QuerySet[Likeness]:
    """Pairs this person may compare: all for the Central Team; for an MVP Manager those of their own borough.

    Who made two records one may also take them apart.
    """
    pairs = Likeness.objects.exclude(Q(one=person) | Q(other=person)).select_related("one", "other")
    if people_access.holds(person, Role.CENTRAL_TEAM, at=None, day=day):
        return pairs
    scope = people.scope(person, (Role.MVPM,), day, on="borough")

    def here(who: str) -> Q:
        applied = Application.objects.filter(scope, person=OuterRef(who))
        taken_on = Volunteer.objects.filter(scope, person=OuterRef(who))
        return Q(Exists(applied)) | Q(Exists(taken_on))

    joined = Merge.objects.filter(likeness=OuterRef("pk"), by=person)
    return pairs.filter(here("one") & here("other") | Exists(joined))


def newest_merge(likeness: Likeness) -> Merge | None:
    """The merge of a pair that stands, if any."""
    found = Merge.objects.filter(likeness=likeness, undone_at=None).select_related("kept", "merged", "likeness", "by")
    return found.order_by("-pk").first()


def kept_instead_of(person: Person) -> Person:
    """The person whom this record turned out to be; usually themselves."""
    found = _MERGED.first(person=person.pk)
    return kept_instead_of(found.kept) if found else person


_MERGED = Prepared(lambda: Merge.objects.filter(merged=key("person"), undone_at=None).select_related("kept")[:1])


def standing_of(person: Person, day: date) -> Standing:
    """What a record carries that decides which of two is kept."""
    return Standing(
        name=person.name,
        is_volunteer=Volunteer.objects.filter(person=person).exists(),
        is_staff=people_access.is_staff(person, day),
    )


def side_by_side(likeness: Likeness) -> list[dict[str, Any]]:
    """The facts of both, a line each, and whether they agree."""
    one, other = likeness.one, likeness.other
    lines: list[tuple[str, Any, Any]] = [("Name", one.name, other.name), ("Known as", one.known_as, other.known_as)]
    lines += [("Date of birth", one.born_on, other.born_on), ("Email", one.email, other.email)]
    lines += [("Telephone", one.phone, other.phone), ("Address", one.address, other.address)]
    lines += [("Known here as", _known_as(one), _known_as(other))]
    return [{"fact": fact, "one": a or "", "other": b or "", "same": bool(a) and a == b} for fact, a, b in lines]


def _known_as(person: Person) -> str:
    """Volunteer, applicant or neither, and where."""
    volunteer = Volunteer.objects.filter(person=person).select_related("borough").first()
    if volunteer:
        return f"Volunteer, {volunteer.borough.name}"
    found = Application.objects.filter(person=person).select_related("borough").order_by("-registered_at").first()
    return f"{found.get_status_display()}, {found.borough.name}" if found else "Neither applicant nor volunteer"
