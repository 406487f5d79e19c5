"""Text messages are owed with their deed, sent by what the site has chosen, and wake nobody."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from tests import builders as a
from timegiven.letters import services
from timegiven.letters.models import TextMessage

pytestmark = pytest.mark.django_db
SENT: list[tuple[str, str]] = []
PHONE = "020 7946 0123"


def keep(phone: str, text: str) -> None:
    SENT.append((phone, text))


def fail(phone: str, text: str) -> None:
    raise OSError("no line")


def note_what_is_held(phone: str, text: str) -> None:
    keep(phone, str(connection.in_atomic_block))


def send_again_and_keep(phone: str, text: str) -> None:
    services.send_owed_texts(at=a.NOW)
    keep(phone, text)


@pytest.fixture(autouse=True)
def sender(settings):
    SENT.clear()
    settings.TEXT_SENDER = f"{__name__}.keep"


def test_a_text_is_sent_once():
    services.text("Called off: 2pm to 6pm today.", to=a.a_person(phone=PHONE), at=a.NOW)

    sent = [services.send_owed_texts(at=a.NOW), services.send_owed_texts(at=a.NOW)]

    assert (sent, SENT) == ([1, 0], [(PHONE, "Called off: 2pm to 6pm today.")])


def test_who_has_no_telephone_gets_none():
    assert services.text("Called off", to=a.a_person(), at=a.NOW) is None


def test_a_text_holds_no_more_than_a_message_does():
    message = services.text("Café — " + "word " * 60, to=a.a_person(phone=PHONE), at=a.NOW)

    assert message.text.startswith("Cafe word")
    assert message.text.endswith("word...")
    assert len(message.text) <= 160


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        (datetime(2007, 4, 24, 19, 59, tzinfo=UTC), datetime(2007, 4, 24, 19, 59, tzinfo=UTC)),
        (datetime(2007, 4, 24, 20, 0, tzinfo=UTC), datetime(2007, 4, 25, 7, 0, tzinfo=UTC)),
        (datetime(2007, 4, 24, 3, 0, tzinfo=UTC), datetime(2007, 4, 24, 7, 0, tzinfo=UTC)),
    ],
)
def test_nobody_is_woken(at, leaves):
    message = services.text("Called off", to=a.a_person(phone=PHONE), at=at)

    assert message.not_before == leaves
    assert [services.send_owed_texts(at=leaves - timedelta(minutes=1)), services.send_owed_texts(at=leaves)] == [0, 1]


def test_a_failing_sender_costs_a_try_and_never_a_message(settings):
    message = services.text("Called off", to=a.a_person(phone=PHONE), at=a.NOW)
    settings.TEXT_SENDER = f"{__name__}.fail"
    sent = services.send_owed_texts(at=a.NOW)
    settings.TEXT_SENDER = f"{__name__}.keep"
    again = services.send_owed_texts(at=a.NOW + timedelta(minutes=2))

    message.refresh_from_db()
    assert (sent, again, message.tries, message.status) == (0, 1, 2, TextMessage.Status.SENT)


def test_nobody_is_woken_by_another_try_either(settings):
    evening = datetime(2007, 4, 24, 19, 59, tzinfo=UTC)  # a minute before nine in London
    message = services.text("Called off", to=a.a_person(phone=PHONE), at=evening)
    settings.TEXT_SENDER = f"{__name__}.fail"

    services.send_owed_texts(at=evening)

    message.refresh_from_db()
    assert message.not_before == datetime(2007, 4, 25, 7, 0, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_the_database_waits_for_no_gateway(settings):
    services.text("Called off", to=a.a_person(phone=PHONE), at=a.NOW)
    settings.TEXT_SENDER = f"{__name__}.note_what_is_held"

    services.send_owed_texts(at=a.NOW)

    assert SENT == [(PHONE, "False")]


def test_two_workers_at_once_send_each_text_once(settings):
    for _ in range(2):
        services.text("Called off", to=a.a_person(phone=PHONE), at=a.NOW)
    settings.TEXT_SENDER = f"{__name__}.send_again_and_keep"

    services.send_owed_texts(at=a.NOW)

    assert len(SENT) == 2


def test_the_gateway_is_reached_over_https_alone(settings):
    settings.TEXT_SENDER, settings.TEXT_GATEWAY = "timegiven.letters.senders.gateway", "http://gateway.example.org"
    services.text("Called off", to=a.a_person(phone=PHONE), at=a.NOW)

    assert services.send_owed_texts(at=a.NOW) == 0
