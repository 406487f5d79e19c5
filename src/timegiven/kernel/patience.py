"""How often one may knock at a door: a count in the shared cache, of whom no more is kept than a digest."""

from hashlib import sha256

from django.core.cache import cache

HOUR = 60 * 60


def allows(door: str, who: str, *, most: int, seconds: int = HOUR) -> bool:
    """Whether this is one of the first ``most`` knocks at a door within ``seconds``."""
    key = f"patience-{door}-{sha256(who.encode()).hexdigest()[:32]}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return int(cache.incr(key)) <= most
    except ValueError:
        return True  # it ran out between the two lines
