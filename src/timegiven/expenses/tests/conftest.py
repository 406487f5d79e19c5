"""What the tests of expenses share: a placement, its sessions, and a volunteer who claims."""

import pytest

from tests.builders import (
    NOW,
    a_borough,
    a_cost_agreement,
    a_placement,
    a_report,
    a_unit,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    the_finance_office,
)
from timegiven.expenses import selectors, services
from timegiven.expenses.tests.papers import a_photo


@pytest.fixture
def placement(db):
    return a_placement(a_volunteer(borough=a_borough()), an_approved_version(unit=a_unit()))


@pytest.fixture
def mvpm(placement):
    return an_mvpm()


@pytest.fixture
def finance(db):
    return the_finance_office()


@pytest.fixture
def spend():
    """`spend(report, 410)`: add a cost of a session, by the volunteer unless said otherwise."""

    def add(report, pence=285, *, kind="MEAL", by=None, at=NOW, photo=None, **told):
        told = {"kind": kind, "spent_pence": pence, "receipt": photo or a_photo(), **told}
        return services.add_cost(selectors.of_session(report), by=by or report.person, at=at, **told)

    return add


@pytest.fixture
def sent(placement, spend):
    """`sent(410)`: a claim of one meal, with the MVP Manager."""

    def send(pence=285, report=None, kind="MEAL"):
        if kind != "MEAL" and not placement.costs_agreed.filter(kind=kind).exists():
            a_cost_agreement(placement, kind=kind)
        claim = spend(report or a_report(placement), pence, kind=kind).claim
        services.send(claim, by=claim.volunteer.person, at=NOW)
        return claim

    return send
