"""What to do, and never why: the words of a health card (clauses 106, 107)."""

import re
from datetime import date

from timegiven.kernel.refusals import NotAllowed

# Names of illnesses and words that introduce one. What helps and what to do can be said without them.
_NAMES = (
    "addict adhd alcoholi alzheimer anaemia angina anorexi anxiety arthrit asthma autis bipolar cancer chemotherap "
    "cerebral cirrhosis coeliac copd crohn dementia depress diabet diagnos dialysis disorder dyslexi epilep "
    "fibromyalgi haemophil hepatitis hiv insulin leukaemia lupus migraine parkinson psychos psychot ptsd sclerosis "
    "schizo stroke syndrome tumour"
).split()
_NAMED = re.compile(r"\b(?:" + "|".join(_NAMES) + r")\w*", re.IGNORECASE)


def names_an_illness(*texts: str) -> str:
    """The first word that seems to name an illness, or nothing."""
    found = _NAMED.search(" ".join(texts))
    return found[0] if found else ""


def check_no_diagnosis(*texts: str) -> None:
    """A card has no place for a diagnosis."""
    if names_an_illness(*texts):
        raise NotAllowed(
            "We have not kept this: it seems to name an illness or a medicine, and nobody here needs to know that.",
            next_step="Leave that word out, and write what helps or what to do. For example: If I seem confused, give "
            "me something sweet and stay with me.",
        )


def check_says_something(*, what_to_do: str, for_first_aiders: bool) -> None:
    """First aiders are shown a card that tells them something."""
    if for_first_aiders and not what_to_do.strip():
        raise NotAllowed(
            "We have not kept this: there is nothing yet for first aiders to read.",
            next_step="Write what to do if you are unwell, or leave the box for first aiders open.",
        )


def check_occupational_health(*, asked_on: date | None, answered_on: date | None, look_again_on: date | None) -> None:
    """Occupational Health is asked before it answers, and looked at again afterwards."""
    if answered_on and (asked_on is None or answered_on < asked_on):
        raise NotAllowed(
            "We have not kept these days: an answer comes on or after the day of the question.",
            next_step="Enter both days.",
        )
    if look_again_on and look_again_on <= (answered_on or asked_on or look_again_on):
        raise NotAllowed(
            "We have not kept these days: the day to ask again must come after the others.",
            next_step="Choose a later day, or leave it empty.",
        )
