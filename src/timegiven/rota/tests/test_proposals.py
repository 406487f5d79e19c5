"""The planner proposes, people decide: nobody is asked before somebody says so, and nobody is ever put down."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from rostering.problem import Plan, Problem
from rostering.solve import solve
from tests import builders as build
from tests.front_counter import a_front_counter
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.letters.models import Letter
from timegiven.rota import selectors, services
from timegiven.rota.models import Away, Duty, Offer, Proposal, Wish
from timegiven.rota.tests.conftest import Scene

FIRST, AFTER = date(2007, 4, 30), date(2007, 5, 14)
NINE = datetime(2007, 5, 1, 9, tzinfo=UTC)  # 10am in London
WHEN = "Tuesday 1 May 2007, 10am to 2pm"


@pytest.fixture
def three(scene: Scene) -> list[Any]:
    """Three people ready for the role."""
    others = [
        build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version, name=name)
        for name in ("Ben Cole", "Cy Dunn")
    ]
    return [scene.placement, *others]


def propose(scene: Scene, **changes: Any) -> Proposal:
    told = {"from_on": FIRST, "until_on": AFTER, "by": scene.manager, "at": build.NOW} | changes
    return services.propose(scene.unit, **told)


def planned(scene: Scene, with_what: Callable[..., Plan] = solve) -> Proposal:
    propose(scene)
    made = services.make_next(with_what, clock=lambda: build.NOW)
    assert made is not None
    made.refresh_from_db()
    return made


def lines(proposal: Proposal) -> list[tuple[str, str, str]]:
    found = selectors.proposed_places(proposal)
    return [(line.duty.when, line.placement.volunteer.person.name, line.kind) for line in found]


def use(proposal: Proposal, scene: Scene) -> tuple[int, int]:
    chosen = [line.pk for line in selectors.proposed_places(proposal)]
    return services.use(proposal, chosen=chosen, by=scene.manager, at=build.NOW)


@pytest.mark.clause(33, 43)
def test_open_places_are_filled_and_it_is_proved_that_no_plan_does_better(scene: Scene, three: list[Any]) -> None:
    for days in (0, 1):
        build.a_duty(scene.placement, starts_at=NINE + timedelta(days=days), places=2)

    made = planned(scene)

    assert (made.status, made.wanted, made.filled, made.done) == ("READY", 4, 4, 100)
    assert made.cost == pytest.approx(made.bound)
    assert {kind for _, _, kind in lines(made)} == {"NEW"}
    assert (Offer.objects.count(), Letter.objects.count()) == (0, 0)


def test_who_is_not_ready_or_away_or_never_free_then_is_not_proposed(scene: Scene, three: list[Any]) -> None:
    build.a_duty(scene.placement, places=3)
    ada, ben, cy = (each.volunteer.person for each in three)
    Away.objects.create(
        person=ada, from_on=date(2007, 5, 1), until_on=date(2007, 5, 3), noted_at=build.NOW, noted_by=ada
    )
    Wish.objects.create(person=ben, never=["1-MORNING"], changed_at=build.NOW)

    made = planned(scene)

    assert (lines(made), made.wanted, made.filled) == ([(WHEN, cy.name, "NEW")], 3, 1)


def test_a_yes_is_never_moved_and_an_open_question_seldom(scene: Scene, three: list[Any]) -> None:
    duty = build.a_duty(scene.placement, places=2)
    beside = build.a_duty(scene.placement, starts_at=NINE + timedelta(hours=1))
    build.an_offer(three[0], duty=duty, status="ACCEPTED")
    build.an_offer(three[1], duty=duty, status="OPEN")

    made = planned(scene)

    assert [each for each in lines(made) if each[1] == "Ada Okafor"] == []
    assert lines(made)[0] == (WHEN, "Ben Cole", "KEPT")
    assert lines(made)[1:] == [(beside.when, "Cy Dunn", "NEW")]


@pytest.mark.clause(45)
def test_those_ticked_are_asked_in_one_letter_each(scene: Scene, three: list[Any]) -> None:
    for days in (0, 7):
        build.a_duty(scene.placement, starts_at=NINE + timedelta(days=days), places=3)
    made = planned(scene)

    counts = use(made, scene)

    made.refresh_from_db()
    assert (counts, made.status) == ((6, 0), "SENT")
    assert sorted(Offer.objects.values_list("person__name", "status")) == sorted(
        [(name, "OPEN") for name in ("Ada Okafor", "Ben Cole", "Cy Dunn")] * 2
    )
    assert Letter.objects.filter(template="rota/published").count() == 3


def test_on_a_draft_they_are_noted_and_hear_nothing_yet(scene: Scene) -> None:
    build.a_duty(scene.placement, is_draft=True)
    made = planned(scene)

    use(made, scene)

    assert (Offer.objects.get().status, Letter.objects.count()) == ("PREPARED", 0)


def test_a_plan_of_yesterday_asks_nobody_who_has_left_or_is_busy_by_now(scene: Scene, three: list[Any]) -> None:
    build.a_duty(scene.placement, places=3)
    made = planned(scene)
    ada, ben, _ = three
    type(ada).objects.filter(pk=ada.pk).update(status="ENDED")
    other = build.a_duty(scene.placement, starts_at=NINE + timedelta(hours=1))
    build.an_offer(ben, duty=other, status="ACCEPTED")

    counts = use(made, scene)

    why = {line.placement.volunteer.person.name: line.why_not for line in selectors.proposed_places(made)}
    assert counts == (1, 2)
    assert why["Ada Okafor"] == "They are not placed in this role here any more."
    assert "Tuesday 1 May 2007, 11am to 3pm" in why["Ben Cole"]
    assert why["Cy Dunn"] == ""


def test_a_plan_is_used_once(scene: Scene) -> None:
    build.a_duty(scene.placement)
    made = planned(scene)
    use(made, scene)

    with pytest.raises(SomeoneElseActed):
        use(made, scene)
    assert Offer.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"from_on": date(2007, 4, 1)}, "has passed"),
        ({"until_on": FIRST}, "the last day lies before the first"),
        ({"until_on": FIRST + timedelta(days=63)}, "two months at a time at most"),
        ({"from_on": date(2007, 5, 10)}, "no duty on these days has a place left"),
    ],
)
def test_what_the_planner_is_not_asked(scene: Scene, changes: dict[str, Any], why: str) -> None:
    build.a_duty(scene.placement)

    with pytest.raises(NotAllowed, match=why):
        propose(scene, **changes)
    assert Proposal.objects.count() == 0


def test_one_plan_at_a_time_for_a_unit(scene: Scene) -> None:
    build.a_duty(scene.placement)
    propose(scene)

    with pytest.raises(NotAllowed, match="at work for this unit already"):
        propose(scene)


def test_only_those_who_plan_the_unit_ask_use_or_stop(scene: Scene) -> None:
    build.a_duty(scene.placement)
    made = planned(scene)

    for person in (scene.stranger, scene.volunteer):
        with pytest.raises(NotPermitted):
            propose(scene, by=person)
        with pytest.raises(NotPermitted):
            services.use(made, chosen=[], by=person, at=build.NOW)
        with pytest.raises(NotPermitted):
            services.stop(made, by=person, at=build.NOW)


def test_stopped_while_it_waits_it_is_put_aside(scene: Scene) -> None:
    build.a_duty(scene.placement)
    waiting = propose(scene)

    services.stop(waiting, by=scene.mvpm, at=build.NOW)

    waiting.refresh_from_db()
    assert (waiting.status, services.make_next(solve, clock=lambda: build.NOW)) == ("ASIDE", None)


def test_stopped_at_work_it_shows_the_best_so_far(scene: Scene) -> None:
    build.a_duty(scene.placement)
    heard = []

    def slow(problem: Problem, *, stop: Callable[[], bool], **options: Any) -> Plan:
        heard.append(stop())
        services.stop(Proposal.objects.get(), by=scene.manager, at=build.NOW)
        heard.append(stop())
        return Plan((), {}, 10.0, 5.0, 10.0, {})

    made = planned(scene, slow)

    assert (heard, made.status, made.filled) == ([False, True], "READY", 0)


def test_a_fault_of_ours_is_told_and_the_rota_stays_as_it_is(scene: Scene) -> None:
    build.a_duty(scene.placement)
    propose(scene)

    def broken(problem: Problem, **options: Any) -> Plan:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        services.make_next(broken, clock=lambda: build.NOW)
    made = Proposal.objects.get()
    assert (made.status, made.trouble) == ("FAILED", "The planner met a fault of ours.")


def test_what_a_lost_worker_had_in_hand_is_given_up(scene: Scene) -> None:
    build.a_duty(scene.placement)
    lost = propose(scene)
    Proposal.lifecycle.move(lost, "RUNNING", by=None, at=build.NOW)
    Proposal.objects.update(began_at=build.NOW)

    services.make_next(solve, clock=lambda: build.NOW + timedelta(minutes=16))

    lost.refresh_from_db()
    assert (lost.status, lost.trouble) == ("FAILED", "The planner was switched off before it was done.")


def test_nobody_at_all_is_a_plan_too(scene: Scene) -> None:
    build.a_duty(scene.placement)
    type(scene.placement).objects.update(status="PAUSED" if "PAUSED" in type(scene.placement).Status else "ENDED")

    made = planned(scene)

    assert (made.status, made.wanted, made.filled) == ("READY", 1, 0)


def test_the_reasons_for_a_duty(scene: Scene, three: list[Any]) -> None:
    duty = build.a_duty(scene.placement)
    Wish.objects.create(person=three[1].volunteer.person, changed_at=build.NOW).roles.add(three[1].version.profile)
    Away.objects.create(
        person=three[2].volunteer.person,
        from_on=date(2007, 5, 1),
        until_on=date(2007, 5, 3),
        noted_at=build.NOW,
        noted_by=three[2].volunteer.person,
    )
    made = planned(scene)
    ((_, chosen, _),) = lines(made)

    reasons = selectors.proposed_for(made, duty, build.NOW)

    assert [name for name, _ in reasons.here] == [chosen]
    assert reasons.here[0][1][-1] == "Without them this place would stay open."
    others = dict(reasons.others)
    assert others["Cy Dunn"] == ["They have told us that they are away."]
    assert sorted(others) == sorted({"Ada Okafor", "Ben Cole", "Cy Dunn"} - {chosen})
    assert all(said for said in others.values())


# Pages


@pytest.mark.usefixtures("clock")
def test_the_manager_asks_watches_looks_and_asks_people(scene: Scene, client: Client) -> None:
    build.a_duty(scene.placement)
    client.force_login(scene.manager)

    sent = client.post(
        "/rota/planner/", {"unit": scene.unit.reference, "from_on": "30/4/2007", "last_on": "13/5/2007"}, follow=True
    )
    waiting = sent.text
    services.make_next(solve, clock=lambda: build.NOW)
    made = Proposal.objects.get()
    address = f"/rota/planner/{made.reference}/"
    ready = client.get(address)
    field = f"duty_{Duty.objects.get().pk}"
    (key, _) = ready.context["form"].fields[field].choices[0]
    why = client.get(f"{address}why/{Duty.objects.get().reference}/")
    after = client.post(address, {field: [key]}, follow=True)
    again = client.post(address, {field: [key]})

    assert "The planner will begin in a moment." in waiting
    assert "It is proved that no plan does better" in ready.text
    assert "Ada Okafor" in why.text
    assert "1 offer made." in after.text
    assert "We have not asked anybody: this plan has been used or put aside." in again.text
    assert Offer.objects.get().status == "OPEN"


@pytest.mark.usefixtures("clock")
def test_nothing_ticked_asks_nobody_and_says_so(scene: Scene, client: Client) -> None:
    build.a_duty(scene.placement)
    made = planned(scene)
    client.force_login(scene.manager)

    reply = client.post(f"/rota/planner/{made.reference}/", {})

    assert (reply.status_code, "nobody is ticked" in reply.text, Offer.objects.count()) == (200, True, 0)


@pytest.mark.usefixtures("clock")
def test_a_day_that_nobody_can_reckon_with_is_asked_for_again(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)

    typed = {"unit": scene.unit.reference, "from_on": "1/1/9999", "last_on": "31/12/9999"}
    reply = client.post("/rota/planner/", typed)

    assert (reply.status_code, "The first day must be a real date" in reply.text) == (200, True)
    assert 'value="31/12/9999"' in reply.text


@pytest.mark.usefixtures("clock")
def test_a_plan_of_another_borough_is_not_to_be_found(scene: Scene, client: Client) -> None:
    build.a_duty(scene.placement)
    made = planned(scene)
    client.force_login(scene.stranger)

    pages = [client.get(f"/rota/planner/{made.reference}/"), client.post(f"/rota/planner/{made.reference}/stop/")]

    assert [page.status_code for page in pages] == [404, 404]


@pytest.mark.usefixtures("clock")
def test_a_plan_that_is_ready_is_on_the_first_page_of_who_asked(scene: Scene) -> None:
    build.a_duty(scene.placement)
    planned(scene)

    told = {
        person: [need.text for need in selectors.needs(person, build.TODAY) if "plan" in need.text]
        for person in (scene.manager, scene.mvpm)
    }

    assert told == {scene.manager: ["Look at the plan for Front counter, Camden"], scene.mvpm: []}


# Two workers


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_take_the_same_plan() -> None:

    scene = a_front_counter()
    build.a_duty(scene.placement)
    propose(scene)
    gate, taken = Barrier(2, timeout=10), []

    def once(problem: Problem, **options: Any) -> Plan:
        taken.append(1)
        return Plan((), {}, 0.0, 0.0, 0.0, {})

    def work() -> None:
        gate.wait()
        try:
            services.make_next(once, clock=lambda: build.NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(work) for _ in range(2)]:
            each.result()

    assert (len(taken), Proposal.objects.get().status) == (1, "READY")
