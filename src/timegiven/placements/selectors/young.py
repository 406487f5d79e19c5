"""What is asked of volunteers under 18: a role that suits them, no night hours, and an adult who is there for them."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from timegiven.joining import selectors as joining
from timegiven.kernel.time import add_months, touches_night
from timegiven.people.models import Person
from timegiven.placements import rules
from timegiven.placements.policies import ADULT_AGE, YOUNG_NIGHT_FROM, YOUNG_NIGHT_UNTIL
from timegiven.placements.selectors.facts import Question, Span
from timegiven.programme.models import Strand
from timegiven.programme.policy import all_on

YOUNGEST = 16  # joining has asked everybody this


def adult_age(day: date, strand: Strand | None = None) -> int:
    """From which age the limits for young volunteers do not apply."""
    return int(ADULT_AGE.on(day, strand))


def night(day: date, strand: Strand | None = None) -> tuple[time, time]:
    """From when until when nobody under 18 gives time."""
    begins, ends = all_on(day, YOUNG_NIGHT_FROM, YOUNG_NIGHT_UNTIL, strand=strand)
    return time.fromisoformat(begins), time.fromisoformat(ends)


def _birthdays(asked: Question, age: int) -> Iterator[tuple[int, date | None]]:
    """Of those who may still be younger than this: when they reach the age, or None where nobody knows.

    Dates of birth are sealed, so they are opened one by one: of those alone who have not been volunteers for as many
    years as it takes from the youngest age at which somebody is taken on.
    """
    if age <= YOUNGEST:
        return
    since = add_months(asked.day, -12 * (age - YOUNGEST))
    recent = asked.volunteers().filter(since_on__gt=since).values("person")
    for person in Person.objects.filter(pk__in=recent).only("pk", "born_on"):
        born: date | None = person.born_on  # type: ignore[assignment]  # sealed as text, read as a day
        yield person.pk, add_years(born, age) if born else None


def add_years(born: date, years: int) -> date:
    """The birthday so many years on; who was born on 29 February has it on 1 March in a common year."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def too_young(asked: Question, last: date) -> Iterable[Span]:
    """Until when people are too young for the role; without a date of birth nobody can tell."""
    return [(person, None, birthday) for person, birthday in _birthdays(asked, asked.version.youngest)]


def _minors(asked: Question, last: date) -> dict[int, date]:
    """Those who are under 18 on some of these days, with the birthday that ends it."""
    known = _birthdays(asked, adult_age(asked.day, asked.version.profile.strand))
    return {person: birthday for person, birthday in known if birthday is not None and birthday > asked.day}


def without_an_adult(asked: Question, last: date) -> Iterable[Span]:
    """Those under 18 for whom no parent has agreed, or no adult at the unit is responsible."""
    minors = _minors(asked, last)
    looked_after = set(joining.looked_after(minors)) if minors else set()
    return [(person, None, birthday) for person, birthday in minors.items() if person not in looked_after]


def at_night(asked: Question, last: date) -> Iterable[Span]:
    """Those under 18, when the hours that were handed in touch the night."""
    if asked.hours is None:
        return []
    if not touches_night(*asked.hours, night=night(asked.day, asked.version.profile.strand)):
        return []
    return [(person, None, birthday) for person, birthday in _minors(asked, last).items()]


def twice_at_once(asked: Question, last: date) -> Iterable[Span]:
    """Those who have said yes to something else at these hours."""
    if asked.hours is None:
        return []
    hours, tomorrow = asked.hours, asked.day + timedelta(days=1)
    return [
        (person, asked.day, tomorrow)
        for person, theirs in asked.busy.items()
        if any(rules.overlap(hours, each) for each in theirs)
    ]
