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


def missing(client, address, *facts):
    page = read(client, address)
    return [fact for fact in facts if fact not in page]


ABOUT_PAGE = "/programme/about"
EXTENSION = "/programme/documents/corporate"


@pytest.mark.clause(2)
def test_a_stranger_reads_why_it_began(client):
    reasons = ("stations had closed", "government asked public services", "know its neighbourhoods better")

    assert missing(client, ABOUT_PAGE, *reasons) == []


@pytest.mark.clause(3, 5)
def test_what_it_is_for_and_what_it_hopes_to_be(client):
    aim = ("founded in 2001", "take part in the work of the police")
    vision = ("Part of the police service like any other", "Good at what we do", "Useful to the police")

    assert missing(client, ABOUT_PAGE, *aim, *vision) == []


@pytest.mark.clause(6)
def test_what_others_have_said_with_where_it_stands(client):
    said = ("Volunteering England", "the best of any public service", "quoted in the MVP Guide of 2007")

    assert missing(client, ABOUT_PAGE, *said) == []


@pytest.mark.clause(143, 144, 145)
def test_what_volunteers_bring(client):
    brought = ("tell friends and neighbours how it works", "A word at first hand", "Together and Citizen Focus")

    assert missing(client, ABOUT_PAGE, *brought) == []


@pytest.mark.clause(143)
def test_a_volunteer_finds_what_to_tell_a_neighbour_about_volunteering(client):
    told = ("What your own role is", "How somebody begins", "its reports to committees are for everybody")

    assert missing(client, "/programme/documents/public", *told) == []


@pytest.mark.clause(150, 154, 155)
def test_the_record_of_the_extension_says_what_was_decided_and_when(client):
    decided = ("8 March 2006", "Volunteering is a project of its own")
    costs = ("28 February 2007", "2008/9, 2009/10 and 2010/11", "business case", "planning of 2007/8")

    assert missing(client, EXTENSION, *decided, *costs) == []


@pytest.mark.clause(149, 151)
def test_and_who_leads_it_under_which_boards_and_whose_scrutiny(client):
    leads = ("Territorial Policing, which has welcomed volunteers since 2001", "then called Volunteers in Policing")
    boards = (
        "Olympic Programme Board",
        "Met Modernisation Programme",
        "looked into by the Metropolitan Police Authority",
    )

    assert missing(client, EXTENSION, *leads, *boards) == []


@pytest.mark.clause(148)
def test_and_what_is_before_at_and_after_the_games(client):
    assert missing(client, EXTENSION, "Before:", "At the Games:", "Afterwards:", "LOCOG", "GLA") == []


@pytest.mark.clause(158)
def test_and_it_begins_with_what_could_be(client):
    assert missing(client, EXTENSION, "make tea, file papers? Leave that behind") == []


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
