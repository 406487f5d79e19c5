"""To come and to leave: on one's phone, at the tablet, by the supervisor; what nobody said is asked, never made up."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as build
from timegiven.attendance import access, selectors, services
from timegiven.attendance.models import Presence, SessionReport, Tablet
from timegiven.attendance.tests.conftest import MAY, Scene
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.placements import services as placements

TEN = datetime(2007, 5, 1, 9, 2, tzinfo=UTC)  # 10:02am in London
TWO = TEN + timedelta(hours=4)
NIGHT = datetime(2007, 5, 1, 21, tzinfo=UTC)  # 10pm to 2am


@pytest.fixture
def at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: TEN)


def _come(scene: Scene, **changes: object) -> Presence:
    return services.check_in(scene.placement, **{"by": scene.volunteer, "at": TEN} | changes)


def test_whoever_comes_is_in_the_building_until_they_leave(scene: Scene) -> None:
    presence = _come(scene)

    assert list(selectors.here_now([scene.unit])) == [presence]
    services.check_out(presence, by=scene.manager, at=TWO)
    presence.refresh_from_db()
    assert (presence.came_how, presence.left_how, presence.left_by) == ("PHONE", "SUPERVISOR", scene.manager)
    assert list(selectors.here_now([scene.unit])) == []
    with pytest.raises(NotAllowed, match="written down already"):
        services.check_out(presence, by=scene.manager, at=TWO)


def test_nobody_is_in_two_places_at_once(scene: Scene) -> None:
    _come(scene)

    with pytest.raises(NotAllowed, match="you have been at Front counter, Camden since 10:02am"):
        _come(scene, at=TEN + timedelta(hours=1))
    with pytest.raises(
        NotAllowed, match="down that they are here: they have been at Front counter, Camden since"
    ) as he:
        _come(scene, by=scene.manager, at=TEN + timedelta(hours=1))
    assert he.value.next_step == "If they have left since, press “Has left” first."
    with pytest.raises(IntegrityError), transaction.atomic():
        Presence.objects.create(
            placement=scene.placement, person=scene.volunteer, unit=scene.unit, came_at=TWO, came_how="PHONE"
        )


def test_whoever_is_not_ready_is_told_why_and_what_to_do(scene: Scene) -> None:
    scene.volunteer.passes.update(status="LOST")

    with pytest.raises(NotAllowed, match=r"down that you are here\. You have no pass") as refusal:
        _come(scene)
    assert refusal.value.next_step
    with pytest.raises(NotAllowed, match=r"down that they are here\. There is no volunteer pass"):
        _come(scene, by=scene.manager)


@pytest.mark.clause(113, 123)
@pytest.mark.parametrize("why", ["a day for oneself", "no security check"])
def test_the_tablet_at_the_door_tells_nobody_why(scene: Scene, why: str) -> None:
    if why == "no security check":
        scene.volunteer.clearances.all().delete()
    else:
        placements.keep_free(scene.placement.volunteer, on=MAY)
    services.open_tablet(scene.unit, by=scene.manager, at=TEN)

    with pytest.raises(NotAllowed) as told:
        _come(scene, by=None, tablet=Tablet.objects.get())

    said = str(told.value)
    assert "something has to be looked at first. Please see the unit manager" in said
    assert "Questions:" in said
    assert not [word for word in ("yourself", "security", "check", "May") if word in said]


@pytest.mark.clause(21, 22)
@pytest.mark.parametrize("is_own", [True, False], ids=["themselves", "the supervisor"])
def test_whoever_came_long_ago_did_not_leave_just_now(scene: Scene, is_own: bool) -> None:
    presence = _come(scene)
    by = scene.volunteer if is_own else scene.manager

    known = services.check_out(presence, by=by, at=TEN + timedelta(hours=22))

    presence.refresh_from_db()
    assert (known, presence.left_at, presence.is_forgotten) == (False, None, True)
    assert Letter.objects.filter(template="attendance/when_left").count() == (0 if is_own else 1)
    with pytest.raises(NotAllowed, match="written down already"):
        services.check_out(presence, by=by, at=TEN + timedelta(hours=23))


@pytest.mark.usefixtures("at_ten")
def test_a_page_that_has_grown_old_says_how_things_stand(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.volunteer)
    address = reverse("attendance:here")
    presence = _come(scene, by=scene.manager, offer=offer)

    again = client.post(address, {"duty": offer.reference, "once": "a"})
    Presence.objects.update(left_at=TEN + timedelta(minutes=5))
    left = client.post(address, {"leaving": "yes", "once": "b"})
    third = client.post(address, {"duty": offer.reference, "once": "c"})

    assert [each.status_code for each in (again, left, third)] == [200, 200, 200]
    assert "you have been at Front counter, Camden since 10:02am" in again.text
    assert "Nothing has changed: it is written down already." in left.text
    assert "things have gone on since this page was opened" in third.text
    assert Presence.objects.get() == presence


@pytest.mark.clause(21, 22)
@pytest.mark.usefixtures("at_ten")
def test_a_wrong_name_that_was_pressed_comes_out_of_the_register(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    presence = _come(scene, by=None, tablet=_tablet(scene), offer=offer)
    client.force_login(scene.manager)
    unit = reverse("attendance:unit", args=[scene.unit.reference])
    page = reverse("attendance:not_here", args=[presence.reference])

    shown = client.get(unit).text
    asked = client.get(page).text
    taken = client.post(page, {"once": "a"}, follow=True).text

    assert page in shown
    assert f"{scene.volunteer.name} was at Front counter, Camden on Tuesday 1 May 2007, from 10:02am" in asked
    assert "Taken back." in taken
    assert selectors.register(scene.unit, MAY, MAY) == []
    assert selectors.expected(scene.unit, MAY, TEN) == [offer]  # whoever is expected still is
    assert Event.objects.filter(act="was not here", about=scene.volunteer.reference).count() == 1


@pytest.mark.clause(21, 22)
def test_what_was_forgotten_may_never_have_been_and_is_not_asked_about_for_ever(scene: Scene) -> None:
    presence = _come(scene)
    services.ask_when_left(at=TEN + timedelta(hours=12))
    days = [MAY + timedelta(days=count) for count in (1, 62, 64)]

    asked = [len(selectors.needs(scene.volunteer, day)) for day in days]
    with pytest.raises(NotPermitted):
        services.take_back_coming(presence, by=scene.stranger, at=TWO)
    services.take_back_coming(presence, by=scene.volunteer, at=TWO)

    assert asked == [1, 1, 0]
    assert Letter.objects.get().status == "OVERTAKEN"
    assert selectors.needs(scene.volunteer, days[0]) == []


def test_a_visit_that_was_told_of_is_not_taken_back(scene: Scene) -> None:
    presence = _come(scene)
    services.check_out(presence, by=scene.volunteer, at=TWO)

    with pytest.raises(NotAllowed, match="written down already"):
        services.take_back_coming(presence, by=scene.manager, at=TWO)


@pytest.mark.clause(21, 22, 40)
def test_the_mvp_manager_writes_down_what_they_are_told_of_a_forgotten_leaving(
    scene: Scene, client: Client, monkeypatch
) -> None:
    Person.objects.filter(pk=scene.volunteer.pk).update(email=None, phone="020 7946 0999")
    presence = _come(scene, by=scene.manager)
    services.ask_when_left(at=TEN + timedelta(hours=12))
    monkeypatch.setattr(timezone, "now", lambda: TEN + timedelta(days=1))
    address = reverse("attendance:report_presence", args=[presence.reference])
    client.force_login(scene.mvpm)

    listed = client.get(reverse("attendance:monday")).text
    page = client.get(address).text
    sent = client.post(address, {"day": "1/5/2007", "starts": "10:02am", "ends": "1pm", "tasks": ["1"]})

    assert address in listed
    assert "Has no e-mail address, so please ring: 020 7946 0999" in listed
    assert "They came at 10:02am on Tuesday 1 May 2007, and nobody wrote down when they left" in page
    assert sent.status_code == 302
    assert SessionReport.objects.get().presence == presence
    assert not selectors.forgotten_seen_by(scene.mvpm, MAY + timedelta(days=1)).exists()
    client.force_login(scene.manager)
    assert client.get(address).status_code == 404


def test_who_may_write_it_down(scene: Scene) -> None:
    people = [scene.volunteer, scene.manager, scene.mvpm, scene.stranger, build.a_unit_manager(build.a_unit("Store"))]

    assert [access.check_in(person, scene.placement, MAY) for person in people] == [True, True, True, False, False]
    with pytest.raises(NotPermitted):
        _come(scene, by=scene.stranger)


@pytest.mark.clause(21, 22)
def test_a_forgotten_leaving_is_asked_about_once_and_told_in_the_report(scene: Scene) -> None:
    presence = _come(scene)

    asked = [services.ask_when_left(at=TEN + timedelta(hours=hours)) for hours in (11, 12, 13)]
    presence.refresh_from_db()

    assert asked == [0, 1, 0]
    assert (presence.is_forgotten, presence.left_at) == (True, None)
    letter = Letter.objects.get()
    assert (letter.template, letter.text.count("Questions:")) == ("attendance/when_left", 1)
    assert [need.url_name for need in selectors.needs(scene.volunteer, MAY + timedelta(days=1))] == [
        "attendance:report_presence"
    ]
    scene.report(presence=presence)
    presence.refresh_from_db()
    assert (presence.left_how, presence.left_at) == ("REPORT", SessionReport.objects.get().ends_at)


def test_to_come_again_leaves_the_last_time_behind_without_an_end(scene: Scene) -> None:
    first = _come(scene)

    second = _come(scene, at=TEN + timedelta(days=1))

    first.refresh_from_db()
    assert (first.is_forgotten, first.left_at) == (True, None)
    assert list(selectors.here_now([scene.unit])) == [second]


@pytest.mark.clause(21, 22)
def test_who_comes_elsewhere_is_let_in_and_asked_when_they_left(scene: Scene) -> None:
    first, store = _come(scene), build.a_unit("Store")
    build.a_risk_assessment(scene.placement.version, unit=store)
    there = build.a_placement(scene.placement.volunteer, scene.placement.version, unit=store)

    second = services.check_in(there, by=scene.volunteer, at=TWO)

    first.refresh_from_db()
    assert (first.is_forgotten, first.left_at) == (True, None)
    assert list(selectors.here_now([scene.unit, store])) == [second]
    assert Letter.objects.get().template == "attendance/when_left"


@pytest.mark.clause(21, 22)
@pytest.mark.usefixtures("at_ten")
def test_who_left_earlier_says_so_and_no_time_is_made_up(scene: Scene, client: Client, monkeypatch) -> None:
    presence = _come(scene)
    client.force_login(scene.volunteer)
    monkeypatch.setattr(timezone, "now", lambda: TWO)

    led = client.post(reverse("attendance:here"), {"earlier": "yes", "once": "a"})
    presence.refresh_from_db()
    page = client.get(led.url).content.decode()
    client.post(led.url, {"day": "1/5/2007", "starts": "10:02am", "ends": "1pm", "tasks": ["1"]})

    assert (presence.is_forgotten, presence.left_at) == (True, None)
    assert "nobody wrote down when you left. Please fill in the end time." in page
    assert [line.left for line in selectors.register(scene.unit, MAY, MAY)] == ["1pm"]
    assert Letter.objects.count() == 0
    with pytest.raises(NotAllowed, match="written down already"):
        services.leave_open(presence, by=scene.volunteer, at=TWO)


@pytest.mark.usefixtures("at_ten")
def test_one_tap_to_come_one_to_leave_and_the_report_is_filled_in(scene: Scene, client: Client, monkeypatch) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.volunteer)
    address = reverse("attendance:here")

    shown = client.get(address).content.decode()
    client.post(address, {"duty": offer.reference, "once": "a"})
    presence = Presence.objects.get()
    monkeypatch.setattr(timezone, "now", lambda: TWO)
    left = client.post(address, {"leaving": "yes", "once": "b"})
    page = client.get(left.url).content.decode()
    sent = client.post(left.url, {"day": "1/5/2007", "starts": "10:02am", "ends": "2:02pm", "tasks": ["1"]})

    assert "10am to 2pm" in shown
    assert (presence.offer, presence.came_how) == (offer, "PHONE")
    assert all(f'value="{typed}"' in page for typed in ("1/5/2007", "10:02am", "2:02pm"))
    report = SessionReport.objects.get()
    assert sent.url == reverse("attendance:thanks", args=[report.reference])
    assert (report.presence, report.offer, report.offer.status) == (presence, offer, "GIVEN")


@pytest.mark.usefixtures("at_ten")
def test_the_supervisors_page(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.manager)
    address = reverse("attendance:unit", args=[scene.unit.reference])

    came = client.post(address, {"duty": offer.reference, "once": "a"}, follow=True)

    assert "Ada O is here, since 10:02am. Welcome." in came.content.decode()
    assert client.get(reverse("attendance:units")).url == address
    client.force_login(scene.stranger)
    assert client.get(address).status_code == 404
    client.force_login(build.the_central_team())
    assert client.get(address).status_code == 200
    assert client.post(address, {"went": Presence.objects.get().reference, "once": "b"}).status_code == 403


@pytest.mark.parametrize(("minutes", "is_asked"), [(0, True), (239, True), (240, False), (14 * 60 + 30, False)])
def test_to_come_is_on_the_desk_until_the_duty_is_over(
    scene: Scene, client: Client, monkeypatch, minutes: int, is_asked: bool
) -> None:
    build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=NIGHT), status="ACCEPTED")
    monkeypatch.setattr(timezone, "now", lambda: NIGHT + timedelta(minutes=minutes))
    client.force_login(scene.volunteer)

    desk = client.get("/").content.decode()

    assert ("Say that you have come" in desk) == is_asked


NIGHTS = [
    pytest.param(NIGHT, 4, id="an ordinary night"),
    pytest.param(datetime(2007, 3, 24, 22, tzinfo=UTC), 3, id="the clocks go on an hour"),
    pytest.param(datetime(2007, 10, 27, 21, tzinfo=UTC), 5, id="the clocks go back an hour"),
]


@pytest.mark.clause(21, 22)
@pytest.mark.parametrize(("starts_at", "hours"), NIGHTS)
def test_last_nights_duty_is_expected_until_it_is_over(
    scene: Scene, client: Client, monkeypatch, starts_at: datetime, hours: int
) -> None:
    """10pm to 2am by London's clocks."""
    duty = build.a_duty(scene.placement, starts_at=starts_at, hours=hours)
    offer = build.an_offer(scene.placement, duty=duty, status="ACCEPTED")
    day = duty.on + timedelta(days=1)

    last_minute, over = (selectors.expected(scene.unit, day, duty.ends_at - timedelta(minutes=each)) for each in (1, 0))
    monkeypatch.setattr(timezone, "now", lambda: starts_at + timedelta(hours=2, minutes=30))
    shown = client.get(reverse("attendance:tablet", args=[_secret(scene)])).text

    assert duty.times == "10pm to 2am the next day"
    assert (last_minute, over) == ([offer], [])
    assert "Ada O" in shown
    assert f"{duty.when}</p>" in shown


