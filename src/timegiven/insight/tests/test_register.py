"""The register on any past day: what was in force, and nobody's name."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_member,
    a_paper,
    a_person,
    a_placement,
    a_risk_assessment,
    a_seat,
    a_unit,
    a_version,
    a_volunteer,
    an_approved_version,
    someone_appointed,
    the_central_team,
    the_force,
)
from timegiven.insight import access, selectors
from timegiven.library import selectors as library
from timegiven.library.models import Change, Paper, ProfileVersion, RiskAssessment, Vote
from timegiven.placements.models import Placement
from timegiven.ui.tests.reading import said

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def that_day(db, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def auditor():
    return someone_appointed(Role.AUDITOR, the_force(), name="Zebedee Auditcanary")


def on(day: date) -> list[selectors.Entry]:
    return selectors.entries(library.register(day), day)


def titles(day: date) -> list[tuple[str, int]]:
    return [(entry.title, entry.version) for entry in on(day)]


def voted(version: ProfileVersion, *votes: tuple[str, str], round: int = 1) -> None:
    paper = a_paper(version, round=round)
    decided = {"outcome": "APPROVED", "decided_at": NOW, "decided_by": a_person()}
    Paper.objects.filter(pk=paper.pk).update(**decided)
    for seat, answer in votes:
        Vote.objects.create(paper=paper, member=a_member(seat), seat=a_seat(seat), answer=answer, at=NOW)


# Which profiles


def test_a_profile_is_there_from_the_day_of_its_approval_until_the_day_before_its_end():
    version = a_version(unit=a_unit())
    approved = version.approved_on
    ProfileVersion.objects.filter(pk=version.pk).update(status="RETIRED", ended_on=TODAY)

    assert titles(approved - DAY) == []
    assert titles(approved) == [("Front counter triage", 1)]
    assert titles(TODAY - DAY) == [("Front counter triage", 1)]
    assert titles(TODAY) == []


def test_of_two_versions_on_the_day_of_the_change_only_the_new_one_is_there():
    old = a_version(unit=a_unit())
    ProfileVersion.objects.filter(pk=old.pk).update(status="SUPERSEDED", ended_on=TODAY)
    ProfileVersion.objects.create(
        profile=old.profile, number=2, status="APPROVED", purpose="More", approved_on=TODAY, why_not_overtime="x"
    )

    assert titles(TODAY - DAY) == [("Front counter triage", 1)]
    assert titles(TODAY) == [("Front counter triage", 2)]


def test_a_version_superseded_on_the_day_of_its_approval_was_never_in_force():
    old = a_version(unit=a_unit())
    ProfileVersion.objects.filter(pk=old.pk).update(status="SUPERSEDED", approved_on=TODAY, ended_on=TODAY)

    assert titles(TODAY) == []


@pytest.mark.parametrize("status", ["DRAFT", "SUBMITTED", "RETURNED"])
def test_what_was_not_approved_is_not_there(status):
    a_version(unit=a_unit(), status=status)

    assert titles(TODAY) == []


# What is said of each


@pytest.mark.clause(52, 64, 65, 66)
def test_an_entry_says_how_each_seat_voted_and_why_no_paid_work_is_replaced():
    version = an_approved_version(unit=a_unit())
    voted(version, ("CHAIR", "RETURN"), round=1)
    voted(version, ("CHAIR", "APPROVE"), ("STAFF_SIDE", "APPROVE"), round=2)

    (entry,) = on(TODAY)

    assert [(vote.seat, vote.answer) for vote in entry.votes] == [
        ("Chair", "Approve"),
        ("Staff side (PCS union)", "Approve"),
    ]
    assert [(each.is_yes, each.why) for each in entry.answers] == [
        (False, "No law asks it of an officer."),
        (False, "Nobody has ever been paid to do it."),
        (False, "It is in no job description."),
    ]
    assert (entry.unit, entry.borough, entry.approved_on) == ("Front counter", "Camden", date(2006, 6, 1))


@pytest.mark.clause(53, 59)
def test_the_state_of_the_risk_assessment_is_that_of_the_day():
    version = a_version(unit=a_unit())
    first = a_risk_assessment(version, review_on=date(2007, 3, 1))
    again = a_risk_assessment(version, review_on=date(2008, 3, 20))
    RiskAssessment.objects.filter(pk=again.pk).update(assessed_on=date(2007, 3, 20))

    def state(day: date) -> str:
        return str(on(day)[0].risk)

    assert first.assessed_on == date(2006, 6, 1)
    assert state(date(2007, 2, 28)) == "In date until 1 Mar 2007"
    assert state(date(2007, 3, 1)) == "Review overdue since 1 Mar 2007"
    assert state(date(2007, 3, 19)) == "Review overdue since 1 Mar 2007"
    assert state(date(2007, 3, 20)) == "In date until 20 Mar 2008"


def test_a_profile_that_had_not_been_assessed_by_the_day_says_so():
    version = a_version(unit=a_unit())
    made = a_risk_assessment(version)
    RiskAssessment.objects.filter(pk=made.pk).update(assessed_on=TODAY)

    assert str(on(TODAY - DAY)[0].risk) == "Not assessed anywhere"
    assert on(TODAY)[0].risk.is_in_date


def test_several_places_are_counted():
    version = a_version(unit=a_unit())
    a_risk_assessment(version, review_on=TODAY)
    a_risk_assessment(version, unit=a_unit("Yard"), review_on=TODAY + DAY)

    assert str(on(TODAY)[0].risk) == "In date at 1 of 2 places until 25 Apr 2007"
    assert on(TODAY)[0].risk.is_in_date is False


def test_a_change_reported_later_does_not_make_an_earlier_day_overdue():
    version = a_version(unit=a_unit())
    made = a_risk_assessment(version, review_on=date(2007, 4, 20))  # brought forward by the change of that day
    reported = datetime(2007, 4, 20, 9, 0, tzinfo=UTC)
    Change.objects.create(
        version=version, unit=made.unit, what="New door", is_stop=True, reported_by=a_person(), at=reported
    )

    assert str(on(date(2007, 4, 19))[0].risk) == "In date until 1 Jun 2007"
    assert str(on(date(2007, 4, 20))[0].risk) == "Review overdue since 20 Apr 2007"


def test_volunteers_are_counted_by_their_placements_of_the_day():
    version = an_approved_version(unit=a_unit())
    began = a_placement(a_volunteer(), version)
    left = a_placement(a_volunteer(), version, status="ENDED")
    Placement.objects.filter(pk=left.pk).update(until_on=TODAY)
    a_placement(a_volunteer(), version, status="OFFERED")
    a_placement(a_volunteer(), version, status="DECLINED")

    assert [on(day)[0].volunteers for day in (began.from_on - DAY, began.from_on, TODAY - DAY, TODAY)] == [0, 2, 2, 1]


def test_a_volunteer_at_two_units_is_one_and_keeps_counting_when_the_version_changes():
    version = an_approved_version(unit=a_unit())
    volunteer = a_volunteer()
    a_placement(volunteer, version)
    a_placement(volunteer, version, unit=a_unit("Yard"))
    ProfileVersion.objects.filter(pk=version.pk).update(status="SUPERSEDED", ended_on=TODAY)
    new = ProfileVersion.objects.create(
        profile=version.profile, number=2, status="APPROVED", purpose="More", approved_on=TODAY
    )
    Placement.objects.update(version=new)

    assert [on(day)[0].volunteers for day in (TODAY - DAY, TODAY)] == [1, 1]


# Pages


def test_auditors_and_the_central_team_read_it_and_nobody_else(client, auditor):
    allowed = {Role.AUDITOR, Role.CENTRAL_TEAM}
    staff = {role: someone_appointed(role, the_force()) for role in Role.values}

    assert {role for role, person in staff.items() if access.see_register(person, TODAY)} == allowed
    assert access.see_register(a_person(), TODAY) is False
    for address in ("/insight/register", "/insight/register.csv", "/insight/register.pdf"):
        client.force_login(staff[Role.MVPM])
        assert client.get(address).status_code == 403
        client.force_login(auditor)
        assert client.get(address).status_code == 200


def test_the_page_shows_the_day_that_is_asked_for_and_keeps_it_in_the_downloads(client, auditor):
    version = an_approved_version(unit=a_unit())
    ProfileVersion.objects.filter(pk=version.pk).update(ended_on=TODAY)
    client.force_login(auditor)

    today, before = client.get("/insight/register"), client.get("/insight/register?on=23/4/2007&words=triage")

    assert "No profile that fits these filters was in force on Tuesday 24 April 2007" in today.text
    assert [entry.title for entry in before.context["entries"]] == ["Front counter triage"]
    assert 'href="/insight/register.csv?on=23%2F4%2F2007&amp;words=triage"' in before.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [("25/4/2007", "The day must be today or in the past"), ("31/2/2007", "must be a real date"), ("x", "real date")],
)
def test_a_day_to_come_or_none_is_refused_and_nothing_can_be_downloaded(client, auditor, typed, told):
    client.force_login(auditor)

    page = client.get("/insight/register", {"on": typed})

    assert told in page.text
    assert "register.csv" not in page.text


def test_filters_narrow_the_register(client, auditor):
    an_approved_version(unit=a_unit())
    barnet = a_borough("Barnet")
    an_approved_version(unit=a_unit(borough=barnet), title="Archivist")
    client.force_login(auditor)

    def found(**filters: str) -> list[str]:
        return [entry.title for entry in client.get("/insight/register", filters).context["entries"]]

    assert found() == ["Archivist", "Front counter triage"]
    assert found(borough=barnet.reference) == ["Archivist"]
    assert found(words="counter") == ["Front counter triage"]
    assert found(category="MEDIA") == []


@pytest.mark.parametrize("address", ["/insight/register", "/insight/register.csv", "/insight/register.pdf"])
def test_one_profile_or_many_take_the_same_number_of_queries(client, auditor, address):
    unit = a_unit()
    a_placement(a_volunteer(), an_approved_version(unit=unit))
    client.force_login(auditor)
    client.get(address)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    one = queries()
    for number in range(9):
        version = an_approved_version(unit=unit, title=f"Role {number}")
        voted(version, ("CHAIR", "APPROVE"))
        a_placement(a_volunteer(), version)
    assert queries() == one


def canaries() -> list[str]:
    """A profile with a person in every part of it, and their names."""
    unit = a_unit()
    someone_appointed(Role.MVPM, unit.borough, name="Mortimer Mvpmcanary")
    version = an_approved_version(unit=unit)
    proposer = version.profile.proposed_by
    member = someone_appointed(Role.STEERING_GROUP, the_force(), name="Sybil Seatcanary", seat="CHAIR")
    facts = {"answer": "APPROVE", "reason": "Ask Sybil Seatcanary", "at": NOW}
    Vote.objects.create(paper=a_paper(version), member=member, seat=a_seat("CHAIR"), **facts)
    a_placement(a_volunteer("Violet Volunteercanary"), version)
    assessor = RiskAssessment.objects.get(version=version).assessed_by
    return ["canary", proposer.name, assessor.name, member.name]


def test_nobody_is_named_in_any_of_it(client, auditor):
    names = canaries()
    client.force_login(auditor)

    page = client.get("/insight/register").context["entries"]
    sheet = client.get("/insight/register.csv").text
    document = client.get("/insight/register.pdf").content

    with pikepdf.open(io.BytesIO(document)) as opened:
        read = said(opened) + str(opened.docinfo)
    assert "Front counter triage" in read
    assert [name for name in names if name in sheet or name in str(page) or name in read] == []


def test_the_sheet_is_safe_to_open(client, auditor):
    an_approved_version(unit=a_unit(), title='=HYPERLINK("x")')
    client.force_login(auditor)

    reply = client.get("/insight/register.csv?on=24/4/2007")

    headers, row = csv.reader(io.StringIO(reply.content.decode("utf-8-sig"), newline=""))
    assert row[headers.index("Title")] == '\'=HYPERLINK("x")'
    assert row[headers.index("Decided on")] == "2006-06-01"
    assert row[headers.index("Volunteers")] == "0"
    assert reply.headers["Content-Disposition"] == 'attachment; filename="register-of-role-profiles-2007-04-24.csv"'


def test_the_document_is_tagged_and_named(client):
    an_approved_version(unit=a_unit())
    client.force_login(the_central_team())

    reply = client.get("/insight/register.pdf")

    assert reply.headers["Content-Disposition"] == 'attachment; filename="register-of-role-profiles-2007-04-24.pdf"'
    with pikepdf.open(io.BytesIO(reply.content)) as opened:
        assert bool(opened.Root.MarkInfo.Marked)
        assert str(opened.docinfo.Title) == "Register of role profiles"


def test_more_profiles_than_fit_in_a_document_are_refused_with_a_way_out(client, auditor, monkeypatch):
    an_approved_version(unit=a_unit())
    monkeypatch.setattr(import_module("timegiven.insight.views.register"), "A_DOCUMENT", 0)
    client.force_login(auditor)

    reply = client.get("/insight/register.pdf")

    assert reply.status_code == 409
    assert "download the sheet, which holds them all" in reply.text
