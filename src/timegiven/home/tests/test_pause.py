"""Whoever opens other people's records signs in again after a pause, and loses nothing of what they typed."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.home.pause import BEGAN, SEEN
from timegiven.people.models import Person
from timegiven.people.policies import STAFF_PAUSE_MINUTES, STAFF_SIGN_IN_MINUTES
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
CONTACT, STILL = reverse("people:contact"), reverse("home:still_here")
TYPED = {"known_as": "Priya of Camden", "email": "p@example.org", "phone": "020 7946 0000", "once": "a-key"}


@pytest.fixture(autouse=True)
def second_factor(settings: LazySettings) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True


def signed_in(client: Client, person: Person) -> Person:
    client.force_login(person)
    return person


@pytest.fixture
def mvpm(client: Client) -> Person:
    person = b.an_mvpm()
    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    return signed_in(client, person)


def pass_by(client: Client, minutes: float) -> None:
    """So many minutes ago something was done last."""
    session = client.session
    at, seconds = session[SEEN]
    session[SEEN] = (at - 60 * minutes, seconds)
    session.save()


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def asked(client: Client) -> dict[str, Any]:
    told: dict[str, Any] = client.get(STILL).json()
    return told


def test_after_the_pause_a_page_asks_to_sign_in_again_and_says_why(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    pass_by(client, 32)

    answer = client.get(CONTACT)

    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('account_login')}?next={CONTACT}")
    assert (is_signed_in(client), answer["Clear-Site-Data"]) == (False, '"cache"')
    assert "because nothing was done for a while" in client.get(answer["Location"]).content.decode()


def test_before_it_the_page_opens_and_the_time_begins_anew(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)

    for _ in range(5):
        pass_by(client, 29)
        assert client.get(CONTACT).status_code == 200

    assert is_signed_in(client)


def test_what_was_typed_is_shown_to_be_sent_again_and_nothing_was_done(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    pass_by(client, 32)

    answer = client.post(CONTACT, TYPED)

    said = answer.content.decode()
    assert (answer.status_code, answer["Cache-Control"]) == (403, "no-store")
    for name, value in TYPED.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in said
    mvpm.refresh_from_db()
    assert ("Sign in to send this" in said, mvpm.known_as) == (True, "")
    signed_in(client, mvpm)
    assert client.post(CONTACT, TYPED).status_code == 302
    mvpm.refresh_from_db()
    assert mvpm.known_as == "Priya of Camden"


def test_what_a_volunteer_typed_is_not_lost_either_when_their_session_is_over(client: Client) -> None:
    answer = client.post(CONTACT, TYPED)

    assert (answer.status_code, "Priya of Camden" in answer.content.decode()) == (403, True)


def test_a_password_is_never_shown_again(client: Client) -> None:
    answer = client.post(reverse("account_change_password"), {"oldpassword": "a kettle, a bicycle", "once": "x"})

    assert "kettle" not in answer.content.decode()


def test_to_ask_how_long_is_left_does_not_begin_the_time_anew(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    pass_by(client, 20)

    first, second = asked(client), asked(client)

    assert first["who"] == mvpm.reference
    assert 10 * 60 < second["seconds"] <= first["seconds"] <= 11 * 60


def test_whoever_signs_in_again_gets_the_key_of_forms_and_a_stranger_does_not(client: Client) -> None:
    stranger = asked(client)
    volunteer = signed_in(client, b.a_volunteer("Rose Okafor").person)

    told = asked(client)

    assert stranger == {"seconds": 0}
    assert told == {"seconds": 0, "who": volunteer.reference, "name": "Rose Okafor", "key": told["key"]}
    assert len(told["key"]) == 64


def test_one_press_begins_it_anew(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    pass_by(client, 29)

    told = client.post(STILL).json()

    assert told["seconds"] >= 30 * 60


def test_once_it_is_over_a_press_comes_too_late(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    pass_by(client, 32)

    assert (client.post(STILL).json(), asked(client)) == ({"seconds": 0}, {"seconds": 0})


def test_the_page_knows_how_long_and_whose_it_is(client: Client, mvpm: Person) -> None:
    page = client.get(CONTACT).content.decode()

    seconds = re.search(r'data-tg-pause="(\d+)"', page)
    assert seconds
    assert 30 * 60 <= int(seconds[1]) <= 31 * 60
    assert f'data-tg-who="{mvpm.reference}"' in page


@pytest.mark.parametrize("minutes", [60, 5])
def test_the_central_team_may_decide_on_another_time_but_not_on_none(
    client: Client, mvpm: Person, minutes: int
) -> None:
    PolicyValue.objects.create(name=STAFF_PAUSE_MINUTES.name, value=minutes, from_on=b.LONG_AGO)
    client.get(CONTACT)
    pass_by(client, max(minutes, 10) - 1)

    before = client.get(CONTACT).status_code
    pass_by(client, max(minutes, 10) + 2)

    assert (before, client.get(CONTACT).status_code) == (200, 302)


# However much was done, signing in has an end


def signed_in_ago(client: Client, minutes: float) -> None:
    """They signed in so many minutes ago, and were busy ever since."""
    session = client.session
    began, seconds = session[BEGAN]
    session[BEGAN] = (began - 60 * minutes, seconds)
    session.save()


def test_after_a_long_day_of_work_a_page_asks_to_sign_in_again_and_says_why(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    signed_in_ago(client, 12 * 60 - 1)
    before = client.get(CONTACT).status_code, asked(client)
    signed_in_ago(client, 2)

    answer = client.post(CONTACT, TYPED)

    assert (before[0], before[1]["last"], 0 < before[1]["seconds"] <= 60) == (200, True, True)
    assert (answer.status_code, is_signed_in(client)) == (403, False)
    assert "Priya of Camden" in answer.text
    assert "because you had been signed in for long enough" in answer.text
    signed_in(client, mvpm)
    client.get(CONTACT)
    assert (asked(client)["seconds"] > 29 * 60, asked(client)["last"]) == (True, False)


def test_no_press_puts_off_the_end_of_signing_in(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    signed_in_ago(client, 12 * 60 - 1)

    told = client.post(STILL).json()

    assert (told["seconds"] <= 60, told["last"]) == (True, True)


@pytest.mark.parametrize("minutes", [8 * 60, 1])
def test_the_central_team_may_decide_how_long_signing_in_lasts_but_not_less_than_an_hour(
    client: Client, mvpm: Person, minutes: int
) -> None:
    PolicyValue.objects.create(name=STAFF_SIGN_IN_MINUTES.name, value=minutes, from_on=b.LONG_AGO)
    client.get(CONTACT)
    signed_in_ago(client, max(minutes, 60) - 1)

    before = client.get(CONTACT).status_code
    signed_in_ago(client, 2)

    assert (before, client.get(CONTACT).status_code) == (200, 302)


def takes_their_time(client: Client) -> bool:
    page = client.get("/")
    return not {SEEN, BEGAN} & set(client.session.keys()) and "data-tg-pause" not in page.content.decode()


def test_a_volunteer_takes_their_time(client: Client) -> None:
    signed_in(client, b.a_volunteer().person)

    assert takes_their_time(client)


def test_so_does_the_cast_of_a_demonstration(client: Client, mvpm: Person) -> None:
    session = client.session
    session["demonstration"] = True
    session.save()

    assert takes_their_time(client)


def test_a_page_that_is_opened_writes_to_the_session_once_a_minute_at_most(client: Client, mvpm: Person) -> None:
    client.get(CONTACT)
    noted = client.session[SEEN]

    client.get(CONTACT)

    assert client.session[SEEN] == noted
    assert time.time() - noted[0] < 60
