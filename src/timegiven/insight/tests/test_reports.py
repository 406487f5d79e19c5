"""A report to a committee: written in parts, checked, frozen, published by its own deed, corrected by a version."""

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
)
from timegiven.audit.models import Event
from timegiven.hours import services as hours
from timegiven.insight import access, rules, selectors, services
from timegiven.insight.models import CommitteeReport, MoneyRow
from timegiven.kernel.refusals import NotAllowed, NotPermitted

pytestmark = pytest.mark.django_db

WHOLE = {
    "committee": "MPA full authority",
    "meets_on": TODAY + timedelta(days=2),
    "number": 9,
    "title": "MPS Corporate Volunteer Programme",
    "by_whom": "the Deputy Commissioner on behalf of the Commissioner",
    "summary": "Volunteers give their time.",
    "recommendations": "That members support the principle.\nThat members endorse the approach.",
    "as_on": TODAY,
    "background": "### What they bring\n\nA life in other work.\n\n- Fresh eyes",
    "equality": "People of every kind are welcome.",
    "finance": "Planning money has been received.",
    "authors": "The Central Team",
    "papers": "None",
    "contact": "The Central Team",
}


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def a_report(team, **changed):
    report = services.begin_report(by=team, at=NOW)
    services.write_part(report, **{**WHOLE, **changed}, by=team, at=NOW)
    return report


def a_finished_report(team, **changed):
    report = a_report(team, **changed)
    services.finish_report(report, by=team, at=NOW)
    return report


def give(minutes):
    volunteer = a_volunteer()
    on = TODAY.replace(month=3)
    hours.give(volunteer, on=on, minutes=minutes, kind="SESSION", source=str(minutes), by=volunteer.person, at=NOW)


@pytest.mark.clause(156)
def test_a_draft_is_saved_part_by_part_and_each_missing_part_is_told_with_its_link(client):
    report = services.begin_report(by=(team := the_central_team()), at=NOW)
    client.force_login(team)

    client.post(reverse("insight:part", args=[report.reference, "summary"]), {"summary": "Said so far."})
    page = client.get(reverse("insight:finish_report", args=[report.reference]))

    report.refresh_from_db()
    assert (report.summary, report.status) == ("Said so far.", "DRAFT")
    needed = [(part.key, words) for part in rules.PARTS for column, words in part.needed]
    expected = [
        each for each in needed if each[1] not in {"Write the summary", "Choose the day on which the figures stand"}
    ]
    assert [(each.part, each.words) for each in page.context["missing"]] == expected
    assert all(reverse("insight:part", args=[report.reference, part]) in page.text for part, _ in expected)


@pytest.mark.clause(156)
def test_with_something_missing_it_is_not_finished():
    report = a_report(team := the_central_team(), papers="")

    with pytest.raises(NotAllowed, match=r"something is missing\. Enter the background papers"):
        services.finish_report(report, by=team, at=NOW)

    report.refresh_from_db()
    assert (report.status, report.told) == ("DRAFT", None)


@pytest.mark.clause(147)
def test_where_the_boroughs_lost_time_the_report_says_what_is_made_of_it():
    report = a_report(team := the_central_team())
    known = selectors.told(report, TODAY) | {"boroughs_fell": True}

    assert [each.part for each in selectors.missing(report, known)] == ["boroughs"]
    services.write_part(report, about_boroughs="We ask the MVP Managers first.", by=team, at=NOW)
    assert selectors.missing(report, known) == []


@pytest.mark.clause(143)
def test_a_figure_of_public_confidence_needs_its_source_and_its_day():
    report = a_report(the_central_team(), confidence="They do a good job", confidence_percent=62)

    (left,) = selectors.missing(report, selectors.told(report, TODAY))

    assert left.words == "A figure of public confidence needs its words, source and day"


@pytest.mark.clause(156)
def test_a_finished_report_keeps_its_figures_whatever_is_entered_later():
    give(240)
    report = a_finished_report(the_central_team())
    give(180)

    report.refresh_from_db()

    assert selectors.told(report, TODAY)["hours"] == "4"
    assert selectors.figures(TODAY)["hours"] == "7"


