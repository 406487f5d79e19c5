"""Major incidents: the board, the call-out, answers in order until their time, the standing down, the report."""

import re
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import builders as build
from timegiven.hours.models import Extension, Month
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter, TextMessage
from timegiven.placements.models import Placement
from timegiven.rota import access, rules, selectors, services
from timegiven.rota.models import CallOut, Duty, Incident, Offer, Wish
from timegiven.rota.tests.conftest import Scene

TODAY, NOW = build.TODAY, build.NOW  # midday on Tuesday 24 April 2007
ONE = NOW + timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("clock")


def _open(scene: Scene) -> Incident:
    return services.open_incident(scene.unit.borough, name="Flood in Camden Town", by=scene.mvpm, at=NOW)


def _call(scene: Scene, *placed: Placement, incident: Incident | None = None, **more: object) -> CallOut:
    told = {"kind": "USUAL", "day": TODAY, "starts": time(14), "ends": time(18), "places": 1, "answer_by": ONE}
    return services.call_out(
        incident or _open(scene),
        scene.placement.version,
        scene.unit,
        placements=[each.reference for each in placed or (scene.placement,)],
        by=scene.mvpm,
        at=NOW,
        **(told | more),
    )


def _another(scene: Scene, name: str) -> Placement:
    return build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version, name=name)


def _yes(person: object, at: datetime = NOW) -> Offer:
    offer = Offer.objects.select_related("duty__unit__borough", "placement__volunteer").get(person=person)
    services.say_yes(offer, by=person, at=at)
    return offer


# Who


@pytest.mark.clause(142)
def test_the_mvpm_of_the_place_and_the_central_team_open_a_board_and_nobody_else(scene: Scene) -> None:
    borough, central = scene.unit.borough, build.the_central_team()
    may = {who: access.open_incident(who, borough, TODAY)
           for who in (scene.mvpm, central, scene.manager, scene.stranger, scene.volunteer)}  # fmt: skip

    assert [who for who, answer in may.items() if answer] == [scene.mvpm, central]
    with pytest.raises(NotPermitted):
        services.open_incident(borough, name="Flood", by=scene.manager, at=NOW)


def test_where_a_board_may_be_opened_stands_in_the_order_in_which_one_looks_for_it(scene: Scene) -> None:
    for name in ("Westminster", "Barnet"):
        build.a_borough(name)

    found = [each.name for each in selectors.areas_to_open(build.the_central_team(), TODAY)]

    force, *others = found
    assert force == build.the_force().name
    assert others == sorted(others)
    assert {"Barnet", "Camden", "Westminster"} <= set(others)


def test_a_board_is_seen_in_its_area_and_one_of_the_whole_force_by_every_mvpm(scene: Scene) -> None:
    central = build.the_central_team()
    here = _open(scene)
    everywhere = services.open_incident(build.the_force(), name="Storm", by=central, at=NOW)

    seen = {who.pk: set(selectors.incidents_seen_by(who, TODAY))
            for who in (scene.mvpm, central, scene.stranger, scene.manager, scene.volunteer)}  # fmt: skip

    assert list(seen.values()) == [{here, everywhere}, {here, everywhere}, {everywhere}, set(), set()]
    assert access.call_out(scene.stranger, everywhere, scene.unit, TODAY) is False
    assert access.call_out(scene.mvpm, everywhere, scene.unit, TODAY) is True
    assert access.stand_down(scene.mvpm, everywhere, TODAY) is False


# The board