@pytest.mark.clause(21, 22)
def test_after_midnight_one_still_comes_and_leaves(scene: Scene, client: Client, monkeypatch) -> None:
    duty = build.a_duty(scene.placement, starts_at=NIGHT)
    offer = build.an_offer(scene.placement, duty=duty, status="ACCEPTED")
    address, unit = reverse("attendance:here"), reverse("attendance:unit", args=[scene.unit.reference])
    client.force_login(scene.volunteer)

    monkeypatch.setattr(timezone, "now", lambda: NIGHT + timedelta(hours=2, minutes=30))
    shown = client.get(address).text
    client.post(address, {"duty": offer.reference, "once": "a"})
    client.force_login(scene.manager)
    there = client.get(unit).text
    monkeypatch.setattr(timezone, "now", lambda: NIGHT + timedelta(hours=3))
    client.post(unit, {"went": Presence.objects.get().reference, "once": "b"})

    presence = Presence.objects.get()
    assert "Front counter, Camden, Tuesday 1 May 2007, 10pm to 2am the next day" in shown
    assert "since 12:30am" in there
    assert (presence.offer, presence.left_at) == (offer, NIGHT + timedelta(hours=3))
    assert list(selectors.gone_today(scene.unit, MAY + timedelta(days=1))) == [presence]


