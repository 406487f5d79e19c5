"""Miles in one's own vehicle: what was agreed, the threshold of the tax year, the role, and rates that rise later."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.builders import (
    LONG_AGO,
    NOW,
    TODAY,
    Role,
    a_claim,
    a_cost_agreement,
    a_ready_volunteer,
    a_report,
    a_unit,
    an_approved_version,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
)
from timegiven.expenses import forms, policies, selectors, services
from timegiven.expenses.models import Claim, CostAgreement
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements import services as placements
from timegiven.placements.models import VehicleStatement
from timegiven.programme import services as programme
from timegiven.programme.models import Cover, PolicyValue

pytestmark = pytest.mark.django_db


def drive(report, tenths=60, kind="MILEAGE"):
    return services.add_miles(selectors.of_session(report), kind=kind, tenths=tenths, by=report.person, at=NOW)


@pytest.mark.clause(100)
def test_miles_are_paid_at_the_rate_of_the_day_up_to_the_distance_agreed(placement):
    a_cost_agreement(placement, kind="MILEAGE", most_tenths=60)
    report = a_report(placement)

    with pytest.raises(NotAllowed, match=r"6.1 miles is more than the 6 miles that were agreed\."):
        drive(report, 61)
    line = drive(report, 60)

    assert (line.pence, line.reckoning, line.claim.pence) == (270, "6 miles at 45p", 270)


@pytest.mark.clause(100)
def test_the_threshold_counts_what_was_driven_for_others_in_the_tax_year(placement):
    a_cost_agreement(placement, kind="MILEAGE")
    person = placement.volunteer.person
    services.say_miles_elsewhere(person, year=2007, miles=9_994, by=person, at=NOW)

    first, second = drive(a_report(placement)), drive(a_report(placement, starts_at=NOW - timedelta(days=1)))
    before_april = drive(a_report(placement, starts_at=NOW - timedelta(days=21)))  # 3 April: the year before

    assert [line.reckoning for line in (first, second, before_april)] == [
        "6 miles at 45p",
        "6 miles at 25p",
        "6 miles at 45p",
    ]


@pytest.mark.clause(100)
@pytest.mark.parametrize(
    ("day", "years"),
    [(date(2007, 4, 5), [2006]), (date(2007, 4, 6), [2007, 2006]), (date(2007, 7, 6), [2007, 2006]),
     (date(2007, 7, 7), [2007])],
)  # fmt: skip
def test_the_year_before_is_asked_about_while_its_journeys_can_be_claimed(placement, client, monkeypatch, day, years):
    at = NOW.replace(month=day.month, day=day.day)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    person = placement.volunteer.person
    client.force_login(person)
    address = reverse("expenses:miles_elsewhere")

    page = client.get(address).text
    silent = client.post(address, {"miles": "120", "once": "a"})
    client.post(address, {"miles": "9500", "year": str(years[-1]), "once": "b"})

    assert selectors.years_to_tell(placement.volunteer, day) == years
    assert "Above 10,000 a lower amount is paid back" in page
    assert ("Choose the tax year" in silent.text) == (len(years) == 2)
    assert selectors.elsewhere(person, years[-1]) == 9_500
    assert selectors.miles_before(person, "CAR", date(years[-1] + 1, 4, 5)) == 95_000


def test_the_page_names_the_threshold_of_the_handbook(placement, client):
    decided = {"decided_by": "The tax office", "source": "Its table"}
    PolicyValue.objects.create(name="expenses.car_miles_before_later", from_on=LONG_AGO, value=12_000, **decided)
    client.force_login(placement.volunteer.person)

    assert "Above 12,000 a lower amount is paid back" in client.get(reverse("expenses:miles_elsewhere")).text


@pytest.fixture
def driver():
    """A placement in a role that allows one's own vehicle, driving on duty agreed, and both papers seen."""
    unit = a_unit()
    version = an_approved_version(unit=unit, allows_own_vehicle=True)
    placement = a_ready_volunteer(unit=unit, version=version)
    a_cost_agreement(placement, kind="DUTY")
    for kind in VehicleStatement.SHOWN:
        VehicleStatement.objects.create(
            volunteer=placement.volunteer, kind=kind, from_on=LONG_AGO, seen_on=LONG_AGO, noted_by=placement.offered_by
        )
    return placement


