"""A letter about a placement that waits when it is answered, changed or ended does not leave any more."""

from datetime import datetime, time, timedelta

import pytest

from tests.builders import NOW, TODAY, a_ready_volunteer, a_unit, a_unit_manager, an_mvpm
from timegiven.kernel.time import at_london
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.placements import services
from timegiven.placements.models import Placement

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered() -> Placement:
    ready = a_ready_volunteer(unit=a_unit(), name="Ann Bee", email=None)
    volunteer, version, unit = ready.volunteer, ready.version, ready.unit
    ready.delete()
    return services.offer(volunteer, version=version, unit=unit, weekly_minutes=240, by=an_mvpm(), at=NOW)


@pytest.fixture
def placement() -> Placement:
    return a_ready_volunteer(unit=a_unit(), name="Ann Bee", email=None)


def overtaken() -> dict[str, str]:
    return dict(Letter.objects.filter(status="OVERTAKEN").values_list("template", "why_overtaken"))


@pytest.mark.parametrize("says", [services.agree, services.decline])
def test_an_offer_that_is_answered_is_not_posted(offered, says):
    says(offered, by=offered.volunteer.person, at=NOW)

    assert overtaken() == {"placements/offered": "They have answered already"}


def test_an_offer_is_not_posted_when_its_last_day_is_over(offered):
    end: datetime = at_london(offered.reply_by + timedelta(days=1), time())

    assert [letters.overtake_late(at=moment) for moment in (end - timedelta(minutes=1), end)] == [0, 1]


def test_an_offer_that_has_ended_is_not_posted(offered):
    services.lapse_offers(at=NOW + timedelta(days=60))

    assert overtaken() == {"placements/offered": "The offer has ended"}


def test_nothing_more_is_posted_about_a_placement_that_has_ended(placement):
    services.ask_how_it_goes(at=NOW + timedelta(days=60))
    letters.write(
        "placements/how_it_goes", to=placement.volunteer.person, at=NOW, about=[placement], placement=placement
    )

    services.end(placement, by=an_mvpm(), at=NOW)

    assert overtaken() == {"placements/how_it_goes": "The placement has ended"}
    assert Letter.objects.filter(template="placements/ended", status="TO_PRINT").exists()


def test_a_plan_of_the_first_day_that_has_changed_is_not_posted_and_the_new_one_comes_as_the_first(placement):
    Placement.objects.update(status="AGREED")
    placement.refresh_from_db()
    plan = {"host": "Sgt Joan Okoro", "by": a_unit_manager(placement.unit), "at": NOW}

    for days in (7, 8):
        services.plan_first_day(placement, meets_at=NOW + timedelta(days=days), **plan)

    assert overtaken() == {"placements/first_day": "The plan has changed"}
    letter = Letter.objects.get(status="TO_PRINT")
    assert letter.subject.startswith("Your first day")
    assert letter.until_at == NOW + timedelta(days=8)
    assert NOW.date() == TODAY
