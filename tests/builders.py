"""Builders in the programme's words: the least that must stand for a test to begin, written straight to the tables.

Services are proved by their own tests; a builder only sets the scene. Every day and moment is fixed.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from tests.kept import kept
from timegiven.attendance.models import SessionReport
from timegiven.expenses.models import Claim, CostAgreement, Line
from timegiven.hours.models import Entry, Month
from timegiven.joining.models import Agreement, Application, Clearance, Consent, Pass, Reference, RightToVolunteer
from timegiven.kernel.time import london_day, month_of
from timegiven.library import selectors as library
from timegiven.library.models import Hazard, Meeting, Paper, ProfileVersion, RiskAssessment, RoleProfile, Task
from timegiven.people.models import Appointment, Person, Seat, Volunteer
from timegiven.placements.models import AwareAccount, Break, Placement
from timegiven.programme import services as programme
from timegiven.programme.content.seats import SEATS
from timegiven.programme.models import Cover, Document, Edition, Strand, Unit
from timegiven.rota.models import Duty, Offer
from timegiven.training.models import Booking, Completion, Course, Session

TODAY = date(2007, 4, 24)  # a Tuesday
NOW = datetime(2007, 4, 24, 11, 0, tzinfo=UTC)  # midday in London
LONG_AGO = date(2001, 8, 1)
FAR_AHEAD = date(2009, 4, 1)

_numbers = count(1)
Role = Appointment.Role


@kept
def the_strand(code: str = "MVP") -> Strand:
    return Strand.objects.get_or_create(code=code, defaults={"name": code})[0]


@kept
def the_force() -> Unit:
    return Unit.objects.filter(code="FORCE").first() or programme.found(
        code="FORCE", name="The force", kind=Unit.Kind.FORCE, from_on=LONG_AGO
    )


@kept
def a_borough(name: str = "Camden") -> Unit:
    return Unit.objects.filter(code=name.upper()[:20]).first() or programme.found(
        code=name.upper()[:20], name=name, kind=Unit.Kind.BOROUGH, from_on=LONG_AGO, reports_to=the_force()
    )


@kept
def a_unit(name: str = "Front counter", *, borough: Unit | None = None) -> Unit:
    borough = borough or a_borough()
    return programme.found(
        code=f"U{next(_numbers)}",
        name=name,
        kind=Unit.Kind.UNIT,
        from_on=LONG_AGO,
        reports_to=borough,
        borough=borough,
        address="12 Holmes Road, London",
        phone="020 7946 0100",
    )


@kept
def a_person(name: str = "", **details: object) -> Person:
    number = next(_numbers)
    details.setdefault("email", f"person{number}@example.org")
    details.setdefault("born_on", date(1950, 6, 1))
    name = name or f"Person Number{number:06}"  # of one length: none is the beginning of another
    return Person.objects.create(name=name, is_synthetic=True, **details)


@kept
def a_seat(code: str) -> Seat:
    """A seat on the Steering Group; CHAIR and STAFF_SIDE are what they say."""
    names = {spec.code: spec.name for spec in SEATS}
    facts = {"name": names.get(code, code.capitalize()), "is_chair": code == "CHAIR"}
    defaults = {**facts, "is_staff_side": code == "STAFF_SIDE", "position": next(_numbers), "from_on": LONG_AGO}
    return Seat.objects.get_or_create(code=code, defaults=defaults)[0]


@kept
def someone_appointed(role: str, unit: Unit, *, name: str = "", seat: str = "", is_deputy: bool = False) -> Person:
    person = a_person(name)
    sits = {"seat": a_seat(seat), "is_deputy": is_deputy} if seat else {}
    Appointment.objects.create(person=person, role=role, unit=unit, from_on=LONG_AGO, **sits)
    return person


@kept
def an_mvpm(borough: Unit | None = None) -> Person:
    return someone_appointed(Role.MVPM, borough or a_borough())


@kept
def a_unit_manager(unit: Unit) -> Person:
    return someone_appointed(Role.UNIT_MANAGER, unit)


@kept
def the_central_team() -> Person:
    return someone_appointed(Role.CENTRAL_TEAM, the_force())


@kept
def the_finance_office() -> Person:
    return someone_appointed(Role.FINANCE, the_force())


@kept
def the_vetting_office() -> Person:
    return someone_appointed(Role.VETTING, the_force())


@kept
def the_pass_office() -> Person:
    return someone_appointed(Role.PASSES, the_force())


@kept
def a_member(seat: str = "", *, name: str = "", is_deputy: bool = False) -> Person:
    """A member of the Steering Group."""
    return someone_appointed(Role.STEERING_GROUP, the_force(), name=name, seat=seat, is_deputy=is_deputy)


@kept
def a_volunteer(name: str = "", *, borough: Unit | None = None, strand: str = "MVP", **details: object) -> Volunteer:
    return Volunteer.objects.create(
        person=a_person(name, **details),
        borough=borough or a_borough(),
        strand=the_strand(strand),
        since_on=date(2006, 1, 2),
    )


COMPLETE = {  # what the parts of a role profile ask for
    "place": "Front hall, ground floor",
    "usual_times": "Weekday mornings",
    "helps_unit": "Officers have time for those who need them.",
    "helps_borough": "People are looked after at the first desk.",
    "helps_volunteer": "Company, and a skill that we teach you.",
    "skills": "A friendly manner",
    "supervisor": "Station office manager",
    "deputy": "Duty officer",
    "if_nobody_comes": "Staff go on as they always have.",
    "met_team_on": date(2006, 5, 2),
}


@kept
def a_version(
    *, unit: Unit, status: str = "APPROVED", title: str = "Front counter triage", **marks: object
) -> ProfileVersion:
    """A role profile version with two tasks, approved unless said otherwise; without a risk assessment."""
    profile = RoleProfile.objects.create(
        title=title,
        category=RoleProfile.Category.PUBLIC,
        contribution=RoleProfile.Contribution.TRAINED,
        strand=the_strand(),
        unit=unit,
        proposed_by=a_person(),
    )
    version = ProfileVersion.objects.create(
        profile=profile,
        status=status,
        purpose="Help visitors find the right person.",
        **{**COMPLETE, **marks},
        why_not_obligation="No law asks it of an officer.",
        why_not_overtime="Nobody has ever been paid to do it.",
        why_not_paid_job="It is in no job description.",
        approved_on=date(2006, 6, 1) if status == "APPROVED" else None,
    )
    for position, text in enumerate(("Greet visitors", "Hand out leaflets"), start=1):
        Task.objects.create(version=version, position=position, text=text)
    return version


@kept
def a_risk_assessment(
    version: ProfileVersion, *, unit: Unit | None = None, review_on: date = FAR_AHEAD
) -> RiskAssessment:
    assessment = RiskAssessment.objects.create(
        version=version,
        unit=unit or version.profile.unit,
        assessed_on=date(2006, 6, 1),
        review_on=review_on,
        assessed_by=a_person(),
    )
    Hazard.objects.create(
        assessment=assessment,
        what="Angry visitor",
        who="Volunteer",
        likelihood=1,
        severity=3,
        control="Screen and panic strip; an officer within call",
        residual_likelihood=1,
        residual_severity=3,
    )
    return assessment


@kept
def an_approved_version(*, unit: Unit, **marks: object) -> ProfileVersion:
    """Approved, and risk assessed at its own unit."""
    version = a_version(unit=unit, **marks)
    a_risk_assessment(version)
    return version


@kept
def a_paper(
    version: ProfileVersion, *, round: int = 1, closes_on: date | None = None, meeting: Meeting | None = None
) -> Paper:
    """A version as it was put to the Steering Group, to circulate for two weeks unless it comes before a meeting."""
    profile, whole = library.digests(version, TODAY)
    return Paper.objects.create(
        version=version,
        round=round,
        put_at=NOW,
        put_by=a_person(),
        meeting=meeting,
        closes_on=None if meeting else closes_on or TODAY + timedelta(days=14),
        content=library.content_to_keep(version),
        profile_digest=profile,
        digest=whole,
    )


@kept
def a_meeting(at: datetime | None = None) -> Meeting:
    """A meeting of the Steering Group, in two weeks unless said otherwise."""
    meets_at = at or NOW + timedelta(days=14)
    return Meeting.objects.create(at=meets_at, place="Room 4, New Scotland Yard", called_by=a_person())


@kept
def an_application(
    person: Person | None = None, *, borough: Unit | None = None, status: str = "APPLIED", references: int = 0
) -> Application:
    """An application with so many satisfactory references."""
    borough = borough or a_borough()
    application = Application.objects.create(
        person=person or a_person(), strand=the_strand(), borough=borough, status=status, registered_at=NOW, since=NOW,
        references_asked=2 if status == "APPROVED" else None,
    )  # fmt: skip
    if status in ("VETTED", "APPROVED"):
        RightToVolunteer.objects.create(
            person=application.person, evidence="PASSPORT", checked_on=LONG_AGO, checked_by=a_person()
        )
    if status == "VETTED":
        a_clearance(application.person)
    for number in range(references):
        Reference.objects.create(
            application=application,
            status="GIVEN",
            name=f"Referee {number}",
            email=f"referee{number}@example.org",
            known_as_what="Former manager",
            is_satisfactory=True,
            judged_by=a_person(),
        )
    return application


@kept
def the_statement() -> Edition:
    document, _ = Document.objects.get_or_create(
        code="statement-of-expectation", defaults={"title": "Statement of Expectation", "owner": "Central Team"}
    )
    return Edition.objects.get_or_create(
        document=document,
        number=1,
        defaults={"issued_on": LONG_AGO, "review_on": FAR_AHEAD, "body": "# What you can expect\n\nThank you."},
    )[0]


@kept
def a_clearance(
    person: Person, *, level: str = "NPPV2A", from_on: date = LONG_AGO, until_on: date = FAR_AHEAD
) -> Clearance:
    return Clearance.objects.create(
        person=person,
        level=level,
        outcome="CLEARED",
        office_reference="V-1",
        decided_by=a_person(),
        decided_at=NOW,
        from_on=from_on,
        until_on=until_on,
    )


@kept
def a_pass(person: Person, *, status: str = "ISSUED", from_on: date = LONG_AGO) -> Pass:
    number = f"P{next(_numbers):05}" if status != "ASKED" else ""
    return Pass.objects.create(person=person, borough=a_borough(), status=status, number=number, from_on=from_on)


@kept
def a_course(code: str = "HS", *, needed_for: str = "ALL", minutes: int = 60) -> Course:
    return Course.objects.get_or_create(
        code=code, defaults={"title": f"Course {code}", "minutes": minutes, "needed_for": needed_for}
    )[0]


@kept
def a_completion(
    person: Person, course: Course, *, on: date = date(2007, 1, 9), expires_on: date | None = None
) -> Completion:
    return Completion.objects.create(
        person=person,
        course=course,
        on=on,
        expires_on=expires_on,
        minutes=course.minutes,
        recorded_by=a_person(),
        recorded_at=NOW,
    )


@kept
def a_session(
    course: Course | None = None,
    *,
    unit: Unit | None = None,
    starts_at: datetime | None = None,
    hours: int = 2,
    places: int = 8,
    **more: object,
) -> Session:
    """Next Tuesday, 10am to midday, in the borough, unless said otherwise."""
    starts_at = starts_at or datetime(2007, 5, 1, 9, 0, tzinfo=UTC)
    facts = {"venue": "Room 2, 12 Holmes Road", "trainer": "Leila Haddad", "set_up_by": a_person()} | more
    return Session.objects.create(
        course=course or a_course(),
        unit=unit or a_borough(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        places=places,
        **facts,
    )


@kept
def a_booking(
    session: Session, volunteer: Volunteer | None = None, *, status: str = "BOOKED", asked_at: datetime = NOW
) -> Booking:
    return Booking.objects.create(
        session=session, volunteer=volunteer or a_volunteer(), status=status, asked_at=asked_at
    )


@kept
def insurance(strand: str = "MVP") -> Cover:
    """Every kind of cover that a role may need, so that what a test is about is never the insurance."""
    of = the_strand(strand)
    if not Cover.objects.filter(strand=of).exists():
        Cover.objects.bulk_create(
            Cover(strand=of, kind=kind, certificate="C-1", from_on=LONG_AGO) for kind in Cover.Kind.values
        )
    return Cover.objects.filter(strand=of).first()


@kept
def a_placement(
    volunteer: Volunteer, version: ProfileVersion, *, status: str = "STARTED", unit: Unit | None = None
) -> Placement:
    return Placement.objects.create(
        volunteer=volunteer,
        version=version,
        unit=unit or version.profile.unit,
        status=status,
        weekly_minutes=240,
        pattern="Tuesday mornings",
        offered_by=a_person(),
        from_on=date(2007, 1, 2),
    )


@kept
def an_adult_for(volunteer: Volunteer) -> Consent:
    """What is asked of a volunteer under 18: a parent has agreed, and an adult at the unit is there for them."""
    application = Application.objects.filter(person=volunteer.person).order_by("pk").last()
    Application.objects.filter(pk=application.pk).update(adult_here="Ruth Okafor")
    signed = {"status": "GIVEN", "typed_name": "A Parent", "adult_name": "A Parent", "adult_phone": "020 7946 0333"}
    return Consent.objects.create(application=application, name="A Parent", relationship="Mother", **signed)


@kept
def a_break(volunteer: Volunteer, *, from_on: date = TODAY, until_on: date | None = None) -> Break:
    """A break that begins today, unless said otherwise."""
    Volunteer.objects.filter(pk=volunteer.pk).update(status="PAUSED")
    return Break.objects.create(
        volunteer=volunteer, from_on=from_on, until_on=until_on, noted_by=volunteer.person, noted_at=NOW
    )


@kept
def a_ready_volunteer(
    *, unit: Unit, version: ProfileVersion | None = None, name: str = "", **details: object
) -> Placement:
    """Everything in order for time to be given at the unit: the placement of a volunteer who may start today."""
    version = version or an_approved_version(unit=unit)
    volunteer = a_volunteer(name, borough=unit.borough, **details)
    for strand in {volunteer.strand.code, version.profile.strand.code}:
        insurance(strand)
    an_application(volunteer.person, borough=unit.borough, status="APPROVED", references=2)
    a_clearance(volunteer.person, level=version.vetting_level)
    Agreement.objects.create(
        person=volunteer.person,
        edition=the_statement(),
        accepted_at=NOW,
        recorded_by=volunteer.person,
        typed_name=volunteer.person.name,
    )
    a_pass(volunteer.person)
    a_completion(volunteer.person, a_course())
    if version.needs_aware:
        AwareAccount.objects.create(
            person=volunteer.person, login=f"v{next(_numbers):06}", asked_by=a_person(), from_on=LONG_AGO, status="OPEN"
        )
    return a_placement(volunteer, version)


@kept
def a_ready_crowd(number: int, *, like: Placement) -> list[Person]:
    """So many more people placed and ready as one is: the same papers, written all at once."""
    person, volunteer = like.volunteer.person, like.volunteer
    made = [a_person() for _ in range(number)]
    volunteers = Volunteer.objects.bulk_create(
        Volunteer(person=each, borough=volunteer.borough, strand=volunteer.strand, since_on=volunteer.since_on)
        for each in made
    )
    for kind in (Application, RightToVolunteer, Clearance, Agreement, Pass, Completion):
        for row in kind.objects.filter(person=person):
            _copied(kind, row, made)
    asked = Reference.objects.filter(application__person=person)
    applications = {each.person_id: each for each in Application.objects.filter(person__in=made)}
    for row in list(asked):
        _copied(Reference, row, [applications[each.pk] for each in made], field="application")
    Placement.objects.bulk_create(
        Placement(volunteer=each, **{name: getattr(like, name) for name in _OF_A_PLACEMENT}) for each in volunteers
    )
    return list(Person.objects.filter(pk__in=[each.pk for each in made]).select_related("volunteer").order_by("pk"))


_OF_A_PLACEMENT = ("version", "unit", "status", "weekly_minutes", "pattern", "offered_by", "from_on")


def _copied(kind: type, row: object, owners: list, *, field: str = "person") -> None:
    """The same row for each of these owners, under a name of its own where it must have one."""
    copies = []
    for owner in owners:
        values = {
            each.attname: getattr(row, each.attname) for each in kind._meta.concrete_fields if not each.primary_key
        }
        values.pop("reference", None)
        values |= {f"{field}_id": owner.pk} | ({"number": f"P{next(_numbers):05}"} if kind is Pass else {})
        copies.append(kind(**values))
    kind.objects.bulk_create(copies)


@kept
def a_duty(
    placement: Placement,
    *,
    starts_at: datetime | None = None,
    hours: int = 4,
    places: int = 1,
    least: int = 1,
    is_draft: bool = False,
) -> Duty:
    """Next Tuesday, 10am to 2pm, on the rota, unless said otherwise; ``places`` is the most people."""
    starts_at = starts_at or datetime(2007, 5, 1, 9, 0, tzinfo=UTC)
    return Duty.objects.create(
        version=placement.version,
        unit=placement.unit,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        least=least,
        most=places,
        created_by=a_person(),
        published_at=None if is_draft else NOW,
    )


@kept
def an_offer(placement: Placement, *, duty: Duty | None = None, status: str = "OPEN") -> Offer:
    return Offer.objects.create(
        duty=duty or a_duty(placement),
        placement=placement,
        person=placement.volunteer.person,
        status=status,
        offered_at=NOW,
    )


@kept
def time_given(volunteer: Volunteer, *, minutes: int, on: date = TODAY, kind: str = "SESSION") -> Entry:
    """Minutes in the ledger, with the month's row to match."""
    month, _ = Month.objects.get_or_create(
        person=volunteer.person, starts_on=month_of(on), defaults={"cap_minutes": 2400}
    )
    month.minutes += minutes
    month.save()
    return Entry.objects.create(
        month=month,
        person=volunteer.person,
        borough=volunteer.borough,
        strand=volunteer.strand,
        on=on,
        minutes=minutes,
        kind=kind,
        source=f"S{next(_numbers)}",
        at=NOW,
        by=volunteer.person,
    )