@pytest.mark.clause(103, 105)
def test_ones_own_vehicle_on_duty_needs_the_profile_the_risk_assessment_and_the_insurer(driver):
    report = a_report(driver)
    assert drive(report, kind="DUTY").pence == 270  # the control: all agree

    for kind, said in (("UNDERWRITTEN", "The insurer's agreement to volunteering"), ("LICENCE", "The driving licence")):
        VehicleStatement.objects.filter(kind=kind).update(until_on=date(2007, 1, 1))
        with pytest.raises(NotAllowed, match=f"{said}.* has not been seen, or has run out") as told:
            drive(report, kind="DUTY")
        assert "stands under “Own vehicle”, on your record" in told.value.next_step
    driver.version.allows_own_vehicle = False
    driver.version.save()
    driver.version.risk_assessments.update(review_on=date(2007, 1, 1))
    Cover.objects.filter(kind=Cover.Kind.VEHICLE).delete()

    assert len(selectors.vehicle_reasons(driver, TODAY)) == 5
    (shut,) = [each for each in selectors.choices(report) if each.kind == "DUTY"]
    assert (shut.is_open, shut.hint.startswith("The role profile does not use own vehicles.")) == (False, True)


@pytest.mark.clause(105)
def test_driving_on_duty_is_not_agreed_without_the_insurers_word(driver):
    CostAgreement.objects.all().delete()
    asked = services.ask_to_agree(
        driver, kind="DUTY", what="Leaflets", vehicle="CAR", most_tenths=50, by=driver.volunteer.person, at=NOW
    )
    terms = {
        "what": "Leaflets",
        "vehicle": "CAR",
        "most_tenths": 50,
        "by": an_mvpm(driver.volunteer.borough),
        "at": NOW,
    }
    papers = VehicleStatement.objects.filter(kind="UNDERWRITTEN")

    papers.update(until_on=TODAY)
    with pytest.raises(NotAllowed, match="The insurer's agreement to volunteering has not been seen"):
        services.agree(asked, **terms)
    papers.update(until_on=None)
    services.agree(asked, **terms)

    assert CostAgreement.objects.get().status == "AGREED"


@pytest.mark.clause(104)
@pytest.mark.parametrize("vehicle", ["CAR", "BICYCLE"])
def test_miles_to_get_there_are_agreed_once_the_insurer_knows(placement, mvpm, vehicle):
    person = placement.volunteer.person
    terms = {"what": "From home", "vehicle": vehicle, "most_tenths": 60, "at": NOW}
    asked = services.ask_to_agree(placement, kind="MILEAGE", by=person, **terms)

    if vehicle == "CAR":
        with pytest.raises(NotAllowed, match="has not said yet that their insurer knows they drive here"):
            services.agree(asked, by=mvpm, **terms)
        placements.say_vehicle(placement.volunteer, said=["DRIVES_HERE"], by=person, at=NOW)
    services.agree(asked, by=mvpm, **terms)

    assert CostAgreement.objects.get().status == "AGREED"


def rate(pence, from_on, *, at=NOW):
    facts = {"decided_by": "The tax office", "source": "Its table", "by": the_central_team(), "at": at}
    programme.decide(policies.CAR, value=pence, from_on=from_on, **facts)


@pytest.mark.clause(100)
def test_a_rate_that_rises_for_days_past_gives_a_list_of_top_ups_once(placement, mvpm):
    a_cost_agreement(placement, kind="MILEAGE")
    before, after = a_report(placement, starts_at=NOW - timedelta(days=15)), a_report(placement)
    for report in (before, after):
        claim = drive(report).claim
        services.send(claim, by=report.person, at=NOW)
        services.approve(claim, by=mvpm, at=NOW)
    rate(55, date(2007, 4, 15))

    due = selectors.top_ups_due(mvpm, TODAY)
    (made,) = services.top_up(by=mvpm, at=NOW)

    assert [(each.line.report, each.pence) for each in due] == [(after, 60)]
    made.refresh_from_db()
    assert (made.status, made.pence, made.lines.get().tops_up) == (Claim.Status.APPROVED, 60, due[0].line)
    assert selectors.top_ups_due(mvpm, TODAY) == []
    rate(50, date(2007, 4, 16))
    assert selectors.top_ups_due(mvpm, TODAY) == []  # a lower rate takes nothing back


