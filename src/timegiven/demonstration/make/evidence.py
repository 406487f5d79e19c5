"""What joining leaves behind beside the form: papers seen, guardians, meetings, a refusal, likely duplicates."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from timegiven.demonstration.make.stage import NO_PASSWORD, Helper, Stage, steps
from timegiven.joining import services
from timegiven.joining.models import Application, Consent, ConsentStep, Pass, RightToVolunteer, Slot
from timegiven.joining.services import guardians
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.programme.content.names import COMMUNITIES
from timegiven.programme.models import Unit

Status = Application.Status
Role = Appointment.Role
Evidence = RightToVolunteer.Evidence

PAPERS = (Evidence.PASSPORT,) * 6 + (Evidence.BIRTH,) * 2 + (Evidence.SETTLED, Evidence.VISA)
TERM_TIME = "In term time at most 20 hours a week, volunteering included"
SEEN = (Status.VETTING, Status.VETTED)  # by then the MVP Manager has looked at somebody's papers
TIMES = ((2, 10), (2, 11), (4, 14), (4, 15), (8, 10), (9, 18), (11, 10), (11, 11))  # days ahead, hour
CHANGED = (
    ("I use a walking stick now. A seat by the door and a little more time for the stairs would help.", "", ""),
    ("", "", "I have agreed a payment plan for a debt of 4,000 pounds."),
)


def make(stage: Stage) -> None:
    """After the applications: the story's own deeds are done by the programme, the many others are written down."""
    dice = Random(f"evidence {stage.seed} {stage.today}")  # noqa: S311 - dice for a story, not for a secret
    applicants: list[Application] = stage.known["applicants"]
    stage.pourer.make_room()
    stage.keep([*_papers_of_volunteers(stage, dice), *_papers_of_applicants(stage, dice, applicants)])
    _guardians(stage, dice, applicants)
    _meetings(stage, applicants)
    _refusals(stage, dice, applicants)
    _changes(stage)
    _photographs(stage)
    _alike(stage, dice, applicants)


def _seen(stage: Stage, dice: Random, person: Person, borough: Unit, days_ago: int, ends_in: int = 0) -> object:
    kind = Evidence.VISA if ends_in else dice.choice(PAPERS)
    ends = ends_in or (500 if kind == Evidence.VISA else 0)
    return RightToVolunteer(
        reference=stage.reference_of(dice),
        person=person,
        evidence=kind,
        conditions=TERM_TIME if kind == Evidence.VISA else "",
        expires_on=stage.today + timedelta(days=ends) if ends else None,
        checked_on=stage.ago(days_ago),
        checked_by=stage.holder(Role.MVPM, borough),
    )


def _papers_of_volunteers(stage: Stage, dice: Random) -> Iterator[object]:
    """Everybody's; of one in a hundred they end within two months, and of one in Camden."""
    camden = next(_volunteers(stage, settled=True))
    for number, helper in enumerate(stage.helpers):
        ends_soon = helper is camden or (number % 100 == 99 and helper.state == "settled")
        days_ago = (stage.today - helper.volunteer.since_on).days + 60
        yield _seen(stage, dice, helper.person, helper.borough, days_ago, 20 + number % 30 if ends_soon else 0)


def _volunteers(stage: Stage, *, settled: bool) -> Iterator[Helper]:
    """Those of Camden who are not of the cast."""
    camden = stage.boroughs[0]
    for helper in stage.helpers:
        here = helper.borough == camden and helper.volunteer.status == Volunteer.Status.ACTIVE
        if here and not helper.code and (helper.state == "settled" or not settled):
            yield helper


def _papers_of_applicants(stage: Stage, dice: Random, applicants: list[Application]) -> Iterator[object]:
    for each in applicants:
        if each.status in SEEN or (each.status == Status.INTERVIEWED and each.pk % 2):
            yield _seen(stage, dice, each.person, each.borough, 12)


def _guardians(stage: Stage, dice: Random, applicants: list[Application]) -> None:
    """The young have named a parent: whoever has just applied awaits the answer, the others have it."""
    young = [each for each in applicants if (each.person.age_on(stage.today) or 18) < 18]
    taken_on = Application.objects.filter(person__in=[h.person for h in stage.helpers if _is_young(stage, h)])
    sent = [each for each in young if each.status != Status.REGISTERED]
    consents = [_consent(stage, dice, each) for each in [*sent, *taken_on.select_related("person", "borough")]]
    stage.keep(consents)
    stage.keep_steps(
        ConsentStep,
        [
            step
            for each in consents
            for step in steps(
                each,
                [
                    ("NAMED", each.application.person, each.application.registered_at),
                    *([("GIVEN", None, each.asked_at)] if each.status == "GIVEN" and each.asked_at else []),
                ],
            )
        ],
    )
    for each in consents:
        if each.status == Consent.Status.NAMED:
            guardians.ask(each, by=each.application.person, at=stage.at - timedelta(days=3))


def _is_young(stage: Stage, helper: Helper) -> bool:
    return helper.volunteer.status != Volunteer.Status.LEFT and (helper.person.age_on(stage.today) or 18) < 18


