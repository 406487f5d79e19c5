"""Pence are never lost, over any sequence of claim, decision, batch, payment, bounce and top-up."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from tests.builders import (
    NOW,
    TODAY,
    a_claim,
    a_placement,
    a_report,
    a_unit,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    the_finance_office,
)
from timegiven.expenses import rules, selectors, services
from timegiven.expenses.models import Batch, Claim, Line, Payment
from timegiven.kernel.refusals import NotAllowed
from timegiven.programme.models import PolicyValue

Status = Claim.Status
VERBS = (
    *("approve", "approve", "approve", "leave out", "ask", "answer", "refuse", "withdraw"),
    *("batch", "settle", "bounce", "take back", "put right", "raise", "top up"),
)


class TestPence(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.mvpm, cls.finance = an_mvpm(), the_finance_office()
        placement = a_placement(a_volunteer(), an_approved_version(unit=a_unit()))
        cls.reports = [a_report(placement, starts_at=NOW - timedelta(days=days)) for days in (7, 6)]

    @pytest.mark.clause(98)
    @settings(max_examples=25, deadline=None)
    @given(
        amounts=some.lists(some.integers(1, 3_000), min_size=2, max_size=2),
        miles=some.lists(some.integers(1, 400), min_size=2, max_size=2),
        deeds=some.lists(some.tuples(some.sampled_from(VERBS), some.integers(0, 1)), max_size=12),
    )
    def test_every_penny_is_where_its_claim_is(self, amounts, miles, deeds):
        claims = [self._a_claim(*each) for each in zip(self.reports, amounts, miles, strict=True)]
        owed = {claim.pk: claim.pence for claim in claims}

        for verb, which in deeds:
            claim = Claim.objects.get(pk=claims[which].pk)
            try:
                with transaction.atomic():
                    self._do(verb, claim, owed)
            except NotAllowed:
                continue  # refused: what was begun is undone

        self._adds_up(owed)

    def _a_claim(self, report, pence, tenths):
        """A meal and miles, sent."""
        claim = a_claim(report, pence=pence)
        driven, reckoning = rules.reckon(tenths=tenths, before=0, rate=rules.Rate(45))
        told = {"kind": "MILEAGE", "vehicle": "CAR", "tenths": tenths, "reckoning": reckoning}
        Line.objects.create(claim=claim, report=report, pence=driven, **told)
        Claim.objects.filter(pk=claim.pk).update(pence=pence + driven)
        return Claim.objects.get(pk=claim.pk)

    def _do(self, verb, claim, owed):
        by_mvpm, by_finance = {"by": self.mvpm, "at": NOW}, {"by": self.finance, "at": NOW}
        payment = Payment.objects.filter(claim=claim).order_by("pk").last()
        first = claim.lines.order_by("pk").first()
        deeds = {
            "approve": lambda: services.approve(claim, **by_mvpm),
            "leave out": lambda: self._leave_out(claim, first, owed),
            "ask": lambda: services.ask(claim, question="?", **by_mvpm),
            "answer": lambda: services.send_again(claim, answer="!", by=claim.volunteer.person, at=NOW),
            "refuse": lambda: services.refuse(claim, reason="No", **by_mvpm),
            "withdraw": lambda: services.withdraw(claim, by=claim.volunteer.person, at=NOW),
            "put right": lambda: services.put_right(claim, what="Right", **by_mvpm),
            "batch": lambda: services.make_batch(**by_finance),
            "settle": lambda: payment and services.settle(payment.batch, paid=[payment.reference], **by_finance),
            "bounce": lambda: payment and services.came_back(payment, why="Closed", **by_finance),
            "take back": lambda: payment and services.take_back(payment.batch, **by_finance),
            "raise": self._raise,
            "top up": lambda: owed.update((each.pk, each.pence) for each in services.top_up(**by_mvpm)),
        }
        deeds[verb]()

    def _leave_out(self, claim, line, owed):
        services.approve(claim, keeping=[line.reference], why="Too far", by=self.mvpm, at=NOW)
        owed[claim.pk] = line.pence

    def _raise(self):
        """The rate for miles rises by a penny for all days that are past."""
        rate = PolicyValue.objects.filter(name="expenses.car_pence_a_mile").first()
        more = {"value": rate.value + 1 if rate else 46}
        PolicyValue.objects.update_or_create(name="expenses.car_pence_a_mile", from_on=date(2001, 1, 1), defaults=more)

    def _adds_up(self, owed):
        for claim in Claim.objects.all():
            over = claim.status in Claim.OVER
            counted = Line.objects.filter(claim=claim, is_counted=True).aggregate(all=Sum("pence"))["all"] or 0
            assert claim.pence == counted == (0 if over else owed[claim.pk])
            outcomes = Counter(Payment.objects.filter(claim=claim).values_list("outcome", flat=True))
            assert outcomes[""] == (claim.status == Status.BATCHED)
            assert outcomes["PAID"] == (claim.status == Status.PAID)
            assert set(Payment.objects.filter(claim=claim).values_list("pence", flat=True)) <= {owed[claim.pk]}
        for batch in Batch.objects.all():
            paid = batch.payments.aggregate(all=Sum("pence"))["all"]
            assert (batch.pence, batch.number) == (paid, batch.payments.count())
        self._nothing_is_owed_after_a_last_top_up()

    def _nothing_is_owed_after_a_last_top_up(self):
        """All that is paid for the miles that were agreed to is what today's rate gives for them, to the penny."""
        if selectors.top_ups_due(self.mvpm, TODAY):
            services.top_up(by=self.mvpm, at=NOW)
        rate = (
            PolicyValue.objects.filter(name="expenses.car_pence_a_mile").values_list("value", flat=True).first() or 45
        )
        for line in Line.objects.filter(kind="MILEAGE", is_counted=True, claim__status__in=Claim.AGREED_TO):
            topped = line.top_ups.aggregate(all=Sum("pence"))["all"] or 0
            assert line.pence + topped == line.tenths * rate // 10
        assert selectors.top_ups_due(self.mvpm, TODAY) == []