@pytest.mark.clause(142)
def test_the_board_counts_who_is_ready_today_lives_near_and_could_free_how_much_time(scene: Scene) -> None:
    scene.unit.latitude, scene.unit.longitude = 51.546, -0.142  # Kentish Town
    scene.unit.save()
    near, far, unknown = scene.placement, _another(scene, "Farah Far"), _another(scene, "Una Known")
    tired, away, unready = _another(scene, "Tom Tired"), _another(scene, "Avi Away"), _another(scene, "Uma Ready")
    for placed, address in ((near, "1 High Road, NW5 2AA"), (far, "2 Low Road, CR0 1AA"), (tired, "3 Road, NW5 2AA")):
        placed.volunteer.person.address = address
        placed.volunteer.person.save()
    build.time_given(near.volunteer, minutes=35 * 60)
    build.time_given(tired.volunteer, minutes=40 * 60)
    services.be_away(away.volunteer.person, first=TODAY, last=TODAY, by=away.volunteer.person, at=NOW)
    build.a_break(unready.volunteer)

    board = selectors.board_now(scene.unit.borough, NOW, TODAY, 10)

    (work,) = board.works
    assert (work.placed, len(work.ready), len(work.within)) == (6, 3, 1)
    assert (board.ready, board.within, board.minutes) == (3, 1, 5 * 60)
    assert {each.person for each in work.ready} == {p.volunteer.person_id for p in (near, far, unknown)}
    assert selectors.board_now(scene.unit.borough, NOW, TODAY, 20).within == 2
    assert selectors.board_now(scene.unit.borough, NOW + timedelta(hours=9), TODAY, 10).minutes == 3 * 60  # from 9pm


@pytest.mark.clause(142)
def test_the_board_says_who_is_left_out_because_they_are_placed_in_another_borough(
    scene: Scene, client: Client
) -> None:
    other = build.a_unit("Hackney desk", borough=build.a_borough("Hackney"))
    there = build.a_volunteer("Ellie Where", borough=other.borough)
    build.a_placement(there, scene.placement.version, unit=other)
    client.force_login(scene.mvpm)
    address = reverse("rota:incident", args=[_open(scene).reference])

    page = " ".join(client.get(address).content.decode().split())
    build.a_placement(there, scene.placement.version, unit=scene.unit)
    lent = client.get(address).content.decode()

    assert "1 more has one of these roles in another borough and is not counted" in page
    assert "ask their own MVP Manager to offer them a loan to Camden" in page
    assert ("in another borough and" in lent, "a loan to Camden" in lent) == (False, True)


def test_the_board_asks_no_more_questions_for_many_people(scene: Scene, django_assert_num_queries) -> None:
    with CaptureQueriesContext(connection) as few:
        selectors.board_now(scene.unit.borough, NOW, TODAY, 10)
    build.a_ready_crowd(20, like=scene.placement)

    with django_assert_num_queries(len(few)):
        assert selectors.board_now(scene.unit.borough, NOW, TODAY, 10).ready == 21


# Calling out


@pytest.mark.clause(45, 142)
def test_a_call_out_asks_chosen_people_by_letter_and_text_and_nobody_is_put_down(scene: Scene) -> None:
    other = _another(scene, "Ben Cole")
    scene.volunteer.phone = "020 7946 0101"
    scene.volunteer.save()
    Wish.objects.create(person=scene.volunteer, wants_texts=True, changed_at=NOW)

    called = _call(scene, scene.placement, other, places=1)

    letters = Letter.objects.filter(template="rota/called_out")
    assert (called.duty.least, called.duty.most) == (0, 1)
    assert set(Offer.objects.values_list("status", flat=True)) == {"OPEN"}
    assert sorted(letters.values_list("to_name", flat=True)) == ["Ada Okafor", "Ben Cole"]
    assert "No is fine, and so is no answer" in letters.first().text
    link = re.search(r"/rota/letter/[\w-]+/", TextMessage.objects.get().text)
    assert link is not None
    assert link[0] in letters.get(to_name="Ada Okafor").text


@pytest.mark.clause(142)
def test_a_text_that_cannot_hold_the_link_whole_points_to_the_letter(scene: Scene, settings) -> None:
    settings.SITE_ADDRESS = "https://volunteers.a-very-long-name-of-a-police-force.example.org"
    scene.volunteer.phone = "020 7946 0101"
    scene.volunteer.save()
    Wish.objects.create(person=scene.volunteer, wants_texts=True, changed_at=NOW)

    _call(scene)

    text = TextMessage.objects.get().text
    assert "http" not in text
    assert "see your e-mail, or ring" in text


