"""Days and times of the week: volunteer, unit and MVP Manager agree them together (clause 44)."""

from datetime import date, time

import pytest

from tests.builders import NOW, a_borough, a_person, a_ready_volunteer, a_unit, a_unit_manager, an_mvpm
from timegiven.hours.models import Extension
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements import selectors, services
from timegiven.placements.models import Pattern, Placement
from timegiven.placements.rules import Time, check_fits, check_times, pattern_words

TUESDAYS = [Time(1, time(10), time(14))]
FRIDAYS = [Time(4, time(9), time(12)), Time(5, time(9), time(12), is_optional=True)]


def test_times_are_said_in_the_order_of_the_week():
    words = pattern_words([FRIDAYS[1], TUESDAYS[0]])

    assert words == "Tuesdays, 10am to 2pm and Saturdays, 9am to midday, if it suits"


@pytest.mark.parametrize(
    ("times", "refused"),
    [
        (TUESDAYS, ""),
        (FRIDAYS, ""),
        ([], "no day was chosen"),
        ([Time(1, time(14), time(10))], "the end comes before the beginning"),
        ([*TUESDAYS, Time(1, time(13), time(15))], "lie over each other"),
        ([*TUESDAYS, Time(1, time(14), time(15))], ""),
    ],
)
def test_times_are_in_order(times, refused):
    try:
        check_times(times)
        said = ""
    except NotAllowed as refusal:
        said = refusal.reason
    assert refused in said
    assert bool(refused) == bool(said)


def test_optional_times_do_not_count_towards_the_week():
    assert check_fits(FRIDAYS, cap=2400, weeks=4) == 180
    with pytest.raises(NotAllowed, match="12 hours a week"):
        check_fits([Time(day, time(10), time(14)) for day in range(3)], cap=2400, weeks=4)


@pytest.fixture
def scene(db):
    placement = a_ready_volunteer(unit=a_unit())
    sides = {"mvpm": an_mvpm(), "manager": a_unit_manager(placement.unit), "volunteer": placement.volunteer.person}
    return placement, sides


def _suggested(placement: Placement) -> Pattern:
    return Pattern.objects.get(placement=placement, status="SUGGESTED")


@pytest.mark.clause(44)
@pytest.mark.parametrize("first", ["volunteer", "manager", "mvpm"])
def test_it_is_agreed_when_all_three_have_said_yes_whoever_began(scene, first):
    placement, sides = scene
    services.suggest_pattern(placement, times=TUESDAYS, by=sides[first], at=NOW)
    others = [side for side in sides if side != first]

    states = []
    for side in others:
        services.agree_pattern(_suggested(placement), by=sides[side], at=NOW)
        states.append(Pattern.objects.get().status)

    placement.refresh_from_db()
    assert states == ["SUGGESTED", "AGREED"]
    assert (placement.pattern, placement.weekly_minutes) == ("Tuesdays, 10am to 2pm", 240)
    assert Letter.objects.filter(template="placements/pattern_agreed").count() == 2  # all but who said the last yes


@pytest.mark.clause(34)
def test_a_signature_for_one_month_lengthens_no_week_that_is_agreed_for_all_of_them(scene):
    placement, sides = scene
    signed = {"starts_on": date(2007, 4, 1), "cap_minutes": 3000, "signed_by": sides["mvpm"], "signed_at": NOW}
    Extension.objects.create(person=sides["volunteer"], why="A surge", **signed)

    with pytest.raises(NotAllowed, match="more than the 40 hours"):
        services.suggest_pattern(
            placement, times=[Time(day, time(10), time(14)) for day in range(3)], by=sides["volunteer"], at=NOW
        )


def test_what_is_agreed_stays_until_the_next_is(scene):
    placement, sides = scene
    for times in (TUESDAYS, FRIDAYS):
        services.suggest_pattern(placement, times=times, by=sides["volunteer"], at=NOW)
        if times is TUESDAYS:
            for side in ("manager", "mvpm"):
                services.agree_pattern(_suggested(placement), by=sides[side], at=NOW)

    agreed, suggested = selectors.patterns_of(placement)

    assert (selectors.times_of(agreed), selectors.times_of(suggested)) == (TUESDAYS, FRIDAYS)


def test_an_overtaken_suggestion_cannot_be_agreed(scene):
    placement, sides = scene
    old = services.suggest_pattern(placement, times=TUESDAYS, by=sides["volunteer"], at=NOW)
    services.suggest_pattern(placement, times=FRIDAYS, by=sides["mvpm"], at=NOW)

    with pytest.raises(NotAllowed, match="other days and times have been suggested"):
        services.agree_pattern(old, by=sides["manager"], at=NOW)


def test_it_waits_on_the_desk_of_those_who_have_not_said_yes(scene):
    placement, sides = scene
    services.suggest_pattern(placement, times=TUESDAYS, by=sides["volunteer"], at=NOW)

    waits = {side: selectors.patterns_waiting(person, NOW.date()).count() for side, person in sides.items()}

    assert waits == {"mvpm": 1, "manager": 1, "volunteer": 0}


def test_nobody_else_has_a_say(scene):
    placement, _ = scene
    strangers = [a_person(), an_mvpm(a_borough("Barnet")), a_unit_manager(a_unit("Archive"))]

    for stranger in strangers:
        with pytest.raises(NotPermitted):
            services.suggest_pattern(placement, times=TUESDAYS, by=stranger, at=NOW)


@pytest.mark.clause(44)
def test_the_page_keeps_what_was_typed_and_then_says_who_is_asked(scene, client, the_day):
    placement, sides = scene
    client.force_login(sides["volunteer"])
    address = f"/placements/{placement.reference}/days-and-times/"

    wrong = client.post(address, {"day_1": "1", "from_1": "2pm", "until_1": "10am"})
    done = client.post(address, {"day_1": "1", "from_1": "10am", "until_1": "2pm"}, follow=True)

    assert b'value="2pm"' in wrong.content or b'value="14:00"' in wrong.content
    assert "the end comes before the beginning" in wrong.content.decode()
    assert "Tuesdays, 10am to 2pm" in done.content.decode()
    client.force_login(a_person())
    assert client.get(address).status_code == 404