def _consent(stage: Stage, dice: Random, application: Application) -> Consent:
    family = application.person.name.split(" ")[-1]
    name = f"{dice.choice(dice.choice(COMMUNITIES).given)} {family}"
    is_given = application.status != Status.APPLIED
    phone = f"020 7946 0{dice.randint(0, 999):03}"
    if is_given:
        Application.objects.filter(pk=application.pk).update(adult_here="The unit’s supervisor")
    return Consent(
        reference=stage.reference_of(dice),
        application=application,
        status=Consent.Status.GIVEN if is_given else Consent.Status.NAMED,
        name=name,
        relationship=dice.choice(("Mother", "Father", "Grandmother")),
        email=f"guardian.{application.reference.lower()}@example.org",
        phone=phone,
        asked_at=application.registered_at + timedelta(days=3) if is_given else None,
        typed_name=name if is_given else "",
        adult_name=name if is_given else "",
        adult_phone=phone if is_given else "",
    )


def _meetings(stage: Stage, applicants: list[Application]) -> None:
    """Times of the next two weeks; in Camden some are taken."""
    slots = [
        Slot(
            borough=borough,
            starts_at=(starts_at := stage.moment(stage.today + timedelta(days=days), hour)),
            ends_at=starts_at + timedelta(minutes=30),
            place=f"The police station, {borough.name}: ask at the front counter for the volunteer office",
            published_by=stage.holder(Role.MVPM, borough),
        )
        for borough in stage.boroughs
        for days, hour in (TIMES if borough == stage.boroughs[0] else TIMES[:3])
    ]
    stage.keep(slots)
    waiting = [each for each in applicants if each.borough == stage.boroughs[0] and each.status == Status.APPLIED]
    taken = Slot.objects.filter(borough=stage.boroughs[0]).order_by("starts_at", "pk")
    for application, slot in zip(waiting[1:3], taken, strict=False):
        services.book(application, slot, by=application.person, at=stage.at - timedelta(days=1))


def _refusals(stage: Stage, dice: Random, applicants: list[Application]) -> None:
    """Two security checks that were refused by somebody who has left the office since; one refusal is appealed."""
    office = _formerly_in_the_office(stage, dice)
    waiting = [each for each in applicants if each.status == Status.VETTING and each.borough != stage.boroughs[0]]
    for number, application in enumerate(waiting[:2]):
        refused = services.clear(
            application,
            is_cleared=False,
            level=application.vetting_level,
            office_reference=f"V-{dice.randint(10_000, 99_999)}",
            from_on=stage.ago(9),
            until_on=None,
            by=office,
            at=stage.moment(stage.ago(9), 15),
        )
        if number == 0:
            services.appeal(refused, by=application.person, at=stage.moment(stage.ago(4), 19))
    Appointment.objects.filter(person=office).update(until_on=stage.ago(2))


def _formerly_in_the_office(stage: Stage, dice: Random) -> Person:
    community = dice.choice(COMMUNITIES)
    person = _somebody(stage, dice, f"{dice.choice(community.given)} {dice.choice(community.family)}")
    stage.keep([person])
    facts = {"reference": stage.reference_of(dice), "role": Role.VETTING, "unit": stage.force}
    stage.keep([Appointment(person=person, from_on=stage.ago(900), **facts)])
    return person


def _somebody(stage: Stage, dice: Random, name: str, **facts: object) -> Person:
    reference = stage.reference_of(dice)
    facts = {"phone": f"020 7946 0{dice.randint(0, 999):03}", "email": f"{reference.lower()}@example.org"} | facts
    return Person(reference=reference, name=name, password=NO_PASSWORD, is_synthetic=True, **facts)


def _changes(stage: Stage) -> None:
    """What volunteers told of later: needs for the MVP Manager, money for the vetting office alone."""
    people = (helper.person for helper in _volunteers(stage, settled=True))
    next(people)  # whose papers end
    for (health, convictions, finance), person in zip(CHANGED, people, strict=False):
        services.declare(
            person, health=health, convictions=convictions, finance=finance, by=person,
            at=stage.at - timedelta(days=2),
        )  # fmt: skip


def _photographs(stage: Stage) -> None:
    """Some in Camden have a photograph on their pass; a drawing, since nobody of them exists."""
    held = Pass.objects.filter(borough=stage.boroughs[0], status=Pass.Status.ISSUED).select_related("person", "borough")
    for one, colour in zip(held.order_by("pk"), ("teal", "sienna", "slateblue", "seagreen"), strict=False):
        services.keep_photo(one, content=_a_face(colour), by=one.person, at=stage.at - timedelta(days=1))


def _a_face(colour: str) -> bytes:
    picture = Image.new("RGB", (240, 300), "gainsboro")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((20, 200, 220, 440), fill=colour)
    pen.ellipse((70, 60, 170, 190), fill="tan")
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def _alike(stage: Stage, dice: Random, applicants: list[Application]) -> None:
    """Somebody of Camden registered a second time, with another mailbox and another telephone."""
    here = (each for each in applicants if each.borough == stage.boroughs[0] and each.status == Status.APPLIED)
    one = list(here)[1]
    other = _somebody(stage, dice, one.person.name, born_on=one.person.born_on, address=one.person.address)
    stage.keep([other])
    again = Application(
        reference=stage.reference_of(dice),
        person=other,
        strand=one.strand,
        borough=one.borough,
        registered_at=stage.at - timedelta(days=1),
        since=stage.at - timedelta(days=1),
    )
    stage.keep([again])
    Application.lifecycle.begin(again, by=other, at=again.registered_at)
    for each in (one.person, other):
        services.notice(each, at=again.registered_at)
