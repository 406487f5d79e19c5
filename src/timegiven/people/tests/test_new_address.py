"""A new e-mail address counts once its reader says so: a slip of a finger locks nobody out, and opens no account."""

import re
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as a
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people import selectors, services
from timegiven.people.models import Appointment, NewAddress, Person

pytestmark = pytest.mark.django_db
OLD, NEW = "old@example.org", "new@example.org"
PASSWORD = "a kettle, a bicycle"


@pytest.fixture(autouse=True)
def nobody_has_knocked() -> None:
    cache.clear()


def rose(**facts: object) -> Person:
    return a.a_volunteer("Rose Okafor", **{"email": OLD} | facts).person


def ask(person: Person, email: str = NEW, *, by: Person | None = None) -> NewAddress | None:
    typed = {"known_as": "", "phone": "", "address": ""}
    return services.change_contact(person, email=email, by=by or person, at=timezone.now(), **typed)


def link() -> str:
    """The address of the newest letter's link."""
    text = Letter.objects.filter(template="people/confirm_address").latest("pk").text
    return re.search(r"/people/address/\S+", text)[0]  # type: ignore[index]


def letters() -> list[tuple[str, str]]:
    return [(each.template, each.to_email) for each in Letter.objects.order_by("pk")]


def address_of(person: Person) -> str | None:
    return Person.objects.get(pk=person.pk).email


def can_sign_in(email: str) -> bool:
    signed = Client()
    signed.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    return "_auth_user_id" in signed.session


# Until the link is followed


def test_the_address_of_before_goes_on_and_the_new_one_opens_nothing() -> None:
    person = rose()
    person.set_password(PASSWORD)
    person.save()

    ask(person)

    assert (address_of(person), can_sign_in(OLD), can_sign_in(NEW)) == (OLD, True, False)
    assert letters() == [("people/confirm_address", NEW), ("people/address_asked", OLD)]


def test_a_new_password_cannot_be_asked_for_at_an_address_that_nobody_has_confirmed(client: Client) -> None:
    ask(rose())

    client.post(reverse("account_reset_password"), {"email": NEW})

    assert not [each for each in [str(each.body) for each in mail.outbox] if "password/reset/key" in each]


def test_the_letter_to_a_new_address_names_nobody() -> None:
    ask(rose(known_as="Rosie"))

    letter = Letter.objects.get(to_email=NEW)
    told = f"{letter.to_name} {letter.subject} {letter.text} {letter.html}"
    assert [word for word in ("Rose", "Rosie", "Okafor") if word in told] == []


def test_only_the_digest_of_the_link_is_kept() -> None:
    ask(rose())

    assert link().rpartition("/")[2] not in NewAddress.objects.get().link_digest


def test_who_is_written_to_by_post_stays_so_until_then() -> None:
    person = rose(email=None)

    ask(person, by=a.an_mvpm())

    assert (address_of(person), letters()) == (None, [("people/confirm_address", NEW)])


# The link


def test_the_link_makes_the_address_theirs_and_the_one_before_is_told(client: Client) -> None:
    person = rose()
    EmailAddress.objects.create(user=person, email=OLD, primary=True)
    ask(person)
    client.force_login(person)

    opened = client.get(link())
    between = address_of(person)
    done = client.post(link(), {})

    assert (opened.status_code, between, done.status_code) == (200, OLD, 302)
    assert (address_of(person), letters()[-1]) == (NEW, ("people/address_changed", OLD))
    assert not EmailAddress.objects.filter(user=person).exists()
    assert Event.objects.filter(act="confirmed e-mail address", about=person.reference).exists()


def test_it_works_once(client: Client) -> None:
    person = rose()
    ask(person)
    client.force_login(person)
    address = link()
    client.post(address, {})

    again = client.get(address)

    assert again.status_code == 410


@pytest.mark.parametrize("born_on", [date(1950, 6, 1), None])
def test_a_stranger_with_an_address_like_theirs_takes_no_account(client: Client, born_on: date | None) -> None:
    person = rose(born_on=born_on)
    ask(person)

    answer = client.post(link(), birth("2", "7", "1961") if born_on else {})

    assert (answer.status_code, address_of(person)) == (200, OLD)
    assert "Nothing has changed" in answer.content.decode()


def test_a_stranger_who_is_signed_in_as_somebody_else_takes_none_either(client: Client) -> None:
    person = rose(born_on=None)
    ask(person)
    client.force_login(a.a_person())

    client.post(link(), {})

    assert address_of(person) == OLD


def test_who_cannot_sign_in_any_more_says_when_they_were_born(client: Client) -> None:
    person = rose(born_on=date(1950, 6, 1))
    ask(person, by=a.an_mvpm())

    done = client.post(link(), birth("1", "6", "1950"))

    assert (done.url, address_of(person)) == (reverse("account_login"), NEW)  # type: ignore[attr-defined]


def birth(day: str, month: str, year: str) -> dict[str, str]:
    return {"born_on_day": day, "born_on_month": month, "born_on_year": year}


def test_dates_of_birth_cannot_be_tried_one_after_the_other(client: Client) -> None:
    person = rose(born_on=date(1950, 6, 1))
    ask(person)
    for year in range(1900, 1920):
        client.post(link(), birth("1", "6", str(year)))

    answer = client.post(link(), birth("1", "6", "1950"))

    assert ("there were many tries" in answer.content.decode(), address_of(person)) == (True, OLD)


def test_who_has_had_no_address_needs_the_link_alone(client: Client) -> None:
    person = rose(email=None, born_on=None)
    ask(person, by=a.an_mvpm())

    client.post(link(), {})

    assert address_of(person) == NEW


