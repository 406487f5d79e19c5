"""Say yes or no to an offer, say that one cannot come, and let go of everything. No reason is ever asked."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import QuerySet

from timegiven.audit import services as audit
from timegiven.kernel.time import at_london, london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import CalendarFeed, Duty, FamilyLink, LetterLink, Offer
from timegiven.rota.selectors.beside import limits
from timegiven.rota.selectors.ready import CHECKS
from timegiven.rota.services import holding, telling
from timegiven.rota.services.offering import suggest
from timegiven.rota.services.waiting import ANSWERED, check_in_time, fill, wait_for

Status = Offer.Status
A_FRIEND = "A friend or family member told us"
NOT_COMING = "Their name is not down any more"


@transaction.atomic
def accept(offer: Offer, *, by: Person, at: datetime) -> None:
    """Take a place on a duty: it goes into the volunteer's calendar and counts under the month's cap."""
    today = london_day(at)
    access.answer.require(by, offer, today)
    held = holding.hold(offer)
    duty, volunteer = held.duty, offer.placement.volunteer
    ask, questions = selectors.whom_to_ask(duty.unit.borough, today), selectors.questions_to(duty.unit.borough, today)
    rules.check_still_on(is_cancelled=bool(duty.cancelled_at), starts_at=duty.starts_at, at=at)
    check_in_time(offer, by=by, at=at, ask=questions)
    own = by == offer.person
    not_down = rules.not_down(own=own)
    placements.require_may_come(offer.person, duty.on, what=not_down, own=own, ask=questions)
    rules.check_place(taken=held.taken, places=duty.most, own=own)
    within = limits(duty.on, volunteer.strand)
    for refusal in selectors.refusals(duty, volunteer, held.plan, within, own=own, ask=questions):
        raise refusal
    agreed = offer.placement.version  # who has not confirmed a changed role keeps to the tasks of both
    placements.require_ready(offer.person, agreed, duty.unit, duty.on, checks=CHECKS, what=not_down, own=own)
    gave_back = [step.status for step in offer.steps.order_by("-pk")[:2]] == [Status.RELEASED, Status.ACCEPTED]
    Offer.lifecycle.move(offer, Status.ACCEPTED, by=by, at=at)
    audit.record("accepted", of=offer, by=by, at=at, about=offer.person)
    letters.overtake([offer], why=ANSWERED, at=at)
    letters.write(
        "rota/accepted",
        to=offer.person,
        at=at,
        about=[offer],
        until_at=duty.starts_at,
        duty=duty,
        offer=offer,
        secret=telling.make_link([offer], at=at),
        ask=ask,
        calendar=selectors.ics(offer, at=at),
    )
    if gave_back:
        _tell_planners_of_return(offer, at=at)


@transaction.atomic
def say_yes(offer: Offer, *, by: Person, at: datetime) -> None:
    """Yes, in one tap: a place in the order of the yeses; at a call-out that is full, the next place in the queue."""
    access.answer.require(by, offer, london_day(at))
    called = selectors.call_out_of(offer.duty)
    if called and holding.hold(offer).taken >= offer.duty.most:
        wait_for(offer, by=by, at=at)
    else:
        accept(offer, by=by, at=at)


@transaction.atomic
def decline(offer: Offer, *, by: Person, at: datetime) -> None:
    """Say no, thank you. It may become a yes later, while a place is left."""
    access.answer.require(by, offer, london_day(at))
    Offer.lifecycle.move(offer, Status.DECLINED, by=by, at=at)
    audit.record("declined", of=offer, by=by, at=at, about=offer.person)
    letters.overtake([offer], why=ANSWERED, at=at)


@transaction.atomic
def cannot_come(offer: Offer, *, by: Person, at: datetime, told_by: str = "", stand_in: str = "") -> bool:
    """Give a place back, for no reason that anyone asks for; the MVPM and the unit hear of it at once.

    Whoever waits for the place has it; else the colleague of placement ``stand_in`` is asked, if one was named.
    Returns whether somebody else has been asked or put down. ``told_by`` is A_FRIEND where one rang for them.
    """
    access.cannot_come.require(by, offer, london_day(at))
    queue = holding.hold_list(offer.duty)
    was_coming = _let_go(offer, by=by, at=at, told_by=told_by)
    audit.record("gave back", of=offer, by=by, at=at, about=offer.person)
    moved_up = fill(offer.duty, queue, by=None, at=at)
    is_asked = not moved_up and bool(stand_in) and suggest(offer.duty, stand_in, by=offer.person, at=at)
    if was_coming:
        _tell_planners(offer, is_filled=bool(moved_up), is_asked=is_asked, at=at)
    letters.write(
        "rota/not_coming",
        to=offer.person,
        at=at,
        duty=offer.duty,
        told_by=told_by,
        calendar=selectors.cancellation(offer, at=at),
    )
    return bool(moved_up) or is_asked


def _let_go(offer: Offer, *, by: Person | None, at: datetime, told_by: str = "") -> bool:
    """Release an offer; whether the unit was expecting them at a duty that is not over."""
    was_coming = offer.status == Status.ACCEPTED and offer.duty.ends_at > at
    Offer.lifecycle.move(offer, Status.RELEASED, by=by, at=at, why=told_by)
    letters.overtake([offer], why=NOT_COMING, at=at)
    return was_coming


def _tell_planners(offer: Offer, *, at: datetime, is_filled: bool = False, is_asked: bool = False) -> None:
    planners, duty = _planners(offer.duty, at), offer.duty
    for planner in planners:
        letters.write(
            "rota/place_open",
            to=planner,
            at=at,
            duty=duty,
            person=offer.person,
            is_filled=is_filled,
            is_asked=is_asked,
        )
    text = f"{offer.person.wall_name} cannot come today, {duty.times}, {duty.unit.full_name}."
    telling.text_today(planners, text, starts_at=duty.starts_at, at=at)


def _tell_planners_of_return(offer: Offer, *, at: datetime) -> None:
    """Whoever heard that somebody cannot come looks for nobody in their place any more."""
    planners, duty = _planners(offer.duty, at), offer.duty
    for planner in planners:
        letters.write("rota/place_taken_again", to=planner, at=at, duty=duty, person=offer.person)
    text = f"{offer.person.wall_name} can come today after all, {duty.times}, {duty.unit.full_name}."
    telling.text_today(planners, text, starts_at=duty.starts_at, at=at)


def _planners(duty: Duty, at: datetime) -> list[Person]:
    """The Borough MVP Manager, or who stands in, and the unit's managers (clauses 47, 48)."""
    today = london_day(at)
    found = [*people.who_run(duty.unit, today)[0], *people.holders(Role.UNIT_MANAGER, duty.unit, today)]
    return list({person.pk: person for person in found}.values())


