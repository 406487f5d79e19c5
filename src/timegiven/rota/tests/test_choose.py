"""Choose for oneself: sign up, wait for a place, move up by itself, say what suits, be away."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements.models import Placement
from timegiven.rota import selectors, services
from timegiven.rota.models import Duty, Offer, Wish
from timegiven.rota.tests.conftest import Scene

NOTHING = {
    "suits": [],
    "never": [],
    "most_week_minutes": None,
    "roles": [],
    "units": [],
    "companions": [],
    "wants_texts": False,
}


def _colleague(scene: Scene) -> Placement:
    return build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)


def _full(scene: Scene) -> tuple[Duty, Offer]:
    """A duty that a colleague has filled."""
    duty = build.a_duty(scene.placement)
    return duty, build.an_offer(_colleague(scene), duty=duty, status="ACCEPTED")


@pytest.mark.clause(33, 45)
def test_a_volunteer_puts_their_own_name_down(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)

    offer = services.sign_up(duty, by=scene.volunteer, at=build.NOW)

    assert (offer.status, Letter.objects.get().subject) == ("ACCEPTED", "Thank you: Tuesday 1 May 2007, 10am to 2pm")
    with pytest.raises(NotAllowed, match="you have an answer on this duty already"):
        services.sign_up(duty, by=scene.volunteer, at=build.NOW)


def test_nobody_signs_up_for_a_draft_or_for_a_role_they_have_not_begun(scene: Scene) -> None:
    draft = build.a_duty(scene.placement, is_draft=True)
    elsewhere = build.a_duty(build.a_ready_volunteer(unit=build.a_unit("Stores")))

    for duty in (draft, elsewhere):
        with pytest.raises(NotPermitted):
            services.sign_up(duty, by=scene.volunteer, at=build.NOW)


@pytest.mark.clause(34, 36)
def test_every_refusal_is_told_before_it_is_met(scene: Scene) -> None:
    build.an_offer(scene.placement, status="ACCEPTED")
    build.time_given(scene.placement.volunteer, minutes=2100, on=date(2007, 5, 2))
    fits = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 16, 9, tzinfo=UTC), hours=1)
    overlaps = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 1, 12, tzinfo=UTC), hours=1)
    too_much = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 17, 9, tzinfo=UTC))
    too_soon = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 1, 21, tzinfo=UTC), hours=3)
    early = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 2, 5, tzinfo=UTC), hours=1)
    build.a_duty(scene.placement, is_draft=True)
    services.sign_up(
        build.a_duty(scene.placement, starts_at=datetime(2007, 6, 1, 8, tzinfo=UTC), hours=1),
        by=scene.volunteer,
        at=build.NOW,
    )

    found = {each.duty: each.reasons for each in selectors.choices(scene.volunteer, build.NOW)}

    assert {duty: [reason.split(" ")[0] for reason in reasons] for duty, reasons in found.items()} == {
        overlaps: ["It"],
        too_soon: ["Time"],
        early: [],
        fits: [],
        too_much: ["Time"],
    }


def test_a_break_between_two_days_that_suit_is_seen_on_its_very_days(scene: Scene) -> None:
    days = [date(2007, 5, 1), date(2007, 5, 8), date(2007, 5, 15)]
    for on in days:
        build.a_duty(scene.placement, starts_at=datetime(on.year, on.month, on.day, 9, tzinfo=UTC))
    build.a_break(scene.placement.volunteer, from_on=days[1], until_on=days[1] + timedelta(days=1))

    found = {each.duty.on: each.reasons for each in selectors.choices(scene.volunteer, build.NOW)}

    assert found == {days[0]: [], days[1]: ["You are on a break on Tuesday 8 May 2007."], days[2]: []}


def test_the_choice_costs_the_same_queries_for_one_duty_and_for_many(scene: Scene) -> None:
    build.a_duty(scene.placement)
    with CaptureQueriesContext(connection) as one:
        selectors.choices(scene.volunteer, build.NOW)
    for number in range(8):
        build.a_duty(scene.placement, starts_at=datetime(2007, 5, 2 + number, 9, tzinfo=UTC))
    with CaptureQueriesContext(connection) as many:
        found = selectors.choices(scene.volunteer, build.NOW)

    assert len(found) == 9
    assert len(many) - len(one) <= len(one)  # readiness is asked of the first and the last day, whatever is between


@pytest.mark.usefixtures("clock")
def test_the_page_puts_a_name_down_and_a_refused_one_stays_with_the_reason(scene: Scene, client: Client) -> None:
    duty = build.a_duty(scene.placement)
    full, _ = _full(scene)
    client.force_login(scene.volunteer)

    shown = client.get(reverse("rota:choose")).context
    refused = client.post(reverse("rota:sign_up", args=[full.reference]))
    done = client.post(reverse("rota:sign_up", args=[duty.reference]))

    assert ([each.duty for each in shown["free"]], [each.duty for each in shown["full"]]) == ([duty], [full])
    assert "every place on this duty has been taken" in refused.content.decode()
    assert done.url == reverse("rota:offered", args=[Offer.objects.get(person=scene.volunteer).reference])


@pytest.mark.clause(36)
def test_the_list_moves_up_by_itself_in_turn(scene: Scene) -> None:
    duty, first = _full(scene)
    late, often = _colleague(scene), _colleague(scene)
    build.an_offer(often)  # asked once already: others come first
    for placement in (often, scene.placement, late):
        services.join_list(duty, by=placement.volunteer.person, at=build.NOW)

    services.cannot_come(first, by=first.person, at=build.NOW)

    statuses = dict(duty.offers.values_list("person", "status"))
    assert statuses[scene.volunteer.pk] == "ACCEPTED"
    assert (statuses[late.volunteer.person_id], statuses[often.volunteer.person_id]) == ("WAITING", "WAITING")
    letter = Letter.objects.get(template="rota/moved_up")
    assert letter.recipient == scene.volunteer.reference
    assert Letter.objects.filter(template="rota/place_open", text__contains="waiting list has the place").count() == 2


def test_who_does_not_fit_any_more_is_passed_over(scene: Scene) -> None:
    duty, first = _full(scene)
    services.join_list(duty, by=scene.volunteer, at=build.NOW)
    build.an_offer(scene.placement, status="ACCEPTED")  # at the same time, since

    services.cannot_come(first, by=first.person, at=build.NOW)

    assert Offer.objects.get(duty=duty, person=scene.volunteer).status == "WAITING"


@pytest.mark.usefixtures("clock")
def test_who_is_away_is_not_put_down_and_sees_what_they_had_agreed_to(scene: Scene, client: Client) -> None:
    duty, first = _full(scene)
    waiting = services.join_list(duty, by=scene.volunteer, at=build.NOW)
    agreed = build.an_offer(
        scene.placement,
        duty=build.a_duty(scene.placement, starts_at=datetime(2007, 5, 2, 9, tzinfo=UTC)),
        status="ACCEPTED",
    )
    services.be_away(scene.volunteer, first=duty.on, last=date(2007, 5, 2), by=scene.volunteer, at=build.NOW)
    services.cannot_come(first, by=first.person, at=build.NOW)
    client.force_login(scene.volunteer)

    waiting.refresh_from_db()
    assert waiting.status == "WAITING"
    assert client.get(reverse("rota:away")).context["agreed"] == [agreed]


def test_on_the_last_day_people_are_asked_before_they_are_put_down(scene: Scene) -> None:
    duty, first = _full(scene)
    services.join_list(duty, by=scene.volunteer, at=build.NOW)

    services.cannot_come(first, by=first.person, at=duty.starts_at - timedelta(hours=3))

    assert Offer.objects.get(duty=duty, person=scene.volunteer).status == "OPEN"
    assert Letter.objects.filter(template="rota/place_free").count() == 1


def test_there_is_no_waiting_where_there_is_a_place_and_one_may_stop_waiting(scene: Scene) -> None:
    free, (full, first) = build.a_duty(scene.placement), _full(scene)

    with pytest.raises(NotAllowed, match="You need not wait"):
        services.join_list(free, by=scene.volunteer, at=build.NOW)
    waiting = services.join_list(full, by=scene.volunteer, at=build.NOW)
    services.leave_list(waiting, by=scene.volunteer, at=build.NOW)
    services.cannot_come(first, by=first.person, at=build.NOW)

    waiting.refresh_from_db()
    assert waiting.status == "DECLINED"


def test_the_worker_finds_places_that_opened_by_leaving_or_by_more_room(scene: Scene) -> None:
    duty, first = _full(scene)
    waiting = services.join_list(duty, by=scene.volunteer, at=build.NOW)
    services.release_all(first.person, by=first.person, at=build.NOW)

    moved = [services.move_up(at=build.NOW), services.move_up(at=build.NOW)]

    waiting.refresh_from_db()
    assert (moved, waiting.status) == ([1, 0], "ACCEPTED")


# What suits


def _told(scene: Scene, **wishes: object) -> None:
    services.keep_wishes(scene.volunteer, by=scene.volunteer, at=build.NOW, **(NOTHING | wishes))


def _reasons(scene: Scene, duty: Duty) -> list[str]:
    (candidate,) = selectors.candidates(duty, build.TODAY)
    return candidate.reasons


@pytest.mark.clause(33, 45)
def test_nobody_is_asked_at_a_time_that_never_suits_but_may_choose_it(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    _told(scene, never=["1-AFTERNOON"], most_week_minutes=120)

    assert _reasons(scene, duty) == [
        "They have told us that this time of the week never suits them.",
        "They would like to give no more than 2 hours in a week.",
    ]
    assert services.sign_up(duty, by=scene.volunteer, at=build.NOW).status == "ACCEPTED"


@pytest.mark.clause(47)
def test_nobody_is_asked_while_away_and_no_reason_is_kept(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    away = services.be_away(
        scene.volunteer, first=date(2007, 5, 1), last=date(2007, 5, 1), by=scene.volunteer, at=build.NOW
    )

    assert _reasons(scene, duty) == ["They have told us that they are away."]
    services.be_back(away, by=scene.volunteer, at=build.NOW)
    assert _reasons(scene, duty) == []


def test_a_day_that_differs_stands_above_the_usual_week(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    _told(scene, never=["1-MORNING"], suits=["2-MORNING"])
    services.keep_other_day(
        scene.volunteer, on=duty.on, suits=["MORNING", "AFTERNOON"], by=scene.volunteer, at=build.NOW
    )

    (candidate,) = selectors.candidates(duty, build.TODAY)

    assert (candidate.reasons, candidate.told.in_words) == ([], ["This time usually suits"])


def test_wishes_order_those_who_have_been_asked_as_often(scene: Scene) -> None:
    zoe = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version, name="Zoe Webb")
    wish = Wish.objects.create(person=zoe.volunteer.person, changed_at=build.NOW)
    wish.roles.add(scene.placement.version.profile)

    found = selectors.candidates(build.a_duty(scene.placement), build.TODAY)

    assert [each.name for each in found] == ["Zoe Webb", "Ada Okafor"]
    assert found[0].in_words == "Not asked of late. Likes this role."


def test_wishes_that_contradict_each_other_are_refused(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="Monday morning is ticked twice"):
        _told(scene, suits=["0-MORNING"], never=["0-MORNING"])
    with pytest.raises(NotAllowed, match="comes before the first"):
        services.be_away(
            scene.volunteer, first=date(2007, 5, 2), last=date(2007, 5, 1), by=scene.volunteer, at=build.NOW
        )


@pytest.mark.usefixtures("clock")
def test_the_pages_keep_wishes_and_days_away(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)

    twice = client.post(reverse("rota:wishes"), {"suits_0": ["MORNING"], "never_0": ["MORNING"]})
    kept = client.post(reverse("rota:wishes"), {"suits_0": ["MORNING"], "most_week_0": "4", "most_week_1": ""})
    client.post(reverse("rota:away"), {"first": "1/5/2007", "last": "3/5/2007"})
    client.post(reverse("rota:other_day"), {"on": "8/5/2007", "suits": ["EVENING"]})

    assert "Monday morning is ticked twice" in twice.content.decode()
    assert kept.url == reverse("rota:my_calendar")
    assert Wish.objects.values_list("suits", flat=True).get() == ["0-MORNING"]
    shown = client.get(reverse("rota:away")).context
    assert ([each.until_on for each in shown["away"]], len(shown["other_days"])) == ([date(2007, 5, 4)], 1)
    client.force_login(scene.manager)
    assert client.get(reverse("rota:wishes")).status_code == 403


def test_the_mvp_manager_notes_wishes_for_those_who_ring(scene: Scene) -> None:
    services.keep_wishes(scene.volunteer, by=scene.mvpm, at=build.NOW, **NOTHING)
    for person in (scene.manager, scene.stranger):
        with pytest.raises(NotPermitted):
            services.keep_wishes(scene.volunteer, by=person, at=build.NOW, **NOTHING)


@pytest.mark.clause(33, 42)
@pytest.mark.parametrize(
    ("born", "hours_between", "is_refused"), [(1950, 11, False), (1950, 10, True), (1990, 11, True), (1990, 12, False)]
)
def test_there_is_rest_between_the_duties_of_two_days(
    scene: Scene, born: int, hours_between: int, is_refused: bool
) -> None:
    scene.volunteer.born_on = date(born, 1, 1)
    scene.volunteer.save()
    build.an_adult_for(scene.placement.volunteer)
    evening = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 1, 17, tzinfo=UTC), hours=3)
    build.an_offer(scene.placement, duty=evening, status="ACCEPTED")
    starts_at = evening.ends_at + timedelta(hours=hours_between)
    next_day = build.a_duty(scene.placement, starts_at=starts_at, hours=2)

    if is_refused:
        with pytest.raises(NotAllowed, match=r"of rest, and 1[12] hours is the least"):
            services.sign_up(next_day, by=scene.volunteer, at=build.NOW)
        assert _reasons(scene, next_day)
    else:
        services.sign_up(next_day, by=scene.volunteer, at=build.NOW)


@pytest.mark.clause(33)
def test_night_hours_of_the_young_are_refused_at_each_act(scene: Scene) -> None:
    scene.volunteer.born_on = date(1990, 6, 1)
    scene.volunteer.save()
    build.an_adult_for(scene.placement.volunteer)
    night = datetime(2007, 5, 1, 20, tzinfo=UTC)  # 9pm to 11pm in London
    chosen, asked, full = (build.a_duty(scene.placement, starts_at=night, hours=2) for _ in range(3))
    first = build.an_offer(_colleague(scene), duty=full, status="ACCEPTED")
    waiting = build.an_offer(scene.placement, duty=full, status="WAITING")
    draft = build.a_duty(scene.placement, starts_at=night, hours=2, is_draft=True)
    build.an_offer(scene.placement, duty=draft, status="PREPARED")
    words = "people under 18 do not give time between 10pm and 6am"

    for act in (
        lambda: services.sign_up(chosen, by=scene.volunteer, at=build.NOW),
        lambda: services.accept(build.an_offer(scene.placement, duty=asked), by=scene.volunteer, at=build.NOW),
    ):
        with pytest.raises(NotAllowed, match=words):
            act()
    services.cannot_come(first, by=first.person, at=build.NOW)
    published = services.publish([draft.reference], by=scene.manager, at=build.NOW)

    waiting.refresh_from_db()
    (mine,) = (each for each in selectors.candidates(chosen, build.TODAY) if each.placement == scene.placement)
    assert mine.reasons == [f"{words[:1].upper()}{words[1:]}."]
    assert (waiting.status, published.people, len(published.held_back)) == ("WAITING", 0, 1)


def test_a_placement_that_rests_or_has_ended_offers_nothing_to_choose(scene: Scene) -> None:
    build.a_duty(scene.placement)
    before = len(selectors.choices(scene.volunteer, build.NOW))
    Placement.objects.update(status="ENDED")

    assert (before, selectors.choices(scene.volunteer, build.NOW)) == (1, [])
