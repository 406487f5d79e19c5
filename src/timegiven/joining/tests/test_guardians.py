"""Somebody of 16 or 17: a parent or guardian agrees through a link of their own, and an adult here is responsible."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import selectors, services
from timegiven.joining.models import Application, Consent
from timegiven.joining.tests.scene import SENT, filled_in, letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db

MUM = {"name": "Ruth Mills", "relationship": "Mother", "email": "ruth@example.org", "phone": ""}
AGREED = {"typed_name": "ruth mills", "adult_name": "Ruth Mills", "adult_phone": "020 7946 0333"}


def young(status: str = "REGISTERED", **facts: Any) -> Application:
    """An application of somebody who is 16."""
    person = b.a_person("Grace Mills", email="grace@example.org", born_on=date(1991, 4, 1))
    return filled_in(person=person) if status == "REGISTERED" else b.an_application(person, status=status, **facts)


def named(application: Application) -> Consent:
    services.answer(application, code="guardian", typed=MUM, by=application.person, at=b.NOW)
    return application.consents.get()


def asked() -> tuple[Consent, str]:
    """A guardian who has been asked, and the secret in their letter."""
    application = young()
    consent = named(application)
    services.apply(application, by=application.person, at=b.NOW)
    consent.refresh_from_db()
    letter = Letter.objects.get(recipient=consent.reference)
    return consent, re.search(r"agree-for/([\w-]+)/", letter.text)[1]


@pytest.mark.parametrize(
    ("born_on", "is_asked"),
    [(date(1989, 4, 24), False), (date(1989, 4, 25), True), (date(1991, 4, 24), True)],
)
def test_only_those_under_eighteen_are_asked_for_a_guardian(born_on: date, is_asked: bool) -> None:
    application = b.an_application(b.a_person(born_on=born_on), status="REGISTERED")

    codes = [section.code for section in selectors.sections_of(application, b.TODAY)]

    assert ("guardian" in codes) == is_asked


def test_the_guardian_is_asked_by_a_letter_of_their_own_when_the_application_is_sent() -> None:
    consent, secret = asked()

    assert (consent.status, letters_to(consent), len(secret)) == ("ASKED", ["joining/consent_asked"], 43)
    assert consent.link_expires_at == b.NOW + timedelta(days=28)


@pytest.mark.parametrize(
    "typed", [{"name": "Grace Mills"}, {"email": "grace+mum@example.org"}, {"email": "", "phone": ""}]
)
def test_the_applicant_is_not_their_own_guardian_and_somebody_can_be_reached(typed: dict[str, str]) -> None:
    application = young()

    with pytest.raises(NotAllowed, match="We have not saved this"):
        services.answer(application, code="guardian", typed=MUM | typed, by=application.person, at=b.NOW)


def test_the_guardian_reads_what_it_means_and_agrees(client: Client) -> None:
    consent, secret = asked()
    Consent.objects.update(link_expires_at="2099-01-01T00:00Z")

    client.get(reverse("joining:consent", args=[secret]))
    shown = client.get(reverse("joining:give_consent")).content.decode()
    done = client.post(reverse("joining:give_consent"), AGREED)
    again = client.get(reverse("joining:consent", args=[secret]), follow=True)

    consent.refresh_from_db()
    assert "Nothing at night" in shown
    assert (done.url, again.status_code) == (reverse("joining:consented"), 410)
    assert (consent.status, consent.adult_phone, consent.typed_name) == ("GIVEN", "020 7946 0333", "ruth mills")
    assert letters_to(consent) == ["joining/consent_asked", "joining/consent_thanks"]


def test_the_guardian_signs_with_their_own_name() -> None:
    consent, _ = asked()

    with pytest.raises(NotAllowed, match="the name is not the one"):
        services.agree_to(consent, **AGREED | {"typed_name": "Grace Mills"}, at=b.NOW)


def test_the_guardian_says_no_and_need_not_say_why(client: Client) -> None:
    consent, secret = asked()
    Consent.objects.update(link_expires_at="2099-01-01T00:00Z")
    client.get(reverse("joining:consent", args=[secret]))

    client.post(reverse("joining:refuse_consent"), SENT)

    consent.refresh_from_db()
    assert consent.status == "REFUSED"
    assert letters_to(consent.application.person) == ["joining/applied"]


@pytest.mark.parametrize("ended", ["old", "withdrawn"])
def test_a_link_that_has_ended_takes_no_answer(ended: str) -> None:
    consent, _ = asked()
    if ended == "withdrawn":
        services.withdraw(consent.application, by=consent.application.person, at=b.NOW)
    at = b.NOW + timedelta(days=28 if ended == "old" else 1)
    consent.refresh_from_db()

    with pytest.raises(NotAllowed, match="this private link has ended"):
        services.agree_to(consent, **AGREED, at=at)


def test_another_guardian_takes_the_place_of_the_first_whose_link_dies() -> None:
    consent, _ = asked()
    dad = MUM | {"name": "Otto Mills", "email": "otto@example.org"}

    other = services.name_guardian(consent.application, **dad, by=consent.application.person, at=b.NOW)

    consent.refresh_from_db()
    assert (consent.status, consent.link_expires_at, other.status) == ("REPLACED", b.NOW, "ASKED")


def test_a_consent_on_paper_is_recorded_by_the_boroughs_own_mvp_manager_alone() -> None:
    consent, _ = asked()
    mvpm = b.an_mvpm()

    for stranger in (b.an_mvpm(b.a_borough("Hackney")), consent.application.person, b.the_central_team()):
        with pytest.raises(NotPermitted):
            services.record_consent(consent, **AGREED, by=stranger, at=b.NOW)
    services.record_consent(consent, **AGREED, by=mvpm, at=b.NOW)

    assert (consent.status, consent.recorded_by) == ("GIVEN", mvpm)


@pytest.mark.parametrize(
    ("is_given", "adult", "said"),
    [
        (False, "Pat Lee", "a parent or guardian has not agreed"),
        (True, "", "nobody here has been named as responsible"),
        (True, "Pat Lee", ""),
    ],
)
def test_nobody_under_eighteen_is_taken_on_without_consent_and_a_responsible_adult(
    is_given: bool, adult: str, said: str
) -> None:
    application, mvpm = young("VETTED", references=2), b.an_mvpm()
    Consent.objects.create(
        application=application, status="GIVEN" if is_given else "ASKED", typed_name="Ruth Mills", **MUM
    )
    if adult:
        services.name_adult(application, adult_here=adult, by=mvpm, at=b.NOW)

    outcome = ""
    try:
        services.take_on(application, by=mvpm, at=b.NOW)
    except NotAllowed as refusal:
        outcome = refusal.reason

    assert (said in outcome, bool(outcome)) == (True, bool(said))


def test_every_answer_is_in_the_audit_trail_without_what_was_said() -> None:
    consent, _ = asked()

    services.agree_to(consent, **AGREED, at=b.NOW)

    assert list(Event.objects.order_by("number").values_list("act", flat=True))[-1] == "agreed"
    assert not Event.objects.filter(why__icontains="ruth").exists()


@pytest.mark.parametrize("deed", ["agree", "refuse", "name another", "withdraw"])
def test_a_letter_with_a_guardians_link_leaves_while_the_link_is_open_and_wanted(deed: str) -> None:
    consent, _ = asked()
    letter = Letter.objects.get(recipient=consent.reference)
    assert letter.until_at == consent.link_expires_at
    application = consent.application
    deeds = {
        "agree": lambda: services.agree_to(consent, **AGREED, at=b.NOW),
        "refuse": lambda: services.refuse_consent(consent, at=b.NOW),
        "name another": lambda: services.name_guardian(
            application, **{**MUM, "name": "Tom Mills", "email": "tom@example.org"}, by=application.person, at=b.NOW
        ),
        "withdraw": lambda: services.withdraw(application, by=application.person, at=b.NOW),
    }

    deeds[deed]()

    left = Letter.objects.filter(pk=letter.pk).exclude(status=Letter.Status.OVERTAKEN)
    assert list(left) == []


def test_the_manager_has_a_parent_asked_again_whose_link_has_ended(client: Client) -> None:
    application = young("APPLIED")
    consent = Consent.objects.create(
        application=application, name="May Mills", relationship="Mother", email="may@example.org", status="ASKED"
    )
    client.force_login(b.an_mvpm())
    address = reverse("joining:name_guardian", args=[application.reference]) + "?again=yes"

    shown = client.get(address).content.decode()
    client.post(address, {"name": "May Mills", "relationship": "Mother", "email": "may@example.com"})

    consent.refresh_from_db()
    newest = Consent.objects.latest("pk")
    assert 'value="may@example.org"' in shown
    assert (consent.status, newest.status, newest.email) == ("REPLACED", "ASKED", "may@example.com")
    assert letters_to(newest) == ["joining/consent_asked"]
