"""Plan a duty."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.rota import access, services
from timegiven.rota.models import Duty
from timegiven.rota.tests.conftest import Scene

TUESDAY = {"day": date(2007, 5, 1), "starts": time(10), "ends": time(14), "places": 2}


def _create(scene: Scene, **changes: object) -> Duty:
    facts = {"by": scene.manager, "at": build.NOW} | TUESDAY | changes
    return services.create(scene.placement.version, scene.unit, **facts)


@pytest.mark.clause(33, 51)
def test_a_unit_manager_plans_a_duty_in_london_time(scene: Scene) -> None:
    duty = _create(scene, note="Side door")

    assert (duty.starts_at, duty.ends_at) == (
        datetime(2007, 5, 1, 9, tzinfo=UTC),
        datetime(2007, 5, 1, 13, tzinfo=UTC),
    )
    assert (duty.places, duty.note, duty.created_by) == (2, "Side door", scene.manager)
    assert duty.when == "Tuesday 1 May 2007, 10am to 2pm"


def test_an_end_before_the_start_is_on_the_next_day(scene: Scene) -> None:
    duty = _create(scene, starts=time(22), ends=time(2))

    assert duty.minutes == 240
    assert duty.times == "10pm to 2am the next day"


@pytest.mark.parametrize(
    "changes",
    [
        {"day": date(2007, 4, 24), "starts": time(11)},
        {"day": date(2007, 4, 23)},
        {"ends": time(18, 1)},
        {"ends": time(10)},
        {"day": date(2009, 4, 1)},
    ],
    ids=["earlier today", "yesterday", "over eight hours", "a whole day", "after the risk assessment ends"],
)
def test_a_duty_that_cannot_be_is_refused_with_what_to_do(scene: Scene, changes: dict) -> None:
    with pytest.raises(NotAllowed) as refusal:
        _create(scene, **changes)

    assert refusal.value.next_step
    assert Duty.objects.count() == 0


def test_a_role_that_is_not_approved_or_not_assessed_here_is_refused(scene: Scene) -> None:
    draft = build.a_version(unit=scene.unit, status="DRAFT")
    elsewhere = build.a_version(unit=scene.unit)

    for version in (draft, elsewhere):
        with pytest.raises(NotAllowed):
            services.create(version, scene.unit, by=scene.manager, at=build.NOW, **TUESDAY)


@pytest.mark.clause(50)
def test_who_may_plan_duties(scene: Scene) -> None:
    other_unit = build.a_unit("Stores")
    people = [scene.manager, scene.mvpm, scene.stranger, scene.volunteer, build.the_central_team()]

    assert [access.create(person, scene.unit, build.TODAY) for person in people] == [True, True, False, False, False]
    assert [access.create(person, other_unit, build.TODAY) for person in people] == [False, True, False, False, False]
    with pytest.raises(NotPermitted):
        _create(scene, by=scene.stranger)


@pytest.mark.usefixtures("clock")
def test_the_page_plans_a_duty_and_keeps_what_was_typed_when_it_cannot(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)
    role = f"{scene.placement.version.reference}-{scene.unit.reference}"
    typed = {"role": role, "day": "23/4/2007", "starts": "10am", "ends": "2pm", "places": "2", "note": "Side door"}

    refused = client.post(reverse("rota:create"), typed)
    planned = client.post(reverse("rota:create"), typed | {"day": "1/5/2007"})

    assert refused.status_code == 200
    assert "Side door" in refused.content.decode()
    duty = Duty.objects.get()
    assert planned.url == reverse("rota:duty", args=[duty.reference])


@pytest.mark.usefixtures("clock")
def test_the_page_is_not_for_volunteers(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)

    assert client.get(reverse("rota:create")).status_code == 403
