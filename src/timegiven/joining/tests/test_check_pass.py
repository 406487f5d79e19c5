"""Anybody checks a pass that they are shown: a face, a name, in force or not; and how a pass comes to its end."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import Pass
from timegiven.joining.tests.scene import SENT, letters_to
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotPermitted
from timegiven.programme.models import PolicyValue

pytestmark = pytest.mark.django_db
CODE = "a-code-that-nobody-guesses"


@pytest.fixture(autouse=True)
def nobody_has_knocked() -> None:
    cache.clear()


def a_pass_with_a_code(status: str = "ISSUED", **details: object) -> Pass:
    person = b.a_person("Grace Mills", phone="020 7946 0999", address="7 Larkspur Mews")
    held = b.a_pass(person, status=status)
    for name, value in {"check_code": CODE, "check_digest": digest(CODE), **details}.items():
        setattr(held, name, value)
    held.save()
    return held


def checked(client: Client, code: str = CODE) -> str:
    return client.get(reverse("joining:check_pass", args=[code])).content.decode()


@pytest.mark.clause(80, 83)
def test_anybody_sees_a_name_and_that_it_is_in_force_and_nothing_else(client: Client) -> None:
    held = a_pass_with_a_code()

    page = checked(client)

    assert ["Grace Mills" in page, "This volunteer pass is in force today." in page] == [True, True]
    private = (held.number, held.person.email, "0999", "Larkspur", "Camden", held.reference, held.person.reference)
    assert [word in page for word in private] == [False] * len(private)


@pytest.mark.parametrize("status", ["READY", "LOST", "RECALLED", "EXPIRED", "RETURNED", "CANCELLED"])
def test_in_any_other_state_it_is_not_in_force_and_nobody_is_told_why(client: Client, status: str) -> None:
    a_pass_with_a_code(status)

    page = checked(client)

    assert ["This pass is not in force." in page, "in force today" in page] == [True, False]
    assert [word in page.lower() for word in ("lost", "stolen", "recall", "out of date", "left")] == [False] * 5


def test_after_its_last_day_it_is_not_in_force(client: Client) -> None:
    a_pass_with_a_code(until_on=timezone.localdate())

    assert "This pass is not in force." in checked(client)


def test_an_unknown_code_says_nothing_about_anybody(client: Client) -> None:
    a_pass_with_a_code()

    answer = client.get(reverse("joining:check_pass", args=["another"]))

    assert (answer.status_code, "Grace Mills" in answer.content.decode()) == (404, False)


def test_a_pass_without_a_code_is_found_by_none() -> None:
    b.a_pass(b.a_person())

    assert selectors.pass_by_code("") is None


def test_codes_are_not_tried_by_the_hundred(client: Client) -> None:
    a_pass_with_a_code()
    PolicyValue.objects.create(
        name="joining.pass_looks_an_hour", from_on=b.LONG_AGO, value=3, decided_by="The Central Team", source="Test"
    )

    answers = [client.get(reverse("joining:check_pass", args=["x"])).status_code for _ in range(4)]

    assert answers == [404, 404, 404, 409]


def test_its_address_is_kept_nowhere(client: Client) -> None:
    a_pass_with_a_code()

    answer = client.get(reverse("joining:check_pass", args=[CODE]))

    assert (answer["Referrer-Policy"], answer["Cache-Control"], answer["X-Robots-Tag"]) == (
        "no-referrer", "no-store", "noindex",
    )  # fmt: skip


def test_ones_own_page_shows_the_code_only_while_the_pass_is_in_force(client: Client) -> None:
    held = a_pass_with_a_code()
    client.force_login(held.person)

    shown = client.get(reverse("joining:my_pass")).content.decode()
    client.post(reverse("joining:report_lost", args=[held.reference]), SENT)
    gone = client.get(reverse("joining:my_pass")).content.decode()

    assert [CODE in page for page in (shown, gone)] == [True, False]
    assert "<svg" in shown


def test_the_pass_office_prints_a_tagged_pass_and_that_is_recorded(client: Client) -> None:
    held = a_pass_with_a_code("READY")
    client.force_login(b.the_pass_office())

    answer = client.get(reverse("joining:print_pass", args=[held.reference]))

    assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")


def test_nobody_else_prints_it(client: Client) -> None:
    held = a_pass_with_a_code("READY")

    for person, status in ((held.person, 403), (b.an_mvpm(), 403), (b.a_person(), 404)):
        client.force_login(person)
        assert client.get(reverse("joining:print_pass", args=[held.reference])).status_code == status


@pytest.mark.clause(81)
def test_a_pass_ends_by_itself_on_its_last_day_and_is_asked_back_once() -> None:
    over, lasts = b.a_pass(b.a_person()), b.a_pass(b.a_person())
    Pass.objects.filter(pk=over.pk).update(until_on=b.TODAY)
    Pass.objects.filter(pk=lasts.pk).update(until_on=b.TODAY + timedelta(days=1))

    assert [services.expire_passes(b.NOW), services.expire_passes(b.NOW)] == [1, 0]

    over.refresh_from_db()
    lasts.refresh_from_db()
    assert (over.status, over.until_on, lasts.status) == ("EXPIRED", b.TODAY, "ISSUED")
    assert (letters_to(over.person), letters_to(lasts.person)) == (["joining/pass_expired"], [])


@pytest.mark.clause(81)
def test_the_mvpm_and_the_pass_office_see_what_has_not_come_back(client: Client) -> None:
    hackney = b.a_borough("Hackney")
    for status in ("ISSUED", "LOST", "RECALLED", "EXPIRED", "RETURNED"):
        b.a_pass(b.a_person(), status=status)

    seen = {}
    for who, person in {"mvpm": b.an_mvpm(), "office": b.the_pass_office(), "other": b.an_mvpm(hackney)}.items():
        client.force_login(person)
        page = client.get(reverse("joining:passes_not_returned"))
        seen[who] = sorted(each.status for each in page.context["page_obj"])

    assert seen == {"mvpm": ["EXPIRED", "RECALLED"], "office": ["EXPIRED", "RECALLED"], "other": []}
    client.force_login(b.the_vetting_office())
    assert client.get(reverse("joining:passes_not_returned")).status_code == 403


def test_the_mvpm_takes_a_pass_back_but_never_their_own() -> None:
    mvpm = b.an_mvpm()
    other, own = b.a_pass(b.a_person(), status="RECALLED"), b.a_pass(mvpm, status="RECALLED")

    services.return_pass(other, by=mvpm, at=b.NOW)

    assert other.status == "RETURNED"
    with pytest.raises(NotPermitted):
        services.return_pass(own, by=mvpm, at=b.NOW)


def test_the_printed_day_is_that_of_the_clearance_it_waits_for() -> None:
    made = b.a_pass(b.a_person(), status="READY")
    b.a_clearance(made.person, until_on=date(2009, 2, 3))

    assert selectors.end_of_pass(made, b.TODAY) == date(2009, 2, 3)
