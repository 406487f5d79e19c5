"""What the handbook says about driving (clauses 103 to 105)."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed


def missing_for_own_vehicle(
    *, on_profile: bool, is_assessed: bool, is_covered: bool, licence_seen: bool, is_underwritten: bool
) -> list[str]:
    """What still stands in the way of using the own car while volunteering; a police vehicle is never driven."""
    wanted = [
        (on_profile, "The role profile does not use own vehicles."),
        (is_assessed, "The risk assessment of the role is not in date."),
        (is_covered, "The programme's insurance for own vehicles is not in force."),
        (licence_seen, "The driving licence has not been seen, or has run out."),
        (is_underwritten, "The insurer's agreement to volunteering has not been seen, or has run out."),
    ]
    return [words for holds, words in wanted if not holds]


def check_paper(*, seen_on: date, until_on: date, today: date) -> None:
    """A paper that was seen is in date."""
    if seen_on > today:
        raise NotAllowed(
            "We have not noted this paper: the day on which it was seen is still to come.",
            next_step="Note it when you have seen it.",
        )
    if until_on <= today:
        raise NotAllowed(
            "We have not noted this paper: it has run out already.", next_step="Ask for the one that is in force."
        )
