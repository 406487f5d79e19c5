"""What the parts of a profile may say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from timegiven.kernel.refusals import NotAllowed

NOT_SAVED = "We have not saved the profile"
ADULT = 18

# The law on checks by the Disclosure and Barring Service, lowest first: to ask for more than the role allows is
# unlawful, so the reason names the duty and the law.
DBS_LAW = {
    "NONE": "The police’s own security check does the work. This is right for nearly every role.",
    "BASIC": "Anybody may be asked for one, with their consent. It shows unspent convictions only.",
    "STANDARD": "Only a role that is listed in the Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975.",
    "ENHANCED": "Only a role that is also listed in the Police Act 1997 (Criminal Records) Regulations, such as work "
    "with children or with adults at risk that is not regulated activity.",
    "BARRED": "Only regulated activity: the Safeguarding Vulnerable Groups Act 2006, Schedule 4, such as leading "
    "cadets every week.",
}
JUDGED = ("dbs_check", "dbs_reason", "least_age", "suits_under_18", "met_team_on", "shadowed_on")


def check_never_approved(*, was_approved: bool) -> None:
    """The name and the kind of a role stand, once people may have been offered it by them."""
    if was_approved:
        raise NotAllowed(
            f"{NOT_SAVED}: a version of this role has been approved, and volunteers know it by its name and kind.",
            next_step="Propose it as a role of its own under the new name, and retire this one when that is approved.",
        )


def check_part(facts: Mapping[str, Any], *, day: date) -> None:
    """A check names its legal reason, the ages agree, and nothing has happened in the future (clauses 71, 72)."""
    if facts["dbs_check"] != "NONE" and not str(facts["dbs_reason"]).strip():
        raise NotAllowed(
            f"{NOT_SAVED}: it asks for a DBS check and does not say which law allows it. To ask for a higher check "
            "than the role allows is unlawful.",
            next_step="Name the duty of the role and the law that lists it, or choose no check.",
        )
    if facts["suits_under_18"] and facts["least_age"] >= ADULT:
        raise NotAllowed(
            f"{NOT_SAVED}: it says that the role suits people under 18, and that the least age is "
            f"{facts['least_age']}.",
            next_step="Change one of the two.",
        )
    for name, what in (("met_team_on", "the meeting with the team"), ("shadowed_on", "trying the role out")):
        if facts[name] and facts[name] > day:
            raise NotAllowed(
                f"{NOT_SAVED}: the day of {what} is in the future.", next_step="Enter it when it has taken place."
            )
