"""A claim that was typed in for somebody is decided on by other eyes, or with the volunteer's own hand before one."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_cost_agreement,
    a_report,
    a_unit_manager,
    an_mvpm,
    someone_appointed,
    the_central_team,
    the_force,
)
from tests.races import together
from timegiven.audit.models import Event
from timegiven.expenses import access, selectors, services
from timegiven.expenses.models import Claim, SignedPaper
from timegiven.expenses.tests.papers import a_photo
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people.models import Appointment, Person

pytestmark = [pytest.mark.django_db, pytest.mark.clause(98, 100)]


@pytest.fixture
def typed(placement, mvpm, spend):
    """`typed()`: a claim that the MVP Manager wrote and sent for a volunteer without e-mail."""
    Person.objects.filter(pk=placement.volunteer.person_id).update(email=None)
    placement.volunteer.person.refresh_from_db()

    def type_in(pence=285, **about):
        report = a_report(placement, **about)
        report.placement.volunteer.person.refresh_from_db()
        claim = spend(report, pence, by=mvpm).claim
        services.send(claim, by=mvpm, at=NOW)
        return Claim.objects.get(pk=claim.pk)

    return type_in


def a_deputy():
    """Another MVP Manager of the borough."""
    return someone_appointed(Role.MVPM, a_borough(), name="Olu Deputy")


def again(claim):
    return Claim.objects.get(pk=claim.pk)


def desk(person):
    return {need.text: need.count for need in selectors.needs(person, TODAY) if need.count}


@pytest.mark.parametrize("verb", ["approve", "ask", "refuse"])
def test_whoever_typed_it_in_does_not_decide_on_it_alone(typed, mvpm, verb):
    claim = typed()
    words = {"approve": {}, "ask": {"question": "Which day?"}, "refuse": {"reason": "No"}}[verb]

    with pytest.raises(NotAllowed, match="you typed this claim in for") as refusal:
        getattr(services, verb)(claim, by=mvpm, at=NOW, **words)

    assert "Add a picture of the paper" in refusal.value.next_step
    assert "another MVP Manager of the borough" in refusal.value.next_step
    assert (again(claim).status, claim.typed_in_by, claim.is_signed) == ("SUBMITTED", mvpm, False)


def test_with_the_paper_that_the_volunteer_signed_they_do(typed, mvpm):
    claim = typed()

    services.add_paper(claim, paper=a_photo(), by=mvpm, at=NOW)
    services.approve(claim, by=mvpm, at=NOW)

    assert (again(claim).status, again(claim).is_signed, SignedPaper.objects.get().claim) == ("APPROVED", True, claim)
    assert Event.objects.filter(act="added signed paper").get().about == claim.volunteer.person.reference


def test_another_manager_of_the_borough_decides_without_it_and_the_central_team_then_does_not(typed):
    claim, other, central = typed(), a_deputy(), the_central_team()

    assert [access.decide(person, claim, TODAY) for person in (other, central)] == [True, False]
    services.approve(claim, by=other, at=NOW)

    assert (again(claim).status, again(claim).decided_by) == ("APPROVED", other)


def test_where_there_is_one_manager_alone_the_central_team_decides(typed, mvpm, placement):
    claim, central = typed(), the_central_team()
    unit_manager, elsewhere = a_unit_manager(placement.unit), an_mvpm(a_borough("Hackney"))

    may = [access.decide(person, claim, TODAY) for person in (central, mvpm, unit_manager, elsewhere)]
    assert may == [True, False, False, False]
    assert [row["reference"] for row in rows(central)] == [claim.reference]
    assert "Decide on 1 claim that nobody else can" in desk(central)
    services.add_paper(claim, paper=a_photo(), by=mvpm, at=NOW)
    assert (access.decide(central, again(claim), TODAY), rows(central)) == (False, [])
    with pytest.raises(NotPermitted):
        services.approve(again(claim), by=central, at=NOW)


def rows(person):
    return selectors.in_words(selectors.queue(person, TODAY, status="SUBMITTED")[:25], person)


def test_the_queue_and_the_desk_say_whose_turn_it_is(typed, mvpm, client):
    claim, other = typed(), a_deputy()
    client.force_login(mvpm)

    page = client.get(reverse("expenses:claims")).text
    one = client.get(reverse("expenses:see", args=[claim.reference])).text

    assert "You typed it in: add the signed paper, or somebody else decides" in page
    assert [[row["label"] for row in rows(who)] for who in (mvpm, other)] == [
        ["For somebody else"],
        ["Yours to decide"],
    ]
    assert "Add what was signed to 1 claim that you typed in" in desk(mvpm)
    assert not any(text.startswith("Decide on") for text in desk(mvpm))
    assert "Decide on 1 claim" in desk(other)
    assert ("Add the signed paper" in one, "/approve/" in one) == (True, False)
    refused = client.get(reverse("expenses:approve", args=[claim.reference]))
    assert (refused.status_code, "you typed this claim in" in refused.text) == (409, True)


def test_what_is_sent_again_is_signed_again(typed, mvpm):
    claim, other = typed(), a_deputy()
    services.add_paper(claim, paper=a_photo(), by=mvpm, at=NOW)
    services.ask(again(claim), question="Which day?", by=other, at=NOW)

    services.send_again(again(claim), answer="The 24th", by=mvpm, at=NOW)

    assert (again(claim).is_signed, SignedPaper.objects.count()) == (False, 1)
    with pytest.raises(NotAllowed, match="nobody else has seen it yet"):
        services.approve(again(claim), by=mvpm, at=NOW)


def test_what_a_volunteer_sends_is_nobody_elses_typing(sent, mvpm):
    claim = sent()

    assert again(claim).typed_in_by is None
    with pytest.raises(NotAllowed, match="does not wait for one"):
        services.add_paper(again(claim), paper=a_photo(), by=mvpm, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.update(is_signed=True)


def test_one_paper_signs_one_claim(typed, mvpm):
    one, other, paper = typed(), typed(starts_at=NOW.replace(day=17)), a_photo()
    services.add_paper(one, paper=paper, by=mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="the same picture was added to a claim for"):
        services.add_paper(other, paper=paper, by=mvpm, at=NOW)

    assert again(other).is_signed is False


def test_a_large_claim_is_not_looked_at_again_by_whoever_typed_it_in(typed, mvpm):
    claim = typed()
    Claim.objects.update(status="SECOND", decided_by=a_deputy())
    Appointment.objects.create(person=mvpm, role="CENTRAL_TEAM", unit=the_force(), from_on=TODAY)

    assert access.look_again(mvpm, again(claim), TODAY) is False
    assert list(selectors.second_looks(mvpm, TODAY)) == []
    assert list(selectors.second_looks(the_central_team(), TODAY)) == [claim]


def test_a_payment_that_came_back_is_put_right_by_the_manager_as_ever(typed, mvpm):
    claim = typed()
    Claim.objects.update(status="BOUNCED")

    assert access.put_right(mvpm, again(claim), TODAY) is True


def test_the_paper_is_opened_by_who_sees_the_claim_and_each_look_is_written_down(typed, mvpm, client, placement):
    claim = typed()
    client.force_login(mvpm)
    added = client.post(
        reverse("expenses:add_paper", args=[claim.reference]), {"paper": _file(a_photo()), "is_same": "on"}
    )
    paper = SignedPaper.objects.get()
    address = reverse("expenses:paper", args=[paper.reference])

    opened = client.get(address)
    client.force_login(a_unit_manager(placement.unit))
    elsewhere = client.get(address)

    assert (added.status_code, opened.status_code, elsewhere.status_code) == (302, 200, 404)
    assert opened.headers["Cache-Control"] == "no-store"
    assert (
        Event.objects.filter(act="signed paper").exists() or Event.objects.filter(act__contains="signed paper").exists()
    )


def _file(content):
    return SimpleUploadedFile("paper.jpg", content, content_type="image/jpeg")


def test_an_auditor_lists_them_and_those_that_one_person_typed_in_and_approved(typed, mvpm, client):
    alone, other = typed(), typed(starts_at=NOW.replace(day=17))
    services.add_paper(alone, paper=a_photo(), by=mvpm, at=NOW)
    services.approve(again(alone), by=mvpm, at=NOW)
    services.approve(again(other), by=the_central_team(), at=NOW)
    auditor = someone_appointed("AUDITOR", the_force())
    client.force_login(auditor)

    page = client.get(reverse("expenses:typed_in"))
    narrowed = client.get(reverse("expenses:typed_in"), {"alone": "on"})

    assert {claim.reference for claim in page.context["page"]} == {alone.reference, other.reference}
    assert [claim.reference for claim in narrowed.context["page"]] == [alone.reference]
    assert [[step.by for step in claim.approvals] for claim in narrowed.context["page"]] == [[mvpm]]
    shown = " ".join(re.sub(r"<[^>]*>", " ", narrowed.text).split())
    assert f"Approved: {mvpm.name}" in shown
    client.force_login(mvpm)
    assert client.get(reverse("expenses:typed_in")).status_code == 403


def test_as_many_questions_for_one_as_for_many(typed, django_assert_num_queries):
    auditor = someone_appointed("AUDITOR", the_force())
    typed()
    with django_assert_num_queries(3):
        list(selectors.typed_in(auditor, TODAY))
    typed(starts_at=NOW.replace(day=17))
    typed(starts_at=NOW.replace(day=16))
    with django_assert_num_queries(2):
        list(selectors.typed_in(auditor, TODAY))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_an_approval_and_a_new_sending_at_once_leave_no_claim_approved_by_who_typed_it_last(typed, mvpm):
    """The approver read the claim while it was signed; meanwhile it came back and was sent anew."""
    claim = typed()
    services.add_paper(claim, paper=a_photo(), by=mvpm, at=NOW)
    read_before = again(claim)
    services.ask(again(claim), question="Which day?", by=a_deputy(), at=NOW)
    services.send_again(again(claim), answer="The 24th", by=mvpm, at=NOW)

    (ended,) = together(lambda: services.approve(read_before, by=mvpm, at=NOW))

    assert isinstance(ended, NotAllowed)
    assert again(claim).status == "SUBMITTED"


# Whoever types it in reads a refusal of the volunteer, and not of themselves


def _said_to(by, deed):
    with pytest.raises(NotAllowed) as refusal:
        deed(by)
    return str(refusal.value)


@pytest.fixture
def refused(placement, mvpm, spend):
    """What is refused, as the volunteer reads it and as the MVP Manager does who typed it in."""
    Person.objects.filter(pk=placement.volunteer.person_id).update(email=None)
    placement.volunteer.person.refresh_from_db()
    report = a_report(placement)
    report.placement.volunteer.person.refresh_from_db()

    def both(deed):
        return [_said_to(by, lambda by: deed(report, by)) for by in (placement.volunteer.person, mvpm)]

    return both


def miles(report, by, tenths=150):
    services.add_miles(selectors.of_session(report), kind="MILEAGE", tenths=tenths, by=by, at=NOW)


def test_what_was_not_agreed(refused, spend):
    own, other = refused(lambda report, by: spend(report, kind="FARES", by=by))

    assert "Ask for it to be agreed under “My claims”, for the next time." in own
    assert "My claims" not in other
    assert "on their record under “Expenses”, for the next time." in other


def test_more_than_was_agreed(refused, placement):
    a_cost_agreement(placement, kind="MILEAGE")

    own, other = refused(miles)

    assert "or ask your MVP Manager to agree on the longer way." in own
    assert f"or agree on the longer way with {placement.volunteer.person.name}." in other


def test_all_that_was_agreed_is_taken(refused, placement, spend):
    a_cost_agreement(placement, most_pence=200)

    def twice(report, by):
        spend(report, 200, kind="FARES", by=by)
        spend(report, 200, kind="FARES", by=by)

    own, other = refused(twice)

    assert "ask your MVP Manager to agree on more for the next time." in own
    assert f"agree on more with {placement.volunteer.person.name} for the next time." in other


def test_a_receipt_that_was_used(refused, placement, spend):
    a_cost_agreement(placement)
    photo = a_photo()
    spend(a_report(placement, starts_at=NOW - timedelta(days=1)), photo=photo)

    own, other = refused(lambda report, by: spend(report, kind="FARES", by=by, photo=photo))

    assert "used for your claim of" in own
    assert f"used for {placement.volunteer.person.name}’s claim of" in other
    assert "ask the Central Team" in other


def test_a_claim_that_comes_too_late(refused, spend):
    own, other = refused(lambda report, by: spend(report, by=by, at=NOW + timedelta(days=400)))

    assert "Your MVP Manager can tell you" in own
    assert "The Central Team can tell you" in other


def test_the_pages_speak_of_the_volunteer_as_well(refused, placement, mvpm, client):
    report = a_report(placement, starts_at=NOW - timedelta(days=3))
    address = reverse("expenses:add", args=[report.reference, "meal"])
    pages = []
    for person in (placement.volunteer.person, mvpm):
        client.force_login(person)
        pages.append(client.post(address, {"once": person.reference}).text)

    assert ["How much did you pay?" in page for page in pages] == [True, False]
    assert ["Enter what they paid" in page for page in pages] == [False, True]
    asked = client.get(reverse("expenses:agree_with", args=[placement.volunteer.reference])).text
    assert "If they use their own vehicle, how many miles at one session?" in asked
    assert "you use" not in asked
