"""How a course may be set up: what comes first leads nowhere round, and a link is a link."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from timegiven.kernel.refusals import NotAllowed

ONLINE, BEFORE = "ONLINE", "BEFORE"


def check_link(*, delivery: str, link: str) -> None:
    """A course that is taken on a computer says where; no other address than a web address is kept."""
    if delivery == ONLINE and not link:
        raise NotAllowed(
            "We have not kept this course: one that is taken on a computer needs the address where it is taken.",
            next_step="Copy the address from the learning site and paste it under “Where it is taken”.",
        )
    if link and not is_web_address(link):
        raise NotAllowed(
            "We have not kept this: the address of a page begins with https:// or http://.",
            next_step="Open the page in a browser, copy its whole address and paste it.",
        )


def is_web_address(link: str) -> bool:
    """Whether this is the address of a page, and nothing that a browser would run."""
    try:
        found = urlsplit(link)
    except ValueError:
        return False
    return found.scheme in ("https", "http") and bool(found.hostname) and " " not in link


def check_no_circle(*, course: str, first: Sequence[str], comes_first: Mapping[str, Sequence[str]]) -> None:
    """No course may, by way of others, come before itself. ``comes_first``: for each course, those before it."""
    seen, ahead = set(), list(first)
    while ahead:
        each = ahead.pop()
        if each == course:
            raise NotAllowed(
                "We have not kept what comes first: these courses would each wait for the other, and nobody could "
                "begin.",
                next_step="Take the tick away beside the course that should come later.",
            )
        if each not in seen:
            seen.add(each)
            ahead += comes_first.get(each, ())


def read_links(typed: str) -> list[tuple[str, str]]:
    """Each line's words and address: “What to bring https://…”; an address alone is called by its site."""
    found = []
    for line in filter(None, (each.strip() for each in typed.splitlines())):
        words, _, link = line.rpartition(" ")
        if not is_web_address(link):
            raise NotAllowed(
                f"We have not kept the material: “{line[:80]}” does not end with the address of a page.",
                next_step="Write each on a line of its own: a few words, a space, and the address that begins with "
                "https://.",
            )
        found.append((words.strip(" :,–-")[:120] or urlsplit(link).hostname or link, link))
    return found


def check_offered(*, is_offered: bool, course: str) -> None:
    """Nobody waits for an answer about a course that is not given."""
    if not is_offered:
        raise NotAllowed(
            f"We have not passed this on: “{course}” is not given at the moment.",
            next_step="Choose another course from the list.",
            ask="Questions: your borough training unit.",
        )


def check_for_the_few(*, needed_for: str, before: str, may_mark: bool) -> None:
    """What everybody, or every role with a mark, needs is said for the whole programme at once (clauses 90 to 93)."""
    if needed_for != before and not may_mark:
        raise NotAllowed(
            "We have not kept this: which roles need a course by their marks is the same everywhere, so it is said by "
            "the Central Team.",
            next_step="Leave “Who needs it” as it is, and ask the Central Team to change it.",
            ask="Questions: the Central Team.",
        )
