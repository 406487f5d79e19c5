"""A volunteer has an idea: it is read, answered, and what came of it is told to the others without a name."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.builders import NOW, TODAY, a_ready_volunteer, a_report, a_unit, a_unit_manager, a_volunteer, an_mvpm
from timegiven.attendance.models import SessionReport
from timegiven.engagement import selectors, services
from timegiven.engagement.models import Idea
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db

WORDS = "A bell on every teapot"


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def report() -> SessionReport:
    written = a_report(a_ready_volunteer(unit=a_unit(), name="Ottoline Quennell"))
    written.idea, written.has_words = WORDS, True
    written.save()
    return SessionReport.objects.select_related("placement__unit__borough").get(pk=written.pk)


def answered(report: SessionReport, status: str = "TRYING", **more: object) -> Idea:
    facts = {"words": "We try it in May", "line": "Bells are tried in the canteen", "by": an_mvpm(), "at": NOW}
    return services.answer_idea(report, status=status, **{**facts, **more})


@pytest.mark.clause(138, 139, 144)
def test_who_had_the_idea_sees_what_becomes_of_it(report, client):
    client.force_login(report.person)
    assert "Not read yet" in client.get(reverse("engagement:ideas")).text

    answered(report)

    page = client.get(reverse("engagement:ideas")).text
    for words in (WORDS, "Being tried", "We try it in May"):
        assert words in page
    letter = Letter.objects.get(template="engagement/idea")
    assert letter.recipient == report.person.reference
    assert WORDS not in letter.text
    assert SessionReport.objects.get().read_at == NOW


@pytest.mark.clause(138)
def test_the_others_read_what_came_of_it_and_not_whose_it_was(report, client):
    answered(report)
    client.force_login(a_volunteer().person)

    page = client.get(reverse("engagement:ideas")).text

    assert "Bells are tried in the canteen" in page
    for kept in ("Ottoline", WORDS, "We try it in May"):
        assert kept not in page


def test_many_ideas_are_read_with_as_few_questions_as_one(report):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            selectors.own_ideas(report.person)
        return len(queries)

    answered(report)
    one = asked()
    for days in range(1, 6):
        more = a_report(report.placement, starts_at=NOW - timedelta(days=days + 2))
        more.idea, more.has_words = f"Idea {days}", True
        more.save()
        answered(SessionReport.objects.get(pk=more.pk))

    assert len(selectors.own_ideas(report.person)) == 6
    assert asked() == one


def test_a_corrected_report_keeps_the_answer_to_its_idea(report):
    idea = answered(report)
    newer = a_report(report.placement, starts_at=report.starts_at + timedelta(days=1))
    newer.idea, newer.has_words, newer.replaces = WORDS, True, report
    newer.save()

    assert [(each["report"], each["answered"]) for each in selectors.own_ideas(report.person)] == [(newer, idea)]


def test_without_a_line_nobody_else_reads_of_it(report):
    idea = answered(report, line="")

    assert list(selectors.ideas_told_on(idea.borough)) == []


@pytest.mark.clause(138, 139)
def test_more_is_said_when_more_has_come_of_it(report):
    manager = an_mvpm()
    idea = answered(report, by=manager)
    assert list(selectors.ideas_open_to(manager, TODAY)) == [idea]

    answered(report, "DONE", words="Every teapot has one", by=manager)

    assert (Idea.objects.get().status, Idea.objects.get().words) == ("DONE", "Every teapot has one")
    assert list(selectors.ideas_open_to(manager, TODAY)) == []
    with pytest.raises(NotAllowed, match="done"):
        answered(report, "TRYING", by=manager)


def test_the_mvp_manager_alone_answers(report):
    for person in (report.person, a_unit_manager(report.placement.unit), a_volunteer().person):
        with pytest.raises(NotPermitted):
            answered(report, by=person)


def test_the_manager_answers_from_the_report(report, client):
    client.force_login(an_mvpm())
    address = reverse("engagement:answer_idea", args=[report.reference])
    assert WORDS in client.get(address).text
    assert address in client.get(reverse("attendance:monday")).text

    client.post(address, {"once": "k", "status": "NOT_NOW", "words": "Too loud for the library"})

    assert Idea.objects.get().status == "NOT_NOW"
