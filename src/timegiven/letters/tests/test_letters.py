"""Letters are owed with their deed, sent at least once, and never lost."""

import socket
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from email.utils import parseaddr
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, connection, transaction

from tests import builders as a
from timegiven.letters import selectors, services
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db
FAILING = f"{__name__}.FailingServer"


class FailingServer(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected("Connection unexpectedly closed")


class ChoosyServer(locmem.EmailBackend):
    """A mail server that does not know one of the readers."""

    def send_messages(self, messages):
        if "first@example.org" in messages[0].recipients()[0]:
            raise SMTPRecipientsRefused({"first@example.org": (550, b"No such mailbox")})
        return super().send_messages(messages)


class WatchingServer(locmem.EmailBackend):
    """A mail server, and what happens while it has a letter in hand."""

    meanwhile = []

    def send_messages(self, messages):
        for deed in self.meanwhile:
            deed()
        return super().send_messages(messages)


@pytest.fixture
def meanwhile(settings):
    settings.EMAIL_BACKEND = f"{__name__}.WatchingServer"
    WatchingServer.meanwhile = []
    return WatchingServer.meanwhile


def a_letter(**person):
    return services.write("people/address_changed", to=a.a_person("Rose Okafor", **person), at=a.NOW)


def test_the_first_line_is_the_subject_and_the_rest_the_letter():
    letter = a_letter()

    assert letter.subject == "Your e-mail address has been changed"
    assert letter.text.startswith("Dear Rose,\n\nYour record now has")
    assert "Dear Rose," in letter.html


def test_a_deed_that_is_taken_back_owes_no_letter():
    with transaction.atomic():
        a_letter()
        transaction.set_rollback(True)

    services.send_owed(at=a.NOW)

    assert (Letter.objects.count(), mail.outbox) == (0, [])


def test_nothing_leaves_before_the_worker_sends_it():
    letter = a_letter()

    assert (letter.status, mail.outbox) == ("OWED", [])


def test_a_letter_is_sent_once():
    letter = a_letter(email="rose@example.org")

    sent = [services.send_owed(at=a.NOW), services.send_owed(at=a.NOW)]

    letter.refresh_from_db()
    assert (sent, len(mail.outbox)) == ([1, 0], 1)
    assert (letter.status, letter.sent_at) == ("SENT", a.NOW)
    assert mail.outbox[0].to == ["Rose Okafor <rose@example.org>"]


def test_a_failing_mail_server_costs_a_try_and_never_a_letter(settings):
    letter = a_letter()
    settings.EMAIL_BACKEND = FAILING

    sent = services.send_owed(at=a.NOW)

    letter.refresh_from_db()
    assert (sent, letter.status, letter.tries) == (0, "OWED", 1)


@pytest.mark.parametrize(("minutes", "tries"), [(0, 1), (1, 2), (2, 2), (3, 3), (6, 3), (7, 4)])
def test_the_wait_between_tries_doubles(settings, minutes, tries):
    letter = a_letter()
    settings.EMAIL_BACKEND = FAILING

    for minute in range(minutes + 1):
        services.send_owed(at=a.NOW + timedelta(minutes=minute))

    letter.refresh_from_db()
    assert letter.tries == tries


def test_the_waits_count_from_the_last_try_and_not_from_when_it_was_written(settings):
    letter = a_letter()
    settings.EMAIL_BACKEND = FAILING
    later = a.NOW + timedelta(hours=5)  # no worker had run

    for minute in range(4):
        services.send_owed(at=later + timedelta(minutes=minute))

    letter.refresh_from_db()
    assert (letter.tries, letter.status) == (3, "OWED")


def test_a_server_that_fails_costs_one_letter_a_try_and_is_left_alone_until_the_next_run(settings):
    letters = [a_letter(), a_letter()]
    settings.EMAIL_BACKEND = FAILING

    services.send_owed(at=a.NOW)

    assert [Letter.objects.get(pk=each.pk).tries for each in letters] == [1, 0]


def test_a_server_that_never_answers_is_not_waited_for(settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        letter = a_letter()
        patience = settings.EMAIL_TIMEOUT
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = silent.getsockname()
        settings.EMAIL_TIMEOUT = patience / 100

        sent = services.send_owed(at=a.NOW)

    letter.refresh_from_db()
    assert (sent, letter.status, letter.tries) == (0, "OWED", 1)
    assert patience <= 30


@pytest.mark.django_db(transaction=True)
def test_the_database_waits_for_no_mail_server(meanwhile):
    held = []
    a_letter()
    meanwhile.append(lambda: held.append(connection.in_atomic_block))

    assert services.send_owed(at=a.NOW) == 1
    assert held == [False]


def test_two_workers_at_once_send_each_letter_once(meanwhile):
    a_letter()
    a_letter()
    meanwhile.append(lambda: services.send_owed(at=a.NOW))  # while the first is leaving, the other sends the second

    services.send_owed(at=a.NOW)

    assert len(mail.outbox) == 2


def test_what_a_worker_died_over_is_sent_after_half_an_hour_and_bears_the_same_message_id(meanwhile):
    def the_machine_is_switched_off():
        mail.outbox.append("on its way, or not: nobody knows")
        raise SystemExit

    letter = a_letter()
    meanwhile.append(the_machine_is_switched_off)
    with pytest.raises(SystemExit):
        services.send_owed(at=a.NOW)
    meanwhile.clear()

    sent = [services.send_owed(at=a.NOW + timedelta(minutes=minutes)) for minutes in (29, 30)]

    assert sent == [0, 1]
    assert mail.outbox[-1].extra_headers["Message-ID"] == f"<{letter.reference}@example.org>"


def test_what_is_called_off_while_its_letter_leaves_has_been_heard_of(meanwhile):
    offer, heard = SimpleNamespace(reference="ABCDEFGHJK"), []
    letter = services.write("people/address_changed", to=a.a_person(), at=a.NOW, about=[offer])
    meanwhile.append(lambda: heard.append(services.overtake([offer], why="It was called off", at=a.NOW)))

    services.send_owed(at=a.NOW)

    letter.refresh_from_db()
    assert (heard, letter.status, len(mail.outbox)) == ([set()], "SENT", 1)


def test_after_eight_tries_somebody_is_told(settings):
    letter = a_letter()
    settings.EMAIL_BACKEND = FAILING

    found = []
    for hour in range(9):
        services.send_owed(at=a.NOW + timedelta(hours=24 * hour))
        letter.refresh_from_db()
        found.append((letter.tries, letter.status))

    assert found == [*((n, "OWED") for n in range(1, 8)), (8, "FAILED"), (8, "FAILED")]
    assert list(selectors.on_paper()) == [letter]


def test_a_letter_that_is_tried_again_bears_the_same_message_id(settings):
    letter = a_letter()
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = FAILING
    services.send_owed(at=a.NOW)
    settings.EMAIL_BACKEND = working

    services.send_owed(at=a.NOW + timedelta(hours=24))
    Letter.objects.filter(pk=letter.pk).update(status="OWED")
    services.send_owed(at=a.NOW + timedelta(hours=48))

    ids = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert ids == [f"<{letter.reference}@example.org>"] * 2


@pytest.mark.parametrize(
    "name",
    [
        'Robert "Bob" Smith',
        'x" <eve@example.net>, "y',
        "Smith, Bob",
        "Bob\\",
        "Bob <b>",
        "Bob\rBcc: eve@example.net",
        "Zoë",
    ],
)
def test_whatever_somebody_is_called_their_letter_goes_to_them_alone(name):
    services.write("people/address_changed", to=a.a_person(name, email="bob@example.org"), at=a.NOW)

    services.send_owed(at=a.NOW)

    (mailed,) = mail.outbox
    (to,) = message_from_bytes(mailed.message().as_bytes(), policy=default)["To"].addresses
    assert (to.display_name, to.addr_spec) == (name.replace("\r", " "), "bob@example.org")
    assert "eve@example.net" not in [parseaddr(each)[1] for each in mailed.recipients()]


def test_a_subject_is_one_line():
    course = SimpleNamespace(title="First aid\rBcc: eve@example.net")

    letter = services.write("training/runs_out", to=a.a_person(), at=a.NOW, course=course)

    assert letter.subject == "Your training in First aid Bcc: eve@example.net runs out soon"


def test_a_letter_that_no_mail_can_hold_does_not_hold_up_the_next(settings):
    first, second = a_letter(email="first@example.org"), a_letter(email="second@example.org")
    Letter.objects.filter(pk=first.pk).update(subject="Two\nlines", owed_at=a.NOW - timedelta(hours=1))

    sent = services.send_owed(at=a.NOW)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (sent, first.status, first.tries, second.status) == (1, "OWED", 1, "SENT")


def test_a_reader_whom_the_server_does_not_know_holds_up_nobody(settings):
    settings.EMAIL_BACKEND = f"{__name__}.ChoosyServer"
    first, second = a_letter(email="first@example.org"), a_letter(email="second@example.org")

    sent = services.send_owed(at=a.NOW)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (sent, first.status, first.tries, second.status) == (1, "OWED", 1, "SENT")


def test_one_letter_that_fails_does_not_hold_up_the_next(settings):
    first, second = a_letter(email="first@example.org"), a_letter(email="second@example.org")
    Letter.objects.filter(pk=first.pk).update(status="FAILED", tries=8)

    assert services.send_owed(at=a.NOW) == 1
    assert [message.to for message in mail.outbox] == [["Rose Okafor <second@example.org>"]]
    second.refresh_from_db()
    assert second.status == "SENT"


def test_a_letter_to_someone_without_email_waits_to_be_printed():
    letter = a_letter(email=None)

    services.send_owed(at=a.NOW)

    letter.refresh_from_db()
    assert (letter.status, mail.outbox, list(selectors.on_paper())) == ("TO_PRINT", [], [letter])


def test_a_printed_letter_waits_no_more():
    letter = a_letter(email=None)

    services.posted([letter.pk], at=a.NOW)

    assert list(selectors.on_paper()) == []


def test_a_letter_that_was_sent_cannot_be_posted_away():
    letter = a_letter()
    services.send_owed(at=a.NOW)

    services.posted([letter.pk], at=a.NOW)

    letter.refresh_from_db()
    assert letter.status == "SENT"


def test_an_invitation_goes_with_its_calendar_entry():
    services.write("people/address_changed", to=a.a_person(), at=a.NOW, calendar="BEGIN:VCALENDAR")

    services.send_owed(at=a.NOW)

    assert [(name, content) for name, content, _ in mail.outbox[0].attachments] == [
        ("invitation.ics", "BEGIN:VCALENDAR")
    ]


def test_the_table_refuses_mail_without_an_address():
    with pytest.raises(IntegrityError):
        Letter.objects.create(
            template="x", to_name="Rose", subject="x", text="x", html="x", owed_at=a.NOW, not_before=a.NOW
        )
