"""Two writers at once cannot pass the cap together; without the guard they do."""

from threading import Barrier

import pytest
from django.db import transaction

from tests.builders import NOW, TODAY, a_volunteer
from tests.races import refused, together
from timegiven.hours import rules, services
from timegiven.hours.models import Entry, Month
from timegiven.kernel.references import new_reference
from timegiven.kernel.time import month_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WRITERS, MINUTES = 8, 600  # of eight times ten hours, four fit


def _giving(volunteer):
    told = {"on": TODAY, "minutes": MINUTES, "kind": "SESSION", "by": volunteer.person, "at": NOW}
    return lambda: services.give(volunteer, source=new_reference(), **told)


@pytest.mark.clause(34, 35)
@pytest.mark.parametrize("month_is_there", [False, True])
def test_of_eight_reports_at_once_only_those_that_fit_are_entered(month_is_there):
    volunteer = a_volunteer()
    if month_is_there:
        Month.objects.create(person=volunteer.person, starts_on=month_of(TODAY), cap_minutes=2400)

    answers = together(*[_giving(volunteer)] * WRITERS)

    assert refused(answers) == 4
    assert Month.objects.get().minutes == 2400
    assert Entry.objects.count() == 4


def test_without_the_lock_and_the_tables_own_check_the_same_reports_pass_the_cap():
    """The negative control: the same steps in the same order, with the guard off."""
    volunteer = a_volunteer()
    month = Month.objects.create(person=volunteer.person, starts_on=month_of(TODAY), cap_minutes=2400)
    read_by_all = Barrier(WRITERS)

    def unguarded():
        with transaction.atomic():
            seen = Month.objects.get(pk=month.pk)  # not select_for_update
            rules.check_cap(given=seen.minutes, more=MINUTES, cap=2400, starts_on=seen.starts_on)
            read_by_all.wait(timeout=10)
            Month.objects.filter(pk=seen.pk).update(minutes=seen.minutes + MINUTES)
            Entry.objects.create(
                month=seen,
                person=volunteer.person,
                borough=volunteer.borough,
                strand=volunteer.strand,
                on=TODAY,
                minutes=MINUTES,
                kind="SESSION",
                source=new_reference(),
                at=NOW,
                by=volunteer.person,
            )

    answers = together(*[unguarded] * WRITERS)

    assert refused(answers) == 0
    assert sum(Entry.objects.values_list("minutes", flat=True)) == WRITERS * MINUTES  # eighty hours in one month


def test_a_report_and_its_correction_at_once_leave_a_true_sum():
    volunteer = a_volunteer()
    entries = [
        services.give(
            volunteer, on=TODAY, minutes=60, kind="SESSION", source=new_reference(), by=volunteer.person, at=NOW
        )
        for _ in range(4)
    ]
    turns = [lambda entry=entry: services.take_back(entry, by=volunteer.person, at=NOW) for entry in entries]

    together(*turns, *[_giving(volunteer)] * 3)

    assert Month.objects.get().minutes == sum(Entry.objects.values_list("minutes", flat=True)) == 1800
