"""The private link: no secret stays in an address, and it opens for applicants alone."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.joining import services
from timegiven.joining.models import Application
from timegiven.joining.tests.scene import SENT
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed

pytestmark = pytest.mark.django_db


def linked(application: Application, *, days: int = 28) -> Application:
    application.resume_digest = digest("s3cret")
    application.resume_expires_at = timezone.now() + timedelta(days=days)
    application.save()
    return application


def test_the_link_signs_the_applicant_in_with_a_new_session(client: Client) -> None:
    application = linked(b.an_application(status="REGISTERED"))

    response = client.get(reverse("joining:resume", args=["s3cret"]))
    before = client.session.session_key
    page = client.get(response.url)
    done = client.post(response.url, SENT)

    assert (response.url, response["Referrer-Policy"]) == (reverse("joining:carry_on"), "no-referrer")
    assert "s3cret" not in page.content.decode()
    assert done.url == reverse("joining:application", args=[application.reference])
    assert client.session["_auth_user_id"] == str(application.person.pk)
    assert client.session.session_key != before


def test_opening_the_link_alone_signs_nobody_in(client: Client) -> None:
    linked(b.an_application(status="REGISTERED"))

    client.get(reverse("joining:resume", args=["s3cret"]), follow=True)

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("status", "days"), [("REGISTERED", -1), ("WITHDRAWN", 28), ("APPROVED", 28)])
def test_an_old_link_says_kindly_that_it_has_ended(client: Client, status: str, days: int) -> None:
    linked(b.an_application(status=status), days=days)

    page = client.get(reverse("joining:resume", args=["s3cret"]), follow=True)

    assert page.status_code == 410
    assert "Nothing has been lost" in page.content.decode()
    assert "no-store" in page["Cache-Control"]  # or the browser shows it for ever, also to the newest link


def test_a_guess_opens_nothing(client: Client) -> None:
    b.an_application(status="REGISTERED")

    assert client.get(reverse("joining:resume", args=["guess"]), follow=True).status_code == 410
    assert client.post(reverse("joining:carry_on"), SENT).status_code == 410


def test_whoever_has_set_up_a_second_step_is_not_let_in_without_it(client: Client) -> None:
    application = linked(b.an_application(status="REGISTERED"))
    TOTP.activate(application.person, "JBSWY3DPEHPK3PXP")

    client.get(reverse("joining:resume", args=["s3cret"]))
    page = client.post(reverse("joining:carry_on"), SENT)

    assert "you have set up a second step" in page.content.decode()
    assert "_auth_user_id" not in client.session


def test_staff_sign_in_with_their_second_factor_not_by_a_link(client: Client) -> None:
    linked(b.an_application(b.an_mvpm(), status="REGISTERED"))

    client.get(reverse("joining:resume", args=["s3cret"]))
    page = client.post(reverse("joining:carry_on"), SENT)

    assert "This link does not sign you in" in page.content.decode()
    assert "_auth_user_id" not in client.session


def test_an_applicant_may_choose_a_password_and_stays_signed_in(client: Client) -> None:
    application = b.an_application(b.a_person(password="!"), status="REGISTERED")
    client.force_login(application.person)

    weak = client.post(reverse("joining:password"), {"password": "short"})
    client.post(reverse("joining:password"), {"password": "three words remembered"})

    application.person.refresh_from_db()
    assert weak.status_code == 200
    assert application.person.check_password("three words remembered")
    assert client.get(reverse("joining:application", args=[application.reference])).status_code == 200


def test_a_password_is_not_replaced_by_whoever_finds_the_screen_open(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    application.person.set_password("three words remembered")
    application.person.save()
    client.force_login(application.person)

    answer = client.post(reverse("joining:password"), {"password": "three words of somebody"})

    application.person.refresh_from_db()
    assert answer.url == reverse("account_change_password")
    assert application.person.check_password("three words remembered")


def test_the_service_does_not_replace_a_password_either() -> None:
    person = b.an_application(b.a_person(password="!"), status="REGISTERED").person
    services.choose_password(person, password="three words remembered", by=person, at=b.NOW)

    with pytest.raises(NotAllowed, match="you have one already"):
        services.choose_password(person, password="three words of somebody", by=person, at=b.NOW)
