"""Find records that may be one person, and make them one when a human says so; it can be taken back for a while."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, models, transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Likeness, MatchKey, Merge, MergedRow, NameKey
from timegiven.joining.policies import MERGE_UNDO_DAYS
from timegiven.joining.rules import duplicates
from timegiven.joining.services.finding import index_name
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.resealing import Tally
from timegiven.kernel.time import london_day
from timegiven.people.models import Person

Status = Likeness.Status
FACTS = ("phone", "address", "born_on", "known_as")
# What is a record of the two records themselves, or belongs to the door they sign in by, stays where it is.
_STAYS = {"audit", "account", "mfa", "socialaccount", "sessions"}
_OURS = (MatchKey, NameKey, Likeness, Merge)


def notice(person: Person, *, at: datetime, is_new: bool = False) -> int:
    """Index a person whose facts have changed, and note whom they may be; return how many were found.

    Of somebody who ``is_new`` nothing is kept yet.
    """
    record = selectors.record_of(person)
    _index(person, record, kept=set() if is_new else _kept(person))
    found = duplicates.matches_of(record, selectors.candidates(record))
    return _note(found, at=at)


def _kept(person: Person) -> set[int]:
    return set(MatchKey.objects.filter(person=person).values_list("key", flat=True))


def _index(person: Person, record: duplicates.Record, *, kept: set[int]) -> None:
    """Let the index hold the digests of this record and no others."""
    wanted = set(selectors.digests(record))
    if gone := kept - wanted:
        MatchKey.objects.filter(person=person, key__in=gone).delete()
    MatchKey.objects.bulk_create([MatchKey(person=person, key=key) for key in wanted - kept])


def index_anew(*, write: bool) -> Tally:
    """Look at everybody in the index, and index those anew whose digests are of an older data key.

    One by one, each in a transaction of its own: it may be stopped at any time and begun again.
    """
    found = Tally()
    for pk in MatchKey.objects.order_by("person").values_list("person", flat=True).distinct():
        try:
            is_old = _is_old(pk, write=write)
        except (InvalidTag, ValueError):  # nor does their record, which the key would be made of
            found += Tally(rows=1, unreadable=1)
        else:
            found += Tally(rows=1, anew=int(is_old and write), left=int(is_old and not write))
    return found


@transaction.atomic
def _is_old(pk: int, *, write: bool) -> bool:
    """Whether somebody's digests are of an older key, and see to it if told to; those of facts long gone need none."""
    person = Person.objects.select_for_update(no_key=True).get(pk=pk)
    record, kept = selectors.record_of(person), _kept(person)
    is_old = not kept.isdisjoint(selectors.older_digests(record))
    if is_old and write:
        _index(person, record, kept=kept)
    return is_old


def _note(found: list[duplicates.Match], *, at: datetime) -> int:
    """Write likenesses down; what has been looked at already is left as it was decided."""
    rows = [Likeness(one_id=each.one, other_id=each.other, score=each.score, found_at=at) for each in found]
    Likeness.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    return len(rows)


@transaction.atomic
def scan(*, at: datetime) -> int:
    """Compare everybody with everybody who shares a key, and note who may be one person; return how many pairs."""
    return _note(duplicates.matches(selectors.all_records()), at=at)


@transaction.atomic
def tell_apart(likeness: Likeness, *, by: Person, at: datetime) -> None:
    """Say that two records are two people; they are not asked about again."""
    access.compare.require(by, likeness, london_day(at))
    Likeness.lifecycle.move(likeness, Status.DIFFERENT, by=by, at=at)
    audit.record("told apart", of=likeness, by=by, at=at, about=likeness.one)


@transaction.atomic
def merge(likeness: Likeness, *, keep: Person, by: Person, at: datetime) -> Merge:
    """Make two records one: everything of the other becomes the kept person's, and the other signs in no more."""
    access.compare.require(by, likeness, london_day(at))
    people = {each.pk: each for each in _locked(likeness)}
    kept = people[keep.pk]
    (other,) = (each for each in people.values() if each.pk != keep.pk)
    rules.check_merge(
        kept=selectors.standing_of(kept, london_day(at)), other=selectors.standing_of(other, london_day(at))
    )
    Likeness.lifecycle.move(likeness, Status.SAME, by=by, at=at)
    set_aside = _set_aside(kept, other, by=by, at=at)
    made = Merge.objects.create(likeness=likeness, kept=kept, merged=other, by=by, at=at, set_aside=set_aside)
    MergedRow.objects.bulk_create([row for field in _links() for row in _move(field, other, kept, made)])
    _fill(made)
    for each in (kept, other):
        index_name(each)
        audit.record("merged", of=made, by=by, at=at, about=each)
    return made


