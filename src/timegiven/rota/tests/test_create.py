"""Plan a duty."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.rota import access, selectors, services
from timegiven.rota.models import Duty
from timegiven.rota.tests.conftest import Scene

TUESDAY = {"day": date(2007, 5, 1), "starts": time(10), "ends": time(14), "most": 2}


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
    assert (duty.most, duty.note, duty.created_by) == (2, "Side door", scene.manager)
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


def _role(scene: Scene) -> str:
    return f"{scene.placement.version.reference}-{scene.unit.reference}"


def test_a_duty_names_some_of_the_tasks_and_the_least_and_most_people(scene: Scene) -> None:
    duty = _create(scene, least=1, most=3, tasks=[2])

    assert (duty.least, duty.most, selectors.tasks_named(duty)) == (1, 3, ["Hand out leaflets"])
    with pytest.raises(NotAllowed, match="you hope for 4, and there is room for 3"):
        _create(scene, least=4, most=3)


@pytest.mark.usefixtures("clock")
def test_the_page_plans_a_duty_and_keeps_what_was_typed_when_it_cannot(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)
    page = reverse("rota:create", args=[_role(scene)])
    typed = {"day": "23/4/2007", "starts": "10am", "ends": "2pm", "least": "1", "most": "2", "note": "Side door"}

    led_to = client.post(reverse("rota:plan"), {"role": _role(scene), "often": "once"})
    refused = client.post(page, typed)
    planned = client.post(page, typed | {"day": "1/5/2007"})

    assert led_to.url == page
    assert refused.status_code == 200
    assert "Side door" in refused.content.decode()
    duty = Duty.objects.get()
    assert planned.url == reverse("rota:duty", args=[duty.reference])


@pytest.mark.usefixtures("clock")
def test_the_pages_are_not_for_volunteers_nor_for_the_roles_of_others(scene: Scene, client: Client) -> None:
    page = reverse("rota:create", args=[_role(scene)])
    client.force_login(scene.volunteer)
    assert [client.get(each).status_code for each in (reverse("rota:plan"), page)] == [403, 403]

    client.force_login(scene.stranger)
    assert client.get(page).status_code == 404


@pytest.mark.parametrize(("hours", "is_over"), [(-1, False), (1, True)], ids=["to come", "begun"])
def test_nobody_is_hoped_for_once_a_duty_has_begun(
    scene: Scene, client: Client, clock, hours: int, is_over: bool
) -> None:
    duty = build.a_duty(scene.placement, places=2)
    build.an_offer(scene.placement, duty=duty, status="DECLINED")
    clock(duty.starts_at + timedelta(hours=hours))
    client.force_login(scene.manager)

    page = client.get(reverse("rota:duty", args=[duty.reference])).text.split("<main")[1]

    assert ("Who said yes" in page, "Who is coming" in page) == (is_over, not is_over)
    assert ("Fewer than hoped for" in page, "1 more hoped for" in page) == (not is_over, not is_over)
    assert "0 of 2" in page
