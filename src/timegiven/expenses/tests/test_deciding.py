"""The MVPM decides on a claim, and nobody else; a large one is looked at twice."""

import re
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_claim,
    a_cost_agreement,
    a_placement,
    a_ready_volunteer,
    a_report,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_finance_office,
    the_force,
)
from tests.races import outcomes, together
from timegiven.attendance import services as attendance
from timegiven.expenses import access, selectors, services
from timegiven.expenses.models import Claim, ClaimStep, Receipt
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment

Status = Claim.Status


@pytest.fixture
def everybody(placement, mvpm):
    """One of each who may have to do with a claim."""
    return {
        "mvpm": mvpm,
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(placement.unit),
        "volunteer": placement.volunteer.person,
        "another volunteer": a_volunteer().person,
        "central team": the_central_team(),
        "finance": the_finance_office(),
        "auditor": someone_appointed("AUDITOR", the_force()),
    }


@pytest.mark.clause(98, 99)
def test_who_may_do_what_with_a_claim(everybody, placement):
    claim = a_claim(a_report(placement))

    def may(permission, about):
        return [who for who, person in everybody.items() if permission(person, about, TODAY)]

    assert may(access.decide, claim) == ["mvpm"]
    assert may(access.put_right, claim) == ["mvpm"]
    assert may(access.look_again, claim) == ["central team"]
    assert may(access.change, claim) == may(access.claim, claim.volunteer) == ["volunteer"]
    assert may(access.keep_bank_details, claim.volunteer) == ["volunteer"]
    assert may(access.ask_to_agree, claim.volunteer) == ["mvpm", "volunteer"]
    assert may(access.agree, claim.volunteer) == ["mvpm"]
    assert may(access.see_record, claim.volunteer) == ["mvpm", "volunteer", "central team", "auditor"]
    seen = {who: person for who, person in everybody.items() if claim in selectors.claims_seen_by(person, TODAY)}
    assert list(seen) == ["mvpm", "volunteer"]


@pytest.mark.clause(98, 99)
def test_nobody_decides_on_pays_or_tops_up_their_own_whatever_they_are_appointed_to(everybody, placement):
    claim, person = a_claim(a_report(placement)), placement.volunteer.person
    for role in ("MVPM", "CENTRAL_TEAM", "FINANCE", "UNIT_MANAGER"):
        Appointment.objects.create(person=person, role=role, unit=the_force(), from_on=TODAY)
    permissions = (access.decide, access.put_right, access.look_again)

    assert [permission(person, claim, TODAY) for permission in permissions] == [False] * 3
    assert access.agree(person, placement.volunteer, TODAY) is False
    assert len(selectors.queue(person, TODAY)) == 0
    Claim.objects.update(status=Status.SECOND, decided_by=everybody["mvpm"])
    assert [*selectors.second_looks(person, TODAY)] == []
    Claim.objects.update(status=Status.APPROVED)
    with pytest.raises(NotAllowed, match="no approved claim is waiting"):
        services.make_batch(by=person, at=NOW)


@pytest.mark.clause(98)
def test_who_approved_first_never_looks_again_also_after_a_change_of_office(placement, mvpm):
    claim = a_claim(a_report(placement), status="SECOND", pence=5_001)
    Claim.objects.update(decided_by=mvpm)
    Appointment.objects.create(person=mvpm, role="CENTRAL_TEAM", unit=the_force(), from_on=TODAY)
    claim.refresh_from_db()

    with pytest.raises(NotPermitted, match="not by who approved it first"):
        services.approve(claim, by=mvpm, at=NOW)


