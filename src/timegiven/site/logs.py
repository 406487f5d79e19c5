"""What is written down of trouble: without the private links that addresses hold, for whoever has one may use it."""

import logging
import re

_SECRET = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])")  # as kernel.references makes them


class WithoutLinks(logging.Formatter):
    """A line, and the story behind it, in which the secret of a private link is left out."""

    def format(self, record: logging.LogRecord) -> str:
        return _SECRET.sub("…", super().format(record))
