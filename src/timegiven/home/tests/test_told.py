"""Whatever changes the way in to an account is told by a letter, without a secret and with what to do."""

import re
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.home.sign_in import ACTS
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.people.services.telling import TOLD

pytestmark = pytest.mark.django_db
PASSWORD, OTHER, SECRET = "a kettle, a bicycle", "three blue teapots", "JBSWY3DPEHPK3PXP"


@pytest.fixture
def rose(client: Client) -> Person:
    person = b.a_person("Rose Okafor", email="rose@example.org")
    person.set_password(PASSWORD)
    person.save()
    client.force_login(person)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return person


def told(person: Person) -> list[str]:
    """The subjects of the letters, each with its entry in the audit trail and none past the outbox."""
    letters = list(Letter.objects.filter(template="people/sign_in_changed", to_email=person.email).order_by("pk"))
    assert Event.objects.filter(about=person.reference, act__in=TOLD).count() == len(letters)
    assert not mail.outbox
    assert not [each for each in (PASSWORD, OTHER, SECRET) if any(each in letter.text for letter in letters)]
    assert all("If it was not you" in letter.text for letter in letters)
    return [letter.subject for letter in letters]


def test_a_changed_password(client: Client, rose: Person) -> None:
    typed = {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}

    client.post(reverse("account_change_password"), typed)

    assert told(rose) == ["Your password has been changed"]


def test_a_password_that_was_refused_is_no_change(client: Client, rose: Person) -> None:
    client.post(reverse("account_change_password"), {"oldpassword": "wrong", "password1": OTHER, "password2": OTHER})

    assert told(rose) == []


def test_a_password_chosen_by_a_link(rose: Person) -> None:
    client = Client()
    client.post(reverse("account_reset_password"), {"email": rose.email})
    link = re.search(r"https?://[^/]+(/account/\S+)", str(mail.outbox.pop().body))[1]  # type: ignore[index]
    page = client.get(link, follow=True).redirect_chain[-1][0]

    client.post(page, {"password1": OTHER, "password2": OTHER})

    rose.refresh_from_db()
    assert (rose.check_password(OTHER), told(rose)) == (True, ["You have a new password"])


def test_codes_from_an_app(client: Client, rose: Person, django_capture_on_commit_callbacks: Any) -> None:
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code})
    client.post(reverse("mfa_deactivate_totp"))

    assert told(rose) == ["A second step for signing in", "A second step for signing in has been turned off"]


def test_a_passkey_that_is_removed(client: Client, rose: Person) -> None:
    kept = Authenticator.objects.create(user=rose, type=Authenticator.Type.WEBAUTHN, data={"name": "A telephone"})

    client.post(reverse("mfa_remove_webauthn", args=[kept.pk]))

    assert told(rose) == ["A passkey has been removed"]


def test_new_spare_codes(client: Client, rose: Person, django_capture_on_commit_callbacks: Any) -> None:
    TOTP.activate(rose, SECRET)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_generate_recovery_codes"))

    assert told(rose) == ["New spare codes for signing in"]


def test_a_spare_code_that_is_used_and_no_other_code(rose: Person) -> None:
    TOTP.activate(rose, SECRET)
    spare = RecoveryCodes.activate(rose).get_unused_codes()[0]
    usual = format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))

    for code in (usual, spare):
        client = Client()
        client.post(reverse("account_login"), {"login": rose.email, "password": PASSWORD})
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert "_auth_user_id" in client.session

    assert told(rose) == ["A spare code has been used"]


def test_everything_that_the_library_tells_of_has_its_words() -> None:
    """What is not offered here (addresses, accounts elsewhere) is never told of by it."""
    told_of = re.compile(r"send_notification_mail\(\s*[\"'](\S+?)[\"']")
    library = Path(allauth.__file__).parent

    named = {
        name
        for chapter in ("account", "mfa")
        for path in (library / chapter).rglob("*.py")
        for name in told_of.findall(path.read_text())
    }

    not_ours = {each for each in named if each.startswith("account/email/email_")}
    assert named - not_ours == set(ACTS)
    assert set(ACTS.values()) < set(TOLD)
