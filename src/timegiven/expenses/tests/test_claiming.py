"""A volunteer writes a claim cost by cost, and sends it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import (
    LONG_AGO,
    NOW,
    TODAY,
    a_borough,
    a_cost_agreement,
    a_ready_volunteer,
    a_report,
    a_unit,
    a_unit_manager,
    an_mvpm,
)
from timegiven.audit.models import Event
from timegiven.expenses import forms, selectors, services
from timegiven.expenses.models import Claim, Line, Receipt
from timegiven.expenses.tests.papers import a_photo
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
Status = Claim.Status


@pytest.mark.clause(97, 98, 100)
def test_a_meal_at_a_four_hour_session_is_paid_up_to_three_pounds(placement, spend):
    line = spend(a_report(placement, hours=4), 410)

    assert (line.spent_pence, line.pence, line.claim.status, line.claim.pence) == (410, 300, Status.DRAFT, 300)
    assert Receipt.objects.get().line == line
    assert Event.objects.get(act="added a cost").subject == line.claim.reference


@pytest.mark.clause(97)
def test_a_shorter_session_gives_no_meal_and_says_why(placement, spend):
    with pytest.raises(NotAllowed, match="the session was 3 hours"):
        spend(a_report(placement, hours=3))


@pytest.mark.clause(97)
def test_one_meal_a_session_also_after_the_report_was_corrected(placement, spend):
    report = a_report(placement)
    spend(report)

    for session in (report, corrected(report)):
        with pytest.raises(NotAllowed, match="a meal was claimed for this session already"):
            spend(session)

    assert Line.objects.count() == 1


def corrected(report, **changes):
    """The same session in a new version."""
    newer = a_report(report.placement, **changes)
    newer.replaces = report
    newer.save()
    return newer


def test_a_report_that_was_corrected_twice_leads_on_and_is_not_offered_again(placement, spend, client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    report = a_report(placement)
    newest = corrected(corrected(report))
    assert list(selectors.unclaimed(report.person, NOW)) == [newest]
    claim = spend(report).claim
    client.force_login(report.person)

    page = client.get(reverse("expenses:see", args=[claim.reference])).text
    further = reverse("expenses:claim", args=[newest.reference])

    assert list(selectors.unclaimed(report.person, NOW)) == []
    assert f'href="{further}"' in page
    assert client.get(further).status_code == 200


def test_a_session_that_was_taken_back_is_not_led_to(placement, spend, client):
    report = a_report(placement)
    claim = spend(report).claim
    report.voided_at, report.voided_by, report.why_voided = NOW, report.person, "Another day"
    report.save()
    client.force_login(report.person)

    page = client.get(reverse("expenses:see", args=[claim.reference])).text

    assert "The report was taken back since" in page
    assert reverse("expenses:claim", args=[report.reference]) not in page


@pytest.mark.clause(98)
def test_each_strand_takes_claims_for_as_long_as_its_own_handbook_says(placement, spend):
    report, strand = a_report(placement), placement.volunteer.strand
    told = {"decided_by": "Group", "source": "Test", "from_on": LONG_AGO, "strand": strand}
    for name in ("expenses.claim_within_days", "expenses.claim_after_leaving_days"):
        PolicyValue.objects.create(name=name, value=6, **told)

    assert list(selectors.unclaimed(report.person, NOW)) == []
    with pytest.raises(NotAllowed, match="claims are taken for 6 days"):
        spend(report)
    placement.volunteer.status, placement.volunteer.left_on = "LEFT", TODAY
    assert not selectors.may_still_claim(report.person, TODAY + timedelta(days=7))


@pytest.mark.clause(100)
def test_a_fare_needs_to_have_been_agreed_before(placement, spend):
    report = a_report(placement)

    with pytest.raises(NotAllowed, match="“fares” was not agreed for Tuesday 17 April 2007"):
        spend(report, 350, kind="FARES")
    a_cost_agreement(placement, kind="FARES", from_on=TODAY)  # a week too late for that session
    with pytest.raises(NotAllowed, match="was not agreed"):
        spend(report, 350, kind="FARES")
    a_cost_agreement(placement, kind="FARES", most_pence=300)
    line = spend(report, 350, kind="FARES")

    assert (line.pence, line.reckoning) == (300, "Up to £3, as agreed")


def test_one_claim_holds_all_the_costs_of_a_session(placement, spend):
    report = a_report(placement)
    for kind in ("FARES", "CARE"):
        a_cost_agreement(placement, kind=kind)

    claims = {spend(report, pence, kind=kind).claim for kind, pence in (("MEAL", 285), ("FARES", 350), ("CARE", 1200))}

    (claim,) = claims
    claim.refresh_from_db()
    assert claim.pence == 285 + 350 + 1200


def test_a_cost_is_taken_off_again(placement, spend):
    line = spend(a_report(placement))

    services.remove(line, by=placement.volunteer.person, at=NOW)

    claim = Claim.objects.get()
    assert (claim.pence, claim.lines.count(), Receipt.objects.count()) == (0, 0, 0)
    with pytest.raises(NotAllowed, match="there is no cost on it"):
        services.send(claim, by=placement.volunteer.person, at=NOW)


def test_what_was_sent_stays_as_it_is_and_another_cost_begins_another_claim(placement, sent, spend):
    claim = sent()
    a_cost_agreement(placement, kind="FARES")

    with pytest.raises(NotAllowed, match="so its costs stay as they are"):
        services.remove(claim.lines.get(), by=placement.volunteer.person, at=NOW)

    assert spend(claim.report, 350, kind="FARES").claim != claim


def test_a_withdrawn_claim_gives_its_meal_and_its_receipt_free(placement, spend):
    report, photo = a_report(placement), a_photo(colour="white")
    claim = spend(report, photo=photo).claim

    services.withdraw(claim, by=placement.volunteer.person, at=NOW)

    claim.refresh_from_db()
    assert (claim.status, claim.pence) == (Status.WITHDRAWN, 0)
    assert spend(report, photo=photo).claim != claim


@pytest.mark.clause(100)
def test_the_same_receipt_twice_is_noticed_and_only_ones_own_claim_is_named(placement, spend):
    photo, other = a_photo(colour="white"), a_ready_volunteer(unit=placement.unit, version=placement.version)
    spend(a_report(other), photo=photo)
    claim = spend(a_report(placement), photo=photo).claim  # what another person sent is not told

    with pytest.raises(NotAllowed, match=r"was used for your claim of Tuesday 17 April 2007 \(meal\)"):
        spend(a_report(placement, starts_at=NOW - timedelta(days=2)), photo=photo)

    assert selectors.looks_like_another(claim) == {claim.lines.get().pk}  # who decides is told that, and no name


@pytest.mark.clause(100)
def test_a_receipt_in_another_currency_keeps_what_it_says_and_who_decides_is_told(placement, spend, client):
    line = spend(a_report(placement), 300, foreign="3.00 euros")
    services.send(line.claim, by=placement.volunteer.person, at=NOW)
    client.force_login(an_mvpm())

    page = client.get(reverse("expenses:see", args=[line.claim.reference])).text

    assert (line.spent_pence, line.pence, line.foreign) == (300, 300, "3.00 euros")
    assert "Not in pounds" in page
    assert "It says: 3.00 euros" in page


@pytest.mark.clause(98)
def test_somebody_who_left_is_still_paid_what_they_spent_before(placement, spend):
    report, volunteer = a_report(placement), placement.volunteer
    volunteer.status, volunteer.left_on = "LEFT", TODAY
    volunteer.save()

    services.send(spend(report, at=NOW + timedelta(days=80)).claim, by=report.person, at=NOW + timedelta(days=80))

    assert Claim.objects.get().status == Status.SUBMITTED
    assert selectors.may_still_claim(report.person, TODAY + timedelta(days=92))
    assert not selectors.may_still_claim(report.person, TODAY + timedelta(days=93))


@pytest.mark.clause(97, 98)
def test_whoever_types_a_meal_in_for_somebody_is_told_whose_report_it_is_about(placement, spend):
    person, mvpm = placement.volunteer.person, an_mvpm()
    person.email = None
    person.save()
    short, long = a_report(placement, hours=3), a_report(placement, starts_at=NOW - timedelta(days=2))
    spend(long, by=mvpm)

    with pytest.raises(NotAllowed) as too_short:
        spend(short, by=mvpm)
    with pytest.raises(NotAllowed) as twice:
        spend(long, by=mvpm, photo=a_photo(colour="white"))

    assert f"the times in the report of {person.name}" in str(too_short.value)
    assert f"among the claims of {person.name}" in str(twice.value)


@pytest.mark.clause(99)
def test_nobody_claims_for_a_volunteer_who_has_email(placement, spend):
    report = a_report(placement)

    for other in (an_mvpm(), a_unit_manager(placement.unit), an_mvpm(a_borough("Hackney"))):
        with pytest.raises(NotPermitted):
            spend(report, by=other)


def test_the_mvpm_sends_the_claim_of_someone_without_email(spend):
    report, mvpm = a_report(a_ready_volunteer(unit=a_unit(), email=None)), an_mvpm()

    claim = spend(report, by=mvpm).claim
    services.send(claim, by=mvpm, at=NOW)

    assert Claim.objects.get().status == Status.SUBMITTED


def test_the_page_keeps_what_was_typed_when_the_receipt_is_missing(placement, client):
    report = a_report(placement)
    client.force_login(report.person)

    page = client.post(reverse("expenses:add", args=[report.reference, "meal"]), {"spent_pence": "£2.85"})

    assert page.status_code == 200
    assert "Add a photo or PDF of the receipt" in page.text
    assert 'value="£2.85"' in page.text
    assert Claim.objects.count() == 0


def test_the_pages_write_and_send_the_claim(placement, client, monkeypatch):
    report = a_report(placement)
    client.force_login(report.person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    photo = SimpleUploadedFile("receipt.jpg", a_photo(), "image/jpeg")
    chosen = client.get(reverse("expenses:claim", args=[report.reference]))

    added = client.post(
        reverse("expenses:add", args=[report.reference, "meal"]), {"spent_pence": "2.85", "receipt": photo, "once": "k"}
    )
    made = Claim.objects.get()
    sent = client.post(reverse("expenses:send", args=[made.reference]), {"once": "l"})

    assert "What it cost, up to £3, with the receipt" in chosen.text
    assert added.headers["Location"] == sent.headers["Location"] == reverse("expenses:see", args=[made.reference])
    made.refresh_from_db()
    assert (made.pence, made.status) == (285, Status.SUBMITTED)


def test_the_report_of_another_does_not_exist(placement, client):
    client.force_login(a_ready_volunteer(unit=a_unit(), version=placement.version).volunteer.person)
    report = a_report(placement)

    assert client.get(reverse("expenses:claim", args=[report.reference])).status_code == 404
    assert client.get(reverse("expenses:add", args=[report.reference, "meal"])).status_code == 404


def test_every_session_that_may_still_be_claimed_for_is_on_the_page(placement, client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    reports = [a_report(placement, starts_at=NOW - timedelta(days=2 * number)) for number in range(1, 9)]
    client.force_login(placement.volunteer.person)

    page = client.get(reverse("expenses:my_claims")).text

    found = [page.find(reverse("expenses:claim", args=[report.reference])) for report in reports]
    assert found == sorted(found)  # newest first
    assert min(found) > 0
    assert found[4] < page.index("Earlier sessions") < found[5]


@pytest.mark.parametrize("form", [forms.Cost, forms.Miles, forms.AskForADay])
def test_what_is_too_long_is_told_by_the_name_of_its_question(form):
    typed = form(dict.fromkeys(("what", "foreign"), "x" * 500))

    errors = {name: str(typed.errors[name]) for name in ("what", "foreign") if name in typed.fields}

    assert all("characters or fewer" in said for said in errors.values())
    assert not any("Your answer" in said for said in errors.values())