def test_after_some_days_the_link_has_ended_and_what_was_typed_is_let_go(client: Client) -> None:
    person = rose()
    asked = ask(person)
    client.force_login(person)
    NewAddress.objects.update(until_at=timezone.now() - timedelta(days=400))

    answer = client.get(link())
    with pytest.raises(NotAllowed, match="this link has been used"):
        services.confirm_address(asked, by=person, at=timezone.now())  # type: ignore[arg-type]
    gone = services.forget_addresses(at=timezone.now())

    assert (answer.status_code, gone, NewAddress.objects.count(), address_of(person)) == (410, 1, 0, OLD)


def test_of_two_who_wait_for_one_address_the_first_to_follow_the_link_has_it(client: Client) -> None:
    person, other = rose(), a.a_person(email="other@example.org")
    first, second = ask(person), ask(other)
    services.confirm_address(first, by=person, at=timezone.now())  # type: ignore[arg-type]

    with pytest.raises(NotAllowed, match="is known already"):
        services.confirm_address(second, by=other, at=timezone.now())  # type: ignore[arg-type]

    assert (address_of(person), address_of(other)) == (NEW, "other@example.org")


def test_a_page_that_was_open_when_the_slip_was_put_right_confirms_nothing() -> None:
    person = rose()
    wrong = ask(person, "nwe@example.org")
    ask(person)

    with pytest.raises(NotAllowed, match="a newer one has been sent"):
        services.confirm_address(wrong, by=person, at=timezone.now())  # type: ignore[arg-type]

    assert address_of(person) == OLD


# Putting it right


def test_a_slip_is_put_right_on_the_same_page(client: Client) -> None:
    person = rose()
    ask(person, "nwe@example.org")
    wrong = link()
    client.force_login(person)

    page = client.get(reverse("people:contact")).content.decode()
    details = {"known_as": "", "email": NEW, "phone": "", "address": ""}
    client.post(reverse("people:contact"), details)

    assert 'value="nwe@example.org"' in page
    assert [client.get(wrong).status_code, client.get(link()).status_code] == [410, 200]


def test_other_details_are_changed_meanwhile_and_nothing_is_sent_anew() -> None:
    person = rose()
    ask(person)

    ask(person, NEW)

    assert (len(letters()), NewAddress.objects.count()) == (2, 1)


def test_who_types_the_address_of_before_keeps_it(client: Client) -> None:
    person = rose()
    ask(person)

    ask(person, OLD)

    assert (NewAddress.objects.count(), address_of(person), client.get(link()).status_code) == (0, OLD, 410)


def test_the_link_is_sent_again_and_the_first_one_stops(client: Client) -> None:
    person = rose()
    ask(person)
    first = link()
    client.force_login(person)

    client.post(reverse("people:send_link_again"))

    assert [client.get(first).status_code, client.get(link()).status_code] == [410, 200]


def test_the_manager_has_it_sent_again_for_their_own_volunteers_alone(client: Client) -> None:
    person = rose()
    ask(person)
    again = reverse("people:send_link_again_of", args=[person.volunteer.reference])

    def sent(by: Person) -> int:
        client.force_login(by)
        return client.post(again).status_code

    assert [sent(a.an_mvpm()), sent(a.an_mvpm(a.a_borough("Barnet")))] == [302, 404]
    assert len(letters()) == 3


def test_nobody_fills_a_strangers_mailbox(client: Client) -> None:
    person = rose()
    client.force_login(person)
    details = {"known_as": "", "phone": "", "address": ""}
    for number in range(20):
        client.post(reverse("people:contact"), details | {"email": f"{number}@example.org"})

    answer = client.post(reverse("people:contact"), details | {"email": "one-more@example.org"})

    assert "there were many tries" in answer.content.decode()
    assert not Letter.objects.filter(to_email="one-more@example.org").exists()


# Whose address it is


def test_the_manager_asks_for_a_volunteer_and_never_for_somebody_with_a_post() -> None:
    person, mvpm = rose(), a.an_mvpm()
    ask(person, by=mvpm)
    Appointment.objects.create(person=person, role="AUDITOR", unit=a.the_force(), from_on=a.LONG_AGO)

    for email in (OLD, "third@example.org", ""):
        with pytest.raises(NotAllowed, match="is appointed to a post here"):
            ask(person, email, by=mvpm)

    assert NewAddress.objects.get().email == NEW


def test_a_stranger_does_not_have_the_link_sent() -> None:
    person = rose()
    ask(person)

    with pytest.raises(NotPermitted):
        services.send_link_again(person, by=a.a_person(), at=timezone.now())


def test_who_has_no_email_any_more_is_written_to_by_post_at_once_and_the_address_is_told() -> None:
    person = rose()
    ask(person)

    ask(person, "", by=a.an_mvpm())

    assert (address_of(person), NewAddress.objects.count(), letters()[-1]) == (None, 0, ("people/address_changed", OLD))


def test_the_pages_show_what_waits(client: Client) -> None:
    person = rose()
    ask(person)
    client.force_login(person)

    own = client.get(reverse("home:me")).content.decode()
    client.force_login(a.an_mvpm())
    page = client.get(reverse("people:contact_of", args=[person.volunteer.reference])).content.decode()

    assert [OLD in own, NEW in own, "Send the link again" in page] == [True] * 3
    assert [NEW in page, f"goes on with {OLD}" in page] == [True, True]


def test_a_person_nobody_asked_for_has_none() -> None:
    assert selectors.new_address(rose(), timezone.now()) is None
