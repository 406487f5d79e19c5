"""Who holds which post: the cast by name, and somebody for every other unit and borough."""

from collections.abc import Iterator
from datetime import timedelta

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make import names
from timegiven.demonstration.make.stage import Stage
from timegiven.people import services as people_services
from timegiven.people.models import Appointment, Person, Seat
from timegiven.programme.models import Unit

Role = Appointment.Role

CAMDEN, HACKNEY = "E09000007", "E09000012"
# Whom the story plays: code, role, unit, seat.
POSTS = (
    ("camden-files", Role.UNIT_MANAGER, f"{CAMDEN}-FRU", ""),
    ("camden-counter", Role.UNIT_MANAGER, f"{CAMDEN}-FC", ""),
    ("camden-mvpm", Role.MVPM, CAMDEN, ""),
    ("camden-training", Role.TRAINING, CAMDEN, ""),
    ("hackney-mvpm", Role.MVPM, HACKNEY, ""),
    ("hackney-counter", Role.UNIT_MANAGER, f"{HACKNEY}-FC", ""),
    ("steering-chair", Role.STEERING_GROUP, "MPS", "CHAIR"),
    ("steering-lead", Role.STEERING_GROUP, "MPS", "MVP_LEAD"),
    ("steering-staff-side", Role.STEERING_GROUP, "MPS", "STAFF_SIDE"),
    ("steering-safety", Role.STEERING_GROUP, "MPS", "SAFETY"),
    ("", Role.STEERING_GROUP, "MPS", "HR"),
    ("", Role.STEERING_GROUP, "MPS", "INSURANCE"),
    ("central-team", Role.CENTRAL_TEAM, "MPS", ""),
    ("vetting-office", Role.VETTING, "MPS", ""),
    ("pass-office", Role.PASSES, "MPS", ""),
    ("hr", Role.HR, "MPS", ""),
    ("control-room", Role.CONTROL_ROOM, "MPS", ""),
    ("auditor", Role.AUDITOR, "MPS", ""),
    ("finance", Role.FINANCE, "MPS", ""),
)


def make(stage: Stage) -> None:
    people_services.load_seats(stage.ago(2000))
    seats = stage.known["seats"] = {seat.code: seat for seat in Seat.objects.all()}
    posts = [*((code, role, stage.units[unit], seat) for code, role, unit, seat in POSTS)]
    filled = {(role, unit.pk) for _, role, unit, _ in posts}
    posts += [("", role, unit, "") for role, unit in _other_posts(stage) if (role, unit.pk) not in filled]

    name = names.names(stage, len(posts))
    people: list[Person] = [
        names.person(stage, PLAYERS[code].name if code else next(name), code=code) for code, *_ in posts
    ]
    stage.keep(people)
    stage.keep(
        [
            Appointment(
                reference=stage.reference(),
                person=person,
                role=role,
                unit=unit,
                seat=seats.get(seat),
                from_on=stage.today - timedelta(days=stage.rng.randint(500, 2000)),
            )
            for person, (_, role, unit, seat) in zip(people, posts, strict=True)
        ]
    )
    for person, (_, role, unit, seat) in zip(people, posts, strict=True):
        stage.staff[role, unit.pk] = person
        if seat:
            stage.seats[seat] = person


def _other_posts(stage: Stage) -> Iterator[tuple[str, Unit]]:
    for borough in stage.boroughs:
        yield Role.MVPM, borough
        yield Role.TRAINING, borough
        if borough.kind == Unit.Kind.OCU:
            yield Role.UNIT_MANAGER, borough
    for unit in stage.units.values():
        if unit.kind == Unit.Kind.UNIT and unit.borough in stage.boroughs:
            yield Role.UNIT_MANAGER, unit
