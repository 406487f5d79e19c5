"""Every address that the site answers, read from its own table."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver


@dataclass(frozen=True)
class Address:
    """One address as the table has it: its route, its name, and what has to be filled in."""

    route: str
    name: str
    wants: tuple[str, ...]


def addresses(within: URLResolver, above: Address = Address("", "", ())) -> Iterator[Address]:
    """All addresses below a resolver, those of other people's packages included."""
    for each in within.url_patterns:
        route, wants = above.route + str(each.pattern), above.wants + _wants(each)
        if isinstance(each, URLResolver):
            space = f"{each.namespace}:" if each.namespace else ""
            yield from addresses(each, Address(route, above.name + space, wants))
        else:
            yield Address(route, above.name + (each.name or ""), wants)


def _wants(each: URLPattern | URLResolver) -> tuple[str, ...]:
    return tuple(each.pattern.converters) or tuple(each.pattern.regex.groupindex)
