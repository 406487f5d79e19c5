"""Grace Adeyemi takes a letter away, and a stranger to whom she shows it asks whether it is genuine."""

import pytest

from tests.builders import NOW, time_given
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import errors, heading, press, reads
from timegiven.engagement import rules, services
from timegiven.engagement.models import Proof


@pytest.mark.clause(136)
def test_she_makes_one_and_a_stranger_checks_it(transactional_db: None, browser_of: Visit, axe: Axe) -> None:
    camden = Giving()
    time_given(camden.volunteer, minutes=2_000)
    page = browser_of(camden.grace)
    page.goto("/thanks/letters/")
    axe(page)
    with page.expect_download() as kept:
        press(page, "Make the letter of service")
    assert kept.value.suggested_filename == "letter-of-service-2007-04-24.pdf"
    assert Proof.objects.count() == 1

    code = services.prove(camden.volunteer, minutes=2_000, by=camden.grace, at=NOW)
    stranger = browser_of(None)
    stranger.goto("/thanks/check/")
    axe(stranger)
    press(stranger, "Check the letter")
    assert errors(stranger) == ["Enter the check code"]
    stranger.get_by_label("Check code").fill("1234")
    press(stranger, "Check the letter")
    assert heading(stranger) == "We do not know this letter"
    stranger.get_by_label("Check code").fill(rules.as_printed(code).lower())
    press(stranger, "Check the letter")

    assert heading(stranger) == "This letter is genuine"
    assert "It says that Grace Adeyemi has given 33 hours 20 minutes." in reads(stranger)
    assert "Records office" not in reads(stranger)
    axe(stranger)
