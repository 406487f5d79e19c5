"""Enter a certificate of insurance, and end one."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.programme import access, rules
from timegiven.programme.models import Cover, Strand


@transaction.atomic
def add_cover(
    *,
    strand: Strand,
    kind: str,
    certificate: str,
    what: str = "",
    insurer: str = "",
    from_on: date,
    until_on: date | None,
    by: Any,
    at: datetime,
) -> Cover:
    """Enter a certificate that the force holds for its volunteers: from its first day roles may rest on it (56)."""
    access.keep_cover.require(by, london_day(at))
    facts = {"strand": strand, "kind": kind, "certificate": certificate.strip()}
    rules.check_certificate(from_on=from_on, until_on=until_on, is_known=Cover.objects.filter(**facts).exists())
    words = {"what": what.strip(), "insurer": insurer.strip()}
    try:
        with transaction.atomic():
            cover = Cover.objects.create(**facts, **words, from_on=from_on, until_on=until_on)
    except IntegrityError:  # somebody else has just entered it
        rules.check_certificate(from_on=from_on, until_on=until_on, is_known=Cover.objects.filter(**facts).exists())
        raise
    audit.record("added cover", of=cover, by=by, at=at)
    return cover


@transaction.atomic
def end_cover(cover: Cover, *, until_on: date, by: Any, at: datetime) -> None:
    """Say from which day a certificate no longer covers: roles that need it stop then unless another takes over."""
    today = london_day(at)
    access.keep_cover.require(by, today)
    row = Cover.objects.select_for_update(of=("self",)).get(pk=cover.pk)
    rules.check_end(until_on=until_on, from_on=row.from_on, now_until=row.until_on, today=today)
    Cover.objects.filter(pk=row.pk).update(until_on=until_on)
    audit.record("ended cover", of=row, by=by, at=at)
