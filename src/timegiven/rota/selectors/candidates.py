"""Who could come to a duty: readiness from placements, the rota's own word, and what people wish. One definition."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count

from timegiven.kernel.time import at_london
from timegiven.kernel.words import duration, so_many
from timegiven.placements.models import Placement
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import FAIR_DAYS
from timegiven.rota.selectors.beside import Beside, Plan, Within, in_short, refusals
from timegiven.rota.selectors.duties import whom_to_ask
from timegiven.rota.selectors.ready import readiness_of
from timegiven.rota.selectors.wishes import Told, voices


@dataclass(frozen=True)
class Candidate:
    """A placed volunteer beside a duty: what was said if it was offered already, and why not if they are not free.

    ``turns`` is how often they were asked of late: who was asked less comes first (clause 36). ``only_full``: nothing
    but the month's limit is against it; ``signed``: how long somebody has signed for their month to be.
    """

    placement: Placement
    offer: Offer | None
    reasons: list[str]
    told: Told
    turns: int = 0
    only_full: bool = False
    signed: int = 0

    @property
    def person(self) -> int:
        return self.placement.volunteer.person_id

    @property
    def may_be_offered(self) -> bool:
        return self.offer is None and not self.reasons

    @property
    def name(self) -> str:
        return self.placement.volunteer.person.name

    @property
    def in_words(self) -> str:
        """What helps to choose, in a few words."""
        asked = f"Asked {_times(self.turns)} of late" if self.turns else "Not asked of late"
        ring = "" if self.placement.volunteer.person.email else "Has no e-mail address, so please ring"
        return ". ".join(part for part in (asked, *self.told.in_words, ring) if part) + "."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count) or so_many(count, "time")


def in_turn(candidate: Candidate) -> tuple[int, int, str, int]:
    """The order in which people are asked: fewer offers first, then whom it suits best, then by name."""
    return candidate.turns, -candidate.told.likes, candidate.name, candidate.placement.pk


def turns(people: Iterable[int], day: date) -> dict[int, int]:
    """How often each of these people was offered a duty of late, in one query."""
    since = at_london(day - timedelta(days=FAIR_DAYS.on(day)), datetime.min.time())
    asked = Offer.objects.filter(person__in=set(people), offered_at__gte=since)
    counted = asked.exclude(status=Offer.Status.PREPARED).order_by().values_list("person").annotate(Count("pk"))
    return dict(counted)


def candidates(duty: Duty, day: date) -> list[Candidate]:
    """Everybody placed in this role at this unit, in turn, with whether and why not they could be offered the duty."""
    return candidates_for([duty], day)[duty.pk]


def candidates_for(duties: Collection[Duty], day: date) -> dict[int, list[Candidate]]:
    """By duty, everybody placed in its role at its unit, in turn, with whether and why not they could be offered it.

    Asked in about as many queries as for one duty, and a few for each role at a unit.
    """
    placed = _placed(duties)
    everybody = [each for group in placed.values() for each in group]
    people = {each.volunteer.person_id for each in everybody}
    told, asked, ready = voices(people, duties), turns(people, day), readiness_of(everybody, duties)
    beside, within = Beside.of(people, duties), Within()
    said: dict[int, dict[int, Offer]] = defaultdict(dict)
    for offer in Offer.objects.filter(duty__in=[duty.pk for duty in duties]):
        said[offer.duty_id][offer.placement_id] = offer
    ask = {borough: whom_to_ask(borough, day) for borough in {duty.unit.borough for duty in duties}}
    found: dict[int, list[Candidate]] = {}
    for duty in duties:
        group = []
        for each in placed[_role(duty)]:
            volunteer, pk = each.volunteer, each.volunteer.person_id
            plan, theirs = beside.plan(pk, duty), told.about(pk, duty)
            limits = within.of(duty.on, volunteer.strand)
            against = refusals(duty, volunteer, plan, limits, ask=ask[duty.unit.borough])
            reasons = [
                *ready.reasons(each, duty),
                *(in_short(refusal) for refusal in against),
                *against_wishes(duty, plan, theirs),
            ]
            is_full = plan.given + plan.planned + duty.minutes > max(limits.cap, plan.signed)
            group.append(
                Candidate(
                    each,
                    said[duty.pk].get(each.pk),
                    reasons,
                    theirs,
                    asked.get(pk, 0),
                    only_full=is_full and len(reasons) == 1,
                    signed=plan.signed,
                )
            )
        found[duty.pk] = sorted(group, key=in_turn)
    return found


def _role(duty: Duty) -> tuple[int, int]:
    return duty.version.profile_id, duty.unit_id


def _placed(duties: Collection[Duty]) -> dict[tuple[int, int], list[Placement]]:
    """Who is placed in the roles of these duties at their units, by role and unit."""
    roles = {_role(duty) for duty in duties}
    there = Placement.objects.filter(
        version__profile__in={profile for profile, _ in roles},
        unit__in={unit for _, unit in roles},
        status=Placement.Status.STARTED,
    ).select_related(
        *("version__profile__strand", "unit__borough", "volunteer__person", "volunteer__strand", "volunteer__borough")
    )
    found: dict[tuple[int, int], list[Placement]] = defaultdict(list)
    for each in there.order_by("volunteer__person__name", "pk"):
        found[each.version.profile_id, each.unit_id].append(each)
    return found


def against_wishes(duty: Duty, plan: Plan, told: Told) -> list[str]:
    """What people have told us stands in the way of asking them; they themselves may still say yes."""
    reasons = []
    if told.is_away:
        reasons.append("They have told us that they are away.")
    if told.never:
        reasons.append("They have told us that this time of the week never suits them.")
    if told.most_week is not None and plan.week + duty.minutes > told.most_week:
        reasons.append(f"They would like to give no more than {duration(told.most_week)} in a week.")
    return reasons


def suggestions(duty: Duty, day: date) -> list[Candidate]:
    """Those who may be asked to stand in, the fairest choice first."""
    return [each for each in candidates(duty, day) if each.may_be_offered]
