"""The Central Team issues new editions of the documents, and notes that one was reviewed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.builders import NOW, TODAY, a_volunteer, an_mvpm, the_central_team
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.programme import selectors, services
from timegiven.programme.models import Document, Edition

pytestmark = pytest.mark.django_db

NEXT_YEAR = TODAY + timedelta(days=365)


@pytest.fixture
def breaks() -> Document:
    made = Document.objects.create(code="breaks", title="Breaks", owner="MVP Lead")
    Edition.objects.create(
        document=made,
        number=1,
        issued_on=TODAY,
        review_on=TODAY,
        body="## Why\n\nRest\n  a little.\n\n- Sit\n- Stand\n",
    )
    return made


def issue(document: Document, by: object, **change: object) -> Edition:
    facts = {"after": 1, "body": "## Why\n\nRest well.", "issued_on": TODAY, "review_on": NEXT_YEAR}
    return services.issue_edition(document, by=by, at=NOW, **(facts | change))


@pytest.mark.clause(134)
def test_a_new_edition_holds_from_its_day_and_the_one_before_stays(breaks: Document) -> None:
    tomorrow = TODAY + timedelta(days=1)

    issue(breaks, the_central_team(), issued_on=tomorrow)

    assert (selectors.edition("breaks", TODAY).number, selectors.edition("breaks", tomorrow).number) == (1, 2)
    assert [each.body for each in breaks.editions.order_by("number")] == [
        "## Why\n\nRest\n  a little.\n\n- Sit\n- Stand\n",
        "## Why\n\nRest well.\n",
    ]
    assert list(Event.objects.values_list("act", "why")) == [("issued an edition", "edition 2")]


def test_nobody_else_issues_one_or_notes_a_review(breaks: Document) -> None:
    for person in (an_mvpm(), a_volunteer().person):
        with pytest.raises(NotPermitted):
            issue(breaks, person)
        with pytest.raises(NotPermitted):
            services.note_review(breaks, after=1, review_on=NEXT_YEAR, by=person, at=NOW)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"body": "## Why\n\n\nRest a little.\n\n- Sit\n- Stand"}, "not a word is different"),
        ({"issued_on": TODAY - timedelta(days=1)}, "is past"),
        ({"review_on": TODAY}, "the next review must be after"),
    ],
)
def test_an_edition_has_new_words_and_days_in_their_order(breaks: Document, change: dict, why: str) -> None:
    with pytest.raises(NotAllowed, match=why):
        issue(breaks, the_central_team(), **change)


def test_an_edition_to_come_is_not_overtaken_by_an_earlier_day(breaks: Document) -> None:
    issue(breaks, the_central_team(), issued_on=TODAY + timedelta(days=9))

    with pytest.raises(NotAllowed, match="before the edition that it replaces"):
        issue(breaks, the_central_team(), after=2, body="Other words")


def test_words_that_somebody_else_issued_meanwhile_are_not_lost(breaks: Document) -> None:
    issue(breaks, the_central_team())

    with pytest.raises(SomeoneElseActed, match="edition 2 has been issued since"):
        issue(breaks, the_central_team(), body="What a second writer began with edition 1")
    assert breaks.editions.count() == 2


def test_a_review_that_changes_nothing_asks_nobody_to_read_anything(breaks: Document) -> None:
    services.note_review(breaks, after=1, review_on=NEXT_YEAR, by=the_central_team(), at=NOW)

    assert list(breaks.editions.values_list("number", "review_on")) == [(1, NEXT_YEAR)]


def test_the_pages_begin_with_what_is_there(breaks: Document, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    client.force_login(the_central_team())
    page = client.get("/programme/documents/breaks/issue").context["form"]
    typed = {"once": "k", "after": "1", "body": "Rest\r\n\r\nwell", "issued_on": "2/5/2007", "review_on": "2/5/2008"}

    reply = client.post("/programme/documents/breaks/issue", typed)
    shown = client.get("/programme/documents/breaks")

    assert (page["body"].value(), page["after"].value()) == ("## Why\n\nRest a little.\n\n- Sit\n- Stand\n", 1)
    assert reply.status_code == 302
    assert breaks.editions.get(number=2).body == "Rest\n\nwell\n"
    assert "Edition 2 has been written and holds from" in shown.text


def test_who_may_not_issue_is_not_led_there(breaks: Document, client: Client) -> None:
    client.force_login(an_mvpm())

    assert "Issue a new edition" not in client.get("/programme/documents/breaks").text
    assert client.get("/programme/documents/breaks/issue").status_code == 403
    client.force_login(the_central_team())
    assert "Issue a new edition" in client.get("/programme/documents/breaks").text