def _locked(likeness: Likeness) -> list[Person]:
    """Both, in one order, so that two merges never wait for each other."""
    return list(Person.objects.select_for_update().filter(pk__in=(likeness.one_id, likeness.other_id)).order_by("pk"))


def _set_aside(kept: Person, other: Person, *, by: Person, at: datetime) -> dict[str, str]:
    """One person has one open application: of two, that of the record that is not kept goes no further."""
    open_one = selectors.open_application(other) if selectors.open_application(kept) else None
    if open_one is None:
        return {}
    was = {open_one.reference: str(open_one.status)}
    Application.lifecycle.move(open_one, Application.Status.SET_ASIDE, by=by, at=at)
    return was


def _links() -> Iterator[Any]:
    """Every column of every chapter that names a person, as the models themselves say."""
    links: list[Any] = list(Person._meta.get_fields(include_hidden=True))
    for link in links:
        is_link = link.auto_created and (link.one_to_many or link.one_to_one) and not link.concrete
        if is_link and link.related_model._meta.app_label not in _STAYS and link.related_model not in _OURS:
            yield link.field


def _move(field: Any, other: Person, kept: Person, made: Merge) -> list[MergedRow]:
    """Hand the rows over, one by one where one cannot be: what the kept person has already stays with the other."""
    rows = list(field.model._default_manager.filter(**{field.name: other}).values_list("pk", flat=True))
    moved = rows if _hand_over(field, rows, kept) else [row for row in rows if _hand_over(field, [row], kept)]
    return [MergedRow(merge=made, table=field.model._meta.label_lower, field=field.name, row=row) for row in moved]


def _hand_over(field: Any, rows: list[Any], to: Person) -> bool:
    try:
        with transaction.atomic():
            field.model._default_manager.filter(pk__in=rows).update(**{field.name: to})
    except IntegrityError:
        return False
    return True


def _fill(made: Merge) -> None:
    """Give the kept record the facts that it lacked, and close the other's door."""
    kept, other = made.kept, made.merged
    made.filled = [fact for fact in FACTS if not getattr(kept, fact) and getattr(other, fact)]
    for fact in made.filled:
        setattr(kept, fact, getattr(other, fact))
    if not kept.email and other.email:
        made.filled = [*made.filled, "email"]
        address, other.email = other.email, None
    other.is_active = False
    other.save(update_fields=["is_active", "email"])
    if "email" in made.filled:
        kept.email = address
    kept.save(update_fields=[*FACTS, "email"])
    made.save(update_fields=["filled"])


@transaction.atomic
def undo_merge(made: Merge, *, by: Person, at: datetime) -> None:
    """Take two records apart again: what was moved goes back, unless it has been given to somebody else since."""
    access.compare.require(by, made.likeness, london_day(at))
    days = MERGE_UNDO_DAYS.on(london_day(at))
    rules.check_undo(is_undone=made.undone_at is not None, is_late=at > made.at + timedelta(days=days), days=days)
    if not Merge.objects.filter(pk=made.pk, undone_at=None).update(undone_at=at):
        raise NotAllowed("Nothing has changed: somebody else has just done this.", next_step="Open the page again.")
    _empty(made)
    fields = {(field.model._meta.label_lower, field.name): field for field in _links()}
    for (table, name), rows in _by_column(made).items():
        field = fields[table, name]
        field.model._default_manager.filter(pk__in=rows, **{name: made.kept}).update(**{name: made.merged})
    _take_up(made, by=by, at=at)
    Likeness.lifecycle.move(made.likeness, Status.DIFFERENT, by=by, at=at)
    for each in (made.kept, made.merged):
        index_name(each)
        audit.record("took apart", of=made, by=by, at=at, about=each)


def _by_column(made: Merge) -> dict[tuple[str, str], list[int]]:
    columns: dict[tuple[str, str], list[int]] = {}
    for table, field, row in made.rows.values_list("table", "field", "row"):
        columns.setdefault((table, field), []).append(row)
    return columns


def _empty(made: Merge) -> None:
    """Take back the facts that were filled in, and open the other's door again."""
    kept, other, back = made.kept, made.merged, {}
    for fact in made.filled:
        field: models.Field = Person._meta.get_field(fact)  # type: ignore[assignment]
        back[fact] = getattr(kept, fact)
        setattr(kept, fact, None if field.null else "")
    kept.save(update_fields=[*FACTS, "email"])
    other.is_active, other.email = True, back.get("email", other.email)
    other.save(update_fields=["is_active", "email"])


def _take_up(made: Merge, *, by: Person, at: datetime) -> None:
    """An application that was set aside goes on where it was."""
    for application in Application.objects.filter(reference__in=made.set_aside, status=Application.Status.SET_ASIDE):
        Application.lifecycle.move(application, made.set_aside[application.reference], by=by, at=at)
