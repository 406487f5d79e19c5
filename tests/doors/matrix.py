"""Everybody knocks everywhere: what they found, and the reviewed table to hold it against."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.doors.addresses import Address
from tests.doors.knock import Found, knock, push
from tests.doors.scene import Scene
from timegiven.people.models import Person

# What addresses of other packages take. Nothing of the scene lies behind them.
THEIRS = {
    "account_confirm_email": {"key": "no-such-key"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "no-such-key"},
    "mfa_remove_webauthn": {"pk": "1"},
    "mfa_edit_webauthn": {"pk": "1"},
}


@dataclass(frozen=True, order=True)
class Door:
    """An address with a certain thing behind it."""

    route: str
    what: str
    name: str
    url: str = field(compare=False, default="")

    @property
    def key(self) -> str:
        return f"{self.route} ({self.what})" if self.what else self.route


Matrix = dict[Door, dict[str, Found]]


def doors(addresses: Iterable[Address], scene: Scene) -> tuple[list[Door], list[Address]]:
    """All doors, and the addresses for which the scene has nothing."""
    found, missing = [], []
    for each in addresses:
        if not each.wants:
            found.append(Door(each.route, "", each.name, reverse(each.name)))
        elif fitting := _fitting(each, scene):
            found += [Door(each.route, what, each.name, reverse(each.name, kwargs=args)) for what, args in fitting]
        else:
            missing.append(each)
    return found, missing


def _fitting(address: Address, scene: Scene) -> list[tuple[str, dict[str, str]]]:
    known = scene.things.get(address.name) or {"": THEIRS.get(address.name, {})}
    return [(what, args) for what, args in known.items() if set(args) == set(address.wants)]


def everybody_knocks(doors: list[Door], scene: Scene) -> tuple[Matrix, Matrix]:
    """What each person found at each door by asking for the page, and by sending a form where there was no page."""
    pages: Matrix = {door: {} for door in doors}
    forms: Matrix = {door: {} for door in doors}
    client = Client(raise_request_exception=False)  # one for all: to load the middleware takes longer than a page
    for who, person in scene.people.items():
        session = _signed_in(client, person)
        for door in doors:
            _only(client, session)
            pages[door][who] = knock(client, door.url)
            if pages[door][who].word != "page":
                _only(client, session)
                forms[door][who] = push(client, door.url)
    return pages, forms


def _signed_in(client: Client, person: Person | None) -> str:
    _only(client, "")
    if person is None:
        return ""
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _only(client: Client, session: str) -> None:
    """Forget whatever the browser was told by the page before."""
    client.cookies.clear()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session


def rows(pages: Matrix, forms: Matrix) -> Iterator[list[str]]:
    """The table: a line for each door, and another for its form where the page alone does not tell."""
    for door in sorted(pages):
        yield [door.key, *(found.word for found in pages[door].values())]
        if {found.word for found in pages[door].values()} & {"on", "post only"}:
            sent = [forms[door][who].word if who in forms[door] else "" for who in pages[door]]
            yield [f"POST {door.key}", *sent]


def read(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text().splitlines()]


def write(path: Path, table: list[list[str]]) -> None:
    path.write_text("".join("\t".join(row) + "\n" for row in table))
