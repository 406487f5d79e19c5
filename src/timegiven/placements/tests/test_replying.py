"""An offer has a day to answer by: a reminder before it, and then it ends by itself."""

from datetime import date, timedelta

import pytest

from tests.builders import NOW, TODAY, a_ready_volunteer, a_unit, an_mvpm
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.placements import services
from timegiven.placements.models import Placement

pytestmark = pytest.mark.django_db
LATER = [NOW + timedelta(days=days) for days in range(20)]


def _offered(reply_by: date | None = None) -> tuple[Placement, object]:
    there = a_ready_volunteer(unit=a_unit())
    Placement.objects.all().delete()
    mvpm = an_mvpm()
    offer = services.offer(there.volunteer, version=there.version, unit=there.unit, weekly_minutes=240,
                           reply_by=reply_by, by=mvpm, at=NOW)  # fmt: skip
    Letter.objects.all().delete()
    return offer, mvpm


def _templates() -> list[str]:
    return list(Letter.objects.order_by("template").values_list("template", flat=True))


def test_two_weeks_are_given_where_nobody_says_otherwise():
    assert _offered()[0].reply_by == TODAY + timedelta(days=14)


def test_the_day_to_answer_by_comes_after_today():
    with pytest.raises(NotAllowed, match="has to come after today"):
        _offered(TODAY)


def test_no_place_is_kept_free_for_years():
    with pytest.raises(NotAllowed, match="Wednesday 24 April 2097 is too far away to keep a place free"):
        _offered(TODAY.replace(year=2097))


def test_a_reminder_comes_once_three_days_before():
    _offered()

    written = [services.remind_of_offers(at=LATER[days]) for days in (0, 10, 11, 12)]

    assert written == [0, 0, 1, 0]
    assert _templates() == ["placements/offer_reminder"]


@pytest.mark.clause(45)
def test_it_can_be_answered_on_its_last_day_and_has_ended_on_the_next():
    offer, _ = _offered()

    on_the_day, after = services.lapse_offers(at=LATER[14]), services.lapse_offers(at=LATER[15])

    offer.refresh_from_db()
    assert (on_the_day, after, offer.status) == (0, 1, "LAPSED")
    assert _templates() == ["placements/offer_lapsed"] * 2  # to the volunteer and the MVP Manager
    with pytest.raises(NotAllowed):
        services.agree(offer, by=offer.volunteer.person, at=LATER[15])


def test_a_late_yes_is_refused_in_words_also_before_the_job_has_run():
    offer, _ = _offered()

    with pytest.raises(NotAllowed) as refusal:
        services.agree(offer, by=offer.volunteer.person, at=LATER[15])

    assert refusal.value.reason == (
        "The placement is not agreed: the offer could be answered until Tuesday 8 May 2007."
    )
