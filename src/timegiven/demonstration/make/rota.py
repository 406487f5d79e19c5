"""What makes a rota lively: patterns, drafts, wishes, days away, a waiting list, a call-out, work for the planner."""

from collections import defaultdict
from datetime import date, time, timedelta
from random import Random

from timegiven.demonstration.make.duties import PUBLISHED_BEFORE
from timegiven.demonstration.make.stage import Helper, Place, Stage, Step
from timegiven.people.models import Appointment
from timegiven.rota.models import (
    Away,
    CallOut,
    Duty,
    Incident,
    IncidentStep,
    Offer,
    OfferStep,
    Pattern,
    Proposal,
    ProposalStep,
    Wish,
)

Status = Offer.Status
DAY = timedelta(days=1)
PARTS = {10: "MORNING", 14: "AFTERNOON", 18: "EVENING"}
TUESDAY, THURSDAY = 1, 3


def make(stage: Stage) -> None:
    dice = Random(f"rota {stage.seed} {stage.today}")  # noqa: S311 - dice for a story, not for a secret
    settled = [each for each in stage.helpers if each.state == "settled" and each.place]
    _wishes(stage, dice, settled)
    _away(stage, dice, settled)
    volunteer = next((each for each in stage.helpers if each.code == "camden-volunteer"), None)
    if volunteer and volunteer.place:
        here = [each for each in settled if each.place is volunteer.place and each is not volunteer]
        _choices(stage, dice, volunteer, here)
        _drafts(stage, dice, volunteer.place, here)
        _question(stage, dice, volunteer.place)
        _incident(stage, dice, volunteer.place, here)


def _wishes(stage: Stage, dice: Random, settled: list[Helper]) -> None:
    """A third have told us what suits; some never come in the evening."""
    stage.keep(
        [
            Wish(
                person=each.person,
                suits=[f"{each.weekday}-{PARTS.get(each.hour, 'MORNING')}", f"{THURSDAY}-AFTERNOON"],
                never=[f"{day}-NIGHT" for day in range(7)] if dice.random() < 0.5 else [],
                most_week_minutes=dice.choice((None, 240, 480)),
                changed_at=stage.at - 40 * DAY,
            )
            for each in settled
            if dice.random() < 0.35
        ]
    )


def _away(stage: Stage, dice: Random, settled: list[Helper]) -> None:
    """One in twenty is away for some days of the next weeks."""
    rows = []
    for each in settled:
        if dice.random() < 0.05:
            first = stage.today + DAY * dice.randint(3, 20)
            rows.append(
                Away(
                    reference=stage.reference_of(dice),
                    person=each.person,
                    from_on=first,
                    until_on=first + DAY * dice.randint(2, 14),
                    noted_at=stage.at - DAY,
                    noted_by=each.person,
                )
            )
    stage.keep(rows)


def _duty(stage: Stage, dice: Random, place: Place, on: date, hour: int, **facts: object) -> Duty:
    starts_at = stage.moment(on, hour)
    return Duty(
        reference=stage.reference_of(dice),
        version=place.version,
        unit=place.unit,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        created_by=stage.holder(Appointment.Role.UNIT_MANAGER, place.unit),
        **{"published_at": stage.at - PUBLISHED_BEFORE, **facts},
    )


def _next(stage: Stage, weekday: int, weeks: int = 0) -> date:
    return stage.today + DAY * ((weekday - stage.today.weekday() - 1) % 7 + 1) + timedelta(weeks=weeks)


def _choices(stage: Stage, dice: Random, volunteer: Helper, here: list[Helper]) -> None:
    """For the volunteer of the story: two with room, one at the same time as another, one full with a list."""
    place = volunteer.place
    if place is None:
        return
    full = _duty(stage, dice, place, _next(stage, THURSDAY, 1), 10)
    short = _duty(stage, dice, place, _next(stage, THURSDAY), 10, least=3, most=4)
    also = _duty(stage, dice, place, _next(stage, 2, 1), 14, least=1, most=2)
    clash = _duty(stage, dice, place, _next(stage, TUESDAY), 11)
    stage.keep([full, short, also, clash])
    asked = defaultdict(list)
    for helper, status in zip(here, (Status.ACCEPTED, Status.WAITING, Status.WAITING), strict=False):
        asked[full.pk].append((helper, full, status))
    for helper in here[:1]:
        asked[short.pk].append((helper, short, Status.ACCEPTED))
    _offers(stage, dice, [each for found in asked.values() for each in found])


