"""How an event is sealed: the digest that ties it to the one before."""

import hashlib
import json
from typing import Any


def seal(event: Any) -> str:
    """The SHA-256 of an event and the digest before it."""
    fields = [
        event.number,
        event.at.timestamp(),
        event.actor,
        event.act,
        event.kind,
        event.subject,
        event.about,
        event.why,
        event.previous,
    ]
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()