@pytest.mark.clause(98)
def test_the_volunteer_sees_every_step_and_what_was_said(client, sent, mvpm, finance):
    claim = sent()
    volunteer = claim.volunteer.person
    services.ask(claim, question="Was the tea yours?", by=mvpm, at=NOW)
    services.send_again(Claim.objects.get(), answer="It was.", by=volunteer, at=NOW)
    services.approve(Claim.objects.get(), by=mvpm, at=NOW)
    payment = services.make_batch(by=finance, at=NOW).payments.get()
    services.came_back(payment, why="Account closed", by=finance, at=NOW)
    services.put_right(Claim.objects.get(), what="A new account", by=mvpm, at=NOW)
    again = services.make_batch(by=finance, at=NOW).payments.get()
    services.settle(again.batch, paid=[again.reference], by=finance, at=NOW)
    client.force_login(volunteer)

    page = client.get(reverse("expenses:see", args=[claim.reference])).text

    passed = page[page.index("What has happened") :]
    shown = re.findall("|".join(Status.labels), passed)
    first_time = ["Not sent yet", "With the MVP Manager", "Returned with a question", "With the MVP Manager"]
    assert shown == [
        *first_time,
        *("Approved", "With Finance", "Could not be paid", "Approved", "With Finance", "Paid"),
    ]
    for said in ("Was the tea yours?", "It was.", "Account closed", "A new account"):
        assert said in passed


def test_the_claim_of_a_boroughs_only_mvpm_goes_to_the_central_team(placement):
    claim, central = a_claim(a_report(placement)), the_central_team()
    person = claim.volunteer.person
    Appointment.objects.create(person=person, role="MVPM", unit=claim.borough, from_on=TODAY)

    with pytest.raises(NotPermitted, match="never on one's own claim"):
        services.approve(claim, by=person, at=NOW)
    assert [each["reference"] for each in selectors.in_words(selectors.queue(central, TODAY)[:2], central)] == [
        claim.reference
    ]
    services.approve(claim, by=central, at=NOW)

    claim.refresh_from_db()
    assert claim.status == Status.APPROVED


@pytest.mark.clause(98)
def test_approval_writes_a_letter_and_waits_for_finance(sent, mvpm):
    claim = sent()

    services.approve(claim, by=mvpm, at=NOW)

    assert [step.status for step in claim.steps.order_by("pk")] == [Status.DRAFT, Status.SUBMITTED, Status.APPROVED]
    assert Letter.objects.get().template == "expenses/approved"
    assert selectors.waiting_total(mvpm) == (1, 285)


def test_a_question_goes_back_and_nothing_is_lost(placement, sent, spend, mvpm):
    claim = sent()
    a_cost_agreement(placement)

    services.ask(claim, question="Was the bus one way?", by=mvpm, at=NOW)
    spend(claim.report, 350, kind="FARES")  # into the claim that came back
    claim = Claim.objects.get()
    services.send_again(claim, answer="Both ways.", by=claim.volunteer.person, at=NOW + timedelta(days=3))

    claim.refresh_from_db()
    assert (claim.status, claim.pence, Receipt.objects.count()) == (Status.SUBMITTED, 635, 2)
    assert claim.submitted_at == NOW  # whoever answers a question keeps their turn
    assert [step.why for step in claim.steps.order_by("pk")] == ["", "", "Was the bus one way?", "Both ways."]


def test_a_cost_is_left_out_with_a_reason(placement, sent, spend, mvpm):
    a_cost_agreement(placement)
    report = a_report(placement)
    spend(report, 350, kind="FARES")
    claim = sent(report=report)
    fares, meal = claim.lines.order_by("pk")

    with pytest.raises(NotAllowed, match="did not say why"):
        services.approve(claim, keeping=[fares.reference], by=mvpm, at=NOW)
    services.approve(claim, keeping=[fares.reference], why="The receipt is of another day.", by=mvpm, at=NOW)

    claim.refresh_from_db()
    meal.refresh_from_db()
    assert (claim.pence, meal.is_counted, meal.left_out_why) == (350, False, "The receipt is of another day.")


@pytest.mark.clause(98)
def test_a_large_claim_is_looked_at_by_somebody_else_as_well(sent, mvpm):
    claim, central = sent(5_001, kind="CARE"), the_central_team()

    services.approve(claim, by=mvpm, at=NOW)
    claim.refresh_from_db()
    assert (claim.status, Letter.objects.count()) == (Status.SECOND, 0)
    for person in (mvpm, claim.volunteer.person):
        with pytest.raises(NotPermitted):
            services.approve(claim, by=person, at=NOW)
    assert list(selectors.second_looks(central, TODAY)) == [claim]
    services.approve(claim, by=central, at=NOW)

    claim.refresh_from_db()
    assert claim.status == Status.APPROVED


