"""Offer a duty to people, and ask somebody to stand in. Nobody is ordered."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import CallOut, Duty, Offer
from timegiven.rota.services import holding, telling

Status = Offer.Status


@transaction.atomic
def offer(duty: Duty, *, placements: Iterable[str], by: Person, at: datetime) -> list[Offer]:
    """Ask placed and ready volunteers whether a duty would suit them; each gets one letter.

    On a draft they are noted only: they are asked when it is published, with all the rest in one letter.
    """
    access.offer.require(by, duty, london_day(at))
    return offer_those(duty, placements=placements, by=by, at=at)


def offer_those(duty: Duty, *, placements: Iterable[str], by: Person, at: datetime) -> list[Offer]:
    """Ask those people, each looked at once more. Who may ask has been settled by the caller."""
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
    called = selectors.call_out_of(duty)
    return [offer_one(duty, known[each].placement, by=by, at=at, called=called) for each in chosen]


def _why_not(candidate: selectors.Candidate) -> str:
    name = candidate.placement.volunteer.person.name
    if candidate.offer:
        return f"We have not offered this duty: {name} has been asked already."
    return f"We have not offered this duty: {name} cannot be asked just now. {' '.join(candidate.reasons)}"


def offer_one(
    duty: Duty,
    placement: Placement,
    *,
    by: Person | None,
    at: datetime,
    stands_in: str = "",
    is_told: bool = True,
    called: CallOut | None = None,
) -> Offer:
    """Write one offer, and the letter unless the duty is a draft or ``is_told`` says that another letter does it.

    ``stands_in``: the first name of who suggested it; ``called``: the call-out that this is part of.
    """
    person = placement.volunteer.person
    status = Status.PREPARED if duty.is_draft else Status.OPEN
    made = Offer.objects.create(duty=duty, placement=placement, person=person, offered_at=at, status=status)
    Offer.lifecycle.begin(made, by=by, at=at)
    audit.record("prepared" if duty.is_draft else "offered", of=made, by=by, at=at, about=person)
    if is_told and not duty.is_draft:
        secret = telling.make_link([made], at=at)
        letters.write(
            "rota/called_out" if called else "rota/offered",
            to=person,
            at=at,
            about=[made],
            until_at=called.answer_by if called else duty.starts_at,
            duty=duty,
            offer=made,
            called=called,
            stands_in=stands_in,
            secret=secret,
            ask=selectors.questions_to(duty.unit.borough, london_day(at)),
            calendar=selectors.ics(made, at=at),
        )
        if called:
            telling.text_call_out(made, called, secret, at=at)
    return made


@transaction.atomic
def leave_out(offer: Offer, *, by: Person, at: datetime) -> None:
    """Take somebody off a draft before they were asked: they never hear of it."""
    access.offer.require(by, offer.duty, london_day(at))
    if not Offer.objects.filter(pk=offer.pk, status=Status.PREPARED).count():
        raise NotAllowed(
            "Nothing has changed: they have been asked meanwhile.",
            next_step="They can say no themselves, or you can call the duty off.",
        )
    audit.record("left out", of=offer, by=by, at=at, about=offer.person)
    offer.delete()


@transaction.atomic
def ask_stand_ins(duty: Duty, *, by: Person, at: datetime, most: int = 3) -> list[Offer]:
    """Ask those whose turn it is whether they could stand in: a few at a time, so that few are disappointed."""
    access.offer.require(by, duty, london_day(at))
    holding.hold_duty(duty)
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    rules.check_place(taken=selectors.taken(duty), places=duty.most)
    found = selectors.suggestions(duty, london_day(at))[:most]
    if not found:
        raise NotAllowed(
            "Nobody else can be asked: everybody placed in this role here has been asked, or is not free.",
            next_step="The task can wait, or be shared out in the unit.",
        )
    return [offer_one(duty, each.placement, by=by, at=at) for each in found]


def suggest(duty: Duty, reference: str, *, by: Person, at: datetime) -> bool:
    """Ask the colleague that somebody suggested in their place, if they may be asked; nobody learns why not."""
    day = london_day(at)
    known = {each.placement.reference: each for each in selectors.candidates(duty, day)}
    chosen = known.get(reference)
    if chosen is None or not chosen.may_be_offered or selectors.taken(duty) >= duty.most:
        return False
    offer_one(duty, chosen.placement, by=by, at=at, stands_in=by.first_name)
    return True
