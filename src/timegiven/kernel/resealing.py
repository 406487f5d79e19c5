"""Seal anew under the newest data key what lies under an older one, so that the older one can be taken away."""

import base64
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import models, transaction
from django.db.models import ExpressionWrapper, F, QuerySet, Value

from timegiven.kernel.encrypted import EncryptedText, SealedBytes, as_text, sealed_anew

ROWS, PICTURES = 500, 20  # at once: others may write between two lots, and so may whoever interrupts this


class Tally(NamedTuple):
    """What was found in one table: its rows that hold something sealed, and what became of them."""

    rows: int = 0
    anew: int = 0
    left: int = 0  # under an older key
    unreadable: int = 0  # under none of the keys

    def __add__(self, other: "Tally") -> "Tally":  # type: ignore[override]  # of two tallies, not of two tuples
        return Tally(*(one + more for one, more in zip(self, other, strict=True)))


def sealed_fields(model: type[models.Model]) -> list[Any]:
    """The columns of a table that are sealed, as the model itself says."""
    return [field for field in model._meta.local_concrete_fields if isinstance(field, EncryptedText | SealedBytes)]


def sealed_models() -> list[type[models.Model]]:
    """Every table of every chapter with a sealed column."""
    return [model for model in apps.get_models(include_auto_created=True) if sealed_fields(model)]


def go_through(model: type[models.Model], *, write: bool) -> Tally:
    """Look at every row of a table, and seal anew what lies under an older key if told to ``write``.

    Lot by lot, each in its own transaction: it may be stopped at any time and begun again. A row that somebody is
    writing at the moment is passed over, so that nobody waits for whoever waits for them; the next look counts it.
    """
    found, after = Tally(), 0
    rows = _as_they_stand(model)
    size = PICTURES if any(isinstance(field, SealedBytes) for field in sealed_fields(model)) else ROWS
    while True:
        with transaction.atomic():  # a lot that is only looked at is short, too
            lot = rows.filter(pk__gt=after).order_by("pk")
            held = list((_held(lot) if write else lot)[:size])
            if not held:
                return found
            found = sum((_one(model, row, write=write) for row in held), found)
            after = held[-1]["pk"]


def _held(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """For us alone until the lot is done; SQLite holds everybody off in any case."""
    return rows.select_for_update(skip_locked=True, no_key=True)


def _as_they_stand(model: type[models.Model]) -> QuerySet[Any, Any]:
    """The sealed columns of each row, unopened."""
    plain = {EncryptedText: models.TextField, SealedBytes: models.BinaryField}
    raw: dict[str, Any] = {}
    names = ["pk"]
    for field in sealed_fields(model):
        kind = next(made for sealed, made in plain.items() if isinstance(field, sealed))
        raw[f"sealed_{field.attname}"] = ExpressionWrapper(F(field.attname), output_field=kind())
        names += ["reference"] if isinstance(field, SealedBytes) else []
    found: QuerySet[Any, Any] = model._default_manager.annotate(**raw).values(*names, *raw)
    return found


def _one(model: type[models.Model], row: dict[str, Any], *, write: bool) -> Tally:
    """One row: how it stands, and sealed anew where it is to be."""
    new: dict[str, Any] = {}
    is_sealed = False
    for field in sealed_fields(model):
        kept = row[f"sealed_{field.attname}"]
        if not kept:
            continue
        is_sealed = True
        try:
            value = _anew(field, kept, row)
        except (InvalidTag, ValueError):
            return Tally(rows=1, unreadable=1)
        if value is not None:
            new[field.attname] = value
    if new and write:
        model._default_manager.filter(pk=row["pk"]).update(**new)
    return Tally(rows=int(is_sealed), anew=int(bool(new) and write), left=int(bool(new) and not write))


def _anew(field: Any, kept: Any, row: dict[str, Any]) -> Any:
    """What to write instead, past the field, which would seal it once more; None where nothing is to be written."""
    if isinstance(field, SealedBytes):
        return sealed_anew(bytes(kept), label=field.label_of(row["reference"]))
    new = sealed_anew(base64.b64decode(kept), label=field.label)
    return None if new is None else Value(as_text(new), output_field=models.TextField())