@kept
def a_report(placement: Placement, *, starts_at: datetime | None = None, hours: int = 4) -> SessionReport:
    """A session report with its ledger entry."""
    starts_at = starts_at or datetime(2007, 4, 17, 9, 0, tzinfo=UTC)
    entry = time_given(placement.volunteer, minutes=hours * 60, on=london_day(starts_at))
    return SessionReport.objects.create(
        placement=placement,
        person=placement.volunteer.person,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        entry=entry,
        reported_by=placement.volunteer.person,
        reported_at=NOW,
    )


@kept
def a_cost_agreement(
    placement: Placement, *, kind: str = "FARES", status: str = "AGREED", from_on: date = LONG_AGO, **terms: object
) -> CostAgreement:
    """A kind of cost agreed beforehand for a placement, from long ago."""
    if kind in {"MILEAGE", "DUTY"}:
        terms = {"vehicle": "CAR", "most_tenths": 100, **terms}
    agreed = CostAgreement.objects.create(
        volunteer=placement.volunteer,
        placement=placement,
        kind=kind,
        status=status,
        what="Bus 24, there and back",
        from_on=from_on,
        asked_by=placement.volunteer.person,
        **terms,
    )
    agreed.steps.create(status=status, by=agreed.asked_by, at=NOW)
    return agreed


