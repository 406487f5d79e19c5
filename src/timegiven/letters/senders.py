"""Ways for a text message to leave. The setting TEXT_SENDER names one: a function of a number and a text.

It raises OSError when the message did not leave and may be tried again.
"""

import json
import urllib.request

from django.conf import settings

SECONDS = 10


def nobody(phone: str, text: str) -> None:
    """Send nothing: a demonstration, or a force without a gateway (e-mail has gone in any case)."""


def gateway(phone: str, text: str) -> None:
    """Hand the message to the force's own gateway: {"to": …, "text": …} to TIMEGIVEN_TEXT_GATEWAY, over HTTPS."""
    if not settings.TEXT_GATEWAY.startswith("https://"):
        raise OSError("TIMEGIVEN_TEXT_GATEWAY must begin with https://")
    request = urllib.request.Request(  # noqa: S310 - https alone, see above
        settings.TEXT_GATEWAY,
        data=json.dumps({"to": phone, "text": text}).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {settings.TEXT_GATEWAY_KEY}"},
    )
    with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
        pass