@transaction.atomic
def tell_mvpm(offer: Offer, *, was_seen: bool, by: Person, at: datetime) -> int:
    """A unit asks the MVP Manager without delay to ring about somebody's time with them (clause 49).

    It is not for the unit to put right, and nothing is kept against anybody: the letter says no more than that the
    unit did not see them, or would like to talk. Where there is no other MVP Manager, it goes to the Central Team.
    Returns how many people were told.
    """
    access.tell_mvpm.require(by, offer, london_day(at))
    duty = offer.duty
    is_expected = offer.status in Offer.TAKEN and not duty.cancelled_at
    rules.check_was_expected(is_expected=is_expected, starts_at=duty.starts_at, at=at)
    audit.record("asked the MVP Manager to ring", of=offer, by=by, at=at, about=offer.person)
    managers, _ = people.who_run(duty.unit, london_day(at), besides=offer.person)
    for mvpm in managers:
        letters.write(
            "rota/please_ring", to=mvpm, at=at, duty=duty, person=offer.person, unit_manager=by, was_seen=was_seen
        )
    text = f"{duty.unit.full_name} asks you to ring about {offer.person.wall_name}, {duty.times} today."
    telling.text_today(managers, text, starts_at=duty.starts_at, at=at)
    return len(managers)


@transaction.atomic
def release_all(person: Person, *, by: Person, at: datetime) -> int:
    """Let a leaver go from every duty to come, and close their private links; return how many duties there were.

    Those who wait for such a place move up when the worker next looks.
    """
    volunteer = people.volunteer_of(person)
    access.release.require(by, person, volunteer.borough if volunteer else None, london_day(at))
    waiting = (
        Offer.objects.select_for_update(of=("self",))
        .filter(person=person, status__in=[*Offer.HOPING, Status.PREPARED], duty__ends_at__gt=at)
        .select_related("duty__version__profile", "duty__unit__borough", "person")
        .order_by("pk")
    )
    released = list(waiting)
    coming = [offer for offer in released if _let_go(offer, by=by, at=at)]
    for offer in released:
        audit.record("gave back", of=offer, by=by, at=at, about=person)
    for offer in coming:
        _tell_planners(offer, at=at)
    for kind in (CalendarFeed, FamilyLink, LetterLink):
        kind.objects.filter(person=person).delete()
    return len(released)


