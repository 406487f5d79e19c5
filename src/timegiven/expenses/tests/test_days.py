"""Costs of one day without a session: a course, an interview, a meeting, agreed on beforehand."""

import threading
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.builders import NOW, TODAY, a_day_agreed, a_report, a_volunteer, an_mvpm
from tests.races import together
from timegiven.expenses import selectors, services
from timegiven.expenses.models import Claim, CostAgreement, Line
from timegiven.expenses.tests.papers import a_photo
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def volunteer():
    """Taken on, and not placed anywhere yet."""
    return a_volunteer("Grace Adeyemi")


def ask(volunteer, on=TOMORROW, kind="FARES", **more):
    return services.ask_for_a_day(volunteer, on=on, kind=kind, what="Train", by=volunteer.person, at=NOW, **more)


def spend(agreed, pence=850, *, kind="FARES", at=NOW, by=None):
    told = {"kind": kind, "spent_pence": pence, "receipt": a_photo(), "at": at}
    return services.add_cost(selectors.of_day(agreed), by=by or agreed.volunteer.person, **told)


@pytest.mark.clause(98, 100)
def test_the_way_to_a_course_is_agreed_claimed_approved_and_paid_like_any_other(volunteer):
    mvpm, agreed = an_mvpm(), ask(volunteer, most_pence=800)
    services.agree(agreed, what="Train to the course", most_pence=800, by=mvpm, at=NOW)

    claim = spend(agreed, 850, at=NOW + timedelta(days=1)).claim
    services.send(claim, by=volunteer.person, at=NOW + timedelta(days=1))
    services.approve(claim, by=mvpm, at=NOW + timedelta(days=1))

    claim.refresh_from_db()
    assert (claim.status, claim.pence, claim.on, claim.report, claim.agreed) == (
        "APPROVED",
        800,
        TOMORROW,
        None,
        agreed,
    )
    assert "is paid back for Wednesday 25 April 2007" in Letter.objects.get(template="expenses/agreed").text
    assert selectors.waiting_total(mvpm) == (1, 800)


@pytest.mark.clause(100)
def test_a_day_that_is_past_cannot_be_agreed_on(volunteer):
    with pytest.raises(NotAllowed, match="costs are agreed before they are spent, and Monday 23 April 2007 is past"):
        ask(volunteer, on=TODAY - timedelta(days=1))


@pytest.mark.clause(100)
def test_only_what_was_agreed_is_claimed_and_on_the_day_or_after(volunteer):
    asked, agreed = ask(volunteer, on=TODAY), a_day_agreed(volunteer, on=TOMORROW)

    for day, kind, said in (
        (asked, "FARES", "“fares” was not agreed for Tuesday 24 April"),
        (agreed, "FARES", "Nothing can be claimed yet: it is on Wednesday 25 April 2007"),
        (a_day_agreed(volunteer), "CARE", "“care” was not agreed"),
        (a_day_agreed(volunteer), "MEAL", "“meal” was not agreed"),
    ):
        with pytest.raises(NotAllowed, match=said):
            spend(day, kind=kind)
    assert Claim.objects.count() == 0


def test_a_day_that_was_called_off_is_not_claimed(volunteer):
    agreed = a_day_agreed(volunteer, on=TOMORROW)
    services.end_agreement(agreed, by=volunteer.person, at=NOW)

    with pytest.raises(NotAllowed, match="was not agreed"):
        spend(CostAgreement.objects.get(), at=NOW + timedelta(days=2))
    assert not selectors.unclaimed_days(volunteer.person, TOMORROW).exists()


@pytest.mark.clause(100)
def test_two_tickets_are_paid_up_to_what_was_agreed_for_the_day(volunteer):
    agreed = a_day_agreed(volunteer, most_pence=800)

    paid = [spend(agreed, 500).pence, spend(agreed, 500).pence]

    assert paid == [500, 300]
    with pytest.raises(NotAllowed, match="all of the £8 that was agreed is on a claim already"):
        spend(agreed, 1)
    assert Claim.objects.get().pence == 800


def test_miles_of_a_day_are_paid_at_the_rate_of_that_day(volunteer):
    agreed = a_day_agreed(volunteer, kind="MILEAGE", vehicle="BICYCLE", most_tenths=60)

    line = services.add_miles(selectors.of_day(agreed), kind="MILEAGE", tenths=60, by=volunteer.person, at=NOW)

    assert (line.pence, line.reckoning) == (120, "6 miles at 20p")


def test_a_claim_is_for_a_session_or_for_a_day_and_never_for_both(placement):
    report, agreed = a_report(placement), a_day_agreed(placement.volunteer)
    claim = spend(agreed).claim

    for facts in ({"report": report}, {"agreed": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Claim.objects.filter(pk=claim.pk).update(**facts)
    assert list(Line.objects.values_list("report", flat=True)) == [None]


def test_the_pages_ask_agree_and_claim(volunteer, client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    mvpm, photo = an_mvpm(), SimpleUploadedFile("ticket.jpg", a_photo(), "image/jpeg")
    client.force_login(volunteer.person)
    typed = {"on": "24/4/2007", "kind": "FARES", "what": "Train to Hendon", "most_pence": "8.50", "once": "a"}
    asked = client.post(reverse("expenses:ask_for_a_day"), typed)
    agreed = CostAgreement.objects.get()
    client.force_login(mvpm)
    assert "Grace Adeyemi" in client.get(reverse("expenses:agreements")).text
    client.post(reverse("expenses:agree", args=[agreed.reference]), {**typed, "once": "b"})
    client.force_login(volunteer.person)
    assert "Claim for Tuesday 24 April 2007" in client.get(reverse("expenses:my_claims")).text

    address = reverse("expenses:add_for_day", args=[agreed.reference])
    added = client.post(address, {"what": "Train", "spent_pence": "8", "receipt": photo, "once": "c"})

    assert asked.headers["Location"] == reverse("expenses:agreement", args=[agreed.reference])
    page = client.get(added.headers["Location"]).text
    assert "Check and send your claim" in page
    assert "Train to Hendon" in page
    client.force_login(a_volunteer().person)
    assert client.get(address).status_code == 404


# Two at once


def two_tickets():
    """Two tickets of £5 at once, of which £8 was agreed: what of each is to be paid back."""
    agreed, paid = a_day_agreed(a_volunteer("Grace Adeyemi"), most_pence=800), []
    Claim.objects.create(
        volunteer=agreed.volunteer, borough=agreed.volunteer.borough, agreed=agreed, on=TODAY, begun_at=NOW
    )
    together(*[lambda: paid.append(spend(agreed, 500).pence)] * 2)
    return sorted(paid)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_tickets_at_once_no_more_than_was_agreed_is_paid():
    assert two_tickets() == [300, 500]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_guard_both_tickets_are_paid_in_full(monkeypatch):
    seen, looked = threading.Barrier(2), selectors.taken

    def look(*about):
        found = looked(*about)
        seen.wait()  # both have looked before either writes
        return found

    monkeypatch.setattr("timegiven.expenses.services.claiming.hold_person", lambda person: None)
    monkeypatch.setattr("timegiven.expenses.services.claiming.selectors.taken", look)

    assert two_tickets() == [500, 500]
