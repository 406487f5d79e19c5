"""Signing in by hand: a password, a second step from an app, a passkey, a forgotten password."""

import base64
import hmac
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import error, heading, open_page, press, told
from timegiven.people.models import Person

PASSWORD = "a kettle, a bicycle"


@pytest.fixture
def niamh(transactional_db: None) -> Person:
    """A unit manager with a password."""
    person = builders.someone_appointed(builders.Role.UNIT_MANAGER, builders.a_unit(), name="Niamh Clarke")
    person.email = "niamh@example.org"
    person.set_password(PASSWORD)
    person.save()
    return person


def _give(page: Page, password: str, *, email: str = "niamh@example.org") -> None:
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Sign in")


def _is_asked_again(page: Page) -> None:
    """The password once more, before anything about signing in is changed."""
    assert heading(page) == "Check that it is you"
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Go on")


def _is_signed_in(page: Page) -> bool:
    page.goto("/me/")
    return page.get_by_role("banner").get_by_role("button", name="Sign out").is_visible()


def _code(secret: str) -> str:
    """What an authenticator app would show now (RFC 6238), and for some seconds more."""
    while time.time() % 30 > 25:
        time.sleep(0.2)
    seal = hmac.digest(base64.b32decode(secret), int(time.time() // 30).to_bytes(8, "big"), "sha1")
    start = seal[-1] & 15
    return f"{(int.from_bytes(seal[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def test_a_wrong_password_and_then_the_right_one(niamh: Person, browser_of: Visit, axe: Axe, screen: str) -> None:
    page = browser_of(None)
    page.goto("/account/login/")
    axe(page)

    _give(page, "a guess at a password")
    assert error(page) == "The email address or the password is not right. Try again, or choose a new one"
    axe(page)
    _give(page, PASSWORD)

    page.wait_for_url("**/")
    assert _is_signed_in(page)
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    page.get_by_role("banner").get_by_role("link", name="Sign in").wait_for()
    assert not _is_signed_in(page)


def test_a_page_for_people_asks_who_one_is_and_then_opens(niamh: Person, browser_of: Visit) -> None:
    page = browser_of(None)

    page.goto("/roles/drafts")
    assert heading(page) == "Sign in"
    _give(page, PASSWORD)

    expect(page.get_by_role("heading", name="Role profiles in the making")).to_be_visible()


def test_a_forgotten_password_is_replaced_through_a_letter(niamh: Person, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(None)
    page.goto("/account/login/")
    page.get_by_role("link", name=re.compile("Forgot")).click()
    axe(page)
    page.get_by_label("Email").fill("niamh@example.org")
    press(page, "Send me a link")
    assert heading(page) == "Look at your email"
    axe(page)

    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["niamh@example.org"], "Choose a new password")
    link = re.search(r"https?://[^/]+(/\S+)", str(letter.body))
    assert link
    page.goto(link[1])
    axe(page)
    page.get_by_label("New Password", exact=True).fill("short")
    page.get_by_label("New Password (again)").fill("short")
    press(page, "Save the new password")
    assert error(page) == "This password is too short. It must contain at least 12 characters."
    axe(page)
    page.get_by_label("New Password", exact=True).fill("three dry biscuits")
    page.get_by_label("New Password (again)").fill("three dry biscuits")
    press(page, "Save the new password")
    page.wait_for_url(lambda url: "/reset/" not in url)

    niamh.refresh_from_db()
    assert niamh.check_password("three dry biscuits")
    stranger = browser_of(None)
    stranger.goto(link[1])
    assert heading(stranger) == "This link has ended"
    axe(stranger)


def test_nobody_learns_here_whom_we_know(niamh: Person, browser_of: Visit) -> None:
    page = browser_of(None)
    page.goto("/account/password/reset/")

    page.get_by_label("Email").fill("nobody@example.org")
    press(page, "Send me a link")

    assert heading(page) == "Look at your email"
    assert mail.outbox[0].subject == "You have no account with this address"


def test_staff_are_led_to_a_second_step_and_use_an_app(
    niamh: Person, browser_of: Visit, axe: Axe, settings: Settings
) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    page = browser_of(None)
    page.goto("/account/login/?next=/roles/drafts")
    _give(page, PASSWORD)
    assert heading(page) == "A second step for signing in"
    assert told(page) == "Set up a second step for signing in first: your appointment opens other people’s records."
    axe(page)

    press(page, "Set up an app")
    axe(page)
    _is_asked_again(page)
    axe(page)
    press(page, "Set up")
    axe(page)
    secret = page.locator("#authenticator_secret").inner_text()
    page.get_by_label("Authenticator code").fill("000000")
    press(page, "Set up")
    assert error(page) == "That code is not right. Codes change every 30 seconds: use the newest one"
    secret = page.locator("#authenticator_secret").inner_text()
    page.get_by_label("Authenticator code").fill(_code(secret))
    press(page, "Set up")
    page.wait_for_url("**/account/2fa/recovery-codes/")
    axe(page)
    assert sorted(niamh.authenticator_set.values_list("type", flat=True)) == ["recovery_codes", "totp"]
    for path in ("", "totp/deactivate/", "recovery-codes/generate/"):
        assert open_page(page, f"/account/2fa/{path}") == 200
        axe(page)
    assert open_page(page, "/roles/drafts") == 200

    phone = browser_of(None)
    phone.goto("/account/login/?next=/roles/drafts")
    _give(phone, PASSWORD)
    assert heading(phone) == "Second step"
    axe(phone)
    phone.get_by_label("Code").fill("000000")
    press(phone, "Sign in")
    assert error(phone) == "That code is not right. Codes change every 30 seconds: use the newest one"
    axe(phone)
    phone.goto("/roles/drafts")  # nothing opens by the password alone
    assert heading(phone) == "Second step"
    phone.get_by_label("Code").fill(_code(secret))
    press(phone, "Sign in")
    phone.get_by_role("banner").get_by_role("button", name="Sign out").wait_for()
    assert open_page(phone, "/roles/drafts") == 200
    assert heading(phone) == "Role profiles in the making"

    lost = browser_of(None)  # the phone is lost, the spare codes are in a drawer
    lost.goto("/account/login/?next=/roles/drafts")
    _give(lost, PASSWORD)
    spare = Authenticator.objects.get(user=niamh, type="recovery_codes").wrap().get_unused_codes()[0]
    lost.get_by_label("Code").fill(spare)
    press(lost, "Sign in")
    lost.wait_for_url(lambda url: url.endswith("/roles/drafts") and "next" not in url)


def test_the_newly_appointed_choose_a_password_by_a_letter_and_set_up_an_app(
    niamh: Person, browser_of: Visit, settings: Settings
) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    niamh.set_unusable_password()
    niamh.save()
    page = browser_of(None)
    page.goto("/account/password/reset/")
    page.get_by_label("Email").fill("niamh@example.org")
    press(page, "Send me a link")
    link = re.search(r"https?://[^/]+(/\S+)", str(mail.outbox[0].body))
    assert link
    page.goto(link[1])
    for label in ("New Password", "New Password (again)"):
        page.get_by_label(label, exact=True).fill(PASSWORD)
    press(page, "Save the new password")
    page.wait_for_url("**/account/2fa/")

    press(page, "Set up an app")
    _is_asked_again(page)
    press(page, "Set up")
    page.get_by_label("Authenticator code").fill(_code(page.locator("#authenticator_secret").inner_text()))
    press(page, "Set up")
    page.wait_for_url("**/account/2fa/recovery-codes/")
    assert open_page(page, "/roles/drafts") == 200


def test_a_volunteer_need_not_have_a_second_step(transactional_db: None, browser_of: Visit, settings: Settings) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    page = browser_of(builders.a_volunteer().person)

    assert open_page(page, "/roles/") == 200
    assert heading(page) == "Volunteer roles"


def test_a_passkey_is_added_and_signs_in_without_a_password(
    niamh: Person, browser_of: Visit, axe: Axe, settings: Settings
) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    page = browser_of(None)
    _plug_in_a_security_key(page)
    page.goto("/account/login/?next=/account/2fa/")
    _give(page, PASSWORD)

    press(page, "Add a passkey")
    _is_asked_again(page)
    axe(page)
    page.get_by_label("Name").fill("My laptop")
    page.get_by_label("Sign me in with it alone, without a password").check()
    press(page, "Add a passkey")
    page.wait_for_url(re.compile("recovery-codes|webauthn/$"))
    kept = niamh.authenticator_set.get(type="webauthn").wrap()
    assert (kept.name, kept.is_passwordless) == ("My laptop", True)
    key = f"webauthn/keys/{kept.instance.pk}"
    for path, title in (
        ("", "A second step for signing in"),
        ("webauthn/", "Your passkeys"),
        (f"{key}/remove/", "Remove My laptop"),
        (f"{key}/edit/", "Name of a passkey"),
    ):
        page.goto(f"/account/2fa/{path}")
        assert heading(page) == title
        axe(page)

    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    page.goto("/account/login/?next=/roles/drafts")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: url.endswith("/roles/drafts") and "next" not in url)
    assert heading(page) == "Role profiles in the making"

    page.goto(f"/account/2fa/{key}/edit/")  # the passkey once more, before anything about signing in is changed
    press(page, "Use a security key")
    axe(page)
    press(page, "Use a passkey")
    page.get_by_role("heading", name="Name of a passkey").wait_for()


def _plug_in_a_security_key(page: Page) -> None:
    """A virtual one, whose holder agrees to everything."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    abilities = ("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")
    options = {"protocol": "ctap2", "transport": "internal", **dict.fromkeys(abilities, True)}
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})
