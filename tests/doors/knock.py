"""Knock at a door and say in a word or two what was found."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

WORDS = {200: "page", 403: "no", 404: "none", 405: "post only", 409: "refused", 410: "over"}
SHUT = {"sign in", "no", "none"}

# A look is written down; a session and the counts of knocks are no one's record.
NOT_A_DEED = {"django_session", "cache"}
A_LOOK = {"audit_event", "audit_chain"}
WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """What a knock found: the word for it, the tables that were written to, and what was read."""

    word: str
    wrote: frozenset[str]
    text: str = ""


def knock(client: Client, address: str) -> Found:
    """Ask for the page; the next to knock finds everything as it was."""
    with _writing() as wrote, transaction.atomic():
        response = client.get(address)
        transaction.set_rollback(True)
    return Found(_word(response), frozenset(wrote), response.content.decode(errors="replace"))


def push(client: Client, address: str) -> Found:
    """Send its form with nothing filled in; whatever that does is undone."""
    with _writing() as wrote, transaction.atomic():
        response = client.post(address)
        transaction.set_rollback(True)
    word = _word(response)
    return Found("done" if word == "on" and wrote else word, frozenset(wrote))


def _word(response: HttpResponse) -> str:
    if 300 <= response.status_code < 400:
        return "sign in" if response.headers["Location"].startswith(reverse("account_login")) else "on"
    return WORDS.get(response.status_code, str(response.status_code))


@contextmanager
def _writing() -> Iterator[set[str]]:
    wrote: set[str] = set()

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITES.match(sql):
            wrote.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield wrote
    wrote -= NOT_A_DEED
