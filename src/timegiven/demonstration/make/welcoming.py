"""Around the first day: plans for those who are expected, log-ins on their way, health cards, emergency sheets."""

from datetime import timedelta
from random import Random

from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make.placements import manager
from timegiven.demonstration.make.staff import CAMDEN
from timegiven.demonstration.make.stage import NO_PASSWORD, Helper, Stage, Step, steps
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import (
    Arrival,
    AwareAccount,
    AwareStep,
    HealthCard,
    Kit,
    KitStep,
    Opening,
    Settling,
    VehicleStatement,
    Welcome,
)
from timegiven.placements.selectors import PLAN

NOT_HERE = {"new", "offered", "agreed", "left"}
HELPS = (
    "A chair with arms, and a short break each hour.",
    "Large print, and a light on the desk.",
    "A way in without stairs.",
    "A quiet corner when it gets loud.",
)
TO_DO = (
    "Help me to sit down, give me water, and ring my daughter.",
    "If I seem confused, give me something sweet and stay with me.",
    "Let me lie on my left side, put something soft under my head, and note how long it takes.",
)
GOING = (
    "I like it very much. Everybody says hello.",
    "Good, and I would be glad of a second person to ask when Jo is away.",
    "The chair is a little low. Otherwise fine.",
)
REASONS = ("Felt faint at the counter, sat down, wanted her daughter", "Had a fall on the front steps, ambulance came")
Side = Welcome.Side
AWARE = AwareAccount.Status


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} welcoming")  # noqa: S311 - dice for a story, not for a secret
    expected = [helper for helper in stage.helpers if helper.state == "agreed" and helper.placement]
    planned = expected[::2]  # the others are still to be planned
    stage.keep([_arrival(stage, helper) for helper in planned])
    stage.keep([_told(stage, helper) for helper in planned])
    _aware_steps(stage)
    _aware_on_its_way(stage, expected, dice)
    aider = _first_aider(stage)
    _cards(stage)
    _openings(stage, aider, dice)
    _kit(stage, dice)
    _vehicles(stage, dice)
    _settling(stage, dice)


def _arrival(stage: Stage, helper: Helper) -> Arrival:
    days = 3 + (helper.weekday - stage.today.weekday() - 3) % 7
    host = manager(stage, helper)
    return Arrival(
        placement=helper.placement,
        meets_at=stage.moment(stage.today + timedelta(days=days), helper.hour),
        host=host.name,
        host_phone=host.phone or "",
        find="Come to the public entrance and say that you are the new volunteer. There is a ramp at the side.",
        bring="a photograph for the staff board, if you like",
        planned_by=host,
        planned_at=stage.moment(stage.ago(1), 15),
    )


def _told(stage: Stage, helper: Helper) -> Welcome:
    at = stage.moment(stage.ago(1), 15)
    return Welcome(placement=helper.placement, code=PLAN, side=Side.UNIT, done_at=at, done_by=manager(stage, helper))


def _aware_steps(stage: Stage) -> None:
    """The way of the accounts that are in use or closed."""
    made = []
    for account in AwareAccount.objects.filter(status__in=(AWARE.OPEN, AWARE.CLOSED)).select_related("asked_by"):
        since = account.from_on
        way = [(AWARE.REQUESTED, since - timedelta(days=1), 9), (AWARE.CREATED, since, 9), (AWARE.OPEN, since, 16)]
        if account.until_on:
            way.append((AWARE.CLOSED, account.until_on, 17))
        made += [Step(account, status, account.asked_by, stage.moment(day, hour)) for status, day, hour in way]
    stage.keep_steps(AwareStep, made)


def _aware_on_its_way(stage: Stage, expected: list[Helper], dice: Random) -> None:
    """Of those who are expected some wait for the log-in, and for some it lies ready."""
    needing = [helper for helper in expected if helper.place and helper.place.version.needs_aware]
    accounts = []
    for number, helper in enumerate(needing):
        if number % 3 == 2:
            continue  # nobody has asked yet
        asked_by = stage.holder(Appointment.Role.MVPM, helper.borough)
        reference = stage.reference_of(dice)
        account = AwareAccount(reference=reference, person=helper.person, asked_by=asked_by)
        if number % 3 == 1:
            account.status, account.login = AWARE.CREATED, f"v{helper.person.reference.lower()}"
        accounts.append(account)
    stage.keep(accounts)
    at = stage.moment(stage.ago(2), 11)
    made = [Step(account, AWARE.REQUESTED, account.asked_by, at) for account in accounts]
    ready = [account for account in accounts if account.status == AWARE.CREATED]
    made += [Step(account, AWARE.CREATED, account.asked_by, stage.moment(stage.ago(1), 11)) for account in ready]
    stage.keep_steps(AwareStep, made)


def _first_aider(stage: Stage) -> Person:
    """At the counter of Camden. Made here, so that nobody else of the story is turned into another."""
    player = PLAYERS["camden-first-aider"]
    made_up = {"phone": "020 7946 0555", "password": NO_PASSWORD, "is_synthetic": True}
    aider = Person(reference=player.reference, name=player.name, email="hamish.oduya@example.org", **made_up)
    stage.keep([aider])
    dice = Random(f"{stage.seed} first aid")  # noqa: S311 - dice for a story, not for a secret
    unit, role = stage.units[f"{CAMDEN}-FC"], Appointment.Role.FIRST_AIDER
    appointment = {"role": role, "unit": unit, "from_on": stage.ago(400), "reference": stage.reference_of(dice)}
    stage.keep([Appointment(person=aider, **appointment)])
    return aider


