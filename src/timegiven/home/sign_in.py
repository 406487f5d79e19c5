"""How accounts behave at sign-in."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Nobody opens an account by themselves: an application or an appointment does."""

    def is_open_for_signup(self, request: object) -> bool:
        return False
