"""The key of a form, by which it is carried out once: random, and it tells when the page was made."""

import re
import time
from datetime import UTC, datetime, timedelta
from uuid import uuid4

_OURS = re.compile(r"([0-9a-f]{8})-[0-9a-f]{32}")  # seconds since 1970, and chance
OPEN_FOR = timedelta(days=30)  # what is sent later is not carried out, so a key need not be known for much longer


def new_key() -> str:
    """The key of a form that is shown now."""
    return f"{int(time.time()):08x}-{uuid4().hex}"


def made_at(key: str) -> datetime | None:
    """When the page with this key was made, or None where that is not to be read."""
    made = _OURS.fullmatch(key)
    return datetime.fromtimestamp(int(made[1], 16), UTC) if made else None


def is_too_old(key: str, at: datetime) -> bool:
    """Whether a form has been open for so long that nobody may know any more whether it was carried out."""
    made = made_at(key)
    return made is not None and at - made > OPEN_FOR
