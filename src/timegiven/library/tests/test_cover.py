"""A role is covered by insurance in force for all that its tasks do, or it is neither approved nor used."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.builders import LONG_AGO, TODAY, a_unit, an_approved_version, insurance, the_strand
from timegiven.kernel.refusals import NotAllowed
from timegiven.library import rules, selectors
from timegiven.programme.models import Cover

BASIC = ["EMPLOYERS", "PUBLIC", "ACCIDENT"]


@pytest.mark.clause(56, 105, 111)
@pytest.mark.parametrize(
    ("marks", "needed"),
    [
        ({}, BASIC),
        ({"is_lifting": True, "is_lone": True, "is_public_facing": True, "handles_evidence": True}, BASIC),
        ({"is_off_site": True}, [*BASIC, "OFF_SITE"]),
        ({"allows_own_vehicle": True}, [*BASIC, "VEHICLE"]),
        ({"is_off_site": True, "allows_own_vehicle": True}, [*BASIC, "OFF_SITE", "VEHICLE"]),
        ({"is_off_site": False, "allows_own_vehicle": False}, BASIC),
    ],
)
def test_the_marks_of_a_role_say_which_cover_it_needs(marks: dict[str, bool], needed: list[str]) -> None:
    assert rules.needed_cover(marks) == needed


@pytest.mark.clause(56)
def test_what_no_certificate_covers_is_refused_by_name() -> None:
    rules.check_cover([])

    with pytest.raises(NotAllowed) as refusal:
        rules.check_cover(["Public liability", "Personal accident"])

    assert refusal.value.reason == (
        "The profile is not approved: no insurance certificate in force covers “Public liability” and "
        "“Personal accident”."
    )


@pytest.mark.clause(56, 105)
def test_cover_is_asked_of_the_roles_own_strand_on_the_day(db: None) -> None:
    version = an_approved_version(unit=a_unit(), allows_own_vehicle=True)
    nothing = selectors.cover_missing(version, TODAY)
    insurance("CORP")
    of_another_strand = selectors.cover_missing(version, TODAY)

    insurance()
    Cover.objects.filter(kind="VEHICLE").update(until_on=TODAY)

    assert (
        nothing
        == of_another_strand
        == [
            "Employers’ liability",
            "Public liability",
            "Personal accident",
            "Own vehicle (motor contingent liability)",
        ]
    )
    assert selectors.cover_missing(version, TODAY - timedelta(days=1)) == []
    assert selectors.cover_missing(version, TODAY) == ["Own vehicle (motor contingent liability)"]


def test_a_certificate_runs_out_unless_another_takes_over(db: None) -> None:
    insurance()
    ends = TODAY + timedelta(days=20)
    Cover.objects.filter(kind="PUBLIC").update(until_on=ends)

    before = [cover.kind for cover in selectors.cover_running_out(TODAY)]
    Cover.objects.create(strand=the_strand(), kind="PUBLIC", certificate="C-2", from_on=ends)

    assert (before, list(selectors.cover_running_out(TODAY))) == (["PUBLIC"], [])
    assert list(selectors.cover_running_out(ends - timedelta(days=90))) == []


def test_the_table_refuses_a_certificate_without_a_number_twice_or_backwards(db: None) -> None:
    known = insurance()

    for change in ({"certificate": ""}, {"until_on": LONG_AGO - timedelta(days=1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Cover.objects.filter(pk=known.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cover.objects.create(strand=known.strand, kind=known.kind, certificate="C-1", from_on=date(2007, 1, 1))
