"""What is owed to people in writing: letters, and text messages for what changes on the day itself."""

from timegiven.letters.services.letters import (
    TRIES,
    bundle,
    forget,
    not_posted,
    overtake,
    overtake_late,
    overtake_to,
    posted,
    send_owed,
    take_back,
    unbundle,
    write,
)
from timegiven.letters.services.texts import MOST as MOST_IN_A_TEXT
from timegiven.letters.services.texts import forget_texts, send_owed_texts, text

__all__ = [
    "MOST_IN_A_TEXT",
    "TRIES",
    "bundle",
    "forget",
    "forget_texts",
    "not_posted",
    "overtake",
    "overtake_late",
    "overtake_to",
    "posted",
    "send_owed",
    "send_owed_texts",
    "take_back",
    "text",
    "unbundle",
    "write",
]
