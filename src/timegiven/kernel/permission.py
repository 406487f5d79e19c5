"""A permission is a small predicate whose docstring is the policy, in one English sentence."""

from collections.abc import Callable, Iterator
from inspect import getdoc
from typing import Any

from timegiven.kernel.refusals import NotPermitted


class Permission:
    """Ask with ``approve(person, application)``; insist with ``approve.require(person, application)``."""

    def __init__(self, predicate: Callable[..., bool]) -> None:
        policy = getdoc(predicate)
        if not policy:
            raise TypeError(f"{predicate.__qualname__} needs a docstring: it is the policy that people read.")
        self.policy = " ".join(policy.split())
        self.name = predicate.__name__
        self.chapter = predicate.__module__.split(".")[1]
        self._predicate = predicate

    def __call__(self, person: Any, *subject: Any) -> bool:
        return bool(self._predicate(person, *subject))

    def require(self, person: Any, *subject: Any) -> None:
        """Raise NotPermitted, with the policy as its reason, unless this person may."""
        if not self(person, *subject):
            raise NotPermitted(self.policy)

    def __repr__(self) -> str:
        return f"<permission {self.chapter}.{self.name}>"


_register: list[Permission] = []


def permission(predicate: Callable[..., bool]) -> Permission:
    """Make a predicate a permission and enter it in the register that docs/reference/access.md is written from."""
    made = Permission(predicate)
    _register.append(made)
    return made


def every_permission() -> Iterator[Permission]:
    """All permissions of the programme, in the order of the story."""
    yield from _register