def test_what_the_handbook_forbids_is_forbidden_at_an_incident_too(scene: Scene) -> None:
    build.time_given(scene.placement.volunteer, minutes=38 * 60)

    with pytest.raises(NotAllowed, match=r"Ada Okafor cannot be asked just now.*so that everyone gets a turn"):
        _call(scene)
    with pytest.raises(NotAllowed, match=r"until 9am on Wednesday 25 April 2007 would come after .* 2pm on Tuesday 24"):
        _call(scene, answer_by=NOW + timedelta(hours=21))
    with pytest.raises(NotAllowed, match="not asked anybody: it would last 9 hours, and the longest is 8 hours"):
        _call(scene, ends=time(23))
    assert (CallOut.objects.count(), Duty.objects.count()) == (0, 0)


@pytest.mark.clause(34, 142)
def test_a_longer_month_holds_only_where_somebody_signed_for_it_and_is_shown(scene: Scene) -> None:
    volunteer, central = scene.placement.volunteer, build.the_central_team()
    build.time_given(volunteer, minutes=38 * 60)
    Extension.objects.create(
        person=volunteer.person, starts_on=date(2007, 4, 1), cap_minutes=45 * 60, why="Flood", signed_by=central,
        signed_at=NOW,
    )  # fmt: skip

    called = _call(scene)
    _yes(scene.volunteer)

    (person,) = selectors.to_call(called.duty, TODAY)
    lines = selectors.called(called.incident)
    assert "Month lengthened to 45 hours by signature" in person.in_words
    assert [(each.person, each.signed_by) for each in selectors.longer_months(lines)] == [(volunteer.person, central)]


@pytest.mark.parametrize(("strand", "may_be"), [("MVP", False), ("GAMES", True)])
def test_only_a_strand_that_has_a_longer_month_offers_the_signature(strand: str, may_be: bool, scene: Scene) -> None:
    volunteer = scene.placement.volunteer
    volunteer.strand = build.the_strand(strand)
    volunteer.save()
    build.insurance(strand)
    cap = {"MVP": 40, "GAMES": 100}[strand] * 60
    Month.objects.create(person=volunteer.person, starts_on=date(2007, 4, 1), minutes=cap, cap_minutes=cap)
    starts_at = datetime(2007, 4, 24, 13, tzinfo=UTC)
    spare = selectors.provisional(scene.placement.version, scene.unit, starts_at, starts_at + timedelta(hours=4))

    (person,) = selectors.to_call(spare, TODAY)

    assert (person.candidate.may_be_offered, person.may_be_signed_for) == (False, may_be)


# Answers


@pytest.mark.clause(45, 142)
def test_places_go_in_the_order_of_the_yeses_and_the_next_in_line_are_asked_first(scene: Scene) -> None:
    ben, cleo = _another(scene, "Ben Cole"), _another(scene, "Cleo Dunn")
    called = _call(scene, scene.placement, ben, cleo, places=1)

    answers = [_yes(each).status for each in (cleo.volunteer.person, scene.volunteer, ben.volunteer.person)]

    (line,) = selectors.called(called.incident)
    assert answers == ["ACCEPTED", "WAITING", "WAITING"]
    assert [offer.person.name for offer in (*line.coming, *line.in_line)] == ["Cleo Dunn", "Ada Okafor", "Ben Cole"]

    services.cannot_come(Offer.objects.get(person=cleo.volunteer.person), by=cleo.volunteer.person, at=NOW)

    assert Offer.objects.get(person=scene.volunteer).status == "OPEN"  # nobody is put down at the last moment
    assert _yes(scene.volunteer, at=ONE).status == "ACCEPTED"  # the time to answer binds nobody who said yes in it


@pytest.mark.clause(45)
def test_an_answer_after_its_time_is_for_the_telephone_which_the_mvpm_notes(scene: Scene) -> None:
    _call(scene)

    with pytest.raises(NotAllowed, match="answers were hoped for until 1pm"):
        _yes(scene.volunteer, at=ONE)
    offer = Offer.objects.get()
    services.say_yes(offer, by=scene.mvpm, at=ONE)

    assert offer.status == "ACCEPTED"


def test_a_no_names_nobody_and_silence_is_no_answer_at_all(scene: Scene) -> None:
    ben = _another(scene, "Ben Cole")
    called = _call(scene, scene.placement, ben)
    services.decline(Offer.objects.get(person=scene.volunteer), by=scene.volunteer, at=NOW)

    (line,) = selectors.called(called.incident)

    assert (line.asked, line.rather_not, len(line.silent), line.coming) == (2, 1, 1, [])


