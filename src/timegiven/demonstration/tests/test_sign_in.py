"""Be somebody with one click; only in a demonstration."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests import builders
from timegiven.demonstration.cast import PLAYERS, SCENES
from timegiven.letters.models import Letter

ROOT = Path(__file__).resolve().parents[4]
HERE = "/demonstration/"

# Is the chapter there, and does its address lead anywhere? Asked of a process of its own: settings are read once.
ASK = """
import django; django.setup()
from django.apps import apps
from django.test import Client
from django.urls import is_valid_path
installed, mounted = apps.is_installed("timegiven.demonstration"), bool(is_valid_path("/demonstration/"))
print(installed, mounted, *([] if mounted else [Client().get("/demonstration/").status_code]))
"""


@pytest.mark.parametrize(("mode", "answer"), [("0", "False False 404"), ("1", "True True")])
def test_the_page_exists_in_demonstration_mode_alone(mode: str, answer: str, tmp_path: Path) -> None:
    told = {
        "TIMEGIVEN_DEMONSTRATION": mode,
        "TIMEGIVEN_TESTING": "1",
        "TIMEGIVEN_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "timegiven.site.settings",
        "PYTHONPATH": str(ROOT / "src"),
        "PATH": os.environ["PATH"],
    }

    asked = subprocess.run([sys.executable, "-c", ASK], env=told, check=False, capture_output=True, text=True)

    assert asked.stdout.strip() == answer, asked.stderr


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_the_view_itself_refuses_outside_a_demonstration(client: Client) -> None:
    builders.a_person(reference=PLAYERS["central-team"].reference)

    with override_settings(DEMONSTRATION=False):
        seen = client.get(HERE).status_code
        sent = client.post(HERE, {"code": "central-team"}).status_code

    assert (seen, sent, "_auth_user_id" in client.session) == (404, 404, False)


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_one_click_signs_in_and_marks_the_session(client: Client) -> None:
    person = builders.a_person(reference=PLAYERS["camden-mvpm"].reference)

    answer = client.post(HERE, {"code": "camden-mvpm"})

    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)
    assert client.session["demonstration"] is True


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_a_visitor_can_become_somebody_else(client: Client) -> None:
    builders.a_person(reference=PLAYERS["camden-mvpm"].reference)
    second = builders.a_person(reference=PLAYERS["hackney-mvpm"].reference)
    client.post(HERE, {"code": "camden-mvpm"})

    client.post(HERE, {"code": "hackney-mvpm"})

    assert client.session["_auth_user_id"] == str(second.pk)
    assert client.session["demonstration"] is True


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
@pytest.mark.parametrize("code", ["", "nobody", "camden-no-email"])
def test_nobody_outside_the_cast_can_be_played(client: Client, code: str) -> None:
    builders.a_person(reference=PLAYERS["camden-no-email"].reference)

    answer = client.post(HERE, {"code": code})

    assert (answer.status_code, "_auth_user_id" in client.session) == (200, False)


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_a_real_person_cannot_be_played_even_under_a_cast_reference(client: Client) -> None:
    person = builders.a_person(reference=PLAYERS["central-team"].reference)
    type(person).objects.update(is_synthetic=False)

    answer = client.post(HERE, {"code": "central-team"})

    assert (answer.status_code, "_auth_user_id" in client.session) == (404, False)


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_signing_in_needs_the_page_s_own_token() -> None:
    builders.a_person(reference=PLAYERS["camden-mvpm"].reference)

    assert Client(enforce_csrf_checks=True).post(HERE, {"code": "camden-mvpm"}).status_code == 403


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_the_page_lists_the_cast_by_scene_and_says_that_they_are_made_up(client: Client) -> None:
    page = client.get(reverse("demonstration:sign_in")).content.decode()

    assert "Everyone here is made up" in page
    assert [scene.title for scene in SCENES if scene.title not in page] == []
    assert [player.name for player in PLAYERS.values() if player.name not in page] == []


def _a_letter(name: str, email: str, **more: str) -> Letter:
    return Letter.objects.create(
        template="x", to_name=name, to_email=email, subject=f"For {name}", html="", owed_at=builders.NOW,
        not_before=builders.NOW, status="OWED" if email else "TO_PRINT", **{"text": "Hello"} | more,
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_letters_are_shown_newest_first_with_links_that_can_be_followed(client: Client) -> None:
    _a_letter("Ann Early", "ann@example.org")
    _a_letter(
        "Bob Late", "bob@example.org", text="Please answer: http://localhost:8000/joining/refer/abc\n\n<b>Bye</b>"
    )

    page = client.get(reverse("demonstration:letters")).content.decode()

    assert page.index("For Bob Late") < page.index("For Ann Early")
    assert '<a href="http://localhost:8000/joining/refer/abc"' in page
    assert "<b>Bye</b>" not in page


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
def test_letters_are_found_by_the_words_of_a_name_or_address(client: Client) -> None:
    _a_letter("Ann Early", "ann@example.org")
    _a_letter("Edith Paper", "")

    by_name = client.get(reverse("demonstration:letters"), {"to": "paper edith"}).content.decode()
    by_nothing = client.get(reverse("demonstration:letters"), {"to": "zzz"}).content.decode()

    assert ("For Edith Paper" in by_name, "For Ann Early" in by_name) == (True, False)
    assert "printed and posted" in by_name
    assert "No letters to anyone" in by_nothing


@pytest.mark.django_db
@pytest.mark.usefixtures("switched_on")
@pytest.mark.parametrize("many", [1, 10])
def test_a_page_of_letters_asks_the_database_as_often_for_one_as_for_many(
    client: Client, many: int, django_assert_max_num_queries: object
) -> None:
    for number in range(many):
        _a_letter(f"Person {number}", f"p{number}@example.org")

    with django_assert_max_num_queries(3):
        client.get(reverse("demonstration:letters"))
