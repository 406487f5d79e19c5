"""Finding whom to ring, and the forms of signing in, with their refusals in our own words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp

from timegiven.home.sign_in import tell_of_spare_code
from timegiven.ui import forms

MISSING = {
    "login": "Enter your email address",
    "email": "Enter your email address",
    "password": "Enter your password",
    "oldpassword": "Enter the password you have now",
    "password1": "Enter a new password",
    "password2": "Enter the new password again",
    "code": "Enter the code",
}
NO_ADDRESS = "Enter an email address in the correct format, like name@example.com"


class WhoseSheet(forms.Form):
    """What the first page of those who ring at night asks; the page of emergencies answers."""

    find = forms.Text("Part of a name, or the number on the pass", max_length=80, required=False)


class OurWords:
    """A form of the sign-in library that says what is missing as every other form here does."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            if name in MISSING:
                field.error_messages |= {"required": MISSING[name]}
            if name in ("login", "email"):  # the validator carries its own message, which would win over the field's
                field.error_messages |= {"invalid": NO_ADDRESS}
                for check in field.validators:
                    if getattr(check, "code", "") == "invalid":
                        check.message = NO_ADDRESS


class Login(OurWords, account.LoginForm): ...


class ResetPassword(OurWords, account.ResetPasswordForm): ...


class ResetPasswordFromKey(OurWords, account.ResetPasswordKeyForm): ...


class ChangePassword(OurWords, account.ChangePasswordForm): ...


class SetPassword(OurWords, account.SetPasswordForm): ...


class SignInAgain(OurWords, account.ReauthenticateForm): ...


class SecondFactor(OurWords, mfa.AuthenticateForm):
    def save(self) -> None:
        super().save()
        tell_of_spare_code(self.authenticator)


class SecondFactorAgain(OurWords, mfa.ReauthenticateForm):
    def save(self) -> None:
        super().save()
        tell_of_spare_code(self.authenticator)


class ActivateCodes(OurWords, totp.ActivateTOTPForm): ...
