"""An auditor asks what was in force on a day long past, and takes it away as a sheet and as a document."""

import csv
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import error, heading, open_page, press, reads
from timegiven.library.models import ProfileVersion


def _fetch(page: Page, name: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path())


def _ask_for(page: Page, day: str) -> None:
    fold = page.locator("details.tg-filter__fold")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    page.get_by_label("On which day").fill(day)
    press(page, "Apply filters")
    page.wait_for_load_state()


@pytest.mark.clause(52, 59)
def test_an_auditor_reads_the_register_of_a_past_day_and_takes_it_away(browser_of: Visit, axe: Axe) -> None:
    auditor = builders.someone_appointed(builders.Role.AUDITOR, builders.the_force(), name="Edith Marlowe")
    retired = builders.an_approved_version(unit=builders.a_unit(), title="Post room helper")
    builders.a_placement(builders.a_volunteer("Grace Adeyemi"), retired)
    ProfileVersion.objects.filter(pk=retired.pk).update(status="RETIRED", ended_on=builders.TODAY)
    page = browser_of(auditor)

    open_page(page, "/")
    page.goto("/insight/register")
    assert heading(page) == "Register of role profiles"
    assert "No profile that fits these filters was in force on Tuesday 24 April 2007" in reads(page)
    axe(page)

    _ask_for(page, "1/5/2027")
    assert error(page) == "The day must be today or in the past"

    _ask_for(page, "23/4/2007")
    assert "Post room helper" in reads(page)
    assert "1 volunteer" in reads(page)
    axe(page)

    sheet = _fetch(page, "Download as a sheet (CSV)").read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(sheet.splitlines())
    assert (row["Title"], row["Volunteers"], row["A paid job?"]) == ("Post room helper", "1", "No")
    assert "Grace" not in sheet

    with pikepdf.open(_fetch(page, "Download as a document (PDF)")) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo.Title) == "Register of role profiles"
