"""What the sign-in pages say when something is missing or wrong."""

import pytest
from django.test import Client

from timegiven.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "typed", "told"),
    [
        ("/account/login/", {}, ["Enter your email address", "Enter your password"]),
        (
            "/account/login/",
            {"login": "nobody", "password": "x"},
            ["Enter an email address in the correct format, like name@example.com"],
        ),
        (
            "/account/login/",
            {"login": "niamh@example.org", "password": "wrong"},
            ["The email address or the password is not right. Try again, or choose a new one"],
        ),
        ("/account/password/reset/", {}, ["Enter your email address"]),
    ],
)
def test_a_stranger_is_told_in_our_words(client: Client, address: str, typed: dict[str, str], told: list[str]) -> None:
    page = client.post(address, typed)

    assert [word for words in page.context["form"].errors.values() for word in words] == told


def test_someone_changing_their_password_is_told_in_our_words(client: Client) -> None:
    person = Person(name="Niamh Clarke", email="niamh@example.org", is_synthetic=True)
    person.set_password("a kettle, a bicycle")
    person.save()
    client.force_login(person)

    page = client.post("/account/password/change/", {})

    assert page.context["form"].errors == {
        "oldpassword": ["Enter the password you have now"],
        "password1": ["Enter a new password"],
        "password2": ["Enter the new password again"],
    }
