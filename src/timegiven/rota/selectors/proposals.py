"""What the planner has proposed: who sees it, whose turn it is, and the reasons for each line."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q, QuerySet

from rostering import explain
from rostering.problem import Place, Plan, Problem
from timegiven.kernel.desk import Need
from timegiven.kernel.time import at_london, london_day
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota.models import Duty, Proposal, ProposedPlace
from timegiven.rota.selectors.candidates import Candidate, candidates
from timegiven.rota.selectors.duties import PLANNERS
from timegiven.rota.selectors.planning import UNANSWERED, Facts, as_planned, is_free_for, open_places
from timegiven.rota.selectors.reach import METRES_IN_A_MILE, in_words


def boroughs_to_plan(person: Person, day: date) -> QuerySet[Unit]:
    """The boroughs for which somebody may ask the planner in one act: those that have duties to come."""
    mine = Unit.objects.on(day).filter(people.scope(person, (Role.CENTRAL_TEAM,), day), kind__in=Unit.BOROUGHS)
    to_come = Duty.objects.filter(starts_at__gte=at_london(day, time()), cancelled_at=None)
    mine = mine.filter(Exists(to_come.filter(Q(unit__borough=OuterRef("pk")) | Q(unit=OuterRef("pk")))))
    return mine.select_related("borough").order_by("name")


def proposals_seen_by(person: Person, day: date) -> QuerySet[Proposal]:
    """What was proposed for the units that this person plans for; the Central Team sees how far all of them are."""
    seen = Proposal.objects.filter(people.scope(person, (*PLANNERS, Role.CENTRAL_TEAM), day, on="unit"))
    return seen.select_related("unit__borough", "asked_by")


def next_to_make() -> Proposal | None:
    """The one that has waited longest."""
    return Proposal.objects.filter(status=Proposal.Status.WAITING).order_by("asked_at", "pk").first()


def is_going(unit: Unit) -> bool:
    """Whether the planner has a plan for this unit in hand."""
    return Proposal.objects.filter(unit=unit, status__in=Proposal.GOING).exists()


def is_to_stop(proposal: Proposal) -> bool:
    """Whether somebody has asked the planner to stop."""
    return Proposal.objects.filter(pk=proposal.pk, is_to_stop=True).exists()


def proposed_places(proposal: Proposal) -> list[ProposedPlace]:
    """All lines, in order of time, then by name."""
    found = proposal.places.select_related(
        "duty__version__profile", "duty__unit__borough", "placement__volunteer__person"
    )
    return list(found.order_by("duty__starts_at", "duty", "kind", "placement__volunteer__person__name"))


def to_look_at(person: Person, day: date) -> list[Need]:
    """What the planner has ready for somebody who asked for it, and for the MVP Manager of a borough whoever did."""
    theirs = people.scope(person, (Role.MVPM,), day, on="unit") & Q(unit__kind__in=Unit.BOROUGHS)
    asked = Q(asked_by=person) & people.scope(person, PLANNERS, day, on="unit")
    ready = Proposal.objects.filter(asked | theirs, status=Proposal.Status.READY)
    return [
        Need(
            f"Look at the plan for {each.unit.full_name}",
            "rota:proposal",
            (each.reference,),
            hint=f"{each.filled} of {each.wanted} open places could be filled. Nobody has been asked yet.",
        ).at(each.unit.borough_id)
        for each in ready.select_related("unit__borough").order_by("asked_at", "pk")[:3]
    ]


@dataclass(frozen=True)
class Reasons:
    """Why people are proposed for a duty or not, each with their name: plain sentences, nothing against anybody."""

    here: list[tuple[str, list[str]]]
    others: list[tuple[str, list[str]]]


def proposed_for(proposal: Proposal, duty: Duty, at: datetime) -> Reasons:
    """Ask the planner's reasons about one duty, on today's facts."""
    places = proposed_places(proposal)
    chosen = [line for line in places if line.kind != ProposedPlace.Kind.FREED]
    pairs = [(line.placement.volunteer.person_id, line.duty_id) for line in chosen]
    everybody = candidates(duty, london_day(at))
    planned = {line.duty_id: line.duty for line in chosen} | {duty.pk: duty}
    ready: dict[int, set[int]] = defaultdict(set)
    for person, at_duty in pairs:
        ready[person].add(at_duty)
    for each in everybody:
        if is_free_for(each):
            ready[each.placement.volunteer.person_id].add(duty.pk)
    known = [line.placement for line in chosen] + [each.placement for each in everybody]
    facts = Facts.of(known, [duty], proposal, london_day(at))
    taken = open_places(planned.values())
    problem = Problem(
        people=tuple(facts.person(pk, ready[pk]) for pk in sorted(ready)),
        duties=tuple(as_planned(each, max(taken.get(each.pk, 0), 1)) for each in planned.values()),
        rules=facts.rules,
        starts_on=proposal.from_on,
    )
    plan = Plan(tuple(Place(*pair) for pair in pairs), {}, 0.0, 0.0, 0.0, {})
    names = {each.placement.volunteer.person_id: each.name for each in everybody}
    here = {why.person: list(why.because) for why in explain.why_these(problem, plan, duty.pk)}
    return Reasons(
        here=[(names.get(int(who), ""), _without_points(said)) for who, said in here.items()],
        others=[
            (each.name, each.reasons or _answered(each) or _passed_over(problem, plan, each, duty))
            for each in everybody
            if each.placement.volunteer.person_id not in here
        ],
    )


def _answered(candidate: Candidate) -> list[str]:
    if candidate.offer and candidate.offer.status not in UNANSWERED:
        return [f"They have been asked before: {candidate.offer.get_status_display().lower()}."]
    return []


def _passed_over(problem: Problem, plan: Plan, candidate: Candidate, duty: Duty) -> list[str]:
    return [each.because for each in explain.why_not(problem, plan, candidate.placement.volunteer.person_id, duty.pk)]


def _without_points(said: list[str]) -> list[str]:
    """The planner's sentences for people; what a change would cost in points is for those who tune it."""
    return [*(_in_miles(each) for each in said[:-1]), "Without them this place would stay open."]


def _in_miles(sentence: str) -> str:
    """The planner reckons in kilometres, and people here in miles."""
    way = re.fullmatch(r"The way there is ([\d.]+) km\.", sentence)
    return f"They live {in_words(float(way[1]) * 1000 / METRES_IN_A_MILE).lower()}." if way else sentence