def test_who_came_in_the_evening_and_left_after_midnight_has_been_here_today(
    scene: Scene, client: Client, monkeypatch
) -> None:
    presence = _come(scene, at=NIGHT)
    services.check_out(presence, by=scene.volunteer, at=NIGHT + timedelta(hours=3))
    monkeypatch.setattr(timezone, "now", lambda: NIGHT + timedelta(hours=3, minutes=5))
    client.force_login(scene.manager)

    page = client.get(reverse("attendance:unit", args=[scene.unit.reference])).text

    assert f"{scene.volunteer.name}, 1 May 2007, 10pm to 1am" in page
    assert list(selectors.gone_today(scene.unit, MAY)) == []


# The tablet at the door


def _secret(scene: Scene) -> str:
    return services.open_tablet(scene.unit, by=scene.manager, at=TEN)


def _tablet(scene: Scene) -> Tablet:
    _secret(scene)
    return Tablet.objects.get()


@pytest.mark.usefixtures("at_ten")
def test_the_tablet_shows_first_names_and_writes_down_for_its_own_unit_alone(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    elsewhere = build.a_ready_volunteer(unit=build.a_unit("Store"), name="Hedley Winterbourne")
    secret = services.open_tablet(scene.unit, by=scene.manager, at=TEN)
    address = reverse("attendance:tablet", args=[secret])

    shown = client.get(f"{address}?all=yes").content.decode()
    came = client.post(address, {"duty": offer.reference, "once": "a"}, follow=True)
    stranger = client.post(address, {"role": elsewhere.reference, "once": "b"})

    assert "Ada O" in shown
    assert "Okafor" not in shown
    assert "Hedley" not in shown
    assert "Ada O is here, since 10:02am" in came.content.decode()
    presence = Presence.objects.get()
    assert (presence.person, presence.came_how, presence.came_by) == (scene.volunteer, "TABLET", None)
    assert "somebody was faster" in stranger.content.decode()


def test_a_tablet_that_was_stopped_answers_nobody(scene: Scene, client: Client) -> None:
    first = services.open_tablet(scene.unit, by=scene.manager, at=TEN)
    second = services.open_tablet(scene.unit, by=scene.mvpm, at=TEN)
    with pytest.raises(NotPermitted):
        services.open_tablet(scene.unit, by=scene.stranger, at=TEN)
    answers = [client.get(reverse("attendance:tablet", args=[each])).status_code for each in (first, second, "x")]
    services.stop_tablet(scene.unit, by=scene.manager, at=TEN)

    assert answers == [404, 200, 404]
    assert client.get(reverse("attendance:tablet", args=[second])).status_code == 404
    assert not Tablet.objects.filter(link_digest=second).exists()  # the secret itself is nowhere
    with pytest.raises(NotAllowed, match="this tablet is not in use"):
        services.check_in(scene.placement, by=None, at=TEN, tablet=Tablet.objects.first())


# The register and the log book


@pytest.mark.clause(21, 22)
def test_register_and_log_book_are_views_of_the_same_facts(scene: Scene, client: Client) -> None:
    services.check_out(_come(scene), by=scene.manager, at=TWO)
    presence = Presence.objects.get()
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version, name="Bela Novak")
    scene.report(placement=other, by=other.volunteer.person, starts=time(9), ends=time(12))
    scene.report(presence=presence, starts=time(10, 2), ends=time(14, 2))

    lines = selectors.register(scene.unit, MAY, MAY)
    client.force_login(scene.manager)
    address = reverse("attendance:register", args=[scene.unit.reference])
    month = client.get(f"{address}?month=2007-05").context["lines"]
    paper = client.get(f"{reverse('attendance:register_pdf', args=[scene.unit.reference])}?day=2007-05-01")

    assert [(line.name, line.came, line.left, line.told) for line in lines] == [
        ("Bela Novak", "9am", "midday", "In the session report"),
        ("Ada Okafor", "10:02am", "2:02pm", "On their own phone"),
    ]
    sheet = client.get(f"{reverse('attendance:register_sheet', args=[scene.unit.reference])}?month=2007-05")

    assert month == lines
    assert paper.content.startswith(b"%PDF-")
    assert sheet.content.decode("utf-8-sig").splitlines()[1:] == [
        '"2007-05-01","Bela Novak","Front counter triage","9am","midday","In the session report"',
        '"2007-05-01","Ada Okafor","Front counter triage","10:02am","2:02pm","On their own phone"',
    ]
    assert "register-front-counter-2007-05-01.csv" in sheet.headers["Content-Disposition"]
    client.force_login(scene.stranger)
    assert client.get(reverse("attendance:register_sheet", args=[scene.unit.reference])).status_code == 404
