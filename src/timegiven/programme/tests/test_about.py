"""Why the programme is there, read by a stranger one press from the front page."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import NOW, the_central_team
from timegiven.programme import services
from timegiven.programme.content.about import ABOUT, CORPORATE
from timegiven.programme.content.glossary import TERMS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    services.load_content(NOW.date())


def read(client, address):
    return " ".join(re.sub(r"<[^>]*>", "", client.get(address).text).split())


@pytest.mark.clause(2, 3)
def test_it_is_one_press_from_the_front_page_and_from_the_foot_of_every_page(client):
    link = f'href="{reverse("programme:about")}"'

    assert client.get(reverse("joining:start")).text.count(link) == 2
    assert client.get(reverse("programme:glossary")).text.count(link) == 1


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(
            ("stations had closed", "government asked public services", "know its neighbourhoods better"),
            marks=pytest.mark.clause(2),
        ),
        pytest.param(("founded in 2001", "take part in the work of the police"), marks=pytest.mark.clause(3)),
        pytest.param(
            ("Part of the police service like any other", "Good at what we do", "Useful to the police"),
            marks=pytest.mark.clause(5),
        ),
        pytest.param(("Volunteering England", "the best of any public service"), marks=pytest.mark.clause(6)),
        pytest.param(("tell friends and neighbours how it works",), marks=pytest.mark.clause(143)),
        pytest.param(("Together and Citizen Focus",), marks=pytest.mark.clause(145)),
    ],
)
def test_a_stranger_reads_why_it_began_and_what_comes_of_it(client, facts):
    page = read(client, reverse("programme:about"))

    assert [fact for fact in facts if fact not in page] == []


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(
            ("28 February 2007", "2008/9, 2009/10 and 2010/11", "business case"), marks=pytest.mark.clause(154)
        ),
        pytest.param(
            ("Home Office had already given money for the planning of 2007/8",), marks=pytest.mark.clause(155)
        ),
        pytest.param(("Before:", "At the Games:", "Afterwards:", "LOCOG", "GLA"), marks=pytest.mark.clause(148)),
        pytest.param(
            (
                "Olympic Programme Board",
                "Met Modernisation Programme",
                "looked into by the Metropolitan Police Authority",
            ),
            marks=pytest.mark.clause(149),
        ),
        pytest.param(("8 March 2006", "a project of its own"), marks=pytest.mark.clause(150)),
        pytest.param(("leads the extension", "Volunteers in Policing"), marks=pytest.mark.clause(151)),
        pytest.param(("make tea, file papers? Leave that behind",), marks=pytest.mark.clause(158)),
    ],
)
def test_the_record_of_the_extension_says_what_was_decided_when_and_who_answers_for_it(client, facts):
    page = read(client, reverse("programme:document", args=["corporate"]))

    assert [fact for fact in facts if fact not in page] == []


@pytest.mark.clause(149, 151)
def test_it_leads_on_to_the_extension_and_to_the_reports(client):
    page = client.get(reverse("programme:about")).text

    assert f'href="{reverse("programme:document", args=["corporate"])}"' in page
    assert f'href="{reverse("insight:reports")}"' in page


def test_the_central_team_is_told_when_it_is_due_for_review(client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW.replace(year=2009))
    client.force_login(the_central_team())

    assert "Due for review since" in client.get(reverse("programme:about")).text


@pytest.mark.clause(30)
def test_every_part_names_its_source_and_its_new_words_are_explained():
    assert all("Where this comes from:" in document.body for document in (ABOUT, CORPORATE))
    explained = {term.term for term in TERMS}
    assert {"Business group", "Corporate programme", "Equality impact assessment", "MPA", "LOCOG", "GLA"} <= explained