@pytest.mark.clause(156)
def test_nothing_in_a_finished_report_can_be_written(client):
    report = a_finished_report(team := the_central_team())
    facts = {"year": 2008, "is_received": False, "what": "Training", "phase": "DELIVERY", "pence": 1, "source": "Grant"}

    with pytest.raises(NotAllowed, match="is “finished” now"):
        services.write_part(report, summary="Another", by=team, at=NOW)
    with pytest.raises(NotAllowed, match="is “finished” now"):
        services.add_money(report, **facts, by=team, at=NOW)
    client.force_login(team)
    closed = [reverse("insight:part", args=[report.reference, "summary"])]
    closed += [reverse(f"insight:{name}", args=[report.reference]) for name in ("finish_report", "drop_report")]
    assert [client.get(address).status_code for address in closed] == [409, 409, 409]
    services.publish_report(report, by=team, at=NOW)
    assert [client.get(address).status_code for address in closed] == [409, 409, 409]


def test_the_table_itself_keeps_no_finished_report_without_figures():
    report = a_report(the_central_team())

    with pytest.raises(IntegrityError, match="insight_finished_is_frozen"), transaction.atomic():
        CommitteeReport.objects.filter(pk=report.pk).update(status="FINISHED")


def test_figures_stand_on_a_day_that_has_come():
    report = services.begin_report(by=(team := the_central_team()), at=NOW)

    with pytest.raises(NotAllowed, match="Wednesday 25 April 2007 is still to come"):
        services.write_part(report, as_on=TODAY + timedelta(days=1), by=team, at=NOW)


@pytest.mark.clause(156)
def test_one_number_of_a_meeting_is_one_report():
    a_finished_report(team := the_central_team())

    with pytest.raises(NotAllowed, match="report 9 of Thursday 26 April 2007 is another one of this committee"):
        a_finished_report(team)


@pytest.mark.clause(156)
def test_only_when_it_is_published_everybody_reads_it(client):
    report = a_finished_report(team := the_central_team())
    addresses = [reverse(f"insight:{name}", args=[report.reference]) for name in ("report", "report_pdf")]

    before = [client.get(address).status_code for address in addresses]
    services.publish_report(report, by=team, at=NOW)
    listed = client.get(reverse("insight:reports")).text
    page = client.get(addresses[0]).text

    assert before == [404, 404]
    assert report.title in listed
    assert "That members endorse the approach." in page
    assert "Correct it" not in page
    assert client.get(addresses[1])["Content-Type"] == "application/pdf"


@pytest.mark.clause(156)
def test_publishing_is_asked_twice(client):
    report = a_finished_report(team := the_central_team())
    client.force_login(team)
    address = reverse("insight:publish_report", args=[report.reference])

    client.post(address, {})
    report.refresh_from_db()
    first = report.status
    client.post(address, {"read": "on"})
    report.refresh_from_db()

    assert (first, report.status) == ("FINISHED", "PUBLISHED")


@pytest.mark.clause(156)
def test_a_correction_is_a_new_version_and_the_old_one_says_so(client):
    first = a_finished_report(team := the_central_team())
    services.publish_report(first, by=team, at=NOW)

    second = services.correct_report(first, why="A sum was wrong", by=team, at=NOW)
    assert "has been corrected" not in client.get(reverse("insight:report", args=[first.reference])).text
    services.write_part(second, summary="The right sum.", by=team, at=NOW)
    services.finish_report(second, by=team, at=NOW)
    services.publish_report(second, by=team, at=NOW)

    old, new = (client.get(reverse("insight:report", args=[each.reference])).text for each in (first, second))
    assert (second.version, second.number) == (2, 9)
    assert "Volunteers give their time." in old
    assert "Read version 2" in old
    assert "A sum was wrong" in new
    assert [each.pk for each in selectors.published_now()] == [second.pk]
    with pytest.raises(NotAllowed, match="there is one already"):
        services.correct_report(first, why="Again", by=team, at=NOW)


