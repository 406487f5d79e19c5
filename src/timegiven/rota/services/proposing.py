"""Ask the planner who could be asked, let it plan, and ask those people. Nobody is put down for anything."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Protocol

from django.db import IntegrityError, transaction

from rostering.problem import Plan, Problem, Progress
from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Duty, Offer, Proposal, ProposedPlace
from timegiven.rota.services import holding, telling
from timegiven.rota.services.offering import offer_one

Status, Kind = Proposal.Status, ProposedPlace.Kind
SECONDS = 20.0  # for one unit or borough: most are proved best long before
LOST = timedelta(minutes=15)  # nobody plans for so long: the worker that had it is gone


class Solve(Protocol):
    """The planner, handed in by the worker: what it stands on is not loaded where pages are made."""

    def __call__(
        self,
        problem: Problem,
        *,
        seconds: float,
        progress: Callable[[Progress], object],
        stop: Callable[[], bool],
    ) -> Plan: ...


@transaction.atomic
def propose(unit: Unit, *, from_on: date, until_on: date, by: Person, at: datetime) -> Proposal:
    """Ask the planner whom one might ask for the open places between two days (``until_on`` is not among them)."""
    access.create.require(by, unit, london_day(at))
    return _propose(unit, from_on=from_on, until_on=until_on, by=by, at=at)


@transaction.atomic
def propose_for_all(
    boroughs: Iterable[Unit], *, from_on: date, until_on: date, by: Person, at: datetime
) -> tuple[list[Proposal], list[str]]:
    """Ask the planner for the plans of several boroughs, one for each; return them, and why others were left out.

    They are made side by side by as many workers as there are. Each is used by the borough's own MVP Manager.
    """
    access.plan_force.require(by, london_day(at))
    rules.check_days(from_on=from_on, until_on=until_on, today=london_day(at))
    made, left_out = [], []
    for unit in boroughs:
        try:
            made.append(_propose(unit, from_on=from_on, until_on=until_on, by=by, at=at))
        except NotAllowed as refusal:
            left_out.append(f"{unit.full_name}: {rules.why_not_asked(refusal.reason)}")
    rules.check_some_asked(asked=len(made), left_out=left_out)
    return made, left_out


def _propose(unit: Unit, *, from_on: date, until_on: date, by: Person, at: datetime) -> Proposal:
    rules.check_days(from_on=from_on, until_on=until_on, today=london_day(at))
    duties = selectors.open_duties(unit, from_on, until_on, at)
    rules.check_something_to_plan(places=sum(selectors.open_places(duties).values()))
    rules.check_not_going(is_going=selectors.is_going(unit))
    try:
        with transaction.atomic():
            made = Proposal.objects.create(unit=unit, from_on=from_on, until_on=until_on, asked_by=by, asked_at=at)
    except IntegrityError:
        rules.check_not_going(is_going=True)
    Proposal.lifecycle.begin(made, by=by, at=at)
    audit.record("asked the planner", of=made, by=by, at=at)
    return made


def make_next(solve: Solve, *, clock: Callable[[], datetime]) -> Proposal | None:
    """Make the plan that has waited longest, if there is one. Of several workers each takes another.

    Not in one transaction: whoever waits reads how far it has come.
    """
    _give_up_on_lost(clock())
    proposal = _taken(clock())
    if proposal is None:
        return None
    try:
        asked = selectors.problem_of(proposal, clock())
        plan = solve(
            asked.problem,
            seconds=SECONDS,
            progress=lambda progress: _note(proposal, progress),
            stop=lambda: selectors.is_to_stop(proposal),
        )
        _keep(proposal, asked, plan, at=clock())
    except Exception:
        _fail(proposal, "The planner met a fault of ours.", at=clock())
        raise
    return proposal


def _taken(at: datetime) -> Proposal | None:
    """The next to be made, taken by this worker: where another was quicker, the one after it."""
    while proposal := selectors.next_to_make():
        try:
            with transaction.atomic():
                Proposal.lifecycle.move(proposal, Status.RUNNING, by=None, at=at)
                Proposal.objects.filter(pk=proposal.pk).update(began_at=at)
        except SomeoneElseActed:
            continue
        return proposal
    return None


def _note(proposal: Proposal, progress: Progress) -> None:
    Proposal.objects.filter(pk=proposal.pk).update(
        done=min(round(progress.done * 100), 99), cost=progress.cost, bound=progress.bound
    )


@transaction.atomic
def _keep(proposal: Proposal, asked: selectors.Asked, plan: Plan, *, at: datetime) -> None:
    """Write down what the referee has let pass."""
    promised = {(each.person, each.duty) for each in asked.problem.promises}
    planned = {(place.person, place.duty) for place in plan.places}
    kinds = {
        pair: Kind.NEW if pair not in promised else Kind.KEPT if pair in planned else Kind.FREED
        for pair in planned | promised
    }
    ProposedPlace.objects.bulk_create(
        ProposedPlace(proposal=proposal, duty_id=pair[1], placement=asked.placements[pair], kind=kind)  # type: ignore[index]
        for pair, kind in sorted(kinds.items(), key=lambda each: (str(each[0][1]), str(each[0][0])))
    )
    Proposal.objects.filter(pk=proposal.pk).update(
        done=100, wanted=asked.places, filled=len(planned), cost=plan.cost, bound=plan.bound
    )
    Proposal.lifecycle.move(proposal, Status.READY, by=None, at=at)


@transaction.atomic
def _fail(proposal: Proposal, trouble: str, *, at: datetime) -> None:
    Proposal.objects.filter(pk=proposal.pk).update(trouble=trouble)
    Proposal.lifecycle.move(proposal, Status.FAILED, by=None, at=at, why=trouble)


def _give_up_on_lost(at: datetime) -> None:
    """What a worker had in hand when it was switched off."""
    for each in Proposal.objects.filter(status=Status.RUNNING, began_at__lt=at - LOST):
        _fail(each, "The planner was switched off before it was done.", at=at)


@transaction.atomic
def stop(proposal: Proposal, *, by: Person, at: datetime) -> None:
    """Let the planner stop: it shows the best that it has found so far. What it has not begun is put aside."""
    access.create.require(by, proposal.unit, london_day(at))
    proposal.refresh_from_db(fields=["status"])
    if proposal.status in (Status.WAITING, Status.READY):
        Proposal.lifecycle.move(proposal, Status.ASIDE, by=by, at=at)
    elif proposal.status == Status.RUNNING:
        Proposal.objects.filter(pk=proposal.pk).update(is_to_stop=True)
    audit.record("stopped", of=proposal, by=by, at=at)


@transaction.atomic
def use(proposal: Proposal, *, chosen: Collection[int], by: Person, at: datetime) -> tuple[int, int]:
    """Ask the chosen people, each in one letter; return how many places that is, and how many could not be asked.

    The plan was made on the facts of its day. Each person is looked at once more: who has left, is busy or away now is
    not asked, and the line says why. On a draft people are noted, and asked when it is published.
    """
    access.create.require(by, proposal.unit, london_day(at))
    _hold(proposal)
    lines = [line for line in selectors.proposed_places(proposal) if line.pk in set(chosen) and line.kind == Kind.NEW]
    if not lines:
        raise NotAllowed("We have not asked anybody: nobody is ticked.", next_step="Tick at least one name.")
    by_duty: dict[Duty, list[ProposedPlace]] = defaultdict(list)
    for line in lines:
        by_duty[line.duty].append(line)
    asked = [made for duty, places in by_duty.items() for made in _ask(duty, places, by=by, at=at)]
    Proposal.lifecycle.move(proposal, Status.SENT, by=by, at=at)
    audit.record("used", of=proposal, by=by, at=at)
    telling.one_letter_each("rota/published", (each for each in asked if not each.duty.is_draft), at=at, with_link=True)
    return len(asked), len(lines) - len(asked)


def _hold(proposal: Proposal) -> None:
    """Of two who use the same plan at once, one does."""
    Proposal.objects.select_for_update().get(pk=proposal.pk)
    proposal.refresh_from_db(fields=["status"])
    if proposal.status != Status.READY:
        raise SomeoneElseActed(
            "We have not asked anybody: this plan has been used or put aside.", next_step="Open the rota to see it."
        )


def _ask(duty: Duty, lines: list[ProposedPlace], *, by: Person, at: datetime) -> list[Offer]:
    holding.hold_duty(duty)
    known = {each.placement.pk: each for each in selectors.candidates(duty, london_day(at))}
    made = []
    for line in lines:
        placement, why_not = line.placement, _why_not(duty, known.get(line.placement_id), at)
        if not why_not:
            made.append(_offer(duty, placement, by=by, at=at))
        ProposedPlace.objects.filter(pk=line.pk).update(is_used=not why_not, why_not=why_not)
    return made


def _why_not(duty: Duty, candidate: selectors.Candidate | None, at: datetime) -> str:
    """Why somebody cannot be asked on today's facts; empty if they can."""
    if not duty.is_to_come(at):
        return "The duty has been called off, or has begun."
    if candidate is None:
        return "They are not placed in this role here any more."
    if candidate.offer:
        return "They have been asked meanwhile."
    return " ".join(candidate.reasons)


def _offer(duty: Duty, placement: Placement, *, by: Person, at: datetime) -> Offer:
    return offer_one(duty, placement, by=by, at=at, is_told=False)