@transaction.atomic
def release_day(person: Person, *, on: date, at: datetime) -> list[Offer]:
    """Let somebody go from what is still to come on one day; return the duties that they were down for.

    Whoever calls this knows that it may be done, and writes to them. No step says by whom, and nothing says why: it is
    as if they could not come. Those who wait for such a place move up when the worker next looks.
    """
    begins, ends = at_london(on, time()), at_london(on + timedelta(days=1), time())
    theirs = Offer.objects.filter(person=person, status__in=Offer.HOPING, duty__ends_at__gt=at)
    that_day = theirs.filter(duty__starts_at__gte=begins, duty__starts_at__lt=ends).select_for_update(of=("self",))
    held = list(that_day.select_related("duty__version__profile", "duty__unit__borough", "person").order_by("pk"))
    coming = [offer for offer in held if _let_go(offer, by=None, at=at)]
    for offer in coming:
        _tell_planners(offer, at=at)
    return coming


@transaction.atomic
def release_ended(*, at: datetime) -> int:
    """Let people go from the duties to come of a placement that has ended; return how many duties there were.

    Whoever was coming is told, and so are those who plan.
    """
    return _take_off(selectors.of_ended_placements(at), why="The placement has ended", at=at)


@transaction.atomic
def release_away(*, at: datetime) -> int:
    """Let people go from the duties that lie in a break of theirs; return how many there were (clauses 45, 47, 120).

    They are told once of all of them. Those who plan hear of it as early as we do, so that there is time for cover.
    """
    return _take_off(selectors.on_a_break(at), why="A break", at=at, is_break=True)


def _take_off(offers: QuerySet[Offer], *, why: str, at: datetime, is_break: bool = False) -> int:
    """Take names off duties by themselves; whoever was coming gets one letter, and those who plan one for each."""
    gone = list(offers.select_for_update(of=("self",)))
    coming = [offer for offer in gone if _let_go(offer, by=None, at=at, told_by=why)]
    telling.one_letter_each("rota/taken_off", coming, at=at, is_off=True, is_break=is_break)
    for offer in coming:
        _tell_planners(offer, at=at)
    return len(gone)


@transaction.atomic
def give(offer: Offer, *, by: Person, at: datetime) -> None:
    """Note that the time of a duty was given. Called by the session report that says so."""
    Offer.lifecycle.move(offer, Status.GIVEN, by=by, at=at)
    letters.overtake([offer], why="They have told us how it was", at=at)


@transaction.atomic
def lapse_passed(*, at: datetime) -> int:
    """Close the offers and the waiting that nobody ended before the duty began; return how many. Nobody is told off."""
    passed = list(selectors.passed(at).select_for_update(skip_locked=True, of=("self",))[:500])
    for offer in passed:
        Offer.lifecycle.move(offer, Status.LAPSED, by=None, at=at)
    return len(passed)