def test_it_can_be_taken_off_the_public_page(client):
    report = a_finished_report(team := the_central_team())
    services.publish_report(report, by=team, at=NOW)

    services.take_off_report(report, why="A name stood in it", by=team, at=NOW)

    assert client.get(reverse("insight:report", args=[report.reference])).status_code == 404


MONEY = (
    (2008, False, "Training of supervisors", "DELIVERY", 7_120_010, "Business case"),
    (2008, False, "Staff", "DELIVERY", 2_450_095, "Business case"),
    (2009, False, "Staff", "DELIVERY", 100, "Business case"),
    (2010, False, "Staff", "DELIVERY", 200, "Business case"),
    (2007, True, "Planning", "PLANNING", 8_500_000, "Home Office"),
)


def with_money(team):
    report = a_report(team)
    for year, is_received, what, phase, pence, source in MONEY:
        facts = {"year": year, "is_received": is_received, "what": what, "phase": phase, "pence": pence}
        services.add_money(report, **facts, source=source, by=team, at=NOW)
    return report


@pytest.mark.clause(154, 155)
def test_costs_and_money_received_are_summed_by_financial_year_to_the_penny():
    report = with_money(the_central_team())

    years = selectors.money_by_year(report)

    assert [(year.name, year.planned_pence, year.received_pence) for year in years] == [
        ("2007/8", 0, 8_500_000),
        ("2008/9", 9_570_105, 0),
        ("2009/10", 100, 0),
        ("2010/11", 200, 0),
    ]


@pytest.mark.clause(154, 155)
def test_money_is_typed_in_taken_out_and_comes_along_to_a_correction(client):
    report = with_money(team := the_central_team())
    client.force_login(team)
    typed = {
        "is_received": "yes",
        "year": "2007",
        "what": "Grant",
        "phase": "PLANNING",
        "pence": "£1,200.50",
        "source": "Home Office",
    }

    client.post(reverse("insight:add_money", args=[report.reference]), typed)
    added = report.money.get(what="Grant")
    page = client.get(reverse("insight:part", args=[report.reference, "money"])).text
    client.post(reverse("insight:remove_money", args=[report.reference, added.reference]), {"once": "x"})
    services.finish_report(report, by=team, at=NOW)
    second = services.correct_report(report, why="More", by=team, at=NOW)

    assert added.pence == 120_050
    assert "£1,200.50" in page
    assert second.money.count() == len(MONEY)
    assert MoneyRow.objects.filter(what="Grant").count() == 0


@pytest.mark.clause(154, 155, 156)
def test_the_document_is_tagged_and_holds_every_part(client):
    report = with_money(team := the_central_team())
    services.finish_report(report, by=team, at=NOW)
    client.force_login(team)

    kept = client.get(reverse("insight:report_pdf", args=[report.reference]))

    with pikepdf.open(BytesIO(kept.content)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo.Title) == "MPS Corporate Volunteer Programme"


@pytest.mark.clause(156)
def test_only_the_central_team_writes_and_auditors_read(client):
    report = a_report(the_central_team())
    auditor = someone_appointed(Role.AUDITOR, the_force())
    manager = an_mvpm(a_borough())

    assert [access.write_report(each, TODAY) for each in (auditor, manager)] == [False, False]
    for person, found in ((auditor, 200), (manager, 404)):
        client.force_login(person)
        assert client.get(reverse("insight:report", args=[report.reference])).status_code == found
    for deed in (services.finish_report, services.publish_report, services.drop_report):
        with pytest.raises(NotPermitted):
            deed(report, by=auditor, at=NOW)


@pytest.mark.clause(156)
def test_every_deed_is_on_record():
    report = a_finished_report(team := the_central_team())
    services.publish_report(report, by=team, at=NOW)

    assert list(Event.objects.filter(subject=report.reference).order_by("pk").values_list("act", flat=True)) == [
        "began a committee report",
        "wrote a committee report",
        "finished a committee report",
        "published a committee report",
    ]
