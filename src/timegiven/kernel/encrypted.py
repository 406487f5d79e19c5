"""Fields for special-category data: AES-256-GCM at rest, bound to their column, keys from the settings."""

import base64
import hashlib
import os
from datetime import date
from functools import cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

VERSION = b"\x01"


@cache
def _cipher(key: str) -> AESGCM:
    return AESGCM(hashlib.sha256(key.encode()).digest())


def _ciphers() -> list[AESGCM]:
    return [_cipher(key) for key in settings.DATA_KEYS]


def seal(text: bytes, *, label: str) -> bytes:
    """Encrypt with the newest key; ``label`` (the column's name) must be given again to open it."""
    nonce = os.urandom(12)
    return VERSION + nonce + _ciphers()[0].encrypt(nonce, text, label.encode())


def unseal(sealed: bytes, *, label: str) -> bytes:
    """Decrypt with whichever key fits; raises InvalidTag when none does or the column is another."""
    for cipher in _ciphers():
        try:
            return cipher.decrypt(sealed[1:13], sealed[13:], label.encode())
        except InvalidTag:
            continue
    raise InvalidTag


def sealed_anew(sealed: bytes, *, label: str) -> bytes | None:
    """The same under the newest key, or None where it lies under that already; raises InvalidTag as ``unseal`` does."""
    try:
        _ciphers()[0].decrypt(sealed[1:13], sealed[13:], label.encode())
    except InvalidTag:
        return seal(unseal(sealed, label=label), label=label)
    return None


def as_text(sealed: bytes) -> str:
    """How sealed bytes stand in a column of text."""
    return base64.b64encode(sealed).decode()


class EncryptedText(models.TextField):
    """Text that the database never sees in clear: it cannot be searched or sorted."""

    @property
    def label(self) -> str:
        return f"{self.model._meta.label_lower}.{self.attname}"

    def get_prep_value(self, value: Any) -> Any:
        if value in (None, ""):
            return value
        return as_text(seal(str(value).encode(), label=self.label))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if value in (None, ""):
            return value
        return unseal(base64.b64decode(value), label=self.label).decode()


class EncryptedDay(EncryptedText):
    """A date that the database never sees in clear."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        text = super().from_db_value(value, expression, connection)
        return date.fromisoformat(text) if text else None

    def to_python(self, value: Any) -> Any:
        return date.fromisoformat(value) if isinstance(value, str) and value else value


class SealedBytes(models.BinaryField):
    """Bytes that their chapter has sealed, each row's as ``<the model's label>.<the row's reference>``."""

    def label_of(self, reference: str) -> str:
        return f"{self.model._meta.label_lower}.{reference}"
