"""A duty of a changed role is offered to those who have said yes, and to those who keep to what stayed the same."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.builders import NOW, TODAY, a_duty, a_ready_volunteer, a_risk_assessment, a_unit, a_unit_manager, an_offer
from timegiven.kernel.refusals import NotAllowed
from timegiven.library.models import ProfileVersion, RiskAssessment, Task
from timegiven.placements import services as placements
from timegiven.placements.models import Placement
from timegiven.programme.models import Cover
from timegiven.rota import selectors, services

pytestmark = pytest.mark.django_db


@pytest.fixture
def placement() -> Placement:
    return a_ready_volunteer(unit=a_unit())


def supersede(placement: Placement) -> ProfileVersion:
    old = placement.version
    ProfileVersion.objects.filter(pk=old.pk).update(status="SUPERSEDED", ended_on=TODAY)
    newer = ProfileVersion.objects.create(
        profile=old.profile, number=2, status="APPROVED", purpose="Help.", approved_on=TODAY
    )
    Task.objects.create(version=newer, position=1, text="Greet visitors")
    a_risk_assessment(newer)
    return newer


def who_could_come(duty) -> list[tuple[Placement, bool]]:
    return [(each.placement, each.may_be_offered) for each in selectors.candidates(duty, TODAY)]


@pytest.mark.clause(57)
def test_duties_in_the_old_and_in_the_new_version_are_for_all_who_are_placed_in_the_role(placement: Placement) -> None:
    said_yes = a_ready_volunteer(unit=placement.unit, version=placement.version)
    old_duty = a_duty(placement)
    newer = supersede(placement)
    placements.confirm(
        Placement.objects.get(pk=said_yes.pk), version=newer.reference, by=said_yes.volunteer.person, at=NOW
    )
    new_duty = a_duty(Placement.objects.get(pk=said_yes.pk))

    for duty in (old_duty, new_duty):
        assert sorted(who_could_come(duty), key=lambda each: each[0].pk) == [(placement, True), (said_yes, True)]


@pytest.mark.clause(57)
def test_who_has_not_said_yes_can_accept_a_duty_of_the_changed_role(placement: Placement) -> None:
    duty = a_duty(placement)
    offer = an_offer(placement, duty=duty)
    supersede(placement)

    services.accept(offer, by=placement.volunteer.person, at=NOW)

    offer.refresh_from_db()
    assert offer.status == "ACCEPTED"


@pytest.mark.clause(59, 60)
def test_while_the_review_is_overdue_nobody_is_offered_or_booked(placement: Placement) -> None:
    duty = a_duty(placement)
    offer = an_offer(placement, duty=duty)
    RiskAssessment.objects.update(review_on=TODAY)

    with pytest.raises(NotAllowed, match="safety check of this role at Front counter, Camden is not in date"):
        services.accept(offer, by=placement.volunteer.person, at=NOW)

    assert who_could_come(a_duty(placement)) == [(placement, False)]


@pytest.mark.clause(56)
def test_what_no_insurance_covers_is_not_put_on_the_rota(placement: Placement) -> None:
    duty = a_duty(placement)
    Cover.objects.filter(kind="PUBLIC").update(until_on=duty.on)
    facts = {"starts": duty.starts_at.time(), "ends": duty.ends_at.time(), "most": 1}

    with pytest.raises(NotAllowed, match="no insurance in force on Tuesday 1 May 2007 covers Public liability"):
        services.create(
            placement.version, placement.unit, day=duty.on, by=a_unit_manager(placement.unit), at=NOW, **facts
        )

    assert who_could_come(duty) == [(placement, False)]


@pytest.mark.clause(57, 60, 61)
def test_the_page_of_a_duty_names_the_tasks_and_says_when_the_role_rests(placement: Placement, client: Client) -> None:
    ahead = timezone.now() + timedelta(days=3)
    offer = an_offer(placement, duty=a_duty(placement, starts_at=ahead))
    supersede(placement)
    RiskAssessment.objects.update(review_on=ahead.date() + timedelta(days=9))
    client.force_login(placement.volunteer.person)

    def page() -> str:
        return client.get(f"/rota/offer/{offer.reference}/").content.decode()

    before = page()
    RiskAssessment.objects.update(review_on=TODAY)

    assert ("Greet visitors" in before, "Hand out leaflets" in before, "rests for now" in before) == (
        True,
        False,
        False,
    )
    assert "This role rests for now" in page()