def test_the_duty_of_a_call_out_is_for_those_chosen_and_not_for_the_planner(scene: Scene) -> None:
    other = _another(scene, "Ben Cole")
    _call(scene)

    assert selectors.choices(other.volunteer.person, NOW) == []
    assert not selectors.choosable(other.volunteer.person, NOW).exists()
    assert selectors.open_duties(scene.unit.borough, TODAY, TODAY + timedelta(days=2), NOW) == []


# Standing down and the report


@pytest.mark.clause(142)
def test_standing_down_tells_everybody_at_once_and_lets_those_who_are_there_go_home(scene: Scene) -> None:
    ben, cleo = _another(scene, "Ben Cole"), _another(scene, "Cleo Dunn")
    incident = _open(scene)
    _call(scene, incident=incident)
    _yes(scene.volunteer)
    later = {"starts": time(18), "ends": time(22)}
    _call(scene, ben, cleo, incident=incident, places=1, **later)
    _yes(ben.volunteer.person)
    four = NOW + timedelta(hours=4)  # 4pm: the first has begun, the second has not

    told = services.stand_down(incident, words="You were wonderful.", by=scene.mvpm, at=four)

    statuses = dict(Offer.objects.values_list("person__name", "status"))
    letters = dict(Letter.objects.filter(template="rota/stood_down").values_list("to_name", "text"))
    incident.refresh_from_db()
    assert (told, incident.status, incident.stood_down_at) == (3, "STOOD_DOWN", four)
    assert statuses == {"Ada Okafor": "ACCEPTED", "Ben Cole": "RELEASED", "Cleo Dunn": "RELEASED"}
    assert "you may go home when it suits you" in letters["Ada Okafor"]
    assert "There is no need to come, nor to answer any more" in letters["Ben Cole"]
    assert all("You were wonderful." in text for text in letters.values())
    total = selectors.total(selectors.called(incident))
    assert (total.asked, total.filled, total.minutes_freed) == (3, 1, 120)
    with pytest.raises(NotAllowed, match="has been stood down"):
        _call(scene, ben, incident=incident)


@pytest.mark.parametrize(("ends", "over", "minutes"), [(18, None, 480), (18, 16, 240), (18, 20, 480), (18, 13, 0)])
def test_time_is_freed_from_the_beginning_until_the_end_or_the_standing_down(ends, over, minutes) -> None:
    hour = lambda number: datetime(2007, 4, 24, number, tzinfo=UTC)  # noqa: E731

    freed = rules.minutes_freed(starts_at=hour(14), ends_at=hour(ends), over_at=over and hour(over), people=2)

    assert freed == minutes


# Pages


def test_whoever_has_no_e_mail_is_rung_and_the_letter_says_how_to_answer(scene: Scene, client: Client) -> None:
    incident, scene.volunteer.email = _open(scene), None
    scene.volunteer.save()
    client.force_login(scene.mvpm)
    page = reverse(
        "rota:call_out", args=[incident.reference, f"{scene.placement.version.reference}-{scene.unit.reference}"]
    )
    typed = {"kind": "USUAL", "day": "24/4/2007", "starts": "2pm", "ends": "6pm", "places": "1", "within": "60",
             "placements": [scene.placement.reference]}  # fmt: skip

    shown = client.get(page).text
    after = client.post(page, typed, follow=True).text

    letter = Letter.objects.get()
    assert "Has no e-mail address, so please ring" in shown
    assert "Please ring Ada Okafor: without an e-mail address they have only a letter." in after
    assert (letter.status, letter.calendar, "http" in letter.text) == ("TO_PRINT", "", False)
    assert "Please ring to say yes or no, until 1pm on Tuesday 24 April 2007" in letter.text


def test_a_report_of_which_nobody_came_counts_no_session_reports(scene: Scene, client: Client) -> None:
    called = _call(scene)
    client.force_login(scene.mvpm)
    page = reverse("rota:incident_report", args=[called.incident.reference])

    before = client.get(page).text
    _yes(scene.volunteer)

    assert "session reports" not in before
    assert "Nobody who is coming or came has a longer month by signature." in before
    assert "session reports: 0 of 1 have come so far" in client.get(page).text


