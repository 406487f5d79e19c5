"""A refusal is a sentence: what did not happen, why, what to do, whom to ask."""


class NotAllowed(Exception):
    """The programme's rules say no.

    ``reason`` says what did not happen and why; ``next_step`` what the person can do now; ``ask`` who can help,
    as a sentence or as a name and number. All are plain English for the person who reads them, and hold nobody
    else's data. ``back`` is the address of the page that shows how things stand, where somebody knows it.
    """

    back = ""

    def __init__(self, reason: str, *, next_step: str = "", ask: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.next_step = next_step
        self.ask = ask if not ask or ask.endswith((".", "?", "!")) else f"Questions? Ask {ask}."

    def __str__(self) -> str:
        return " ".join(part for part in (self.reason, self.next_step, self.ask) if part)


def why_alone(said: str, what: str) -> str:
    """What is left of a refusal where it stands beside ``what`` did not happen: "We have not added this"."""
    return said.removeprefix(f"{what}: ")


class NotPermitted(NotAllowed):
    """This person may not do this, whatever the state of the thing; the reason is the policy in one sentence."""


class SomeoneElseActed(NotAllowed):
    """Two people acted at once and the other was first."""
