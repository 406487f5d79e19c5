"""Whom to ring: found in three actions, opened for a reason and a quarter of an hour, and looked at afterwards."""

import logging
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests import builders as a
from tests.builders import NOW, TODAY
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import EmergencyContact
from timegiven.placements import selectors, services
from timegiven.placements.models import HealthCard, Opening

pytestmark = pytest.mark.django_db
WHY = "Fell on the stairs, ambulance called"
CANARIES = ("Tom Okafor", "07700 900123", "Sit me by the window", WHY)


def _someone(name="Rose Okafor"):
    placement = a.a_ready_volunteer(unit=a.a_unit(), name=name)
    EmergencyContact.objects.create(
        person=placement.volunteer.person, name="Tom Okafor", relationship="Son", phone="07700 900123",
        confirmed_on=TODAY,
    )  # fmt: skip
    HealthCard.objects.create(
        volunteer=placement.volunteer, what_to_do="Sit me by the window", for_first_aiders=True, written_at=NOW,
        written_by=placement.volunteer.person,
    )  # fmt: skip
    return placement


def _staff(placement):
    """Everybody who might want to know: who opens the sheet, who breaks the glass, who reviews."""
    other = a.a_borough("Barnet")
    return {
        "mvpm": a.an_mvpm(),
        "HR": a.someone_appointed("HR", a.the_force()),
        "control room": a.someone_appointed("CONTROL_ROOM", a.the_force()),
        "control room of Barnet": a.someone_appointed("CONTROL_ROOM", other),
        "mvpm of Barnet": a.an_mvpm(other),
        "unit manager": a.a_unit_manager(placement.unit),
        "first aider": a.someone_appointed("FIRST_AIDER", placement.unit),
        "central team": a.the_central_team(),
        "auditor": a.someone_appointed("AUDITOR", a.the_force()),
        "another volunteer": a.a_volunteer("Wim Noor").person,
        "themselves": placement.volunteer.person,
    }


@pytest.mark.clause(108)
def test_who_opens_a_sheet_and_who_breaks_the_glass():
    placement = _someone()
    may = {"open": set(), "break": set()}

    for who, person in _staff(placement).items():
        for deed, name, facts in (
            (services.open_sheet, "open", {"reason": "HURT"}),
            (services.break_glass, "break", {"words": WHY}),
        ):
            try:
                deed(placement.volunteer, by=person, at=NOW, **facts)
                may[name].add(who)
            except NotPermitted:
                pass

    assert may["open"] == {"mvpm", "HR", "control room"}
    assert may["break"] == set(_staff(placement)) - {"another volunteer", "themselves"}


@pytest.mark.clause(108)
def test_the_control_room_opens_it_in_three_actions_for_a_quarter_of_an_hour(client, monkeypatch):
    placement = _someone()
    control, now = a.someone_appointed("CONTROL_ROOM", a.the_force()), [NOW]
    monkeypatch.setattr(timezone, "now", lambda: now[0])
    client.force_login(control)
    sheet = reverse("placements:emergency_sheet", args=[placement.volunteer.reference])

    found = client.get(reverse("placements:emergency"), {"find": "okaf"}).content.decode()
    before = client.get(sheet).content.decode()
    shown = client.post(sheet, {"reason": "HURT"}, follow=True)
    now[0] = NOW + timedelta(minutes=14)
    still_open = client.get(sheet).content.decode()
    now[0] = NOW + timedelta(minutes=15)
    shut = client.get(sheet).content.decode()

    assert [sheet in found, "07700 900123" in before] == [True, False]
    said = shown.content.decode()
    assert [words in said for words in ("Tom Okafor", "07700 900123", "Son", "Sit me by the window")] == [True] * 4
    assert "Open to you until 12:15pm" in said
    assert "no-store" in shown["Cache-Control"]
    assert ["07700 900123" in still_open, "07700 900123" in shut] == [True, False]
    assert [(e.act, e.about, e.why) for e in Event.objects.filter(actor=control.reference).order_by("number")] == [
        ("opened emergency sheet", placement.volunteer.person.reference, "Hurt or taken ill"),
        ("saw emergency sheet", placement.volunteer.person.reference, ""),
        ("saw emergency sheet", placement.volunteer.person.reference, ""),
    ]