def test_a_stranger_finds_no_board_and_a_unit_manager_may_not_open_the_list(scene: Scene, client: Client) -> None:
    incident, opened = _open(scene), {}
    for who in (scene.mvpm, scene.stranger, scene.manager):
        client.force_login(who)
        opened[who.name] = [client.get(reverse(f"rota:{name}", args=args)).status_code for name, args in
                            (("incidents", []), ("incident", [incident.reference]))]  # fmt: skip

    assert list(opened.values()) == [[200, 200], [200, 404], [403, 404]]


def test_nobody_stands_twice_on_a_page_that_refuses(scene: Scene, client: Client) -> None:
    incident = _open(scene)
    build.a_break(scene.placement.volunteer)
    client.force_login(scene.mvpm)
    page = reverse(
        "rota:call_out", args=[incident.reference, f"{scene.placement.version.reference}-{scene.unit.reference}"]
    )

    shown, refused = client.get(page).text, client.post(page, {"places": "1"}).text

    assert [each.count(scene.volunteer.name) for each in (shown, refused)] == [1, 1]


def test_the_link_to_sign_for_somebody_leads_back_to_the_call_out(scene: Scene, client: Client) -> None:
    incident, volunteer = _open(scene), scene.placement.volunteer
    volunteer.strand = build.the_strand("GAMES")
    volunteer.save()
    build.insurance("GAMES")
    Month.objects.create(person=volunteer.person, starts_on=date(2007, 4, 1), minutes=6000, cap_minutes=6000)
    client.force_login(build.the_central_team())
    page = reverse(
        "rota:call_out", args=[incident.reference, f"{scene.placement.version.reference}-{scene.unit.reference}"]
    )

    shown = client.get(page).text

    assert f"{reverse('hours:sign_for', args=[volunteer.reference])}?back={quote(page, safe='')}" in shown


def test_what_was_typed_stays_when_the_call_out_is_refused(scene: Scene, client: Client) -> None:
    incident = _open(scene)
    client.force_login(scene.mvpm)
    role = f"{scene.placement.version.reference}-{scene.unit.reference}"
    typed = {"kind": "DIRECT", "day": "24/4/2007", "starts": "2pm", "ends": "6pm", "places": "2", "within": "240",
             "placements": [scene.placement.reference]}  # fmt: skip

    page = client.post(reverse("rota:call_out", args=[incident.reference, role]), typed).content.decode()

    assert "would come after the beginning, at 2pm" in page
    assert re.search(r'value="2pm"', page)
    assert re.search(rf'value="{scene.placement.reference}"[^>]*checked', page)


def test_the_sheet_of_the_report_names_no_volunteer(scene: Scene, client: Client) -> None:
    called = _call(scene)
    _yes(scene.volunteer)
    client.force_login(scene.mvpm)

    sheet = client.get(reverse("rota:incident_sheet", args=[called.incident.reference])).content.decode()

    assert "Ada" not in sheet
    assert sheet.splitlines()[1].endswith('"1","1","0","0","0","no","240","0"')


def test_an_open_board_is_on_the_desk_of_those_who_can_stand_it_down(scene: Scene) -> None:
    _open(scene)

    told = {who.pk: [need.text for need in selectors.needs(who, TODAY) if need.url_name == "rota:incident"]
            for who in (scene.mvpm, scene.manager, scene.stranger)}  # fmt: skip

    assert list(told.values()) == [["Major incident: Flood in Camden Town"], [], []]


def test_the_private_link_puts_a_late_yes_in_line_and_says_so(scene: Scene, client: Client) -> None:
    ben = _another(scene, "Ben Cole")
    _call(scene, scene.placement, ben)
    _yes(ben.volunteer.person)
    letter = Letter.objects.get(template="rota/called_out", to_name="Ada Okafor")
    address = re.search(r"/rota/letter/[\w-]+/", letter.text)[0]
    offer = Offer.objects.get(person=scene.volunteer)

    page = client.post(address, {"offer": offer.reference, "answer": "yes"}, follow=True).content.decode()

    assert "you are next in line" in page
    assert timezone.now() == NOW
