"""What was typed is never lost: back, refresh, two windows, a session that ended."""

import re

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.joining.models import Application
from timegiven.joining.tests.scene import SENT
from timegiven.kernel.references import digest

pytestmark = pytest.mark.django_db


@pytest.fixture
def application() -> Application:
    return b.an_application(status="REGISTERED")


def page(application: Application, code: str = "help") -> str:
    return reverse("joining:section", args=[application.reference, code])


def opened(client: Client, application: Application) -> dict[str, str]:
    """The hidden marks of a page as a window has it."""
    text = client.get(page(application)).content.decode()
    return {name: re.search(rf'name="{name}" value="(\w+)"', text)[1] for name in ("tab", "seen")}


def send(client: Client, application: Application, words: str, window: dict[str, str]) -> tuple[int, str]:
    response = client.post(page(application), {"what_would_help": words} | window)
    application.refresh_from_db()
    return response.status_code, response.content.decode()


def test_going_back_and_correcting_an_answer_saves_it_again(client: Client, application: Application) -> None:
    client.force_login(application.person)
    window = opened(client, application)

    first, _ = send(client, application, "A chair", window)
    again, _ = send(client, application, "A chair with arms", window)  # the same page, from the browser's memory

    assert (first, again, application.what_would_help) == (302, 302, "A chair with arms")


def test_sending_a_page_again_by_refresh_changes_nothing(client: Client, application: Application) -> None:
    client.force_login(application.person)
    window = opened(client, application)

    answers = [send(client, application, "A chair", window)[0] for _ in range(3)]

    assert (answers, application.what_would_help, application.saved) == ([302] * 3, "A chair", ["help"])


def test_an_answer_of_another_window_is_not_written_over_unseen(client: Client, application: Application) -> None:
    client.force_login(application.person)
    one, other = opened(client, application), opened(client, application)
    send(client, application, "A chair", one)

    status, text = send(client, application, "A ramp", other)

    assert (status, application.what_would_help) == (200, "A chair")
    assert "changed in another window while this page was open" in text
    assert "A ramp</textarea>" in text


def test_saved_once_more_the_later_answer_stands(client: Client, application: Application) -> None:
    client.force_login(application.person)
    one, other = opened(client, application), opened(client, application)
    send(client, application, "A chair", one)
    _, text = send(client, application, "A ramp", other)
    now_seen = {"tab": other["tab"], "seen": re.search(r'name="seen" value="(\w+)"', text)[1]}

    status, _ = send(client, application, "A ramp", now_seen)

    assert (status, application.what_would_help) == (302, "A ramp")


def test_what_was_typed_after_the_session_ended_is_there_after_the_link_is_opened_again(
    client: Client, application: Application
) -> None:
    Application.objects.filter(pk=application.pk).update(
        resume_digest=digest("secret"), resume_expires_at="2099-01-01T00:00Z"
    )

    put_by = client.post(page(application), {"what_would_help": "A chair with arms"})
    application.refresh_from_db()
    nothing_saved = application.what_would_help
    client.get(reverse("joining:resume", args=["secret"]))
    onward = client.post(reverse("joining:carry_on"), SENT)
    shown = client.get(onward.url).content.decode()
    send(client, application, "A chair with arms", {})
    later = client.get(page(application)).content.decode()

    assert "You were signed out, and nothing is lost" in put_by.content.decode()
    assert (nothing_saved, onward.url) == ("", page(application))
    assert "This is what you typed before you were signed out" in shown
    assert "A chair with arms</textarea>" in shown
    assert application.what_would_help == "A chair with arms"
    assert "before you were signed out" not in later


def test_what_was_put_by_cannot_be_read_from_the_table_of_sessions(client: Client, application: Application) -> None:
    client.post(page(application), {"what_would_help": "A chair with arms"})

    kept = Session.objects.get().get_decoded()

    assert "chair" not in str(kept)


def test_what_lies_under_a_key_that_was_taken_away_is_gone_and_they_are_told(
    client: Client, application: Application, settings: LazySettings
) -> None:
    kept = settings.DATA_KEYS
    settings.DATA_KEYS = ["one that somebody has seen"]
    client.post(page(application), {"what_would_help": "A chair with arms"})
    settings.DATA_KEYS = kept
    client.force_login(application.person)

    first, second = (client.get(page(application)) for _ in range(2))
    status, _ = send(client, application, "A ramp", {})

    told = "What you typed before you were signed out was kept for too long, and has gone."
    assert [(each.status_code, told in each.text) for each in (first, second)] == [(200, True), (200, False)]
    assert (status, application.what_would_help) == (302, "A ramp")


def test_somebody_else_on_the_same_device_does_not_get_it(client: Client, application: Application) -> None:
    client.post(page(application), {"what_would_help": "A chair with arms"})
    client.force_login(b.a_person())

    assert client.get(page(application)).status_code == 404


@pytest.mark.parametrize("typed", [{}, {"what_would_help": "x" * 30_000}])
def test_nothing_or_far_too_much_is_not_put_by(client: Client, application: Application, typed: dict[str, str]) -> None:
    response = client.post(page(application), typed)

    assert response.url.startswith(reverse("account_login"))
    assert Session.objects.count() == 0


def test_a_word_finds_skills_and_what_was_ticked_stays_ticked(client: Client, application: Application) -> None:
    client.force_login(application.person)
    typed = {"look": "photo", "group_1": ["Filing"], "other": "Knots", "press": "look"}

    text = client.post(page(application, "skills"), typed).content.decode()
    application.refresh_from_db()

    ticked = re.findall(r'value="([\w ]+)" checked', text)
    offered = re.findall(r'type="checkbox" value="([\w ]+)"', text)
    assert (ticked, sorted(offered), application.skills) == (["Filing"], ["Filing", "Photography"], [])
    assert 'value="Knots"' in text
    assert "1 skill has “photo”" in text


def test_a_word_that_no_skill_has_leads_to_the_box_for_all_others(client: Client, application: Application) -> None:
    client.force_login(application.person)

    text = client.post(page(application, "skills"), {"look": "juggling", "press": "look"}).content.decode()

    assert "Nothing has “juggling”. Type it under “Anything else” below, and we keep it." in text
