"""The check code of a letter: 20 letters and digits that can be read out, in groups of four."""

SAME = str.maketrans({"O": "0", "I": "1", "L": "1"})  # Crockford's alphabet: what is misread is taken as meant
LENGTH = 20


def as_printed(code: str) -> str:
    """7KQ2 M4XA …"""
    return " ".join(code[place : place + 4] for place in range(0, len(code), 4))


def as_typed(typed: str) -> str:
    """The code as it was made, or nothing for what can be none."""
    plain = "".join(each for each in typed.upper() if each.isascii() and each.isalnum()).translate(SAME)
    return plain if len(plain) == LENGTH else ""
