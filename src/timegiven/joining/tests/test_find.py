"""Somebody found by name while it is typed: in any order of the words, and only by whoever may open their record."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as b
from timegiven.joining import rules, selectors, services
from timegiven.joining.models import Likeness
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("gr", True),
        ("Grace Zoe", True),
        ("mills gr", True),
        ("ZOË", True),
        ("o'mills-", True),
        ("dolly o mi", True),
        ("g", False),
        ("race", False),
        ("grace mills zoe x", False),
    ],
)
def test_a_name_is_found_in_any_order_of_its_words_without_accents_and_capitals(typed: str, is_found: bool) -> None:
    keys, span = rules.orders("Grace Zoë O Mills", known_as="Dolly O"), rules.span(typed.replace("o'mills", "o mills"))

    assert (span is not None and any(span[0] <= each < span[1] for each in keys)) == is_found


def names(viewer: Person, typed: str) -> list[str]:
    return [each.name for each in selectors.found_by_name(viewer, b.TODAY, typed)]


def test_each_finds_those_whose_record_they_may_open() -> None:
    b.an_application(b.a_person("Grace Applies"))
    b.an_application(b.a_person("Grace Far"), borough=b.a_borough("Hackney"))
    b.a_volunteer("Grace Helps")
    services.index_names()
    b.an_mvpm(b.a_borough("Hackney"))

    found = {who.name: names(who, "grace") for who in (b.an_mvpm(), b.the_central_team(), b.a_person("Nobody"))}

    assert list(found.values()) == [["Grace Applies", "Grace Helps"], ["Grace Helps"], []]


def test_whoever_registers_is_found_at_once_and_by_a_new_name_as_soon_as_it_is_given() -> None:
    b.the_strand()
    services.register(
        name="Grace Mills", email="g@example.org", borough=b.a_borough(), born_on=date(1950, 6, 1), at=b.NOW
    )
    person, mvpm = Person.objects.get(name="Grace Mills"), b.an_mvpm()
    before = names(mvpm, "mills")
    named = {"name": "Grace Osei", "known_as": ""}
    services.answer(person.applications.get(), code="name", typed=named, by=person, at=b.NOW)

    assert (before, names(mvpm, "mills"), names(mvpm, "osei")) == (["Grace Mills"], [], ["Grace Osei"])


def test_whoever_is_taken_on_is_found_by_the_central_team_at_once() -> None:
    application = b.an_application(b.a_person("Grace Mills"), status="VETTED", references=2)
    services.index_names()
    mvpm = b.an_mvpm()
    before = names(b.the_central_team(), "grace")

    services.take_on(application, by=mvpm, at=b.NOW)

    assert (before, names(b.the_central_team(), "grace")) == ([], ["Grace Mills"])


def test_of_two_records_that_were_made_one_the_kept_one_is_found_until_they_are_taken_apart() -> None:
    one, other = (b.an_application(b.a_person(name)).person for name in ("Grace Mills", "Grace Myles"))
    services.index_names()
    mvpm, pair = b.an_mvpm(), Likeness.objects.create(one=one, other=other, score=90, found_at=b.NOW)

    made = services.merge(pair, keep=one, by=mvpm, at=b.NOW)
    joined = names(mvpm, "grace")
    services.undo_merge(made, by=mvpm, at=b.NOW)

    assert (joined, names(mvpm, "grace")) == (["Grace Mills"], ["Grace Mills", "Grace Myles"])


def test_the_page_answers_with_a_button_and_in_part_and_asks_once_for_many(client: Client) -> None:
    for letter in "abcdefghijklm":
        b.an_application(b.a_person(f"Grace Letter{letter}"))
    services.index_names()
    client.force_login(b.an_mvpm())
    url = reverse("joining:find")

    page = client.get(url, {"words": "Grace"}).content.decode()
    with CaptureQueriesContext(connection) as asked:
        part = client.get(url, {"words": "letterb", "part": ""}).content.decode()

    assert [page.count("Applicant: applied"), part.count("Applicant: applied")] == [10, 1]
    assert ("<html" in page, "<html" in part) == (True, False)
    assert len(asked) == 4  # session, person, appointments; whose name begins so and what they are
    client.force_login(b.a_volunteer().person)
    assert client.get(url).status_code == 403


def test_who_stands_in_finds_applicants_there_and_volunteers_everywhere() -> None:
    b.an_mvpm(b.a_borough("Hackney"))
    b.an_application(b.a_person("Grace Applies"))
    b.an_application(b.a_person("Grace Far"), borough=b.a_borough("Hackney"))
    b.a_volunteer("Grace Helps")
    b.a_volunteer("Grace Over There", borough=b.a_borough("Hackney"))
    services.index_names()

    assert names(b.the_central_team(), "grace") == ["Grace Applies", "Grace Helps", "Grace Over There"]
