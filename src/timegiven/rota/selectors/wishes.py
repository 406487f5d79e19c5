"""What volunteers have told us about what suits them, on their page and beside a duty."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.rota import rules
from timegiven.rota.models import Away, Duty, Offer, OtherDay, Wish
from timegiven.rota.models.patterns import DAYS

WEEK = [
    (f"{number}-{part}", f"{day} {label.lower()}")
    for number, day in enumerate(DAYS)
    for part, label in Wish.Part.choices
]


@dataclass(frozen=True)
class Told:
    """What one person has told us, seen from a duty; ``suits`` is None where nothing was said."""

    is_away: bool = False
    never: bool = False
    suits: bool | None = None
    likes_role: bool = False
    likes_unit: bool = False
    with_friends: bool = False
    most_week: int | None = None
    wants_texts: bool = False

    @property
    def likes(self) -> int:
        """How many wishes the duty meets."""
        return sum((bool(self.suits), self.likes_role, self.likes_unit, self.with_friends))

    @property
    def in_words(self) -> list[str]:
        """The wishes that the duty meets, for whoever chooses."""
        words = (
            (self.suits, "This time usually suits"),
            (self.likes_role, "Likes this role"),
            (self.likes_unit, "Likes this place"),
            (self.with_friends, "Would be with people they like to be with"),
        )
        return [text for holds, text in words if holds]


def wish_of(person: Person) -> Wish | None:
    return Wish.objects.filter(person=person).prefetch_related("roles", "units", "companions").first()


def away_of(person: Person, day: date) -> QuerySet[Away]:
    """When somebody is away, from today on."""
    return Away.objects.filter(person=person, until_on__gt=day).order_by("from_on", "pk")


def other_days_of(person: Person, day: date) -> QuerySet[OtherDay]:
    """The days to come that differ from somebody's usual week."""
    return OtherDay.objects.filter(person=person, on__gte=day).order_by("on")


def wants_texts(people: Iterable[int]) -> set[int]:
    """Who of these people would like a text message about what changes on the day itself."""
    return set(Wish.objects.filter(person__in=set(people), wants_texts=True).values_list("person", flat=True))


def colleagues(person: Person) -> list[Person]:
    """The people placed at the same units, whom one may wish to be with."""
    units = Placement.objects.filter(volunteer__person=person, status__in=Placement.LIVE).values("unit")
    there = Placement.objects.filter(unit__in=units, status__in=Placement.LIVE).values("volunteer__person")
    return list(Person.objects.filter(pk__in=there).exclude(pk=person.pk).order_by("name", "pk"))


def places_of(person: Person) -> list[Placement]:
    """The roles that somebody has begun in: what their wishes may name."""
    return list(placements.live_placements_of(person))


@dataclass(frozen=True)
class Voices:
    """What these people have told us, read once; ``about`` says it beside a duty."""

    wishes: dict[int, Wish]
    away: dict[int, list[Away]]
    others: dict[int, dict[date, list[str]]]
    coming: dict[int, set[int]]  # by duty
    touched: dict[int, list[tuple[date, str]]]  # by duty: the parts of days that it reaches into

    def about(self, person: int, duty: Duty) -> Told:
        """What one of them has told us, beside one of the duties that were asked about."""
        wish, touched = self.wishes.get(person), self.touched[duty.pk]
        days = {on for on, _ in touched} | {duty.on}
        other = {on: suits for on, suits in self.others.get(person, {}).items() if on in days}
        is_away = any(each.covers(duty.on) for each in self.away.get(person, ()))
        suits = _suits(wish, other, touched)
        if wish is None:
            return Told(is_away=is_away, suits=suits)
        return Told(
            is_away=is_away,
            never=any(_slot(on, part) in wish.never for on, part in touched if on not in other),
            suits=suits,
            likes_role=duty.version.profile_id in {each.pk for each in wish.roles.all()},
            likes_unit=duty.unit_id in {each.pk for each in wish.units.all()},
            with_friends=bool(self.coming.get(duty.pk, set()) & {each.pk for each in wish.companions.all()}),
            most_week=wish.most_week_minutes,
            wants_texts=wish.wants_texts,
        )


def voices(people: Iterable[int], duties: Collection[Duty]) -> Voices:
    """What all these people have told us, for some duties, in a constant number of queries."""
    wanted = set(people)
    touched = {duty.pk: rules.parts_touched(duty.starts_at, duty.ends_at) for duty in duties}
    days = {duty.on for duty in duties} | {on for parts in touched.values() for on, _ in parts}
    if not days:
        return Voices({}, {}, {}, {}, {})
    told = Wish.objects.filter(person__in=wanted).prefetch_related("roles", "units", "companions")
    wishes = {each.person_id: each for each in told}
    away: dict[int, list[Away]] = defaultdict(list)
    for gone in Away.objects.filter(person__in=wanted, from_on__lte=max(days), until_on__gt=min(days)):
        away[gone.person_id].append(gone)
    others: dict[int, dict[date, list[str]]] = defaultdict(dict)
    for each in OtherDay.objects.filter(person__in=wanted, on__in=days):
        others[each.person_id][each.on] = each.suits
    coming: dict[int, set[int]] = defaultdict(set)
    if wishes:
        taken = Offer.objects.filter(duty__in=[duty.pk for duty in duties], status__in=Offer.TAKEN)
        for duty, person in taken.values_list("duty", "person"):
            coming[duty].add(person)
    return Voices(wishes, away, others, coming, touched)


def _suits(wish: Wish | None, other: dict[date, list[str]], touched: list[tuple[date, str]]) -> bool | None:
    """Whether the time suits; None where nothing was said."""
    if not other and not (wish and wish.suits):
        return None
    usual = wish.suits if wish else []
    return all(part in other[on] if on in other else _slot(on, part) in usual for on, part in touched)


def _slot(on: date, part: str) -> str:
    return f"{on.weekday()}-{part}"
