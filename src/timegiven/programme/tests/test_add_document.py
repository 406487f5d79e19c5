"""The Central Team adds a document, and finds on its first page which one is to be reviewed."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from tests.builders import NOW, TODAY, a_volunteer, an_mvpm, the_central_team
from timegiven.audit.models import Event
from timegiven.home import selectors as home
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.programme import selectors, services
from timegiven.programme.models import Document, Edition

pytestmark = pytest.mark.django_db

NEXT_YEAR = TODAY + timedelta(days=365)


def add(by: object, **change: object) -> Document:
    facts = {
        "title": "Visits to custody",
        "owner": "MVP Lead",
        "marking": "Restricted",
        "body": "## Why\n\nTo see.",
        "review_on": NEXT_YEAR,
    }
    return services.add_document(by=by, at=NOW, **(facts | change))


def reviewed(title: str, review_on: date, *, number: int = 1, issued_on: date = TODAY) -> Document:
    made, _ = Document.objects.get_or_create(code=title.lower(), defaults={"title": title, "owner": "MVP Lead"})
    Edition.objects.create(document=made, number=number, issued_on=issued_on, review_on=review_on, body="Words")
    return made


def waits(person: object) -> list[tuple[str, str, tuple[str, ...], int, date | None]]:
    found = [each for each in home.needs(person, TODAY) if each.url_name.startswith("programme:")]  # type: ignore[arg-type]
    return [(each.text, each.url_name, each.args, each.count, each.due_on) for each in found]


@pytest.mark.clause(134)
def test_a_new_document_holds_from_today_and_has_an_owner_a_marking_and_a_review() -> None:
    made = add(the_central_team())

    edition = selectors.edition("visits-to-custody", TODAY)
    assert (made.title, made.owner, made.marking) == ("Visits to custody", "MVP Lead", "Restricted")
    assert (edition.number, edition.review_on, edition.body) == (1, NEXT_YEAR, "## Why\n\nTo see.\n")
    assert list(Event.objects.values_list("act", flat=True)) == ["added a document"]
    stranger = SimpleNamespace(is_authenticated=False)
    assert not selectors.documents_seen_by(stranger, TODAY).exists()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"title": "visits to  Custody"}, "there is a document called Visits to custody already"),
        ({"title": "???"}, "no letter or digit"),
        ({"title": "Kit", "review_on": TODAY}, "the next review must be after"),
    ],
)
def test_what_cannot_be_added_says_why_and_changes_nothing(change: dict, why: str) -> None:
    add(the_central_team())

    with pytest.raises(NotAllowed, match=why):
        add(the_central_team(), **change)

    assert (Document.objects.count(), Edition.objects.count()) == (1, 1)


def test_nobody_else_adds_one() -> None:
    for person in (an_mvpm(), a_volunteer().person):
        with pytest.raises(NotPermitted):
            add(person)


def test_the_page_adds_it_and_keeps_what_was_typed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    client.force_login(the_central_team())
    typed = {"title": "About", "owner": "MVP Lead", "marking": "Restricted", "body": "Some words", "once": "k"}
    reviewed("About", NEXT_YEAR)
    begun = client.get("/programme/new-document").context["form"]

    refused = client.post("/programme/new-document", typed | {"review_on": "2/5/2008"})
    done = client.post("/programme/new-document", typed | {"title": "Add", "review_on": "2/5/2008", "once": "l"})

    assert begun["review_on"].value() == "24/4/2008"
    assert "there is a document called About already" in refused.text
    assert "Some words" in refused.text
    assert done.headers["Location"] == "/programme/documents/add"
    assert "Some words" in client.get("/programme/documents/add").text


def test_whoever_keeps_documents_is_led_to_the_page_and_nobody_else(client: Client) -> None:
    for person, shown in ((the_central_team(), True), (an_mvpm(), False)):
        client.force_login(person)
        assert ("Add a document" in client.get("/programme/documents").text) == shown
        assert client.get("/programme/new-document").status_code == (200 if shown else 403)


def test_a_review_that_is_due_stands_on_the_first_page_of_those_who_keep_documents() -> None:
    team = the_central_team()
    reviewed("Kit", TODAY + timedelta(days=1))
    assert waits(team) == []

    reviewed("Breaks", TODAY)

    assert waits(team) == [("Review a document: Breaks", "programme:document", ("breaks",), 1, TODAY)]
    assert waits(an_mvpm()) == []


def test_several_are_one_line_with_their_number_and_the_first_day() -> None:
    team, before = the_central_team(), TODAY - timedelta(days=9)
    reviewed("Breaks", TODAY)
    reviewed("Kit", before)

    assert waits(team) == [("Review 2 documents", "programme:documents", (), 2, before)]


def test_a_review_is_over_when_it_is_noted_or_a_new_edition_is_to_come() -> None:
    team = the_central_team()
    kit, breaks = reviewed("Kit", TODAY), reviewed("Breaks", TODAY)

    services.note_review(kit, after=1, review_on=NEXT_YEAR, by=team, at=NOW)
    reviewed("Breaks", NEXT_YEAR, number=2, issued_on=TODAY + timedelta(days=3))

    assert breaks.editions.count() == 2
    assert waits(team) == []
