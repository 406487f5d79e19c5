"""How accounts behave at sign-in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from timegiven.people.models import Person


class SignIn(AuthenticationBackend):
    """Who is signed in, found on every page together with whether they volunteer."""

    def get_user(self, user_id: int) -> Person | None:
        person = Person.objects.select_related("volunteer").filter(pk=user_id).first()
        return person if person is not None and self.user_can_authenticate(person) else None


class AccountAdapter(DefaultAccountAdapter):
    """Nobody opens an account by themselves: an application or an appointment does."""

    def is_open_for_signup(self, request: object) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters of sign-in go straight to the mail server, for they hold a key that is kept nowhere."""
        super().send_mail(template_prefix, email, {"site_name": settings.SITE_NAME, **context})

    def format_email_subject(self, subject: str) -> str:
        """Our letters say in their subject what they are about, and nothing before it."""
        return str(subject)