def _drafts(stage: Stage, dice: Random, place: Place, here: list[Helper]) -> None:
    """A weekly pattern whose third and fourth week are laid out but not published, with names noted."""
    first = _next(stage, 0, 2)
    manager = stage.holder(Appointment.Role.UNIT_MANAGER, place.unit)
    pattern = Pattern(
        reference=stage.reference_of(dice),
        version=place.version,
        unit=place.unit,
        weekdays=[0, 2],
        starts=time(10),
        ends=time(14),
        least=2,
        most=3,
        from_on=first,
        created_by=manager,
    )
    stage.keep([pattern])
    days = [first + DAY * ahead for ahead in (0, 2, 7, 9)]
    drafts = [
        _duty(stage, dice, place, on, 10, least=2, most=3, published_at=None, pattern=pattern, pattern_on=on)
        for on in days
    ]
    stage.keep(drafts)
    _offers(stage, dice, [(each, draft, Status.PREPARED) for draft in drafts[:2] for each in here[:2]])


def _question(stage: Stage, dice: Random, place: Place) -> None:
    """The MVP Manager has asked the planner about four weeks: the worker answers as soon as it is there."""
    mvpm, first = stage.holder(Appointment.Role.MVPM, place.unit.borough), _next(stage, 0)
    asked = Proposal(
        reference=stage.reference_of(dice),
        unit=place.unit,
        from_on=first,
        until_on=first + 28 * DAY,
        asked_by=mvpm,
        asked_at=stage.at,
    )
    stage.keep([asked])
    stage.keep_steps(ProposalStep, [Step(asked, asked.status, mvpm, stage.at)])


def _incident(stage: Stage, dice: Random, place: Place, here: list[Helper]) -> None:
    """A water main has burst: some who do not come on that day anyhow have been called out for tomorrow."""
    mvpm, tomorrow = stage.holder(Appointment.Role.MVPM, place.unit.borough), stage.today + DAY
    incident = Incident(
        reference=stage.reference_of(dice),
        name="Burst water main in Kentish Town",
        note="Some streets are closed until the day after tomorrow.",
        area=place.unit.borough,
        opened_at=stage.at,
        opened_by=mvpm,
    )
    stage.keep([incident])
    stage.keep_steps(IncidentStep, [Step(incident, incident.status, mvpm, stage.at)])
    duty = _duty(stage, dice, place, tomorrow, 10, least=0, most=1, published_at=stage.at)
    stage.keep([duty])
    until = stage.moment(stage.today, 20)
    made = {"made_at": stage.at, "made_by": mvpm}
    stage.keep([CallOut(incident=incident, duty=duty, kind=CallOut.Kind.USUAL, answer_by=until, **made)])
    free = [each for each in here if each.weekday != tomorrow.weekday()]
    answers = (Status.ACCEPTED, Status.WAITING, Status.DECLINED, Status.OPEN)
    _offers(stage, dice, [(helper, duty, status) for helper, status in zip(free, answers, strict=False)], ago=0 * DAY)


def _offers(stage: Stage, dice: Random, asked: list[tuple[Helper, Duty, str]], *, ago: timedelta = 2 * DAY) -> None:
    offers = [
        Offer(
            reference=stage.reference_of(dice),
            duty=duty,
            placement=helper.placement,
            person=helper.person,
            status=status,
            offered_at=stage.at - ago,
        )
        for helper, duty, status in asked
    ]
    stage.keep(offers)
    stage.keep_steps(OfferStep, [Step(each, each.status, each.person, each.offered_at) for each in offers])
