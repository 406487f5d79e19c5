"""Nobody is led to a page that is shut to them: every link that somebody of the cast is shown opens."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

from tests import builders as build
from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make.stage import Stage
from timegiven.people.models import Person

EACH = 1  # pages of a kind that one person looks at
# Of several with the same work one is enough.
ALIKE = {"steering-lead", "steering-safety", "applicant-vetting", "camden-near-cap", "hackney-mvpm", "hackney-counter"}

pytestmark = pytest.mark.django_db


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (address := dict(attrs).get("href")):
            self.found.append(address)


def dead_ends(client: Client) -> tuple[int, dict[str, str]]:
    """How many pages were looked at from the first one on, and the links that did not open: to which, from which."""
    waiting, known, kinds, shut = [("/", "")], {"/"}, {}, {}
    looked_at = 0
    while waiting:
        address, shown_on = waiting.pop(0)
        kind = _kind(address)
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > EACH:
            continue
        answer, looked_at = client.get(address), looked_at + 1
        if answer.status_code >= 400:
            shut[f"{answer.status_code} {address}"] = shown_on
        elif answer.headers["Content-Type"].startswith("text/html"):
            new = {urlsplit(urljoin(address, each))._replace(fragment="").geturl(): None
                   for each in Links(answer.text).found}  # fmt: skip
            ours = [each for each in new if each.startswith("/") and each not in known]
            known.update(ours)
            waiting += [(each, address) for each in ours]
    return looked_at, shut


def _kind(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return address


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages take the day of the small programme for today."""
    monkeypatch.setattr(timezone, "now", lambda: build.NOW)


@pytest.mark.parametrize("code", [code for code in PLAYERS if code not in ALIKE])
def test_every_link_that_somebody_is_shown_opens(stage: Stage, client: Client, code: str) -> None:
    client.force_login(Person.objects.get(reference=PLAYERS[code].reference))

    looked_at, shut = dead_ends(client)

    assert shut == {}
    assert looked_at > 5
