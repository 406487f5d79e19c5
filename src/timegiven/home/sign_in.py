"""How accounts behave at sign-in."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils import timezone

from timegiven.kernel.encrypted import seal, unseal
from timegiven.kernel.prepared import Prepared, key
from timegiven.people import access
from timegiven.people.models import Person

KEPT_AS = "mfa.authenticator"
WHO = Prepared(lambda: Person.objects.select_related("volunteer").filter(pk=key("person"))[:1])


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

    def format_email_subject(self, subject: str) -> str:
        """Our letters say in their subject what they are about, and nothing before it."""
        return str(subject)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor: sealed like everything that nobody should read in a backup, and refused in our own words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code is not right. Codes change every 30 seconds: use the newest one",
        "cannot_delete_authenticator": "You cannot turn this off: your post asks for a second step at sign-in",
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal(text.encode(), label=KEPT_AS)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(base64.b64decode(encrypted_text), label=KEPT_AS).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep one second factor of those they have; spare codes alone are none."""
        if authenticator.type == Authenticator.Type.RECOVERY_CODES or not settings.STAFF_NEED_SECOND_FACTOR:
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        has_another = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return has_another or not access.is_staff(authenticator.user, timezone.localdate())
