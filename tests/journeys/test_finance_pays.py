"""Ingrid Massey of Finance pays what was approved, and a payment that came back returns to the MVP Manager."""

import pytest

from tests import builders
from tests.builders import Role
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import fill, press, reads, told
from timegiven.expenses.models import Batch, Claim


@pytest.mark.clause(98)
def test_she_pays_settles_and_sends_one_back(transactional_db: None, browser_of: Visit, axe: Axe) -> None:
    camden = Giving()
    claim = builders.a_claim(camden.reported(), status="APPROVED", pence=300)
    other = builders.a_ready_volunteer(unit=camden.unit, version=camden.version, name="Tom Field")
    builders.a_claim(builders.a_report(other), status="APPROVED", pence=285)
    page = browser_of(builders.someone_appointed(Role.FINANCE, builders.the_force(), name="Ingrid Massey"))

    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Pay 2 approved claims").click()
    axe(page)
    press(page, "Make a batch")
    press(page, "Make the batch")
    assert told(page) == "The batch is made: 2 payments, £5.85 in all."
    axe(page)
    for link, ending in (("Sheet for a payment", ".csv"), ("Workbook", ".xlsx"), ("Schedule to print (PDF)", ".pdf")):
        with page.expect_download() as kept:
            page.get_by_role("link", name=link).click()
        assert kept.value.suggested_filename.endswith(ending)

    press(page, "Say which were paid")
    page.get_by_label("Grace Adeyemi, £3").uncheck()
    axe(page)
    press(page, "Note these as paid")
    page.get_by_role("row").filter(has_text="Grace Adeyemi").get_by_role("link", name="It came back").click()
    fill(page, What_did_the_bank_say="Account closed")
    press(page, "Note that it came back")

    assert "Settled" in reads(page)
    axe(page)
    assert Batch.objects.get().status == "SETTLED"
    manager = browser_of(camden.mvpm)
    manager.goto("/")
    manager.get_by_role("main").get_by_role("link", name="A payment came back").click()
    manager.get_by_role("link", name="Grace Adeyemi").click()
    press(manager, "Send it to Finance again")
    fill(manager, What_was_put_right="She told us of her new bank")
    press(manager, "Send it to Finance again")
    claim.refresh_from_db()
    assert claim.status == "APPROVED"
    assert dict(Claim.objects.values_list("status", "pence")) == {"APPROVED": 300, "PAID": 285}
