"""The volunteers: who they are, where they help, and how their papers stand."""

from collections.abc import Iterator
from datetime import date, timedelta

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make import names
from timegiven.demonstration.make.stage import Helper, Place, Stage, Step, steps
from timegiven.kernel.references import new_secret
from timegiven.people.models import Appointment, EmergencyContact, NewAddress, Person, Volunteer, VolunteerStep
from timegiven.people.policies import ADDRESS_LINK_DAYS
from timegiven.programme.models import Unit

# How the papers of volunteers stand, and how many in a thousand; all others are settled.
STATES = {
    "expiring": 40,  # the clearance runs out within two months
    "clearance over": 15,
    "training over": 25,
    "pass lost": 6,
    "paused": 35,
    "new": 22,  # taken on, something still to come
    "offered": 14,
    "agreed": 14,
    "left": 50,  # beside the number of volunteers, not among it
}
# The story's volunteers of Camden: code, state, age, weekday, hour.
CAST = (
    ("camden-volunteer", "settled", 46, 1, 10),
    ("camden-near-cap", "settled", 58, 3, 9),
    ("camden-young", "settled", 17, 5, 10),
    ("camden-no-email", "settled", 82, 2, 14),
    ("camden-leaver", "left", 33, 4, 13),
)
HOURS = (9, 9, 10, 10, 10, 13, 14, 14, 16, 17)
RELATIONS = ("Wife", "Husband", "Daughter", "Son", "Sister", "Brother", "Friend", "Neighbour")


def make(stage: Stage) -> None:
    wanted = _states(stage)
    name = names.names(stage, len(wanted))
    stage.helpers = [_cast(stage, *each) for each in CAST]
    taken = sum(helper.state == "settled" for helper in stage.helpers)
    boroughs = _boroughs(stage, len(wanted))
    for state, borough in zip(wanted[taken:], boroughs, strict=False):
        first_day_at_counter = state == "agreed" and not any(helper.state == "agreed" for helper in stage.helpers)
        place = _counter(stage) if first_day_at_counter else _place(stage, borough, state)
        stage.helpers.append(_helper(stage, next(name), state, place))
    stage.keep([helper.person for helper in stage.helpers])
    stage.keep([helper.volunteer for helper in stage.helpers])
    stage.keep_steps(VolunteerStep, [step for helper in stage.helpers for step in _steps(stage, helper)])
    contacts(stage, [each.person for each in stage.helpers if each.volunteer.status != Volunteer.Status.LEFT])
    _with_a_new_address(stage, stage.helpers[1].person)


def _with_a_new_address(stage: Stage, person: Person) -> None:
    """One of the cast has told of another address, and has not followed the link yet."""
    until_at = stage.at + timedelta(days=ADDRESS_LINK_DAYS.default)
    stage.keep([NewAddress(person=person, email=f"new.{person.email}", link_digest=new_secret(), until_at=until_at)])


def _states(stage: Stage) -> list[str]:
    """A state for each volunteer; the settled come first, so that the cast can take their places."""
    number = stage.size.volunteers
    others = [state for state, share in STATES.items() for _ in range(max(1, round(number * share / 1000)))]
    settled = number - len(others) + others.count("left")
    stage.rng.shuffle(others)
    return ["settled"] * settled + others


def _boroughs(stage: Stage, number: int) -> list[Unit]:
    """Boroughs differ in size; headquarters has a few; Camden, where the story plays, many."""
    weights = [
        0.2 if borough.kind == Unit.Kind.OCU else 1.6 if turn == 0 else stage.rng.uniform(0.6, 1.5)
        for turn, borough in enumerate(stage.boroughs)
    ]
    return stage.rng.choices(stage.boroughs, weights=weights, k=number)


def _cast(stage: Stage, code: str, state: str, age: int, weekday: int, hour: int) -> Helper:
    borough = stage.boroughs[0]
    counter = _counter(stage)
    person = names.person(
        stage, PLAYERS[code].name, code=code, borough=borough, born_on=names.birthday(stage, age),
        **({"email": None} if code == "camden-no-email" else {}),
    )  # fmt: skip
    return _placed(stage, Helper(person, _volunteer(stage, borough, counter, 200), state, counter, weekday, hour, code))


def _counter(stage: Stage) -> Place:
    """Camden's front counter, where the story plays."""
    places = stage.places[stage.boroughs[0].pk]
    return next(place for place in places if place.version.profile.title == "Front counter triage")


