"""Is this for me? An honest answer, and nothing kept of the question."""

from datetime import date
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as b
from timegiven.joining import rules

TODAY = date(2007, 4, 24)
ADULT = date(1973, 4, 24)


def answered(**changes: Any) -> tuple[str, int]:
    """The answer in a word, and how many sentences it has."""
    facts: dict[str, Any] = {"born_on": ADULT, "lived_here": True, "occupations": [], "is_investigated": False}
    findings = rules.suits(**facts | changes, day=TODAY, least=16, grown_up=18, years=3)
    return rules.outcome(findings), len(findings)


@pytest.mark.clause(7, 74)
@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, ("yes", 0)),
        ({"born_on": date(1991, 4, 24)}, ("yes", 1)),  # 16 today: a guardian is asked
        ({"born_on": date(1991, 4, 25)}, ("later", 1)),  # 16 tomorrow
        ({"born_on": date(1989, 4, 25)}, ("yes", 1)),  # 18 tomorrow
        ({"born_on": date(1989, 4, 24)}, ("yes", 0)),  # 18 today: nobody else is asked
        ({"born_on": date(1988, 2, 29)}, ("yes", 0)),
        ({"born_on": date(1932, 4, 25)}, ("yes", 0)),  # 75 tomorrow
        ({"born_on": date(1932, 4, 24)}, ("yes", 1)),  # 75 today: never too old
        ({"born_on": date(1925, 1, 1)}, ("yes", 1)),  # 82
        ({"lived_here": False}, ("talk", 1)),
        ({"occupations": ["SECURITY"]}, ("later", 1)),
        ({"occupations": ["PRESS", "COURT"]}, ("talk", 2)),
        ({"occupations": ["PRESS", "POLICE"]}, ("later", 2)),
        ({"is_investigated": True}, ("later", 1)),
        ({"is_investigated": None}, ("talk", 1)),
        ({"is_investigated": True, "lived_here": False, "occupations": ["BAILIFF"]}, ("later", 3)),
    ],
)
def test_the_gravest_finding_decides_and_every_one_is_told(facts: dict[str, Any], answer: tuple[str, int]) -> None:
    assert answered(**facts) == answer


@pytest.mark.parametrize(
    "facts", [{"born_on": date(1995, 1, 1)}, {"occupations": ["POLICE"]}, {"is_investigated": True}]
)
def test_whoever_is_told_not_now_is_told_of_another_way(facts: dict[str, Any]) -> None:
    base: dict[str, Any] = {"born_on": ADULT, "lived_here": True, "occupations": [], "is_investigated": False}

    findings = rules.suits(**base | facts, day=TODAY, least=16, grown_up=18, years=3)

    assert [bool(each.instead) for each in findings] == [True]


def typed(**changes: Any) -> dict[str, Any]:
    given = {"born_on_day": "1", "born_on_month": "6", "born_on_year": "1950", "lived_here": "yes"}
    return given | {"is_investigated": "no"} | changes


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ({}, "Yes, this could be for you"),
        ({"lived_here": "no"}, "Perhaps. Please talk to us first"),
        ({"occupations": ["POLICE"]}, "Not just now"),
    ],
)
def test_the_page_answers_and_keeps_nothing(client: Client, changes: dict[str, Any], heading: str) -> None:
    b.the_strand()

    with CaptureQueriesContext(connection) as asked:
        response = client.post(reverse("joining:suits"), typed(**changes))

    writes = [each["sql"] for each in asked if not each["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))]
    assert heading in response.content.decode()
    assert (writes, Session.objects.count(), response["Cache-Control"]) == ([], 0, "no-store")
    assert not response.cookies.get("timegiven_session")


@pytest.mark.django_db
@pytest.mark.parametrize("year", ["2150", "1875"])
def test_a_birth_that_cannot_be_is_asked_for_again(client: Client, year: str) -> None:
    b.the_strand()

    response = client.post(reverse("joining:suits"), typed(born_on_year=year))

    assert "Your date of birth must be in the past" in response.content.decode()
