"""Links in the wrong hands, births that cannot be, every step sent twice: what is refused, and nobody loses."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.joining import services
from timegiven.joining.models import Application, Consent, Pass, Slot
from timegiven.joining.tests.scene import SECRET, SENT, asked, filled_in
from timegiven.joining.tests.test_apply import PAGES
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.people.models import Person, Volunteer

pytestmark = pytest.mark.django_db
BORN = {"born_on_day": "1", "born_on_month": "6", "born_on_year": "1950"}


@pytest.fixture(autouse=True)
def now_is_the_builders_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: b.NOW)


# A link on somebody else's telephone


def test_the_link_of_an_application_opened_on_anothers_phone_changes_nothing_until_the_button_is_pressed(
    client: Client,
) -> None:
    application, other = b.an_application(status="REGISTERED"), b.an_application(status="REGISTERED").person
    application.resume_digest, application.resume_expires_at = digest(SECRET), b.NOW + timedelta(days=1)
    application.save()
    client.force_login(other)

    asked_first = client.get(reverse("joining:resume", args=[SECRET]), follow=True).content.decode()
    still = client.session["_auth_user_id"]
    client.post(reverse("joining:carry_on"), SENT)

    assert f"Hello {application.person.first_name}." in asked_first
    assert [still, client.session["_auth_user_id"]] == [str(other.pk), str(application.person.pk)]
    assert "joining_draft" not in client.session


def test_a_referees_link_on_the_phone_of_the_applicant_takes_no_answer(client: Client) -> None:
    reference = asked(b.an_application())
    client.force_login(reference.application.person)
    answers = {
        "how_known": "x", "how_long": "4", "reliable": "yes", "trusted": "yes", "with_people": "x", "glad": "yes",
    }  # fmt: skip

    client.get(reverse("joining:refer", args=[SECRET]))
    said = client.post(reverse("joining:give_reference"), answers).content.decode()

    reference.refresh_from_db()
    assert ("signed in as the person whom they are about" in said, reference.status) == (True, "ASKED")


def test_a_guardians_link_on_the_phone_of_the_young_person_takes_no_consent(client: Client) -> None:
    application = b.an_application(b.a_person("Grace Mills", born_on=date(1990, 6, 1)))
    Consent.objects.create(
        application=application, status="ASKED", name="Ruth Mills", relationship="Mother", email="ruth@example.org",
        link_digest=digest(SECRET), link_expires_at=b.NOW + timedelta(days=9),
    )  # fmt: skip
    signed = {"typed_name": "Ruth Mills", "adult_name": "Ruth Mills", "adult_phone": "020 7946 0333"}
    client.force_login(application.person)

    client.get(reverse("joining:consent", args=[SECRET]))
    said = client.post(reverse("joining:give_consent"), signed).content.decode()
    own = Consent.objects.get().status
    client.logout()
    client.get(reverse("joining:consent", args=[SECRET]))
    client.post(reverse("joining:give_consent"), signed)

    assert "the young person themselves is signed in on this device" in said
    assert [own, Consent.objects.get().status] == ["ASKED", "GIVEN"]


# Days of birth


def register(client: Client, day: int, month: int, year: int) -> str:
    typed = {"name": "Grace Mills", "email": "grace@example.org", "borough": b.a_borough().reference}
    born = {"born_on_day": day, "born_on_month": month, "born_on_year": year}
    return client.post(reverse("joining:register"), typed | born).content.decode()


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ((24, 4, 2007), "volunteers are 16 or older"),
        ((1, 1, 1875), "Friday 1 January 1875 cannot be a date of birth"),
        ((29, 2, 1991), "Date of birth must be a real date"),
        ((31, 11, 1980), "Date of birth must be a real date"),
    ],
)
def test_a_birth_that_cannot_be_or_is_too_late_is_told_and_what_was_typed_is_kept(
    client: Client, born: tuple[int, int, int], told: str
) -> None:
    b.the_strand()

    said = register(client, *born)

    assert [told in said, 'value="Grace Mills"' in said, Person.objects.filter(name="Grace Mills").exists()] == [
        True,
        True,
        False,
    ]


def test_somebody_born_on_the_29th_of_february_registers_like_everybody(client: Client) -> None:
    b.the_strand()

    register(client, 29, 2, 1988)

    assert Person.objects.get(name="Grace Mills").born_on == date(1988, 2, 29)


# Back, refresh and two windows, at every step


@pytest.mark.parametrize("code", PAGES)
def test_every_question_sent_twice_and_from_two_windows_is_kept_once_and_never_over_another_unseen(
    client: Client, code: str
) -> None:
    application = b.an_application(status="REGISTERED", person=b.a_person("Person Number", born_on=None))
    client.force_login(application.person)
    page, typed = reverse("joining:section", args=[application.reference, code]), PAGES[code]
    one, other = ({"tab": name, "seen": _seen(client, page)} for name in ("one", "other"))

    first = [client.post(page, typed | one).status_code for _ in range(2)]  # sent, and sent again by refresh
    late = client.post(page, typed | other)

    application.refresh_from_db()
    assert (first, application.saved) == ([302, 302], [code])
    assert (late.status_code, "changed in another window" in late.content.decode()) == (200, True)


def _seen(client: Client, page: str) -> str:
    return client.get(page).context["seen"]


def _sends() -> dict[str, Callable[[], tuple[Any, str, dict[str, Any]]]]:
    """Who sends what to which page, for every step after the questions."""

    def apply() -> tuple[Any, str, dict[str, Any]]:
        application = filled_in()
        return application.person, reverse("joining:apply", args=[application.reference]), SENT

    def withdraw() -> tuple[Any, str, dict[str, Any]]:
        application = b.an_application()
        return application.person, reverse("joining:withdraw", args=[application.reference]), SENT

    def book() -> tuple[Any, str, dict[str, Any]]:
        application, starts_at = b.an_application(), b.NOW + timedelta(days=2)
        slot = Slot.objects.create(
            borough=application.borough, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=30),
            place="Here", published_by=b.an_mvpm(),
        )  # fmt: skip
        return application.person, reverse("joining:book", args=[application.reference]), {"slot": slot.reference}

    def agree() -> tuple[Any, str, dict[str, Any]]:
        b.the_statement()
        person = b.a_volunteer("Grace Mills").person
        return person, reverse("joining:agree"), {"typed_name": "Grace Mills"}

    def lost() -> tuple[Any, str, dict[str, Any]]:
        held: Pass = b.a_pass(b.a_volunteer().person)
        return held.person, reverse("joining:report_lost", args=[held.reference]), SENT

    def take_on() -> tuple[Any, str, dict[str, Any]]:
        application = b.an_application(status="VETTED", references=2)
        return b.an_mvpm(), reverse("joining:take_on", args=[application.reference]), SENT

    return {each.__name__: each for each in (apply, withdraw, book, agree, lost, take_on)}


@pytest.mark.parametrize("step", _sends())
@pytest.mark.parametrize("key", [{"once": "the-same-key"}, {}], ids=["refreshed", "in two windows"])
def test_every_step_sent_twice_is_done_once(client: Client, step: str, key: dict[str, str]) -> None:
    person, page, typed = _sends()[step]()
    client.force_login(person)

    client.post(page, typed | key)
    after_one = list(Letter.objects.values_list("template", flat=True))
    again = client.post(page, typed | key)

    assert list(Letter.objects.values_list("template", flat=True)) == after_one
    assert again.status_code in (200, 302, 403, 409)  # led to where the first went, or told in words: never an error
    assert Volunteer.objects.count() <= 1


# What does not stand any more


@pytest.mark.parametrize("days", [29, 400])
def test_an_answer_to_a_link_after_its_end_is_refused_and_says_whom_to_ask(days: int) -> None:
    reference = asked(b.an_application())

    with pytest.raises(NotAllowed, match="this private link has ended") as refusal:
        services.refer(reference, answers={"a": "b"}, at=b.NOW + timedelta(days=days))

    assert refusal.value.next_step
    assert refusal.value.ask
    assert timezone.now() == b.NOW
    assert Application.objects.get().references.get().status == "ASKED"
