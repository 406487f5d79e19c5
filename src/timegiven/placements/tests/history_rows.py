"""The same histories in the tables."""

from datetime import UTC, datetime

from tests import builders as b
from timegiven.hours.models import Extension
from timegiven.joining.models import Agreement, Application, Clearance, Pass, RightToVolunteer
from timegiven.kernel.time import at_london
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import AwareAccount, AwareBreak, Break, Placement
from timegiven.placements.tests.histories import (
    ALWAYS,
    BEFORE,
    DAYS,
    NEVER,
    NEW_EDITION,
    THREE,
    History,
    Hours,
    Role,
    Span,
)
from timegiven.programme.models import Cover, Document, Edition, Unit

AT = datetime(2007, 4, 2, 9, tzinfo=UTC)


def write_role(role: Role) -> ProfileVersion:
    """The role, its assessment, the insurance, the courses and two editions of the Statement."""
    unit = b.a_unit()
    facts = {"vetting_level": role.level, "needs_aware": role.needs_aware, "least_age": role.least_age}
    version = b.a_version(unit=unit, suits_under_18=role.suits_under_18, **facts, **role.marks)
    begins, ends = role.in_force
    status = "SUPERSEDED" if role.newer else "APPROVED"
    ProfileVersion.objects.filter(pk=version.pk).update(approved_on=begins, ended_on=ends, status=status)
    _assess(version, unit, role.assessed)
    if role.newer:
        newer = ProfileVersion.objects.create(
            profile=version.profile, number=2, status="APPROVED", purpose="Help.", approved_on=role.newer,
            why_not_obligation="None.", why_not_overtime="Never.", why_not_paid_job="Nobody's.",
        )  # fmt: skip
        if role.newer_assessed:
            _assess(newer, unit, role.newer_assessed)
    for kind in (*THREE, "OFF_SITE"):
        begins, ends = role.covered_off_site if kind == "OFF_SITE" else role.covered
        Cover.objects.create(strand=b.the_strand(), kind=kind, certificate="C-1", from_on=begins, until_on=ends)
    for code in ALWAYS:
        b.a_course(code)
    b.a_course("EL", needed_for="PUBLIC")
    b.a_course("MH", needed_for="LIFTING")
    statement = Document.objects.create(code="statement-of-expectation", title="Statement", owner="Central Team")
    for number, issued_on in ((1, BEFORE), (2, NEW_EDITION)):
        Edition.objects.create(document=statement, number=number, issued_on=issued_on, review_on=NEVER, body="Thanks")
    return ProfileVersion.objects.select_related("profile__strand", "profile__unit__borough").get(pk=version.pk)


def _assess(version: ProfileVersion, unit: Unit, when: Span) -> None:
    begins, ends = when
    facts = {"assessed_on": begins, "review_on": ends, "assessed_by": b.a_person()}
    RiskAssessment.objects.create(version=version, unit=unit, **facts)


def write(one: History, version: ProfileVersion) -> Person:
    """The same history in the tables."""
    volunteer = b.a_volunteer(borough=version.profile.unit.borough, born_on=one.born)
    Volunteer.objects.filter(pk=volunteer.pk).update(
        since_on=one.since, left_on=one.left, status="LEFT" if one.left else "ACTIVE"
    )
    by = b.a_person()
    _write_joining(one, volunteer)
    _write_offices(one, volunteer.person, by)
    _write_place(one, volunteer, version, by)
    return volunteer.person


def _write_joining(one: History, volunteer: Volunteer) -> None:
    person = volunteer.person
    application = b.an_application(person, borough=volunteer.borough, references=one.references)
    if one.parent_agreed:
        b.an_adult_for(volunteer)
    adult = "Ruth Okafor" if one.adult_here else ""
    Application.objects.filter(pk=application.pk).update(status="APPROVED", references_asked=2, adult_here=adult)
    for number in one.editions:
        edition = Edition.objects.get(number=number)
        Agreement.objects.create(person=person, edition=edition, accepted_at=AT, recorded_by=person, typed_name="X")
    for code, done in one.courses.items():
        for on, expires_on in done:
            b.a_completion(person, b.a_course(code), on=on, expires_on=expires_on)


def _write_offices(one: History, person: Person, by: Person) -> None:
    if one.papers_end:
        papers = {"evidence": "VISA", "expires_on": one.papers_end, "checked_on": BEFORE}
        RightToVolunteer.objects.create(person=person, checked_by=by, **papers)
    for level, held, (begins, ends) in one.clearances:
        clearance = b.a_clearance(person, level=level, from_on=begins, until_on=ends or NEVER)
        Clearance.objects.filter(pk=clearance.pk).update(is_on_hold=held)
    for status, (begins, ends) in one.passes:
        Pass.objects.filter(pk=b.a_pass(person, status=status, from_on=begins).pk).update(until_on=ends)
    if one.aware:
        begins, ends = one.aware
        used = {"login": "v", "asked_by": by, "status": "CLOSED" if ends else "OPEN"}
        account = AwareAccount.objects.create(person=person, from_on=begins, until_on=ends, **used)
        for rests, wakes in one.aware_rests:
            AwareBreak.objects.create(account=account, from_on=rests, until_on=wakes)


def _write_place(one: History, volunteer: Volunteer, version: ProfileVersion, by: Person) -> None:
    for begins, ends in one.breaks:
        Break.objects.create(volunteer=volunteer, from_on=begins, until_on=ends, noted_by=by, noted_at=AT)
    if one.placed:
        status, (begins, ends) = one.placed
        placement = b.a_placement(volunteer, version, status=status)
        Placement.objects.filter(pk=placement.pk).update(from_on=begins, until_on=ends)
    for on, minutes in ((DAYS[0], one.minutes[0]), (DAYS[-1], one.minutes[1])):
        if minutes:
            b.time_given(volunteer, minutes=minutes, on=on)
    if one.signed:
        Extension.objects.create(
            person=volunteer.person, starts_on=DAYS[0].replace(day=1), cap_minutes=one.signed, why="A fair",
            signed_by=by, signed_at=AT,
        )  # fmt: skip


def in_utc(hours: Hours) -> Hours:
    """The hours of London's clocks as the tables and the programme have them."""
    begins, until = hours
    return at_london(begins.date(), begins.time()), at_london(until.date(), until.time())
