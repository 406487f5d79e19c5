"""Call off one duty, a day, or a series: everybody who was asked hears the reason at once, in one letter."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import selectors as library
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Duty, Offer, Pattern
from timegiven.rota.services import holding, telling

Status = Offer.Status


@transaction.atomic
def cancel(duty: Duty, *, why: str, by: Person, at: datetime) -> None:
    """Call a duty off and tell everybody who was asked, at once, with the reason.

    Whom the question has not reached yet need not hear of either.
    """
    access.cancel.require(by, duty, london_day(at))
    holding.hold_duty(duty)
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    _call_off([duty], why=why, by=by, at=at)


@transaction.atomic
def cancel_day(area: Unit, *, day: date, why: str, by: Person, at: datetime) -> int:
    """Call off what is still to come on one day at a unit, or in a whole borough; return how many duties."""
    access.create.require(by, area, london_day(at))
    lines = selectors.board(area, day, 1).get(day, [])
    return _call_off_all((line.duty.reference for line in lines), why=why, by=by, at=at)


@transaction.atomic
def cancel_series(pattern: Pattern, *, first: date, why: str, by: Person, at: datetime) -> int:
    """End a weekly pattern from a day on and call off what is laid out of it; return how many duties.

    Also where nothing is laid out: a pattern that nobody wants any more is not to be laid out again.
    """
    access.change_pattern.require(by, pattern, london_day(at))
    held = Pattern.objects.select_for_update(no_key=True).get(pk=pattern.pk)
    ends_on = max(first, held.from_on)
    held.until_on = min(held.until_on or ends_on, ends_on)
    held.save(update_fields=["until_on"])
    audit.record("ended pattern", of=pattern, by=by, at=at)
    laid = pattern.duties.filter(starts_at__gt=at, cancelled_at=None, pattern_on__gte=first)
    duties = _to_come(laid.values_list("reference", flat=True), at)
    _call_off(duties, why=why, by=by, at=at)
    return len(duties)


def _call_off_all(references: Iterable[str], *, why: str, by: Person, at: datetime) -> int:
    duties = _to_come(references, at)
    if not duties:
        raise NotAllowed(
            "Nothing has been called off: no duty is still to come there.", next_step="Choose another day."
        )
    _call_off(duties, why=why, by=by, at=at)
    return len(duties)


def _to_come(references: Iterable[str], at: datetime) -> list[Duty]:
    return [each for each in holding.hold_duties(references) if each.is_to_come(at)]


@transaction.atomic
def call_off_retired(*, at: datetime) -> int:
    """Call off what is to come in roles that were retired, and end their weekly patterns; return how many duties."""
    day, retired = london_day(at), library.retired_profiles()
    for pattern in Pattern.objects.filter(version__profile__in=retired).exclude(until_on__lte=day):
        pattern.until_on = max(day, pattern.from_on)
        pattern.save(update_fields=["until_on"])
    to_come = Duty.objects.filter(version__profile__in=retired, starts_at__gt=at, cancelled_at=None)
    duties = _to_come(to_come.values_list("reference", flat=True), at)
    if duties:
        _call_off(duties, why="The role has been retired.", by=None, at=at)
    return len(duties)


def _call_off(duties: list[Duty], *, why: str, by: Person | None, at: datetime) -> None:
    kept = {duty.pk: duty for duty in duties}
    for duty in duties:
        duty.cancelled_at, duty.why_cancelled = at, why
    Duty.objects.filter(pk__in=kept).update(cancelled_at=at, why_cancelled=why)
    held = Offer.objects.select_for_update(of=("self",)).filter(duty__in=kept)
    hoping = list(held.filter(status__in=[*Offer.HOPING, Status.PREPARED]).select_related("person").order_by("pk"))
    not_heard = letters.overtake(hoping, why=f"Called off: {why}", at=at)
    told = [each for each in hoping if each.status != Status.PREPARED and not telling.is_new_to_them(each, not_heard)]
    for offer in hoping:
        offer.duty = kept[offer.duty_id]
        Offer.lifecycle.move(offer, Status.RELEASED, by=by, at=at, why=why)
    for duty in duties:
        audit.record("called off", of=duty, by=by, at=at)
    telling.one_letter_each("rota/cancelled", told, at=at, is_off=True, why=why)
    for duty in duties:
        people = [offer.person for offer in told if offer.duty_id == duty.pk]
        words = f"Called off: {duty.times} today, {duty.unit.full_name}. {why}"
        telling.text_today(people, words, starts_at=duty.starts_at, at=at)