@kept
def a_day_agreed(
    volunteer: Volunteer, *, on: date = TODAY, kind: str = "FARES", status: str = "AGREED", **terms: object
) -> CostAgreement:
    """A cost of one day without a session, agreed beforehand."""
    agreed = CostAgreement.objects.create(
        volunteer=volunteer,
        kind=kind,
        status=status,
        what="Train to the first-aid course",
        from_on=on,
        until_on=on + timedelta(days=1),
        asked_by=volunteer.person,
        **terms,
    )
    agreed.steps.create(status=status, by=agreed.asked_by, at=NOW)
    return agreed


@kept
def a_claim(report: SessionReport, *, status: str = "SUBMITTED", pence: int = 285, kind: str = "MEAL") -> Claim:
    """A claim with one cost, without its receipt."""
    volunteer = report.placement.volunteer
    claim = Claim.objects.create(
        volunteer=volunteer,
        borough=volunteer.borough,
        report=report,
        on=london_day(report.starts_at),
        status=status,
        pence=pence,
        begun_at=NOW,
        submitted_at=None if status == "DRAFT" else NOW,
    )
    Line.objects.create(claim=claim, report=report, kind=kind, spent_pence=pence, pence=pence)
    claim.steps.create(status=status, by=volunteer.person, at=NOW)
    return claim