@pytest.mark.clause(108)
def test_from_outside_one_says_why_and_the_manager_and_the_volunteer_are_told_at_once(client, the_day):
    placement = _someone()
    mvpm, manager = a.an_mvpm(), a.a_unit_manager(placement.unit)
    client.force_login(manager)
    sheet = reverse("placements:emergency_sheet", args=[placement.volunteer.reference])

    short = client.post(sheet, {"words": "She fell"}).content.decode()
    shown = client.post(sheet, {"words": WHY}, follow=True).content.decode()

    assert ["15 letters are enough" in short, 'value="She fell"' in short, "07700" in short] == [True, True, False]
    assert "07700 900123" in shown
    assert {letter.recipient: letter.template for letter in Letter.objects.all()} == {
        placement.volunteer.person.reference: "placements/sheet_opened",
        mvpm.reference: "placements/sheet_to_review",
    }
    assert manager.name not in Letter.objects.get(template="placements/sheet_opened").text
    opening = Opening.objects.get()
    assert (opening.reason, opening.words, opening.until_at) == ("OUTSIDE", WHY, NOW + timedelta(minutes=15))


def test_while_the_post_is_free_the_central_team_is_told():
    placement, central = _someone(), a.the_central_team()

    services.break_glass(placement.volunteer, words=WHY, by=a.a_unit_manager(placement.unit), at=NOW)

    assert Letter.objects.get(template="placements/sheet_to_review").recipient == central.reference


def test_from_outside_few_are_found_and_only_by_enough_of_a_name_or_by_the_pass():
    placement = _someone()
    for number in range(12):
        a.a_volunteer(f"Rosalind Number{number}")
    manager = a.a_unit_manager(placement.unit)
    placement.volunteer.person.passes.update(number="P-77")

    def found(typed):
        return len(selectors.from_outside(manager, TODAY, typed))

    assert [found(typed) for typed in ("ro", "ros", "rose okafor", "p-77", "rose o", "")] == [0, 10, 1, 1, 0, 0]


def test_one_s_own_volunteers_are_found_by_name_reference_and_pass():
    placement = _someone()
    placement.volunteer.person.passes.update(number="P-77")
    control = a.someone_appointed("CONTROL_ROOM", a.the_force())

    for typed in ("ok", "rose oka", placement.volunteer.reference.lower(), "p-77"):
        assert list(selectors.to_ring_for(control, TODAY, typed)) == [placement.volunteer]
    assert list(selectors.to_ring_for(a.a_unit_manager(placement.unit), TODAY, "rose")) == []


def test_who_finds_the_pages(client, the_day):
    placement = _someone()
    reference = placement.volunteer.reference
    pages = ("emergency", "openings"), ("emergency_sheet", "print_sheet")

    answers = {}
    for who, person in _staff(placement).items():
        client.force_login(person)
        answers[who] = [client.get(reverse(f"placements:{name}")).status_code for name in pages[0]]
        answers[who] += [client.get(reverse(f"placements:{name}", args=[reference])).status_code for name in pages[1]]

    staff, reviewing = [200, 403, 200, 302], [200, 200, 200, 302]
    reviewers = {"mvpm", "mvpm of Barnet", "central team", "auditor"}
    shut = {"another volunteer", "themselves"}
    expected = {who: reviewing if who in reviewers else staff for who in answers}
    assert answers == expected | {who: [403, 403, 403, 403] for who in shut}


@pytest.mark.clause(108)
def test_what_was_opened_from_outside_is_looked_at_once_and_never_by_whoever_opened_it(client, the_day):
    placement, mvpm = _someone(), a.an_mvpm()
    opening = services.break_glass(placement.volunteer, words=WHY, by=a.a_unit_manager(placement.unit), at=NOW)

    waiting = [need.text for need in selectors.needs(mvpm, TODAY) if need.url_name == "placements:openings"]
    client.force_login(mvpm)
    page = client.get(reverse("placements:openings")).content.decode()
    client.post(reverse("placements:review_opening", args=[opening.reference]))

    assert waiting == ["1 emergency sheet opened from outside to look at"]
    assert [WHY in page, "I have looked at it" in page] == [True, True]
    opening.refresh_from_db()
    assert (opening.reviewed_by, opening.reviewed_at) == (mvpm, NOW)
    with pytest.raises(NotAllowed, match="nothing left to look at"):
        services.review_opening(opening, by=a.the_central_team(), at=NOW)
    assert list(selectors.to_review(mvpm, TODAY)) == []