def test_a_meal_is_not_approved_when_the_report_was_corrected_to_less(sent, mvpm, placement):
    claim = sent()
    corrected = a_report(placement, hours=3)
    corrected.replaces = claim.report
    corrected.save()

    with pytest.raises(NotAllowed, match="the session was 3 hours"):
        services.approve(claim, by=mvpm, at=NOW)
    corrected.voided_at, corrected.voided_by, corrected.why_voided = NOW, mvpm, "It was another day"
    corrected.save()
    with pytest.raises(NotAllowed, match="was taken back since"):
        services.approve(claim, by=mvpm, at=NOW)


def test_what_was_approved_before_its_session_was_taken_back_is_decided_on_anew(sent, mvpm, finance, placement):
    claim = sent()
    services.approve(claim, by=mvpm, at=NOW)
    assert services.look_again(at=NOW) == 0
    attendance.void(claim.report, why="It was another day", by=mvpm, at=NOW)

    assert services.look_again(at=NOW) == 1
    claim.refresh_from_db()
    assert (claim.status, claim.steps.last().why) == (
        Status.SUBMITTED,
        "Its session was changed after this was approved.",
    )
    with pytest.raises(NotAllowed, match="was taken back since"):
        services.approve(claim, by=mvpm, at=NOW)


def test_no_batch_pays_for_a_session_that_became_too_short_for_its_meal(sent, mvpm, finance, placement):
    claim, other = sent(), a_claim(a_report(placement, starts_at=NOW - timedelta(days=9)), status="APPROVED")
    services.approve(claim, by=mvpm, at=NOW)
    corrected = a_report(placement, hours=3)
    corrected.replaces = claim.report
    corrected.save()

    batch = services.make_batch(by=finance, at=NOW)

    assert [payment.claim for payment in batch.payments.all()] == [other]
    claim.refresh_from_db()
    assert claim.status == Status.SUBMITTED


def test_a_refused_claim_stays_refused_and_its_meal_may_be_claimed_again(sent, mvpm, spend):
    claim = sent()
    services.refuse(claim, reason="The receipt is for petrol.", by=mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="cannot become “approved”"):
        services.approve(claim, by=mvpm, at=NOW)

    assert spend(claim.report).claim != claim


@pytest.mark.clause(99)
def test_a_unit_manager_is_told_why_the_queue_is_shut_and_finds_no_claim(client, placement):
    claim = a_claim(a_report(placement))
    client.force_login(a_unit_manager(placement.unit))

    queue, one = client.get(reverse("expenses:claims")), client.get(reverse("expenses:approve", args=[claim.reference]))

    assert (queue.status_code, one.status_code) == (403, 404)
    assert "a unit manager never signs off expenses" in queue.text


@pytest.mark.django_db
def test_the_queue_asks_the_database_as_often_for_many_as_for_one(client, django_assert_num_queries):
    client.force_login(an_mvpm())
    unit = a_unit()
    a_claim(a_report(a_ready_volunteer(unit=unit)))
    client.get(reverse("expenses:claims"))  # fills the minute's count beside "Today"
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("expenses:claims"))
    for _ in range(4):
        a_claim(a_report(a_ready_volunteer(unit=unit)))

    with django_assert_num_queries(len(one)):
        page = client.get(reverse("expenses:claims"))

    assert "<strong>5</strong> claims" in page.text


def test_the_receipt_is_shown_as_a_file_to_who_sees_the_claim(client, sent, mvpm, placement):
    sent()
    address = reverse("expenses:receipt", args=[Receipt.objects.get().reference])
    client.force_login(mvpm)

    answer = client.get(address)

    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content.startswith(b"\xff\xd8\xff")
    for other in (a_unit_manager(placement.unit), an_mvpm(a_borough("Hackney")), the_finance_office()):
        client.force_login(other)
        assert client.get(address).status_code == 404  # Finance sees it once it is approved