def _helper(stage: Stage, name: str, state: str, place: Place) -> Helper:
    borough = place.unit.borough
    age = max(names.an_age(stage), place.version.youngest)
    born_on = names.birthday(stage, age)
    without = {"email": None} if stage.chance(0.01 if age < 60 else 0.25) else {}
    person = names.person(stage, name, borough=borough, born_on=born_on, **without)
    longest = (stage.today - born_on).days - 16 * 366
    days = stage.rng.randint(3, 25) if state in {"new", "offered", "agreed"} else _days_with_us(stage, longest)
    weekday = stage.rng.choice((0, 1, 2, 3, 4, 5, 5, 6))
    return _placed(
        stage,
        Helper(person, _volunteer(stage, borough, place, days), state, place, weekday, stage.rng.choice(HOURS)),
    )


def _days_with_us(stage: Stage, longest: int) -> int:
    """One in four came this year; the others up to six years ago; nobody before their sixteenth birthday."""
    days = stage.rng.randint(70, 365) if stage.chance(0.25) else stage.rng.randint(366, 2200)
    return min(days, max(longest, 66))


def _place(stage: Stage, borough: Unit, state: str) -> Place:
    """Where they help; those in order help where the risk assessment is in order too, for a good while yet."""
    places = stage.places[borough.pk]
    in_date = [place for place in places if place.review_on > stage.today + timedelta(days=1)]
    return stage.rng.choice(in_date if in_date and state == "settled" else places)


def _volunteer(stage: Stage, borough: Unit, place: Place, days: int) -> Volunteer:
    """Not yet joined to their person: see _placed."""
    return Volunteer(reference=stage.reference(), borough=borough, strand=place.strand, since_on=stage.ago(days))


def _placed(stage: Stage, helper: Helper) -> Helper:
    volunteer = helper.volunteer
    volunteer.person = helper.person
    helper.from_on = min(volunteer.since_on + timedelta(days=stage.rng.randint(14, 30)), stage.ago(31))
    if helper.state == "paused":
        volunteer.status, helper.until_on = Volunteer.Status.PAUSED, stage.between(8, 28)
    elif helper.state == "left":
        volunteer.status, helper.until_on = Volunteer.Status.LEFT, _left_on(stage, helper)
        volunteer.left_on = helper.until_on
    elif helper.state in {"clearance over", "training over", "pass lost"}:
        helper.until_on = stage.between(4, 40)
    elif helper.state in {"new", "offered", "agreed"}:
        helper.from_on = stage.today + timedelta(days=stage.rng.randint(2, 14))
    helper.until_on = min(helper.until_on, helper.place.review_on if helper.place else stage.today)
    return helper


def _left_on(stage: Stage, helper: Helper) -> date:
    return stage.ago(30) if helper.code else max(stage.between(5, 300), helper.from_on + timedelta(days=20))


def _steps(stage: Stage, helper: Helper) -> Iterator[Step]:
    volunteer, Status = helper.volunteer, Volunteer.Status  # noqa: N806 - a class
    mvpm = stage.holder(Appointment.Role.MVPM, helper.borough)
    yield from steps(volunteer, [(Status.ACTIVE, mvpm, stage.moment(volunteer.since_on, 12))])
    if volunteer.status != Status.ACTIVE:
        changed_on = volunteer.left_on or helper.until_on
        yield from steps(volunteer, [(volunteer.status, mvpm, stage.moment(changed_on, 9))])


def contacts(stage: Stage, whose: list[Person]) -> None:
    """Whom to ring: a made-up relative with the same family name, and for every other person a neighbour too."""
    given = names.names(stage, len(whose))
    first = [
        EmergencyContact(
            person=person,
            name=f"{next(given).split(' ')[0]} {person.name.split(' ')[-1]}",
            relationship=stage.rng.choice(RELATIONS),
            phone=f"07700 900{stage.rng.randint(0, 999):03}",
            confirmed_on=stage.between(1, 380),
        )
        for person in whose
    ]
    second = [
        EmergencyContact(
            person=each.person,
            position=2,
            name=other.name,
            relationship="Neighbour",
            phone=f"020 7946 0{number % 1000:03}",
            confirmed_on=each.confirmed_on,
        )
        for number, (each, other) in enumerate(zip(first[::2], first[1::2], strict=False))
    ]
    stage.keep([*first, *second])
