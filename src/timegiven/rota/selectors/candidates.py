"""Who could come to a duty: readiness from placements, and what the rota itself has to say. One definition."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from timegiven.hours import selectors as hours
from timegiven.kernel.refusals import NotAllowed
from timegiven.people.models import Person, Volunteer
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import FOR_A_DUTY, ROOM, Question
from timegiven.programme.models import Strand
from timegiven.rota import rules
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import ADULT_AGE, LONGEST_DAY, YOUNG_LONGEST_DAY, YOUNG_NIGHT_FROM, YOUNG_NIGHT_UNTIL
from timegiven.rota.selectors.duties import month_bounds, whom_to_ask

# The rota has its own word on the month's room: it counts what has been agreed to as well.
CHECKS = tuple(check for check in FOR_A_DUTY if check is not ROOM)


class Plan(NamedTuple):
    """What somebody has given in a duty's month and agreed to beside it: minutes, and the duty it overlaps."""

    given: int
    planned: int
    that_day: int
    clash: str


@dataclass(frozen=True)
class Limits:
    """The handbook's limits for one strand on one day."""

    cap: int
    longest: int
    young_longest: int
    adult: int
    night: tuple[time, time]


@dataclass(frozen=True)
class Candidate:
    """A placed volunteer beside a duty: what was said if it was offered already, and why not if they are not ready."""

    placement: Placement
    offer: Offer | None
    reasons: list[str]

    @property
    def may_be_offered(self) -> bool:
        return self.offer is None and not self.reasons


def plans(people: Iterable[int], duty: Duty) -> dict[int, Plan]:
    """The plan of each person beside this duty, for any number of people in two queries."""
    wanted = set(people)
    begin, end = month_bounds(duty.on)
    given = hours.given_by(wanted, duty.on)
    agreed = (
        Offer.objects.filter(person__in=wanted, status=Offer.Status.ACCEPTED)
        .filter(duty__ends_at__gt=begin, duty__starts_at__lt=max(end, duty.ends_at))
        .exclude(duty=duty)
        .select_related("duty")
        .order_by("duty__starts_at")
    )
    others: dict[int, list[Duty]] = defaultdict(list)
    for each in agreed:
        others[each.person_id].append(each.duty)
    return {pk: _plan(given.get(pk, 0), others[pk], duty) for pk in wanted}


def _plan(given: int, others: list[Duty], duty: Duty) -> Plan:
    begin, end = month_bounds(duty.on)
    clashes = [each for each in others if each.starts_at < duty.ends_at and each.ends_at > duty.starts_at]
    return Plan(
        given=given,
        planned=sum(each.minutes for each in others if begin <= each.starts_at < end),
        that_day=sum(each.minutes for each in others if each.on == duty.on),
        clash=clashes[0].when if clashes else "",
    )


def plan_of(person: Person, duty: Duty) -> Plan:
    return plans([person.pk], duty)[person.pk]


def limits(day: date, strand: Strand) -> Limits:
    return Limits(
        cap=hours.cap_on(day, strand),
        longest=LONGEST_DAY.on(day, strand),
        young_longest=YOUNG_LONGEST_DAY.on(day, strand),
        adult=ADULT_AGE.on(day, strand),
        night=(
            time.fromisoformat(YOUNG_NIGHT_FROM.on(day, strand)),
            time.fromisoformat(YOUNG_NIGHT_UNTIL.on(day, strand)),
        ),
    )


def refusals(duty: Duty, volunteer: Volunteer, plan: Plan, within: Limits, *, ask: str = "") -> list[NotAllowed]:
    """All that the rota has against this person on this duty: overlap, a long day, young nights, the month's cap."""
    age = volunteer.person.age_on(duty.on)
    is_young = age is not None and age < within.adult
    longest = min(within.longest, within.young_longest) if is_young else within.longest
    start, end = duty.starts_at, duty.ends_at
    return _collected(
        lambda: rules.check_overlap(plan.clash),
        lambda: rules.check_day(minutes=duty.minutes, others=plan.that_day, longest=longest),
        lambda: rules.check_young(age=age, adult=within.adult, starts_at=start, ends_at=end, night=within.night),
        lambda: rules.check_booking(
            given=plan.given, planned=plan.planned, more=duty.minutes, cap=within.cap, on=duty.on, ask=ask
        ),
    )


def _collected(*checks: Callable[[], None]) -> list[NotAllowed]:
    found = []
    for check in checks:
        try:
            check()
        except NotAllowed as refusal:
            found.append(refusal)
    return found


def candidates(duty: Duty, day: date) -> list[Candidate]:
    """Everybody placed in this role at this unit, by name, with whether and why not they could be offered the duty."""
    placed = list(
        Placement.objects.filter(version__profile=duty.version.profile_id, unit=duty.unit)
        .filter(status=Placement.Status.STARTED)
        .select_related("version__profile", "volunteer__person", "volunteer__strand", "volunteer__borough")
        .order_by("volunteer__person__name", "pk")
    )
    people = [each.volunteer.person_id for each in placed]
    not_ready = _unready(placed, duty)
    beside = plans(people, duty)
    said = {offer.placement_id: offer for offer in duty.offers.all()}
    within = {strand: limits(duty.on, strand) for strand in {each.volunteer.strand for each in placed}}
    ask = whom_to_ask(duty.unit.borough, day)
    found = []
    for each in placed:
        volunteer = each.volunteer
        against = refusals(duty, volunteer, beside[volunteer.person_id], within[volunteer.strand], ask=ask)
        reasons = not_ready[volunteer.person_id] + [_in_short(refusal) for refusal in against]
        found.append(Candidate(each, said.get(each.pk), reasons))
    return found


def _in_short(refusal: NotAllowed) -> str:
    """The why of a refusal alone, for a list of people of whom nothing has been refused yet."""
    why = refusal.reason.removeprefix(rules.NOT_DOWN).lstrip(":. ")
    return why[:1].upper() + why[1:]


def _unready(placed: list[Placement], duty: Duty) -> dict[int, list[str]]:
    """For each person the sentences of what is not in order on the day of the duty.

    Asked of the version that each has agreed to: who has not confirmed a changed role keeps to the tasks of both.
    """
    found: dict[int, list[str]] = {}
    for version in {each.version for each in placed}:
        people = [each.volunteer.person_id for each in placed if each.version == version]
        asked = Question(Person.objects.none(), version, duty.unit, duty.on, duty.minutes)
        failing = placements.readiness(people, version, duty.unit, duty.on, duty.minutes, checks=CHECKS)
        for person, codes in failing.items():
            found[person] = [check.failed.format(**asked.words) for check in CHECKS if check.code in codes]
    return found