def _cards(stage: Stage) -> None:
    """Some volunteers have written what helps, and most of those let first aiders read what to do."""
    started = [helper for helper in stage.helpers if helper.state not in NOT_HERE and helper.placement]
    writers = started[::9] + [helper for helper in started if helper.code == "camden-volunteer"]
    cards = {}
    for number, helper in enumerate(writers):
        cards[helper.volunteer.pk] = HealthCard(
            volunteer=helper.volunteer,
            helps=HELPS[number % len(HELPS)],
            what_to_do=TO_DO[number % len(TO_DO)],
            for_first_aiders=number % 4 != 1,
            asked_on=stage.ago(60) if number % 2 else None,
            answered_on=stage.ago(40) if number % 2 else None,
            look_again_on=stage.today + timedelta(days=300) if number % 2 else None,
            written_at=stage.moment(stage.ago(30), 18),
            written_by=helper.person,
        )
    stage.keep(list(cards.values()))


def _openings(stage: Stage, aider: Person, dice: Random) -> None:
    """Two emergency sheets of Camden were opened from outside: one has been looked at, one waits."""
    camden = stage.units[CAMDEN]
    here = [each for each in stage.helpers if each.borough == camden and each.state not in NOT_HERE and each.placement]
    made = []
    for days, helper, words in zip((9, 1), here[:2], REASONS, strict=True):
        at = stage.moment(stage.ago(days), 14, 20)
        opening = Opening(reference=stage.reference_of(dice), volunteer=helper.volunteer, by=aider, words=words)
        opening.reason, opening.opened_at, opening.until_at = Opening.Reason.OUTSIDE, at, at + timedelta(minutes=15)
        made.append(opening)
    made[0].reviewed_by = stage.holder(Appointment.Role.MVPM, camden)
    made[0].reviewed_at = stage.moment(stage.ago(8), 9)
    stage.keep(made)


def _kit(stage: Stage, dice: Random) -> None:
    """What the roles name has been lent; of those who have left some is back and some is still out."""
    made, lent = [], []
    using = [each for each in stage.helpers if each.placement and each.place and each.place.version.kit]
    for number, helper in enumerate(each for each in using if each.state not in NOT_HERE - {"left"}):
        issued_by = manager(stage, helper)
        kit = Kit(reference=stage.reference_of(dice), volunteer=helper.volunteer, unit=helper.placement.unit)
        kit.item, kit.mark = helper.place.version.kit[:120], ("Medium", "Large", "Small")[number % 3]
        kit.issued_on, kit.issued_by = helper.from_on, issued_by
        way = [(Kit.Status.OUT, issued_by, stage.moment(helper.from_on, 16))]
        if helper.volunteer.left_on and number % 3:
            kit.status, kit.ended_on = Kit.Status.RETURNED, helper.volunteer.left_on
            way.append((Kit.Status.RETURNED, issued_by, stage.moment(kit.ended_on, 12)))
        lent.append(kit)
        made += steps(kit, way)
    stage.keep(lent)
    stage.keep_steps(KitStep, made)


def _vehicles(stage: Stage, dice: Random) -> None:
    """Some drive to where they volunteer and have told their insurer; a few showed their papers."""
    kinds, made = VehicleStatement.Kind, []
    here = [each for each in stage.helpers if each.placement and each.state not in NOT_HERE]
    camden = [each for each in here if each.borough.name == "Camden" and not each.code]
    drivers = list(dict.fromkeys([*here[::11], *camden[3:6]]))
    stage.known["drivers"] = drivers
    for number, helper in enumerate(drivers):
        facts = {"volunteer": helper.volunteer, "noted_by": helper.person, "from_on": helper.from_on}
        made.append(VehicleStatement(reference=stage.reference_of(dice), kind=kinds.DRIVES_HERE, **facts))
        if number % 4 == 0:
            seen = {"seen_on": helper.from_on, "until_on": stage.today + timedelta(days=200)}
            facts["noted_by"] = stage.holder(Appointment.Role.MVPM, helper.borough)
            made.append(VehicleStatement(reference=stage.reference_of(dice), kind=kinds.LICENCE, **facts, **seen))
    stage.keep(made)


def _settling(stage: Stage, dice: Random) -> None:
    """Who started in the last months has been asked; most have answered, and some answers wait to be read."""
    new = [each for each in stage.helpers if each.placement and each.state not in NOT_HERE]
    new = [each for each in new if timedelta(days=42) <= stage.today - each.from_on < timedelta(days=180)]
    made = []
    for number, helper in enumerate(new):
        asked = Settling(reference=stage.reference_of(dice), placement=helper.placement)
        asked.asked_at = stage.moment(helper.from_on + timedelta(days=42), 6)
        if number % 4:
            asked.going, asked.wants_a_call = GOING[number % len(GOING)], number % 5 == 0
            asked.answered_at = asked.asked_at + timedelta(hours=12)
        if number % 4 > 1:
            asked.unit_needs, asked.unit_answered_at = "", asked.asked_at + timedelta(hours=4)
            asked.unit_answered_by = manager(stage, helper)
        if number % 4 == 3 and number % 8 == 3:
            asked.read_at = asked.asked_at + timedelta(days=1)
            asked.read_by = stage.holder(Appointment.Role.MVPM, helper.borough)
        made.append(asked)
    stage.keep(made)