@pytest.mark.clause(98)
def test_a_large_top_up_is_looked_at_by_somebody_else_as_well(placement, mvpm):
    claim = a_claim(a_report(placement), status="PAID", pence=27_000, kind="MILEAGE")
    claim.lines.update(vehicle="CAR", tenths=6_000)
    rate(54, date(2007, 4, 15))

    (made,) = services.top_up(by=mvpm, at=NOW)

    made.refresh_from_db()
    assert (made.status, made.pence, Letter.objects.count()) == (Claim.Status.SECOND, 5_400, 0)
    with pytest.raises(NotPermitted):
        services.approve(made, by=mvpm, at=NOW)
    services.approve(made, by=the_central_team(), at=NOW)
    assert selectors.top_ups_due(mvpm, TODAY) == []


@pytest.mark.clause(100)
def test_the_mvpm_finds_the_top_ups_on_the_desk_and_approves_them_on_their_page(placement, mvpm, client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    claim = a_claim(a_report(placement), status="PAID", pence=270, kind="MILEAGE")
    claim.lines.update(vehicle="CAR", tenths=60, reckoning="6 miles at 45p")
    quiet = [need.count for need in selectors.needs(mvpm, TODAY)]
    rate(55, date(2007, 4, 15))
    client.force_login(mvpm)

    desk = [need.text for need in selectors.needs(mvpm, TODAY) if need.count]
    page = client.get(reverse("expenses:top_ups")).text
    client.post(reverse("expenses:top_ups"), {"once": "k"})

    assert (sum(quiet), desk) == (0, ["Top up the miles of 1 journey"])
    assert "6 miles at 55p" in page
    assert "Approve top-ups of £0.60" in page
    assert selectors.waiting_total(mvpm) == (1, 60)
    assert "Nothing is owed" in client.get(reverse("expenses:top_ups")).text


def test_journeys_of_many_days_ask_for_the_rates_as_often_as_one(placement, mvpm):
    rate(55, date(2007, 4, 15))

    def asked():
        with CaptureQueriesContext(connection) as questions:
            due = selectors.top_ups_due(mvpm, TODAY)
        return len(questions), len(due)

    def driven(days_ago):
        report = a_report(placement, starts_at=NOW - timedelta(days=days_ago))
        claim = a_claim(report, status="PAID", pence=270, kind="MILEAGE")
        claim.lines.update(vehicle="CAR", tenths=60)

    driven(0)
    asked()  # who she is, is known from here on
    one = asked()
    for days_ago in range(1, 6):
        driven(days_ago)

    assert (one[1], asked()) == (1, (one[0], 6))


def test_only_a_rate_that_others_decide_may_change_for_days_past():
    with pytest.raises(NotAllowed, match="past days keep the value they had"):
        programme.decide(
            policies.MEAL_MOST, value=400, from_on=date(2007, 4, 1), decided_by="X", source="Y",
            by=the_central_team(), at=NOW,
        )  # fmt: skip


def test_only_an_mvpm_tops_up(placement):
    for person in (placement.volunteer.person, someone_appointed(Role.FINANCE, the_force())):
        with pytest.raises(NotPermitted):
            services.top_up(by=person, at=NOW)


def test_miles_that_were_topped_up_are_not_taken_off_the_claim(placement, mvpm):
    a_cost_agreement(placement, kind="MILEAGE")
    claim = drive(a_report(placement)).claim
    services.send(claim, by=claim.volunteer.person, at=NOW)
    services.approve(claim, by=mvpm, at=NOW)
    rate(55, date(2007, 4, 15))
    services.top_up(by=mvpm, at=NOW)
    Claim.objects.filter(pk=claim.pk).update(status=Claim.Status.RETURNED)

    with pytest.raises(NotAllowed, match="more was approved for its miles since"):
        services.remove(claim.lines.get(), by=claim.volunteer.person, at=NOW)

    assert claim.lines.count() == 1


@pytest.mark.parametrize(("typed", "tenths"), [("3.4", 34), ("6 miles", 60), ("1,200", 12_000), ("3,4", None)])
def test_miles_are_read_as_they_are_written_or_asked_for_again(typed, tenths):
    form = forms.Miles({"tenths": typed, "what": "Home and back"})

    assert form.is_valid() == (tenths is not None)
    assert form.cleaned_data.get("tenths") == tenths
