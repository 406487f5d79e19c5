"""What a role's own words say: which skills it names, and at which times of the day it can be done."""

from timegiven.library import rules
from timegiven.library.models import ProfileVersion


def same_words(version: ProfileVersion, skills: list[str]) -> list[str]:
    """Those of somebody's skills that the role's skills, purpose or title speak of."""
    wanted = rules.words_of(f"{version.skills} {version.title} {version.purpose}")
    return [skill for skill in skills if rules.words_of(skill) & wanted]


def times_of_day(version: ProfileVersion) -> frozenset[str]:
    """Morning, afternoon, evening, weekend; all where the role leaves it open."""
    return rules.times_in(version.usual_times)
