"""Find the Chromium that the browser journeys drive, wherever this machine keeps it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

# The one without a window comes first: the journeys take two thirds of the time in it.
COMMANDS = "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"
PLACES = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
HOW_TO_INSTALL = (
    "Chromium is missing. On Debian: sudo apt-get install chromium-headless-shell, on Ubuntu chromium "
    "(or set TIMEGIVEN_CHROMIUM)"
)


def chromium() -> str | None:
    """The path of a Chromium, or nothing."""
    if named := os.environ.get("TIMEGIVEN_CHROMIUM"):
        return named
    for command in COMMANDS:
        if found := shutil.which(command):
            return found
    return next((str(place) for place in PLACES if place.exists()), None)
