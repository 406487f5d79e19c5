"""A volunteer claims a meal."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import NOW, a_borough, a_ready_volunteer, a_report, a_unit, a_unit_manager, an_mvpm
from timegiven.audit.models import Event
from timegiven.expenses import services
from timegiven.expenses.models import Claim
from timegiven.expenses.tests.papers import a_photo
from timegiven.kernel.refusals import NotAllowed, NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def placement():
    return a_ready_volunteer(unit=a_unit())


def claim(report, *, by=None, at=NOW, pence=285):
    return services.claim_meal(report, receipt_pence=pence, receipt=a_photo(), by=by or report.person, at=at)


@pytest.mark.clause(97, 98, 100)
def test_a_meal_at_a_four_hour_session_can_be_claimed_up_to_three_pounds(placement):
    made = claim(a_report(placement, hours=4), pence=410)

    assert (made.receipt_pence, made.pence, made.status) == (410, 300, Claim.Status.SUBMITTED)
    assert [step.status for step in made.steps.all()] == [Claim.Status.SUBMITTED]
    assert Event.objects.get(act="claimed a meal").subject == made.reference


@pytest.mark.clause(97)
def test_a_shorter_session_gives_no_meal_and_says_why(placement):
    with pytest.raises(NotAllowed, match="the session was 3 hours"):
        claim(a_report(placement, hours=3))


def test_one_meal_a_session(placement):
    report = a_report(placement)
    claim(report)

    with pytest.raises(NotAllowed, match="there is a claim for this session already"):
        claim(report)

    assert Claim.objects.count() == 1


def test_a_meal_cannot_be_claimed_after_three_months(placement):
    with pytest.raises(NotAllowed, match="cannot be claimed any more"):
        claim(a_report(placement), at=NOW + timedelta(days=100))


@pytest.mark.clause(99)
def test_nobody_claims_for_a_volunteer_who_has_email(placement):
    report = a_report(placement)

    for other in (an_mvpm(), a_unit_manager(placement.unit), an_mvpm(a_borough("Hackney"))):
        with pytest.raises(NotPermitted):
            claim(report, by=other)


def test_the_mvpm_sends_the_claim_of_someone_without_email():
    report = a_report(a_ready_volunteer(unit=a_unit(), email=None))

    assert claim(report, by=an_mvpm()).status == Claim.Status.SUBMITTED


def test_the_page_keeps_what_was_typed_when_the_receipt_is_missing(placement, client):
    report = a_report(placement)
    client.force_login(report.person)

    page = client.post(reverse("expenses:claim", args=[report.reference]), {"receipt_pence": "£2.85"})

    assert page.status_code == 200
    assert "Add a photo or PDF of the receipt" in page.text
    assert 'value="£2.85"' in page.text
    assert Claim.objects.count() == 0


def test_the_page_sends_the_claim(placement, client, monkeypatch):
    report = a_report(placement)
    client.force_login(report.person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    photo = SimpleUploadedFile("receipt.jpg", a_photo(), "image/jpeg")

    page = client.post(
        reverse("expenses:claim", args=[report.reference]), {"receipt_pence": "2.85", "receipt": photo, "once": "k"}
    )

    made = Claim.objects.get()
    assert page.headers["Location"] == reverse("expenses:see", args=[made.reference])
    assert made.pence == 285


def test_the_report_of_another_does_not_exist(placement, client):
    client.force_login(a_ready_volunteer(unit=a_unit(), version=placement.version).volunteer.person)

    assert client.get(reverse("expenses:claim", args=[a_report(placement).reference])).status_code == 404
