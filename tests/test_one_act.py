"""A form page for one act opens only while the act is possible: what is acted on, at every step of its life.

one_act.tsv names for each address who looks, and at which steps of the thing they are shown a form. At the others a
page says how the thing stands, without a form. After a change that is meant, write it anew with
TIMEGIVEN_WRITE_DOORS=1 and read what has changed; a new address is added by hand, with nothing after who looks.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from tests.builders import NOW
from tests.doors import matrix
from tests.doors.addresses import addresses
from tests.doors.matrix import Door
from tests.doors.scene import Scene, the_scene

TABLE = Path(__file__).with_name("one_act.tsv")
A_FORM = re.compile(r'<form method="post"')


def things() -> dict[str, Any]:
    """Everything of the scene that has a life, by the reference that an address names it with."""
    kinds = [kind for kind in apps.get_models() if hasattr(kind, "lifecycle") and hasattr(kind, "reference")]
    return {each.reference: each for kind in kinds for each in kind._default_manager.all()}


def shown(door: Door, thing: Any, client: Client, *, at: str) -> bool:
    """Whether this page has a form while the thing stands there; a status that its table forbids has none."""
    try:
        with transaction.atomic():
            type(thing)._default_manager.filter(pk=thing.pk).update(status=at)
            answer = client.get(door.url)
            transaction.set_rollback(True)
    except IntegrityError:
        return False
    assert answer.status_code in {200, 302, 403, 404, 409}, (door.key, at, answer.status_code)
    return answer.status_code == 200 and bool(A_FORM.search(answer.content.decode().split("<main")[-1]))


def walked(wanted: dict[tuple[str, str], str], scene: Scene) -> dict[tuple[str, str], str]:
    """For each address with its thing, the steps of the thing at which whoever looks is shown a form."""
    names = {name for name, _ in wanted}
    doors, _ = matrix.doors((each for each in addresses(get_resolver()) if each.name in names), scene)
    known, found = things(), {}
    for door in doors:
        if (who := wanted.get((door.name, door.what))) is None:
            continue
        thing = next(known[part] for part in re.split(r"[/-]", door.url) if part in known)
        client = Client()
        client.force_login(scene.people[who])  # type: ignore[arg-type]
        steps = [at for at in thing.lifecycle.moves if shown(door, thing, client, at=at)]
        found[door.name, door.what] = " ".join(steps)
    return found


@pytest.mark.django_db
def test_a_form_is_shown_only_where_its_act_is_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    table = matrix.read(TABLE)
    wanted = {(name, what): who for name, what, who, *_ in table}

    found = walked(wanted, the_scene())
    rows = [[name, what, who, found[name, what]] for (name, what), who in wanted.items()]
    if os.environ.get("TIMEGIVEN_WRITE_DOORS"):
        matrix.write(TABLE, rows)

    assert rows == matrix.read(TABLE)
