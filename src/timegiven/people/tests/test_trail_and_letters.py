"""The pages of the audit trail, and of the letters that go by post."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from tests import builders as a
from timegiven.audit import services as audit
from timegiven.audit.models import Event
from timegiven.letters import services as letters
from timegiven.letters.models import Letter, TextMessage
from timegiven.people import rules, selectors, services

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def auditor(client):
    person = a.someone_appointed("AUDITOR", a.the_force())
    client.force_login(person)
    return person


def two_events():
    rose, tom = a.a_person("Rose Okafor"), a.a_person("Tom Simms")
    audit.record("met", of=rose, by=tom, at=a.NOW, about=rose)
    audit.saw("health answers", of=a.a_volunteer(), by=tom, at=a.NOW.replace(day=25), about=tom)
    return rose, tom


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("AUDITOR", 200),
        ("CENTRAL_TEAM", 200),
        ("MVPM", 403),
        ("STEERING_GROUP", 403),
        ("HR", 403),
        ("UNIT_MANAGER", 403),
    ],
)
def test_who_reads_the_trail(client, role, status):
    client.force_login(a.someone_appointed(role, a.the_force()))

    pages = [client.get(reverse("people:trail")), client.post(reverse("people:verify_trail"))]

    assert [page.status_code for page in pages] == [status, status]


@pytest.mark.parametrize(
    ("query", "acts"),
    [
        ({}, ["saw health answers", "met"]),
        ({"act": "saw"}, ["saw health answers"]),
        ({"kind": "people.person"}, ["met"]),
        ({"on": "24/4/2007"}, ["met"]),
        ({"on": "26/4/2007"}, []),
    ],
)
def test_the_trail_is_narrowed_by_its_filters(client, auditor, query, acts):
    two_events()

    page = client.get(reverse("people:trail"), query).context["page"]

    assert [event.act for event in page] == acts


def test_the_trail_of_one_person_holds_what_they_did_and_what_was_about_them(client, auditor):
    rose, tom = two_events()

    found = [
        [event.act for event in client.get(reverse("people:trail"), {"person": who.reference}).context["page"]]
        for who in (rose, tom)
    ]

    assert found == [["met"], ["saw health answers", "met"]]


def test_the_trail_asks_as_often_for_many(client, auditor, django_assert_max_num_queries):
    def questions():
        with django_assert_max_num_queries(40) as asked:
            client.get(reverse("people:trail"))
        return len(asked)

    two_events()
    questions()  # what every page keeps for a minute is kept now
    few = questions()
    for _ in range(4):
        two_events()

    assert questions() == few


def test_the_page_says_that_the_trail_holds_and_what_to_note(client, auditor):
    two_events()

    said = text_of(client.post(reverse("people:verify_trail")))

    assert ["The audit trail holds" in said, Event.objects.get(number=2).digest in said] == [True, True]


def test_the_page_says_where_the_trail_is_broken(client, auditor):
    two_events()
    Event.objects.filter(number=1).update(act="declined")

    said = text_of(client.post(reverse("people:verify_trail")))

    assert ["The audit trail is broken" in said, "Event 1 is not as it was written" in said] == [True, True]


# Letters by post


def a_letter(volunteer, *, status=""):
    letter = letters.write("people/address_changed", to=volunteer.person, at=a.NOW)
    if status:
        Letter.objects.filter(pk=letter.pk).update(status=status, tries=8)
        letter.refresh_from_db()
    return letter


def test_the_manager_sees_the_letters_of_the_borough_and_no_others():
    manager = a.an_mvpm()
    waiting = a_letter(a.a_volunteer(email=None))
    failed = a_letter(a.a_volunteer(), status="FAILED")
    a_letter(a.a_volunteer())
    a_letter(a.a_volunteer(email=None, borough=a.a_borough("Barnet")))

    assert list(selectors.letters_seen_by(manager, a.TODAY)) == [waiting, failed]


def test_the_central_team_sees_them_all_those_of_people_without_a_borough_too():
    central = a.the_central_team()
    a_letter(a.a_volunteer(email=None))
    letters.write("people/address_changed", to=a.a_person(email=None), at=a.NOW)

    assert selectors.letters_seen_by(central, a.TODAY).count() == 2


def test_the_list_says_why_each_letter_goes_by_post(client):
    client.force_login(a.an_mvpm())
    a_letter(a.a_volunteer("Harold Simms", email=None))
    a_letter(a.a_volunteer("Rose Okafor", email="rose@example.org"), status="FAILED")

    said = text_of(client.get(reverse("people:letters_to_print")))

    assert ["Harold Simms" in said, "E-mail to rose@example.org failed 8 times" in said] == [True, True]


def test_letters_that_wait_are_on_the_manager_s_first_page():
    manager = a.an_mvpm()
    a_letter(a.a_volunteer(email=None))
    a_letter(a.a_volunteer(email=None))

    needs = [(need.text, need.count, need.url_name) for need in selectors.needs(manager, a.TODAY)]

    assert needs == [("2 letters to print and post", 2, "people:letters_to_print")]


def test_a_letter_is_printed_with_its_address_and_marked(client):
    client.force_login(a.an_mvpm())
    letter = a_letter(a.a_volunteer("Harold Simms", email=None, address="12 Holmes Road\nLondon"))

    page = client.get(reverse("people:letter", args=[letter.reference]))
    answer = client.post(reverse("people:mark_printed", args=[letter.reference]))

    assert "Harold Simms<br> 12 Holmes Road<br> London" in text_of(page)
    letter.refresh_from_db()
    assert (answer.status_code, letter.status) == (302, "PRINTED")
    assert Event.objects.get(act="printed letter").about == letter.recipient


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("111 Fennel Close, Camden, London WC1X", ["111 Fennel Close", "Camden", "London WC1X"]),
        ("12 Holmes Road\r\nLondon,\n", ["12 Holmes Road", "London"]),
        (
            "Flat 2, Oak House, 1 High Street, Camden, London, NW1",
            ["Flat 2, Oak House, 1 High Street", "Camden", "London", "NW1"],
        ),
        ("", []),
    ],
)
def test_an_address_stands_in_the_window_of_its_envelope(address, lines):
    assert rules.on_envelope(address) == lines


def test_a_letter_is_marked_once(client):
    client.force_login(a.an_mvpm())
    letter = a_letter(a.a_volunteer(email=None))

    first, second = (client.post(reverse("people:mark_printed", args=[letter.reference])) for _ in range(2))

    assert [first.status_code, second.status_code] == [302, 409]
    assert "no letter of it is waiting" in text_of(second)


@pytest.mark.parametrize("page", ["people:letter", "people:mark_printed"])
def test_the_manager_of_another_borough_does_not_find_the_letter(client, page):
    letter = a_letter(a.a_volunteer(email=None))
    client.force_login(a.an_mvpm(a.a_borough("Barnet")))

    send = client.post if page.endswith("printed") else client.get
    assert send(reverse(page, args=[letter.reference])).status_code == 404


@pytest.mark.parametrize("role", ["UNIT_MANAGER", "HR", "CONTROL_ROOM", "AUDITOR"])
def test_others_do_not_open_the_list_of_letters(client, role):
    client.force_login(a.someone_appointed(role, a.the_force()))

    assert client.get(reverse("people:letters_to_print")).status_code == 403


def test_the_list_of_letters_asks_as_often_for_many(client, django_assert_max_num_queries):
    client.force_login(a.an_mvpm())

    def questions():
        with django_assert_max_num_queries(40) as asked:
            client.get(reverse("people:letters_to_print"))
        return len(asked)

    a_letter(a.a_volunteer(email=None))
    questions()  # what every page keeps for a minute is kept now
    few = questions()
    for _ in range(5):
        a_letter(a.a_volunteer(email=None))

    assert questions() == few


@pytest.mark.parametrize(
    ("status", "days_ago", "kept"),
    [
        *(("SENT", 6, True), ("SENT", 8, False), ("PRINTED", 6, True), ("PRINTED", 8, False)),
        *(("OWED", 30, True), ("TO_PRINT", 30, True)),
    ],
)
def test_the_words_of_a_letter_are_forgotten_a_week_after_it_went(status, days_ago, kept):
    letter = a_letter(a.a_volunteer())
    went = a.NOW - timedelta(days=days_ago)
    left = went if status in ("SENT", "PRINTED") else None
    Letter.objects.update(status=status, owed_at=a.NOW - timedelta(days=30), sent_at=left)

    forgotten = services.forget_letters(at=a.NOW)

    letter.refresh_from_db()
    assert (bool(letter.text), bool(letter.html), forgotten) == (kept, kept, 0 if kept else 1)
    assert letter.subject


@pytest.mark.parametrize(("status", "days_ago", "kept"), [("SENT", 6, True), ("SENT", 8, False), ("OWED", 30, True)])
def test_the_words_of_a_text_message_are_forgotten_too_and_where_it_went(status, days_ago, kept):
    message = letters.text("Called off: 2pm to 6pm", to=a.a_person(phone="07700 900123"), at=a.NOW)
    TextMessage.objects.update(status=status, owed_at=a.NOW - timedelta(days=days_ago))

    forgotten = services.forget_letters(at=a.NOW)

    message.refresh_from_db()
    assert (bool(message.text), bool(message.to_phone), forgotten) == (kept, kept, 0 if kept else 1)


def test_what_browsers_left_here_goes_when_nobody_can_use_it_any_more(client):
    client.force_login(a.a_person())
    session = client.session
    session["joining_draft"] = "what somebody typed"
    session.save()
    kept = Session.objects.get()

    before = services.forget_sessions(at=kept.expire_date - timedelta(seconds=1))
    after = services.forget_sessions(at=kept.expire_date + timedelta(seconds=1))

    assert (before, after, Session.objects.count()) == (0, 1, 0)


def test_the_trail_of_somebody_is_found_by_a_part_of_their_name(client, auditor):
    two_events()

    found = [
        [event.act for event in client.get(reverse("people:trail"), {"person": typed}).context["page"]]
        for typed in ("okafor", "simms tom", "Nobody")
    ]

    assert found == [["met"], ["saw health answers", "met"], []]
