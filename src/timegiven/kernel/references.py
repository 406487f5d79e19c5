"""Random references for addresses and letters, and secrets for private links: never a sequence."""

import hashlib
import secrets
from typing import Any

from django.db import models
from django.utils.crypto import salted_hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U to misread


_LENGTH = 10
_LETTERS = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(256))  # 256 is eight times the alphabet


def new_reference() -> str:
    """Ten letters and digits (50 bits) that name one thing in an address and can be read out on the telephone."""
    return new_references(1)[0]


def new_references(number: int) -> list[str]:
    """So many of them at once."""
    letters = secrets.token_bytes(_LENGTH * number).translate(_LETTERS).decode()
    return [letters[first : first + _LENGTH] for first in range(0, len(letters), _LENGTH)]


def reference_from(*parts: object) -> str:
    """Twenty such letters and digits (100 bits): the same for the same parts, and nobody outside can reckon them."""
    mixed = salted_hmac("kernel.reference", repr(parts), algorithm="sha256").digest()
    return mixed[: 2 * _LENGTH].translate(_LETTERS).decode()


def new_secret() -> str:
    """A 256-bit secret for a private link; only its digest is ever kept."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


class ReferenceField(models.CharField):
    """The random public name of a row."""

    def __init__(self, **options: Any) -> None:
        kept: dict[str, Any] = {"max_length": 10, "unique": True, "editable": False, "default": new_reference}
        super().__init__(**kept | options)
