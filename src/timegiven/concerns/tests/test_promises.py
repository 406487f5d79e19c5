"""What everybody is promised on paper stands one press away, and so does the way when it was not kept."""

import re

import pytest
from django.urls import reverse

from tests.builders import NOW, TODAY, a_volunteer, an_mvpm
from timegiven.concerns import selectors, services
from timegiven.programme import selectors as programme
from timegiven.programme.services import load_content

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def papers(at_noon: None) -> None:
    load_content(TODAY)


def paper(client, code: str) -> str:
    """The words of a document, as anybody reads it."""
    return re.sub(r"<[^>]*>|\\s+", " ", client.get(reverse("programme:document", args=[code])).text)


@pytest.mark.clause(124)
def test_everybody_is_promised_respect_and_is_heard_where_it_was_missing(client):
    manager, volunteer = an_mvpm(), a_volunteer()
    assert "courtesy and respect" in programme.edition("statement-of-expectation", TODAY).body
    assert "courtesy and respect" in paper(client, "care")

    told = services.tell(
        volunteer, words="Nobody greets me, and the sergeant laughs at us", wish="KNOW", by=volunteer.person, at=NOW
    )
    services.settle(told, words="He has said sorry to all of you", by=manager, at=NOW)

    assert [each.words for each in selectors.said_of(told)] == ["He has said sorry to all of you"]
    services.add(told, words="He laughs still", by=volunteer.person, at=NOW)
    assert list(selectors.open_to(manager, TODAY)) == [told]


@pytest.mark.clause(114)
def test_how_people_are_looked_after_is_written_down_for_everybody(client):
    client.force_login(a_volunteer().person)
    assert reverse("programme:document", args=["care"]) in client.get(reverse("home:help")).text

    words = paper(client, "care")

    assert "Nobody is sent away without knowing where to go next" in words
    assert "To be reviewed by" in words or "Due for review" in words


@pytest.mark.clause(127)
def test_what_the_public_may_be_told_is_one_press_from_the_first_page(client):
    client.force_login(a_volunteer().person)
    assert reverse("programme:document", args=["public"]) in client.get(reverse("home:desk")).text

    words = paper(client, "public")

    for known in ("999", "101", "Crimestoppers, 0800 555 111", "Victim Support, 0808 168 9111"):
        assert known in words
    assert "never speak about somebody's case" in programme.edition("public", TODAY).body