def test_the_page_approves(client, sent, mvpm):
    claim = sent()
    client.force_login(mvpm)

    page = client.post(
        reverse("expenses:approve", args=[claim.reference]),
        {"keeping": claim.lines.get().reference, "once": "k"},
    )

    claim.refresh_from_db()
    assert (page.status_code, claim.status) == (302, Status.APPROVED)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_approvals_at_once_one_is_told():
    claim, mvpm = a_claim(a_report(a_ready_volunteer(unit=a_unit()))), an_mvpm()

    def approve():
        services.approve(Claim.objects.get(pk=claim.pk), by=mvpm, at=timezone.now())

    assert outcomes(approve, approve) == ["done", "refused"]
    assert ClaimStep.objects.filter(of=claim, status=Status.APPROVED).count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_guard_both_approvals_are_carried_out():
    claim, seen = a_claim(a_report(a_ready_volunteer(unit=a_unit()))), threading.Barrier(2)

    def approve_naively():
        if Claim.objects.get(pk=claim.pk).status == Status.SUBMITTED:
            seen.wait()  # both have looked before either acts
            Claim.objects.filter(pk=claim.pk).update(status=Status.APPROVED)
            ClaimStep.objects.create(of=claim, status=Status.APPROVED, at=NOW)

    together(approve_naively, approve_naively)

    assert ClaimStep.objects.filter(of=claim, status=Status.APPROVED).count() == 2


def test_what_the_bank_said_stands_in_the_place_of_what_was_left_out(client, placement, sent, spend, mvpm, finance):
    a_cost_agreement(placement)
    report = a_report(placement)
    spend(report, 350, kind="FARES")
    claim = sent(report=report)
    services.approve(claim, keeping=[claim.lines.order_by("pk")[0].reference], why="Of another day.", by=mvpm, at=NOW)
    payment = services.make_batch(by=finance, at=NOW).payments.get()
    services.came_back(payment, why="Account closed", by=finance, at=NOW)
    client.force_login(mvpm)

    page = " ".join(client.get(reverse("expenses:see", args=[claim.reference])).text.split())

    facts = page[page.index("The bank said") : page.index("The costs")]
    assert ("Account closed" in facts, "Without" in facts) == (True, False)


def test_who_approves_hears_of_a_second_look_only_where_there_is_one(client, placement, sent, spend, mvpm):
    a_cost_agreement(placement, kind="CARE")
    report = a_report(placement)
    spend(report, 4_900, kind="CARE")
    claim = sent(300, report=report)
    care, _ = claim.lines.order_by("pk")
    client.force_login(mvpm)
    typed = {"keeping": care.reference, "why": "No meal.", "once": "a"}

    less = client.post(reverse("expenses:approve", args=[claim.reference]), typed, follow=True).text
    large = sent(5_100, kind="CARE", report=a_report(placement, starts_at=NOW - timedelta(days=3)))
    typed = {"keeping": large.lines.get().reference, "once": "b"}
    more = client.post(reverse("expenses:approve", args=[large.reference]), typed, follow=True).text

    assert [" is approved." in page for page in (less, more)] == [True, False]
    assert ["goes to the Central Team for a second look" in page for page in (less, more)] == [False, True]


def test_who_has_no_email_reads_the_question_and_the_reason_in_the_letter(placement, mvpm):
    by_post = a_placement(a_volunteer(borough=placement.volunteer.borough, email=None), placement.version)
    for each in (placement, by_post):
        for deed, told in ((services.ask, {"question": "Was it tea?"}), (services.refuse, {"reason": "It was tea."})):
            deed(a_claim(a_report(each, starts_at=NOW)), by=mvpm, at=NOW, **told)

    letters = [letter.text for letter in Letter.objects.order_by("pk")]

    assert ["tea" in text for text in letters] == [False, False, True, True]
    assert ["Sign in" in text for text in letters] == [True, True, False, False]
