"""Plan a duty, offer it to people, call it off."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day, london_span, minutes_between
from timegiven.letters import services as letters
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import LONGEST_DAY
from timegiven.rota.selectors.duties import is_assessed
from timegiven.rota.services import holding


@transaction.atomic
def create(
    version: ProfileVersion,
    unit: Unit,
    *,
    day: date,
    starts: time,
    ends: time,
    places: int,
    note: str = "",
    by: Person,
    at: datetime,
) -> Duty:
    """Write down a time at which a unit would welcome volunteers in one role. Nobody is asked yet."""
    today = london_day(at)
    access.create.require(by, unit, today)
    for shown in (starts, ends):
        rules.check_clock(day, shown)
    starts_at, ends_at = london_span(day, starts, ends)
    rules.check_ahead(starts_at, at)
    rules.check_length(minutes_between(starts_at, ends_at), LONGEST_DAY.on(day, version.profile.strand))
    rules.check_role_in_force(
        is_approved=version.status == ProfileVersion.Status.APPROVED,
        is_assessed=is_assessed(version, unit, day),
        not_covered=library.cover_missing(version, day),
        on=day,
        ask=selectors.questions_to(unit.borough, today),
    )
    duty = Duty.objects.create(
        version=version, unit=unit, starts_at=starts_at, ends_at=ends_at, places=places, note=note, created_by=by
    )
    audit.record("planned", of=duty, by=by, at=at)
    return duty


@transaction.atomic
def offer(duty: Duty, *, placements: Iterable[str], by: Person, at: datetime) -> list[Offer]:
    """Ask placed and ready volunteers whether a duty would suit them; each gets one letter. Nobody is ordered."""
    access.offer.require(by, duty, london_day(at))
    holding.hold_duty(duty)
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    known = {each.placement.reference: each for each in selectors.candidates(duty, london_day(at))}
    chosen = list(dict.fromkeys(placements))
    if unfit := [known[each] for each in chosen if each in known and not known[each].may_be_offered]:
        raise NotAllowed(_why_not(unfit[0]), next_step="Leave this name out, and offer the duty to the others.")
    if not set(chosen) <= set(known):
        raise NotAllowed(
            "We have not offered this duty: one of the people chosen is not placed in this role at this unit.",
            next_step="Open the page again and choose from the names on it.",
        )
    return [_offer_one(duty, known[each].placement, by=by, at=at) for each in chosen]


def _why_not(candidate: selectors.Candidate) -> str:
    name = candidate.placement.volunteer.person.name
    if candidate.offer:
        return f"We have not offered this duty: {name} has been asked already."
    return f"We have not offered this duty: {name} cannot be asked just now. {' '.join(candidate.reasons)}"


def _offer_one(duty: Duty, placement: Placement, *, by: Person, at: datetime) -> Offer:
    person = placement.volunteer.person
    made = Offer.objects.create(duty=duty, placement=placement, person=person, offered_at=at)
    Offer.lifecycle.begin(made, by=by, at=at)
    audit.record("offered", of=made, by=by, at=at, about=person)
    letters.write(
        "rota/offered",
        to=person,
        at=at,
        duty=duty,
        offer=made,
        ask=selectors.questions_to(duty.unit.borough, london_day(at)),
        calendar=selectors.ics(made, at=at),
    )
    return made


@transaction.atomic
def cancel(duty: Duty, *, why: str, by: Person, at: datetime) -> None:
    """Call a duty off and tell everybody who was asked, at once, with the reason."""
    access.cancel.require(by, duty, london_day(at))
    holding.hold_duty(duty)
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    duty.cancelled_at, duty.why_cancelled = at, why
    duty.save(update_fields=["cancelled_at", "why_cancelled"])
    audit.record("called off", of=duty, by=by, at=at)
    for each in _still_hoping(duty):
        Offer.lifecycle.move(each, Offer.Status.RELEASED, by=by, at=at, why=why)
        letters.write(
            "rota/cancelled",
            to=each.person,
            at=at,
            duty=duty,
            why=why,
            ask=selectors.questions_to(duty.unit.borough, london_day(at)),
            calendar=selectors.cancellation(each, at=at),
        )


def _still_hoping(duty: Duty) -> list[Offer]:
    held = duty.offers.select_for_update(of=("self",)).filter(status__in=[Offer.Status.OPEN, Offer.Status.ACCEPTED])
    return list(held.select_related("person").order_by("pk"))
