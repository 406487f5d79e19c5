"""Each person's first page: what waits for them, and how old it may be."""

import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_person,
    a_ready_volunteer,
    a_unit,
    an_application,
    an_mvpm,
    an_offer,
    someone_appointed,
    the_force,
)
from timegiven.concerns.services import end_volunteering
from timegiven.home import desk, selectors, setting_up
from timegiven.home.views import line
from timegiven.kernel.desk import Need
from timegiven.people.models import Person


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def kept_for_a_minute(settings):
    settings.DESK_SECONDS = 60
    yield
    caches["desks"].clear()


def links(page):
    """The words of the main links."""
    found = re.findall(r'<a class="tg-nav__link"[^>]*>(.*?)</a>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in found]


def test_a_stranger_is_led_to_what_volunteering_is(client, db):
    assert client.get("/").headers["Location"] == reverse("joining:start")


def test_somebody_for_whom_nothing_waits_is_told_so(client, db):
    client.force_login(a_person("Ann Lee"))

    page = client.get("/")

    assert "Hello, Ann" in page.text
    assert "Nothing is waiting for you." in page.text


def test_somebody_who_has_left_is_thanked_and_shown_what_they_can_still_do(client, db):
    mvpm, placement = an_mvpm(), a_ready_volunteer(unit=a_unit())
    end_volunteering(placement.volunteer, by=mvpm, at=NOW)
    client.force_login(placement.volunteer.person)

    page = client.get("/")

    assert "Thank you for the time you gave" in page.text
    assert reverse("engagement:my_letters") in page.text
    assert "what you paid can still be claimed" in page.text


def test_a_volunteer_finds_the_offer_that_waits_and_whom_to_ring(client, db):
    mvpm, placement = an_mvpm(), a_ready_volunteer(unit=a_unit())
    offer = an_offer(placement)
    client.force_login(offer.person)

    page = client.get("/")

    assert reverse("rota:offered", args=[offer.reference]) in page.text
    assert mvpm.name in page.text


@pytest.mark.clause(45)
@pytest.mark.parametrize(
    ("staff", "due_on", "tag"),
    [(True, date(2007, 4, 23), "Overdue"), (False, date(2007, 4, 23), "Yesterday"), (False, TODAY, "Today")],
)
def test_nothing_is_ever_overdue_for_a_volunteer(staff, due_on, tag):
    assert line(Need("Tell us how it went", "home:desk", due_on=due_on), TODAY, staff=staff)["tag"] == tag


@pytest.mark.usefixtures("kept_for_a_minute")
def test_another_persons_deed_may_take_a_minute_and_ones_own_shows_at_once(client, db):
    client.force_login(an_mvpm())
    assert "1 applicant to interview" not in client.get("/").text
    an_application()  # somebody else applies

    assert "1 applicant to interview" not in client.get("/").text
    client.post(reverse("people:contact"), {"name": ""})  # the manager does anything at all
    assert "1 applicant to interview" in client.get("/").text


@pytest.mark.parametrize(("minutes", "count"), [(-1, 4), (0, 3)], ids=["still to come", "over"])
def test_what_is_over_is_not_counted_although_a_desk_is_kept(kept_for_a_minute, monkeypatch, minutes, count):
    needs = [Need("Read", "home:desk", count=2), Need("Write", "home:desk"), Need("Come", "home:desk", until=NOW)]
    for name, value in (("needs", needs), ("volunteering", None), ("corner", None)):
        monkeypatch.setattr(selectors, name, lambda *_, value=value: value)
    monkeypatch.setattr(setting_up, "steps", lambda *_: [])

    def waiting(at):
        request = SimpleNamespace(user=Person(pk=1), session={})
        return desk.waiting(request, TODAY, at)

    assert waiting(NOW - timedelta(hours=1)) == 4
    needs.clear()  # nothing is asked again
    assert waiting(NOW + timedelta(minutes=minutes)) == count


def test_every_page_says_how_much_waits(client, db, settings):
    settings.COUNT_IN_FRAME = True
    client.force_login(an_mvpm())
    an_application()

    page = client.get(reverse("home:help"))

    assert links(page.text)[0] == "Today 1 waiting"


def test_an_applicant_finds_the_way_to_their_application(client, db):
    client.force_login(an_application().person)

    page = client.get("/")

    assert "My application" in page.text
    assert "See how far it is, and who has it now" in page.text


@pytest.mark.parametrize("role", ["CONTROL_ROOM", "HR"])
def test_whoever_rings_at_night_looks_for_the_number_on_the_first_page(client, db, role):
    client.force_login(someone_appointed(role, the_force()))

    page = client.get("/").text

    assert f'action="{reverse("placements:emergency")}"' in page
    assert 'name="find"' in page


def test_others_do_not_look_for_a_number_there(client, db):
    client.force_login(an_mvpm())

    assert 'name="find"' not in client.get("/").text


def test_many_lines_without_a_day_stand_in_groups_below_those_with_one():
    dated = Need("Answer today", "joining:appeals", due_on=TODAY)
    claims = [Need(f"Claim {number}", "expenses:claims") for number in range(desk.MANY)]
    stray = Need("Something new", "concerns:new")

    first, groups = desk.arranged([dated, *claims, stray])

    assert first == [dated]
    assert groups == {"Claims": claims, "Other": [stray]}


def test_a_few_lines_stay_one_list():
    needs = [Need("Answer today", "joining:appeals", due_on=TODAY), Need("Claim", "expenses:claims")]

    assert desk.arranged(needs) == (needs, {})


def test_staff_for_whom_nothing_waits_are_shown_where_to_go(client, db):
    client.force_login(someone_appointed("AUDITOR", the_force()))

    body = client.get("/").text.split("Nothing is waiting for you.")[1]

    assert "Where to go from here" in body
    assert reverse("people:trail") in body


def test_a_person_who_waits_to_be_rung_comes_before_what_is_overdue(db, monkeypatch):
    overdue = Need("Nine actions", "library:actions", due_on=TODAY - timedelta(days=30))
    incident = Need("Major incident", "rota:incidents", due_on=TODAY, is_urgent=True)
    chapter = SimpleNamespace(needs=lambda *_: [Need("Some day", "expenses:claims"), overdue, incident])
    monkeypatch.setattr(selectors, "CHAPTERS", [chapter])

    assert [need.text for need in selectors.needs(a_person(), TODAY)] == ["Major incident", "Nine actions", "Some day"]
