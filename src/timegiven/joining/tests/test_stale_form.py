"""A page that was open while its person signed in again elsewhere: what they typed is kept, and sent once more."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.joining.models import Application, Declaration

pytestmark = pytest.mark.django_db
OURS = {"HTTP_ORIGIN": "http://testserver"}
TYPED = {"health": "A seat by the door, please", "convictions": "", "finance": "", "once": "a-key"}


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


def token_of(page: str) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]


def stale(client: Client, path: str) -> dict[str, str]:
    """The token of a page that was open before its person signed in again."""
    token = token_of(client.get(path).content.decode())
    client.cookies["timegiven_csrf"] = "n" * 32
    return {"csrfmiddlewaretoken": token}


def test_what_was_typed_is_kept_and_one_press_sends_it_again(strict: Client) -> None:
    person = b.a_volunteer("Grace Mills").person
    strict.force_login(person)
    page = reverse("joining:declare")

    refused = strict.post(page, TYPED | stale(strict, page), **OURS)
    text = refused.content.decode()
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text))
    sent = strict.post(page, kept, **OURS)

    assert (refused.status_code, "You are signed in as Grace Mills" in text) == (403, True)
    assert {name: kept[name] for name in TYPED} == TYPED
    assert "<p>A seat by the door, please</p>" in text
    assert (sent.status_code, Declaration.objects.get().health) == (302, TYPED["health"])


@pytest.mark.parametrize(
    "headers",
    [{}, {"HTTP_ORIGIN": "https://elsewhere.example"}, {"HTTP_ORIGIN": "null"}, {"HTTP_SEC_FETCH_SITE": "cross-site"}],
    ids=["unknown", "another site", "hidden", "another site, says the browser"],
)
def test_what_another_site_sends_is_not_offered_to_be_sent_again(strict: Client, headers: dict[str, str]) -> None:
    strict.force_login(b.a_volunteer().person)
    page = reverse("joining:declare")

    refused = strict.post(page, TYPED | stale(strict, page), **headers)

    said = refused.content.decode()
    assert (refused.status_code, "seat by the door" in said, "Send it again" in said) == (403, False, False)
    assert Declaration.objects.count() == 0


def test_a_password_is_never_put_into_a_page(strict: Client) -> None:
    page = reverse("account_login")

    refused = strict.post(
        page, {"login": "grace@example.org", "password": "correct horse"} | stale(strict, page), **OURS
    )

    assert (refused.status_code, "correct horse" in refused.content.decode()) == (403, False)


def test_sent_again_after_signing_out_it_is_put_by_until_somebody_is_signed_in(strict: Client) -> None:
    application = b.an_application(status="REGISTERED")
    strict.force_login(application.person)
    page = reverse("joining:section", args=[application.reference, "help"])
    token = stale(strict, page)
    strict.logout()
    strict.cookies["timegiven_csrf"] = "n" * 32

    refused = strict.post(page, {"what_would_help": "A chair with arms"} | token, **OURS).content.decode()
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', refused))
    put_by = strict.post(page, kept, **OURS).content.decode()
    strict.force_login(application.person)
    shown = strict.get(page).content.decode()

    assert "sign in (opens in a new window)" in refused
    assert "You were signed out, and nothing is lost" in put_by
    assert "A chair with arms</textarea>" in shown
    assert Application.objects.get().what_would_help == ""
