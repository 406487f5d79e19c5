"""A first interest: one answer for everybody, and one letter."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.joining import services
from timegiven.joining.models import Application
from timegiven.joining.tests.scene import letters_to
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
BORN = {"born_on_day": "27", "born_on_month": "3", "born_on_year": "1967"}


def register(email: str = "grace@example.org", **facts: Any) -> None:
    given = {
        "name": "Grace O'Mills",
        "email": email,
        "borough": b.a_borough(),
        "born_on": date(1950, 6, 1),
        "at": b.NOW,
    }
    services.register(**given | facts)


@pytest.fixture(autouse=True)
def strand() -> None:
    b.the_strand()


def test_somebody_new_is_met_and_gets_a_private_link_of_which_only_the_digest_is_kept() -> None:
    register()

    person = Person.objects.get(email="grace@example.org")
    application = Application.objects.get(person=person)
    letter = Letter.objects.get(recipient=person.reference)
    secret = re.search(r"resume/([\w-]+)/", letter.text)[1]
    assert (application.status, application.borough, letters_to(person)) == (
        "REGISTERED",
        b.a_borough(),
        ["joining/registered"],
    )
    assert (len(secret), application.resume_digest) == (43, digest(secret))
    assert "Dear Grace," in letter.text
    assert not person.has_usable_password()


def test_somebody_known_gets_a_fresh_link_and_nothing_of_theirs_is_changed() -> None:
    register()
    register(name="Somebody Else", born_on=date(1980, 1, 1), email="GRACE@example.org")

    person = Person.objects.get()
    assert (person.name, person.born_on) == ("Grace O'Mills", date(1950, 6, 1))
    assert letters_to(person) == ["joining/registered", "joining/known"]
    assert Application.objects.count() == 1


def test_a_volunteer_or_member_of_staff_is_told_to_sign_in_and_gets_no_link() -> None:
    mvpm, volunteer = b.an_mvpm(), b.a_volunteer()

    register(mvpm.email)
    register(volunteer.person.email)

    assert letters_to(mvpm) == letters_to(volunteer.person) == ["joining/already_with_us"]
    assert Application.objects.count() == 0


def test_somebody_who_withdrew_may_come_back() -> None:
    application = b.an_application(status="WITHDRAWN")

    register(application.person.email)

    assert sorted(application.person.applications.values_list("status", flat=True)) == ["REGISTERED", "WITHDRAWN"]


def test_somebody_too_young_is_refused_before_anything_is_kept() -> None:
    with pytest.raises(NotAllowed, match="volunteers are 16 or older"):
        register(born_on=date(1995, 1, 1))

    assert Person.objects.count() == 0


def test_every_answer_asks_about_as_much_of_the_database_and_so_takes_as_long() -> None:
    volunteer = b.a_volunteer()
    register("first@example.org")
    with CaptureQueriesContext(connection) as new:
        register()
    with CaptureQueriesContext(connection) as known:
        register()

    with CaptureQueriesContext(connection) as already_with_us:
        register(volunteer.person.email)

    assert [abs(len(new) - len(other)) <= 6 for other in (known, already_with_us)] == [True, True]
    assert Person.objects.filter(name="Grace O'Mills").count() == 2  # the rehearsals left nothing behind


def typed(**changes: str) -> dict[str, str]:
    given = {"name": "Grace Mills", "email": "grace@example.org", "borough": b.a_borough().reference}
    return given | {"born_on_day": "1", "born_on_month": "6", "born_on_year": "1950"} | changes


def test_the_page_gives_the_same_answer_to_everybody(client: Client) -> None:
    known = b.a_person()

    answers = [
        client.post(reverse("joining:register"), typed(email=email)) for email in ("new@example.org", known.email)
    ]

    assert [(answer.status_code, answer.url) for answer in answers] == [(302, reverse("joining:registered"))] * 2


def test_nobody_has_us_write_to_as_many_strangers_as_they_like(client: Client) -> None:
    PolicyValue.objects.create(
        name="joining.registrations_an_hour", from_on=b.LONG_AGO, value=2, decided_by="The Central Team", source="Test"
    )

    pages = [client.post(reverse("joining:register"), typed(email=f"{number}@example.org")) for number in range(3)]

    assert [page.status_code for page in pages] == [302, 302, 200]
    assert "very many people have registered from your network" in pages[-1].content.decode()
    assert Letter.objects.count() == 2


def test_nobody_has_a_link_of_their_own_sent_to_others_in_our_name(client: Client) -> None:
    page = client.post(reverse("joining:register"), typed(name="https://win.example/a-prize now"))

    assert "Full name must be a name" in page.content.decode()
    assert Letter.objects.count() == 0


def test_the_page_keeps_what_was_typed_when_it_says_no(client: Client) -> None:
    response = client.post(reverse("joining:register"), typed(born_on_year="2020"))

    assert response.status_code == 200
    assert 'value="Grace Mills"' in response.content.decode()
    assert "volunteers are 16 or older" in response.content.decode()


def test_one_address_gets_at_most_five_letters_an_hour_and_the_same_answer(client: Client) -> None:
    answers = {client.post(reverse("joining:register"), typed(email="many@example.org")).url for _ in range(8)}

    assert answers == {reverse("joining:registered")}
    assert Letter.objects.count() == 5


def test_a_role_on_offer_comes_along(client: Client) -> None:
    version = b.an_approved_version(unit=b.a_unit())
    url = f"{reverse('joining:register')}?profile={version.profile.reference}"

    page = client.get(url).content.decode()
    client.post(url, typed())

    assert version.title in page
    assert Application.objects.get().profile == version.profile


@pytest.mark.clause(7, 102)
def test_the_start_page_says_who_volunteers_and_that_nobody_is_obliged(client: Client) -> None:
    page = client.get(reverse("joining:start")).content.decode()

    assert "Students, retired people, people between jobs or long out of one, carers at home" in page
    assert "Neither side has to offer or accept anything" in page


def test_the_start_page_names_roles_that_are_open_and_no_others(client: Client) -> None:
    b.insurance()
    assert "New roles, open now" not in client.get(reverse("joining:start")).content.decode()
    unit = b.a_unit()
    is_open = b.a_version(unit=unit, title="Archive files helper")
    b.a_risk_assessment(is_open, review_on=date(2100, 1, 1))
    b.a_version(unit=unit, title="Not assessed yet")

    page = client.get(reverse("joining:start")).content.decode()

    assert "New roles, open now" in page
    assert "Archive files helper" in page
    assert reverse("library:profile", args=[is_open.profile.reference]) in page
    assert "Not assessed yet" not in page


def test_staff_apply_where_they_are_signed_in(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: b.NOW)
    staff, borough = b.an_mvpm(), b.a_borough("Brent")
    Person.objects.filter(pk=staff.pk).update(born_on=None)
    client.force_login(staff)
    url = reverse("joining:register")
    typed = {"borough": borough.reference, "phone": "020 7946 0111"} | BORN

    young = client.post(url, typed | {"born_on_year": "2000"})
    assert (young.status_code, Application.objects.count()) == (200, 0)

    shown, sent = client.get(url).content.decode(), client.post(url, typed)

    application = Application.objects.get()
    assert ("Full name" in shown, staff.name in shown) == (False, True)
    assert (application.person, application.borough, application.status) == (staff, borough, "REGISTERED")
    assert (
        sent["Location"] == client.get(url)["Location"] == reverse("joining:application", args=[application.reference])
    )
    assert client.get(sent["Location"]).status_code == 200
    assert Person.objects.get(pk=staff.pk).born_on == date(1967, 3, 27)
    assert Letter.objects.count() == 0


def test_a_volunteer_who_is_signed_in_need_not_apply_again(client: Client) -> None:
    volunteer = b.a_volunteer()
    client.force_login(volunteer.person)

    page = client.post(reverse("joining:register"), {"borough": volunteer.borough.reference} | BORN)

    assert "you are a volunteer already" in page.content.decode()
    assert Application.objects.count() == 0


def test_staff_who_register_by_letter_are_told_to_sign_in_and_apply() -> None:
    staff = b.an_mvpm()
    register(staff.email)

    letter = Letter.objects.get()
    assert letter.subject == "Please sign in to apply"
    assert f"?next={reverse('joining:register')}" in letter.text