def test_who_reviews():
    placement = _someone()
    may = set()

    for who, person in _staff(placement).items():
        opening = services.break_glass(placement.volunteer, words=WHY, by=a.a_unit_manager(placement.unit), at=NOW)
        try:
            services.review_opening(opening, by=person, at=NOW)
            may.add(who)
        except NotPermitted:
            pass

    assert may == {"mvpm", "central team"}
    own = services.break_glass(placement.volunteer, words=WHY, by=(central := a.the_central_team()), at=NOW)
    with pytest.raises(NotPermitted):
        services.review_opening(own, by=central, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opening.objects.filter(pk=own.pk).update(reviewed_by=central, reviewed_at=NOW)


@pytest.mark.clause(108)
def test_the_sheets_of_a_borough_are_printed_and_each_is_written_down(client, the_day):
    one, control = _someone(), a.someone_appointed("CONTROL_ROOM", a.the_force())
    a.a_volunteer("Abe Moss")
    client.force_login(control)

    page = client.post(reverse("placements:print_sheets"), {"borough": a.a_borough().reference}).content.decode()

    assert [words in page for words in ("Abe Moss", "Rose Okafor", "07700 900123", "Keep sealed")] == [True] * 4
    assert Event.objects.filter(act="saw printed emergency sheet", actor=control.reference).count() == 2
    with pytest.raises(NotPermitted):
        services.print_sheets(a.a_borough(), by=a.a_unit_manager(one.unit), at=NOW)


def test_an_open_sheet_is_printed_and_a_shut_one_is_not(client, the_day):
    placement = _someone()
    client.force_login(a.an_mvpm())
    paper = reverse("placements:print_sheet", args=[placement.volunteer.reference])

    shut = client.get(paper)
    services.open_sheet(placement.volunteer, reason="CHECK", by=a.an_mvpm(), at=NOW)
    services.open_sheet(placement.volunteer, reason="CHECK", by=shut.wsgi_request.user, at=NOW)
    opened = client.get(paper).content.decode()

    assert shut.status_code == 302
    assert ["07700 900123" in opened, "Keep sealed" in opened] == [True, True]
    assert Event.objects.filter(act="saw emergency sheet in print").count() == 1


@pytest.mark.clause(109)
def test_once_a_year_volunteers_are_asked_whether_it_is_still_right():
    placement = _someone()
    contacts = EmergencyContact.objects.all()

    asked = [services.ask_whether_right(at=NOW)]
    contacts.update(confirmed_on=TODAY - timedelta(days=365))
    asked += [services.ask_whether_right(at=NOW), services.ask_whether_right(at=NOW + timedelta(days=200))]
    contacts.update(confirmed_on=TODAY)
    asked += [services.ask_whether_right(at=NOW + timedelta(days=366))]

    assert asked == [0, 1, 0, 1]
    letter = Letter.objects.order_by("pk")[0]
    assert (letter.recipient, letter.subject) == (
        placement.volunteer.person.reference,
        "Whom do we ring if you are hurt?",
    )


def test_nothing_of_it_is_in_letters_trail_logs_or_addresses(client, the_day, caplog):
    placement = _someone()
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.WARNING)
    client.force_login(a.a_unit_manager(placement.unit))
    a.an_mvpm()
    sheet = reverse("placements:emergency_sheet", args=[placement.volunteer.reference])

    opened = client.post(sheet, {"words": WHY}, follow=True)
    services.ask_whether_right(at=NOW + timedelta(days=500))

    told = [letter.subject + letter.text + letter.html for letter in Letter.objects.all()]
    trail = [f"{event.act} {event.why}" for event in Event.objects.all()]
    seen = "\n".join([*told, *trail, caplog.text, *(url for url, _ in opened.redirect_chain)])
    assert (len(told), len(trail) > 1) == (3, True)
    assert [word for word in CANARIES if word in seen] == []
    assert [word for word in CANARIES[:3] if word in opened.content.decode()] == list(CANARIES[:3])
