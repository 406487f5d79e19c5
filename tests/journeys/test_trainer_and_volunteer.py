"""Leila Haddad sets up a session; Grace books a place on her phone; the register puts it on her record."""

from datetime import timedelta

import pytest

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import Giving, ledger
from tests.journeys.hands import choose, fill, press, reads, told
from timegiven.letters.models import Letter
from timegiven.training.models import Completion, Course, Session

PHONE = {"viewport": {"width": 360, "height": 780}}


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    Course.objects.create(
        code="DPC", title="Data protection", minutes=60, valid_months=24, needed_for=Course.Needed.ALL
    )
    camden = Giving()
    camden.trainer = builders.someone_appointed("TRAINING", camden.unit.borough, name="Leila Haddad")
    return camden


@pytest.mark.clause(35, 90)
def test_a_session_from_its_setting_up_to_the_record(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    hers = browser_of(camden.trainer)
    hers.goto("/training/sessions/new/")
    axe(hers)
    hers.get_by_label("Course").select_option("Data protection")
    fill(hers, Day="26/4/2007", It_starts_at="10am", It_ends_at="11am", Where="Room 2, 12 Holmes Road")
    fill(hers, Who_gives_it="Leila Haddad", How_many_places="6")
    choose(hers, "May volunteers of other boroughs come too?", "No")
    press(hers, "Set up this session")
    axe(hers)

    graces = browser_of(camden.grace)
    graces.set_viewport_size(PHONE["viewport"])
    graces.goto("/training/")
    axe(graces)
    graces.get_by_role("link", name="Book Thursday 26 April 2007, 10am to 11am").click()
    axe(graces)
    press(graces, "Book my place")
    assert told(graces) == "You have a place. A letter with the details is on its way."
    axe(graces)

    clock.go_on(days=2, hours=1)
    session, hers = Session.objects.get(), browser_of(camden.trainer)  # two days on, she signs in again
    assert clock.at > session.starts_at + timedelta(hours=1)
    hers.goto(f"/training/sessions/{session.reference}/register/")
    axe(hers)
    choose(hers, "Who was there?", "Grace Adeyemi, Camden")
    press(hers, "Close the register")

    assert told(hers) == "The register is closed. 1 person completed the course and will get a letter."
    assert ledger(camden.grace) == [("TRAINING", 60)]
    assert Completion.objects.get(course__code="DPC").evidence.startswith("Register of 26 Apr 2007")
    assert [letter.template for letter in Letter.objects.order_by("pk")] == ["training/booked", "training/recorded"]
    again = browser_of(camden.grace)
    again.goto("/training/")
    assert "Good until Sunday 26 April 2009" in reads(again)
