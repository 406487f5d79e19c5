"""The board of a major incident: which tasks volunteers may do, who is ready and near, what staff time that frees."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from timegiven.hours import selectors as hours
from timegiven.kernel.time import at_london, minutes_between, month_of
from timegiven.kernel.words import duration
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models import Away, Duty
from timegiven.rota.policies import REACH
from timegiven.rota.selectors.beside import Agreed, Limits, Within, agreed_around
from timegiven.rota.selectors.candidates import Candidate, candidates
from timegiven.rota.selectors.reach import in_words, miles_to
from timegiven.rota.selectors.ready import ready_on

REACHES = (5, 10, 20)  # miles, beside the handbook's own


@dataclass(frozen=True)
class Near:
    """Somebody who is ready today: how far they live, and how long they might give."""

    person: int
    miles: float | None
    minutes: int


@dataclass(frozen=True)
class Work:
    """A role at a unit where it is approved, assessed and covered today, and those placed in it who are ready."""

    version: ProfileVersion
    unit: Unit
    placed: int
    reach: int
    ready: list[Near] = field(default_factory=list)

    @property
    def key(self) -> str:
        """How an address names it."""
        return f"{self.version.reference}-{self.unit.reference}"

    @property
    def within(self) -> list[Near]:
        """Those ready who live within reach."""
        return [each for each in self.ready if each.miles is not None and each.miles <= self.reach]

    @property
    def minutes(self) -> int:
        """The staff time that those within reach could free, if all of them said yes."""
        return sum(each.minutes for each in self.within)


@dataclass(frozen=True)
class Board:
    """All of it, and what it comes to: nobody is counted twice who is placed in two roles."""

    works: list[Work]
    elsewhere: int = 0  # people placed in one of these roles, but in other boroughs alone

    @property
    def ready(self) -> int:
        return len({each.person for work in self.works for each in work.ready})

    @property
    def unknown(self) -> int:
        """Of those ready, for how many nobody can say how far they live."""
        known = {each.person for work in self.works for each in work.ready if each.miles is not None}
        return len({each.person for work in self.works for each in work.ready} - known)

    @property
    def within(self) -> int:
        return len(self._best())

    @property
    def minutes(self) -> int:
        return sum(self._best().values())

    @property
    def hours(self) -> int:
        """Whole hours, for a number that stands alone."""
        return self.minutes // 60

    def _best(self) -> dict[int, int]:
        best: dict[int, int] = {}
        for work in self.works:
            for each in work.within:
                best[each.person] = max(best.get(each.person, 0), each.minutes)
        return best


def reach_on(day: date) -> int:
    """How many miles count as within reach."""
    return int(REACH.on(day))


def board_now(area: Unit, at: datetime, day: date, reach: int) -> Board:
    """The board of a borough or unit today, most people within reach first."""
    roles = roles_in_order(area, day)
    placed = _placed(roles)
    everybody = [each for group in placed.values() for each in group]
    ready, free = ready_on(everybody, [day]), _Free.of(everybody, at, day)
    miles = miles_to((each.volunteer.person for each in everybody), (unit for _, unit in roles))
    works = []
    for version, unit in roles:
        here = placed[version.profile_id, unit.pk]
        near = [
            Near(each.volunteer.person_id, miles[each.volunteer.person_id].get(unit.pk), free.minutes(each))
            for each in here
            if not ready.on(each, day) and free.minutes(each)
        ]
        works.append(Work(version, unit, len(here), reach, near))
    works.sort(key=lambda work: (-len(work.within), -len(work.ready), work.version.title, work.key))
    return Board(works, _elsewhere(roles, area))


def _elsewhere(roles: list[tuple[ProfileVersion, Unit]], area: Unit) -> int:
    """How many hold one of these roles in other boroughs and nothing here: a loan comes first (see placements)."""
    going = Placement.objects.filter(
        version__profile__in={version.profile_id for version, _ in roles}, status=Placement.Status.STARTED
    )
    here = going.filter(unit__path__startswith=area.path).values("volunteer")
    there = going.exclude(unit__path__startswith=area.path).exclude(volunteer__in=here)
    return there.values("volunteer").distinct().count()


def roles_in_order(area: Unit, day: date) -> list[tuple[ProfileVersion, Unit]]:
    """The approved roles at the units of an area where their risk assessment is in date."""
    assessed = RiskAssessment.objects.filter(
        version__status=ProfileVersion.Status.APPROVED, assessed_on__lte=day, review_on__gt=day
    ).filter(unit__path__startswith=area.path)
    rows = assessed.select_related("version__profile__strand", "unit__borough").order_by("unit__name", "pk")
    return list({(each.version_id, each.unit_id): (each.version, each.unit) for each in rows}.values())


def _placed(roles: list[tuple[ProfileVersion, Unit]]) -> dict[tuple[int, int], list[Placement]]:
    there = Placement.objects.filter(
        version__profile__in={version.profile_id for version, _ in roles},
        unit__in={unit.pk for _, unit in roles},
        status=Placement.Status.STARTED,
    ).select_related("version__profile__strand", "unit__borough", "volunteer__person", "volunteer__strand")
    found: dict[tuple[int, int], list[Placement]] = defaultdict(list)
    for each in there.order_by("pk"):
        found[each.version.profile_id, each.unit_id].append(each)
    return found


@dataclass(frozen=True)
class ToCall:
    """Somebody placed in a role beside a call-out: how far they live, and whether they can be asked."""

    candidate: Candidate
    miles: float | None
    may_be_signed_for: bool  # their month alone is in the way, and their strand lets it be lengthened by signature

    @property
    def in_words(self) -> str:
        """What helps to choose."""
        words = [in_words(self.miles)] if self.miles is not None else ["How far they live is not known"]
        if self.candidate.signed:
            words.append(f"Month lengthened to {duration(self.candidate.signed)} by signature")
        return ". ".join([*words, self.candidate.in_words])


def provisional(version: ProfileVersion, unit: Unit, starts_at: datetime, ends_at: datetime) -> Duty:
    """A duty that is not there yet, to see who would be free for it."""
    return Duty(version=version, unit=unit, starts_at=starts_at, ends_at=ends_at, least=0, most=1)


def to_call(duty: Duty, day: date) -> list[ToCall]:
    """Everybody placed in the role of a call-out at its unit, the nearest first."""
    group = candidates(duty, day)
    miles = miles_to((each.placement.volunteer.person for each in group), [duty.unit])
    found = [
        ToCall(each, miles[each.person].get(duty.unit_id), each.only_full and _is_signable(each, duty))
        for each in group
    ]
    return sorted(found, key=lambda each: (each.miles is None, each.miles or 0.0, each.candidate.turns))


def _is_signable(candidate: Candidate, duty: Duty) -> bool:
    strand = candidate.placement.volunteer.strand
    return hours.most_signed_for(duty.on, strand) > hours.cap_on(duty.on, strand)


@dataclass(frozen=True)
class _Free:
    """What is left today of everybody's day and month."""

    day: date
    left_of_day: int
    given: dict[int, int]
    signed: dict[int, int]
    agreed: dict[int, list[Agreed]]
    away: set[int]
    within: Within

    @classmethod
    def of(cls, placed: list[Placement], at: datetime, day: date) -> "_Free":
        people, midnight = {each.volunteer.person_id for each in placed}, at_london(day + timedelta(days=1), time())
        gone = Away.objects.filter(person__in=people, from_on__lte=day, until_on__gt=day)
        return cls(
            day=day,
            left_of_day=minutes_between(at, midnight),
            given=hours.given_by(people, day),
            signed=hours.signed_for(people, day),
            agreed=agreed_around(people, at, midnight),
            away=set(gone.values_list("person", flat=True)),
            within=Within(),
        )

    def minutes(self, placement: Placement) -> int:
        """How long somebody might give today beside what they have agreed to; nothing for those who are away."""
        person = placement.volunteer.person
        if person.pk in self.away:
            return 0
        limits = self.within.of(self.day, placement.volunteer.strand)
        others = self.agreed.get(person.pk, [])
        today = sum(each.minutes for each in others if each.on == self.day)
        planned = sum(each.minutes for each in others if month_of(each.on) == month_of(self.day))
        cap = max(limits.cap, self.signed.get(person.pk, 0))
        longest = _longest(person, limits, self.day)
        return max(min(longest - today, self.left_of_day, cap - self.given.get(person.pk, 0) - planned), 0)


def _longest(person: Person, limits: Limits, day: date) -> int:
    age = person.age_on(day)
    is_young = age is not None and age < limits.adult
    return min(limits.longest, limits.young_longest) if is_young else limits.longest
