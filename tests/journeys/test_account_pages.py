"""Signing in and looking after one's account, in the same design as every other page."""

import pytest

from timegiven.people.models import Person

PASSWORD = "a kettle, a bicycle"
PAGES_OF_A_PERSON = ["2fa/totp/activate/", "2fa/webauthn/add/", "email/", "password/change/", "logout/"]


@pytest.fixture
def niamh(transactional_db):
    """Someone with a password."""
    person = Person(name="Niamh Clarke", email="niamh@example.org", is_synthetic=True)
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["login/", "password/reset/", "password/reset/done/", "inactive/", "signup/"])
def test_the_pages_of_a_stranger_can_be_used_by_everyone(page, live_server, axe, transactional_db, path, width):
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(f"{live_server.url}/account/{path}")

    axe(page)


def test_a_wrong_password_is_told_above_the_heading(page, live_server, axe, niamh):
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_label("Email").fill("niamh@example.org")
    page.locator("#id_password").fill("not this one")
    page.get_by_role("button", name="Sign in", exact=True).click()

    page.get_by_role("heading", name="There is a problem").wait_for()

    axe(page)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_a_person_can_be_used_by_everyone(page, live_server, axe, niamh, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}/account/login/?next=/account/2fa/")
    page.get_by_label("Email").fill("niamh@example.org")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/account/2fa/")
    axe(page)

    page.goto(f"{live_server.url}/account/2fa/totp/activate/")
    axe(page)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/account/2fa/totp/activate/")

    for path in PAGES_OF_A_PERSON:
        page.goto(f"{live_server.url}/account/{path}")
        assert page.url.endswith(path)
        axe(page)

    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in").first.wait_for()
