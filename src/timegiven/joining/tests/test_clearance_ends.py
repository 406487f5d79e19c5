"""How a clearance ends: warned of once at 60, 30 and 7 days, by itself on its day, with leaving, or taken back."""

from datetime import date, timedelta

import pytest

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import rules, selectors, services
from timegiven.joining.models import Clearance, Pass
from timegiven.joining.tests.scene import has_clearance, letters_to
from timegiven.letters.models import Letter
from timegiven.library.models import VettingLevel

pytestmark = [pytest.mark.django_db, pytest.mark.clause(74)]


@pytest.mark.parametrize(
    ("left", "due"), [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (1, 7), (0, None), (-5, None)]
)
def test_which_notice_a_day_calls_for(left: int, due: int | None) -> None:
    until_on = b.TODAY + timedelta(days=left)

    assert rules.due_notice(until_on, day=b.TODAY, warnings=[60, 30, 7]) == due


def test_a_holder_is_warned_three_times_however_often_the_worker_looks() -> None:
    volunteer = b.a_volunteer()
    b.a_clearance(volunteer.person, until_on=b.TODAY + timedelta(days=62))

    for day in range(70):
        for hour in (0, 3):
            services.warn_of_ends(b.NOW + timedelta(days=day, hours=hour))

    assert letters_to(volunteer.person) == ["joining/clearance_ends"] * 3


def test_a_worker_that_slept_gives_the_nearest_notice_alone() -> None:
    volunteer = b.a_volunteer()
    b.a_clearance(volunteer.person, until_on=b.TODAY + timedelta(days=5))

    assert services.warn_of_ends(b.NOW) == 1


def test_somebody_whose_clearance_was_renewed_is_not_warned() -> None:
    volunteer = b.a_volunteer()
    b.a_clearance(volunteer.person, until_on=b.TODAY + timedelta(days=5))
    b.a_clearance(volunteer.person, from_on=b.TODAY + timedelta(days=5), until_on=b.FAR_AHEAD)

    assert services.warn_of_ends(b.NOW) == 0


@pytest.mark.parametrize(
    ("level", "other", "is_warned"),
    [("NPPV2F", "NPPV2A", True), ("NPPV3", "NPPV1", True), ("NPPV2A", "NPPV2A", False), ("NPPV2A", "NPPV2F", False)],
)
def test_a_lower_clearance_that_lasts_longer_hides_no_warning(level: str, other: str, is_warned: bool) -> None:
    person, office = b.a_volunteer().person, b.the_vetting_office()
    ends = b.a_clearance(person, level=level, until_on=b.TODAY + timedelta(days=5))
    b.a_clearance(person, level=other)

    assert services.warn_of_ends(b.NOW) == int(is_warned)
    assert list(selectors.clearances_expiring(office, b.TODAY)) == [ends] * is_warned
    assert selectors.numbers_at_office(office, b.TODAY).get("expiring", 0) == int(is_warned)
    assert bool(selectors.how_renewed(ends)) != is_warned
    for letter in Letter.objects.filter(recipient=person.reference):
        assert "A lower clearance of yours lasts until Wednesday 1 April 2009" in letter.text
        assert "pass" not in letter.text


def test_the_codes_of_the_levels_sort_as_the_levels_do() -> None:
    assert sorted(VettingLevel.values) == VettingLevel.values


def test_it_ends_by_itself_on_its_day_and_that_is_written_down_once() -> None:
    over = b.a_clearance(b.a_person(), until_on=b.TODAY)
    lasts = b.a_clearance(b.a_person(), until_on=b.TODAY + timedelta(days=1))

    assert [services.end_clearances_over(b.NOW), services.end_clearances_over(b.NOW)] == [1, 0]

    over.refresh_from_db()
    lasts.refresh_from_db()
    assert (over.ended, over.ended_at, lasts.ended) == ("EXPIRED", b.NOW, "")
    assert Event.objects.filter(act="ended by itself", subject=over.reference).count() == 1
    assert not has_clearance(over.person, "NPPV1", b.TODAY)


def test_it_ends_when_it_is_no_longer_needed() -> None:
    volunteer = b.a_volunteer()
    b.a_clearance(volunteer.person)

    services.end_clearance(volunteer.person, by=volunteer.person, at=b.NOW)

    held = Clearance.objects.get()
    assert (held.ended, held.until_on) == ("NOT_NEEDED", b.TODAY)


@pytest.mark.clause(83)
def test_a_renewed_clearance_lengthens_the_pass_with_it() -> None:
    person = b.a_volunteer().person
    clearance = b.a_clearance(person, until_on=date(2007, 5, 10))
    held = b.a_pass(person)
    Pass.objects.filter(pk=held.pk).update(until_on=date(2007, 5, 10))

    services.renew(
        clearance, office_reference="V/9", from_on=date(2007, 5, 10), until_on=None, by=b.the_vetting_office(), at=b.NOW
    )

    held.refresh_from_db()
    assert held.until_on == date(2010, 5, 10)
