"""How accounts behave at sign-in."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from timegiven.kernel.encrypted import as_text, seal, sealed_anew, unseal
from timegiven.kernel.prepared import Prepared, key
from timegiven.kernel.resealing import Tally
from timegiven.people import access
from timegiven.people import services as people
from timegiven.people.models import Person

KEPT_AS = "mfa.authenticator"
ACTS = {  # what the sign-in library tells of, by the names of its own mails
    "account/email/password_changed": "changed password",
    "account/email/password_set": "changed password",
    "account/email/password_reset": "chose a new password by a link",
    "mfa/email/totp_activated": "set up codes from an app",
    "mfa/email/totp_deactivated": "turned off codes from an app",
    "mfa/email/webauthn_added": "added a passkey",
    "mfa/email/webauthn_removed": "removed a passkey",
    "mfa/email/recovery_codes_generated": "made new spare codes",
}
WHO = Prepared(lambda: Person.objects.select_related("volunteer").filter(pk=key("person"))[:1])


def second_factors_anew(*, write: bool) -> Tally:
    """Seal anew, under the newest data key, what codes are made of, as ``kernel.resealing`` does with all columns."""
    found = Tally()
    ours = Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN)  # of a passkey nothing is secret
    for pk in ours.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            held = Authenticator.objects.select_for_update().filter(pk=pk).first()
            if held is not None:
                found += _anew(held, write=write)
    return found


def _anew(held: Authenticator, *, write: bool) -> Tally:
    """One second factor: every word that is kept of it is sealed, alone or in a list."""
    try:
        new = {name: _words_anew(value) for name, value in held.data.items()}
    except (InvalidTag, ValueError):
        return Tally(rows=1, unreadable=1)
    is_old = new != held.data
    if is_old and write:
        Authenticator.objects.filter(pk=held.pk).update(data=new)
    return Tally(rows=1, anew=int(is_old and write), left=int(is_old and not write))


def _words_anew(value: Any) -> Any:
    if isinstance(value, list):
        return [_words_anew(each) for each in value]
    if not isinstance(value, str):
        return value
    new = sealed_anew(base64.b64decode(value), label=KEPT_AS)
    return value if new is None else as_text(new)


class SignIn(AuthenticationBackend):
    """Who is signed in, found on every page together with whether they volunteer."""

    def get_user(self, user_id: int) -> Person | None:
        person = WHO.first(person=user_id)
        return person if person is not None and self.user_can_authenticate(person) else None


class AccountAdapter(DefaultAccountAdapter):
    """Nobody opens an account by themselves: an application or an appointment does."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is not right. Try again, or choose a new one",
        "enter_current_password": "That is not the password you have now",
        "incorrect_password": "That is not your password",
        "invalid_password_reset": "This link has been used or is too old. Ask for a new one",
        "too_many_login_attempts": "There were too many tries. Wait 5 minutes and try again",
    }

    def is_open_for_signup(self, request: object) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters of sign-in go straight to the mail server, for they hold a key that is kept nowhere."""
        super().send_mail(template_prefix, email, {"site_name": settings.SITE_NAME, **context})

    def send_notification_mail(
        self, template_prefix: str, user: Person, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Whatever changes the way in is told by a letter of ours, from the outbox as all others."""
        people.tell_of_sign_in(user, ACTS[template_prefix], at=timezone.now())

    def format_email_subject(self, subject: str) -> str:
        """Our letters say in their subject what they are about, and nothing before it."""
        return str(subject)


def tell_of_spare_code(used: Authenticator) -> None:
    """A spare code that is used tells of a lost telephone, or of codes that somebody has found."""
    if used.type == Authenticator.Type.RECOVERY_CODES:
        people.tell_of_sign_in(used.user, "signed in by a spare code", at=timezone.now())


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor: sealed like everything that nobody should read in a backup, and refused in our own words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code is not right. Codes change every 30 seconds: use the newest one",
        "cannot_delete_authenticator": "You cannot turn this off: your post asks for a second step at sign-in",
    }

    def encrypt(self, text: str) -> str:
        return as_text(seal(text.encode(), label=KEPT_AS))

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(base64.b64decode(encrypted_text), label=KEPT_AS).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep one second factor of those they have; spare codes alone are none."""
        if authenticator.type == Authenticator.Type.RECOVERY_CODES or not settings.STAFF_NEED_SECOND_FACTOR:
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        has_another = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return has_another or not access.is_staff(authenticator.user, timezone.localdate())
