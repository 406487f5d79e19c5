"""The second factor of staff: it is kept, and sealed like all that nobody should read in a backup."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db
PASSWORD = "a kettle, a bicycle"
SECRET = "JBSWY3DPEHPK3PXP"


def passkey(person: Person) -> Authenticator:
    return Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "A telephone"})


def signed_in(client: Client, person: Person) -> None:
    person.set_password(PASSWORD)
    person.save()
    client.force_login(person)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


@pytest.fixture
def mvpm(client: Client, settings: LazySettings) -> Person:
    settings.STAFF_NEED_SECOND_FACTOR = True
    person = b.an_mvpm()
    signed_in(client, person)
    return person


def test_staff_cannot_turn_off_the_only_one_they_have(client: Client, mvpm: Person) -> None:
    TOTP.activate(mvpm, SECRET)

    page = client.post(reverse("mfa_deactivate_totp"))

    assert "your post asks for a second step" in page.content.decode()
    assert Authenticator.objects.filter(user=mvpm).exists()


def test_staff_cannot_remove_their_only_passkey(client: Client, mvpm: Person) -> None:
    only = passkey(mvpm)

    page = client.post(reverse("mfa_remove_webauthn", args=[only.pk]), follow=True)

    assert Authenticator.objects.filter(pk=only.pk).exists()
    assert "it is the only one you have" in page.content.decode()


def test_the_passkey_of_somebody_else_is_not_theirs_to_remove(client: Client, mvpm: Person) -> None:
    passkey(mvpm)
    other = passkey(b.a_person())

    client.post(reverse("mfa_remove_webauthn", args=[other.pk]))

    assert Authenticator.objects.filter(pk=other.pk).exists()


def test_one_of_two_may_go(client: Client, mvpm: Person) -> None:
    TOTP.activate(mvpm, SECRET)
    key = passkey(mvpm)

    client.post(reverse("mfa_deactivate_totp"))

    assert list(Authenticator.objects.filter(user=mvpm)) == [key]


def test_a_volunteer_turns_theirs_off_whenever_they_like(client: Client, settings: LazySettings) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    person = b.a_volunteer().person
    signed_in(client, person)
    TOTP.activate(person, SECRET)

    client.post(reverse("mfa_deactivate_totp"))

    assert not Authenticator.objects.filter(user=person).exists()


def test_what_the_codes_are_made_of_is_not_kept_in_clear() -> None:
    person = b.a_person()

    TOTP.activate(person, SECRET)

    kept = Authenticator.objects.get(user=person)
    assert SECRET not in str(kept.data)
    now = next(yield_hotp_counters_from_time())
    assert kept.wrap().validate_code(format_hotp_value(hotp_value(SECRET, now)))
