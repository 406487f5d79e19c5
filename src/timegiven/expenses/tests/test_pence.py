"""Pence are never lost, over any sequence of claim, return, approve, refuse, batch, settle and bounce."""

from collections import Counter

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from tests.builders import NOW, a_claim, a_ready_volunteer, a_report, a_unit, an_mvpm, the_finance_office
from timegiven.expenses import services
from timegiven.expenses.models import Batch, Claim, Line, Payment
from timegiven.kernel.refusals import NotAllowed

Status = Claim.Status
VERBS = ("approve", "ask", "answer", "refuse", "withdraw", "batch", "settle", "bounce", "take back", "put right")


class TestPence(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.mvpm, cls.finance = an_mvpm(), the_finance_office()
        placement = a_ready_volunteer(unit=a_unit())
        cls.reports = [a_report(placement) for _ in range(3)]

    @pytest.mark.clause(98)
    @settings(max_examples=25)
    @given(
        amounts=some.lists(some.integers(1, 4_000), min_size=3, max_size=3),
        deeds=some.lists(some.tuples(some.sampled_from(VERBS), some.integers(0, 2)), max_size=14),
    )
    def test_every_penny_is_where_its_claim_is(self, amounts, deeds):
        claims = [a_claim(report, pence=pence) for report, pence in zip(self.reports, amounts, strict=True)]

        for verb, which in deeds:
            claim = Claim.objects.get(pk=claims[which].pk)
            try:
                with transaction.atomic():
                    self._do(verb, claim)
            except NotAllowed:
                continue  # refused: nothing may have changed

        self._adds_up(claims, dict(zip([claim.pk for claim in claims], amounts, strict=True)))

    def _do(self, verb, claim):
        by_mvpm, by_finance = {"by": self.mvpm, "at": NOW}, {"by": self.finance, "at": NOW}
        payment = Payment.objects.filter(claim=claim).order_by("pk").last()
        deeds = {
            "approve": lambda: services.approve(claim, **by_mvpm),
            "ask": lambda: services.ask(claim, question="?", **by_mvpm),
            "answer": lambda: services.send_again(claim, answer="!", by=claim.volunteer.person, at=NOW),
            "refuse": lambda: services.refuse(claim, reason="No", **by_mvpm),
            "withdraw": lambda: services.withdraw(claim, by=claim.volunteer.person, at=NOW),
            "put right": lambda: services.put_right(claim, what="Right", **by_mvpm),
            "batch": lambda: services.make_batch(**by_finance),
            "settle": lambda: payment and services.settle(payment.batch, paid=[payment.reference], **by_finance),
            "bounce": lambda: payment and services.came_back(payment, why="Closed", **by_finance),
            "take back": lambda: payment and services.take_back(payment.batch, **by_finance),
        }
        deeds[verb]()

    def _adds_up(self, claims, amounts):
        for claim in Claim.objects.filter(pk__in=amounts):
            over = claim.status in Claim.OVER
            counted = Line.objects.filter(claim=claim, is_counted=True).aggregate(all=Sum("pence"))["all"] or 0
            assert claim.pence == counted == (0 if over else amounts[claim.pk])
            outcomes = Counter(Payment.objects.filter(claim=claim).values_list("outcome", flat=True))
            assert outcomes[""] == (claim.status == Status.BATCHED)
            assert outcomes["PAID"] == (claim.status == Status.PAID)
            assert set(Payment.objects.filter(claim=claim).values_list("pence", flat=True)) <= {amounts[claim.pk]}
        for batch in Batch.objects.all():
            paid = batch.payments.aggregate(all=Sum("pence"))["all"]
            assert (batch.pence, batch.number) == (paid, batch.payments.count())
