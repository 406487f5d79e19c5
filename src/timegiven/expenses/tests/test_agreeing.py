"""Costs are agreed before they are spent, by the MVPM and never by the unit."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    a_cost_agreement,
    a_placement,
    a_volunteer,
)
from timegiven.expenses import selectors, services
from timegiven.expenses.models import CostAgreement
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db


def ask(placement, kind="FARES", **more):
    return services.ask_to_agree(placement, kind=kind, what="Bus", by=placement.volunteer.person, at=NOW, **more)


@pytest.mark.clause(100)
def test_the_volunteer_asks_and_the_mvpm_agrees_with_a_letter(placement, mvpm):
    asked = ask(placement)
    assert list(selectors.asked_for(mvpm, TODAY)) == [asked]

    services.agree(asked, what="Bus 24", from_on=TODAY, most_pence=350, by=mvpm, at=NOW)

    assert [step.status for step in asked.steps.order_by("pk")] == ["ASKED", "AGREED"]
    assert Letter.objects.get().template == "expenses/agreed"
    assert selectors.agreed_for(placement, TODAY).get().most_pence == 350


@pytest.mark.clause(100)
def test_nothing_is_agreed_for_money_that_is_spent_already(placement, mvpm):
    with pytest.raises(NotAllowed, match="not from before Tuesday 24 April 2007"):
        services.agree(ask(placement), what="Bus", from_on=TODAY - timedelta(days=1), by=mvpm, at=NOW)


def test_what_is_agreed_does_not_end_before_it_begins(placement, mvpm, client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    asked = ask(placement)
    client.force_login(mvpm)
    typed = {"what": "Bus", "most_pence": "3", "from_on": "26/4/2007", "once": "a"}

    page = client.post(reverse("expenses:agree", args=[asked.reference]), {**typed, "until_on": "25/4/2007"})

    assert "it would end on Wednesday 25 April 2007, and begins on Thursday 26 April 2007" in page.text
    assert CostAgreement.objects.get().status == "ASKED"


def test_a_cost_is_asked_for_once(placement):
    ask(placement)

    with pytest.raises(NotAllowed, match="is asked for or agreed already"):
        ask(placement)


def test_miles_need_a_vehicle_and_a_distance(placement):
    with pytest.raises(NotAllowed, match="miles need a vehicle and a distance"):
        ask(placement, kind="MILEAGE")


def test_what_has_ended_still_covers_the_days_before(placement):
    agreed = a_cost_agreement(placement)

    services.end_agreement(agreed, by=placement.volunteer.person, at=NOW)

    tomorrow = TODAY + timedelta(days=1)
    assert [selectors.agreed_for(placement, day).exists() for day in (TODAY, tomorrow)] == [True, False]


def test_a_no_has_a_reason_and_a_letter(placement, mvpm):
    asked = ask(placement, kind="OTHER")

    services.decline_to_agree(asked, reason="The unit has a printer.", by=mvpm, at=NOW)

    assert reverse("expenses:agreement", args=[asked.reference]) in Letter.objects.get().text
    assert CostAgreement.objects.get().status == "NOT_AGREED"


@pytest.mark.parametrize("deed", ["agree", "decline"])
def test_what_somebody_needs_is_in_no_mail_and_is_told_by_post(placement, mvpm, deed):
    by_post = a_placement(a_volunteer(borough=placement.volunteer.borough, email=None), placement.version)
    for each in (placement, by_post):
        asked = services.ask_to_agree(each, kind="CARE", what="Care for my mother", by=mvpm, at=NOW)
        if deed == "agree":
            services.agree(asked, what="Care for my mother", by=mvpm, at=NOW)
        else:
            services.decline_to_agree(asked, reason="Her day centre is free.", by=mvpm, at=NOW)

    mail, post = Letter.objects.order_by("pk")

    said = ("mother", "dependant", "day centre")
    assert not [word for word in said if word in mail.text + mail.subject]
    assert "Care for my mother" in post.text
    assert ("Her day centre is free." in post.text) == (deed == "decline")
    assert ("http" in mail.text, "http" in post.text) == (True, False)


def test_the_pages_ask_and_agree(placement, mvpm, client):
    client.force_login(placement.volunteer.person)
    typed = {"placement": placement.reference, "kind": "FARES", "what": "Bus 24", "once": "a"}
    asked = client.post(reverse("expenses:ask_to_agree"), typed)
    made = CostAgreement.objects.get()
    client.force_login(mvpm)
    day = f"{TODAY.day}/{TODAY.month}/{made.from_on.year}"

    answer = client.post(
        reverse("expenses:agree", args=[made.reference]), {"what": "Bus 24", "from_on": day, "once": "b"}
    )

    assert asked.headers["Location"] == reverse("expenses:agreement", args=[made.reference])
    assert answer.status_code == 200  # not from before the day on which it was asked for
    assert "not from before" in answer.text
