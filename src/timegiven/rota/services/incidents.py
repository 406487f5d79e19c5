"""A major incident: open its board, call chosen people out, stand everybody down. Offers, as ever, and never orders."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import CallOut, Duty, Incident, Offer
from timegiven.rota.services import holding, telling
from timegiven.rota.services.duties import span
from timegiven.rota.services.offering import offer_those

Status = Offer.Status


@transaction.atomic
def open_incident(area: Unit, *, name: str, note: str = "", by: Person, at: datetime) -> Incident:
    """Open the board of a major incident: it shows what volunteers may take on, and who is ready (clause 142)."""
    access.open_incident.require(by, area, london_day(at))
    made = Incident.objects.create(name=name, note=note, area=area, opened_at=at, opened_by=by)
    Incident.lifecycle.begin(made, by=by, at=at)
    audit.record("opened incident", of=made, by=by, at=at)
    return made


@transaction.atomic
def call_out(
    incident: Incident,
    version: ProfileVersion,
    unit: Unit,
    *,
    kind: str,
    day: date,
    starts: time,
    ends: time,
    places: int,
    answer_by: datetime,
    placements: Iterable[str],
    by: Person,
    at: datetime,
) -> CallOut:
    """Ask chosen people at once for so many places, until a moment. Places go in the order of the yeses.

    Nobody need answer. Everything that is asked of a duty is asked here too: an incident opens no door in the handbook.
    """
    access.call_out.require(by, incident, unit, london_day(at))
    _hold(incident)
    starts_at, ends_at = span(version, unit, day=day, starts=starts, ends=ends, at=at, what=rules.NOBODY_ASKED)
    rules.check_answer_by(answer_by=answer_by, starts_at=starts_at)
    when = {"starts_at": starts_at, "ends_at": ends_at, "published_at": at}
    duty = Duty.objects.create(version=version, unit=unit, least=0, most=places, created_by=by, **when)
    made = CallOut.objects.create(incident=incident, duty=duty, kind=kind, answer_by=answer_by, made_at=at, made_by=by)
    audit.record("called out", of=duty, by=by, at=at)
    offer_those(duty, placements=placements, by=by, at=at)
    return made


def _hold(incident: Incident) -> None:
    """Nobody is called out while somebody stands everybody down."""
    Incident.objects.select_for_update(no_key=True).get(pk=incident.pk)
    incident.refresh_from_db(fields=["status"])
    rules.check_goes_on(is_open=incident.status == Incident.Status.OPEN)


@transaction.atomic
def stand_down(incident: Incident, *, words: str = "", by: Person, at: datetime) -> int:
    """End an incident for everybody at once: one letter each, with thanks; return how many people were told.

    What has not begun is called off. Who is there already may go home, and reports the time that they gave.
    """
    access.stand_down.require(by, incident, london_day(at))
    _hold(incident)
    duties = holding.hold_duties(selectors.called_duties(incident))
    to_come = {duty.pk: duty for duty in duties if duty.is_to_come(at)}
    going = {duty.pk: duty for duty in duties if duty.starts_at <= at < duty.ends_at and not duty.cancelled_at}
    why = f"Stood down: {incident.name}"
    Duty.objects.filter(pk__in=to_come).update(cancelled_at=at, why_cancelled=why[:200])
    held = Offer.objects.select_for_update(of=("self",)).filter(duty__in=[*to_come, *going], status__in=Offer.HOPING)
    hoping = list(held.select_related("person").order_by("duty__starts_at", "pk"))
    letters.overtake(hoping, why=why, at=at)
    for offer in hoping:
        offer.duty = (to_come | going)[offer.duty_id]
        if offer.status != Status.ACCEPTED or offer.duty_id in to_come:
            Offer.lifecycle.move(offer, Status.RELEASED, by=by, at=at, why=why)
    Incident.lifecycle.move(incident, Incident.Status.STOOD_DOWN, by=by, at=at)
    Incident.objects.filter(pk=incident.pk).update(stood_down_at=at)
    audit.record("stood down", of=incident, by=by, at=at)
    return _tell(incident, hoping, words=words, at=at)


def _tell(incident: Incident, offers: list[Offer], *, words: str, at: datetime) -> int:
    by_person: dict[int, list[Offer]] = defaultdict(list)
    for offer in offers:
        by_person[offer.person_id].append(offer)
    for mine in by_person.values():
        off = [offer for offer in mine if offer.status == Status.RELEASED]
        letters.write(
            "rota/stood_down",
            to=mine[0].person,
            at=at,
            incident=incident,
            words=words,
            off=off,
            there=[offer for offer in mine if offer.status == Status.ACCEPTED],
            ask=selectors.questions_to(mine[0].duty.unit.borough, london_day(at)),
            calendar=selectors.ics_of_many(off, at=at, is_off=True) if off else "",
        )
    text = f"Stood down: {incident.name}. Nobody need come any more. Thank you."
    telling.text_today([mine[0].person for mine in by_person.values()], text, starts_at=at, at=at)
    return len(by_person)
