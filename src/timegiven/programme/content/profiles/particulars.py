"""What a profile says besides its tasks and hazards: where, when, what for, with whom, in which clothes.

Source: the programme's own wording, for demonstration; the dress code and the protective clothing follow the Statement
of Expectation of 2007 (clause 112).
"""

import re
from dataclasses import dataclass

from .spec import ProfileSpec

PLACES = {
    "CJU": "Case office, second floor; there is a lift",
    "SN": "Safer Neighbourhoods office, ground floor, no steps",
    "EXH": "Property store, basement; the stairs are steep",
    "HR": "Personnel office, first floor; there is a lift",
    "MVP": "Volunteer programme office, ground floor",
    "FC": "Front counter and waiting room, ground floor, no steps",
    "CSU": "Community Safety Unit, first floor; there is a lift",
    "CP": "Crime prevention office, and stalls in the borough",
    "CCTV": "Viewing room, first floor, without windows",
    "WCU": "Witness care office, second floor; there is a lift",
    "BIU": "Intelligence unit, third floor; there is a lift",
    "HERIT": "Heritage store, ground floor",
}
TIMES = {
    "administration": "Weekday mornings or afternoons, as suits you",
    "front counter and public contact": "Weekdays between 10am and 6pm, and some Saturdays",
    "community and neighbourhood": "Afternoons and early evenings, by daylight",
    "CCTV and monitoring": "Weekdays between 9am and 5pm, never more than two hours at a screen",
    "victim and witness liaison": "Weekday afternoons",
    "research and analysis": "When it suits you, on weekdays",
    "specialist and professional": "By arrangement with the team",
    "press and media": "Weekday mornings",
    "events and Games": "On the days of the event, and for an hour beforehand",
}
UNITS = {
    "administration": "Papers are where they belong, and staff have their desks free for live cases.",
    "front counter and public contact": "Counter staff have time for those who need them most.",
    "community and neighbourhood": "The team is known in more streets than it could walk to.",
    "CCTV and monitoring": "Officers begin with the minutes that matter.",
    "victim and witness liaison": "The office hears how people fared, and can do better.",
    "research and analysis": "A question that has waited for years gets an answer.",
    "specialist and professional": "The team learns from somebody who knows the subject.",
    "press and media": "Press officers can keep to the stories of the day.",
    "events and Games": "Officers are free for safety while guests are looked after.",
}
AIMS = {
    "administration": "Officers have more time for the streets, and nothing is lost in a pile.",
    "front counter and public contact": "People are heard: confidence in the local police.",
    "community and neighbourhood": "Safer neighbourhoods: people know their team and what to look out for.",
    "CCTV and monitoring": "More crimes are looked into that would be closed otherwise.",
    "victim and witness liaison": "Better care of victims and witnesses.",
    "research and analysis": "Decisions rest on what is known, not on what is guessed.",
    "specialist and professional": "Public money goes further, and cases are better prepared.",
    "press and media": "Good news is told, and people know what the police do.",
    "events and Games": "Events are safe and friendly.",
}
GAINS = {
    "specialist skill": "A new use for what you know, and people who are glad of it.",
    "trained task": "A skill that we teach you, and a reference for an employer.",
    "general office support": "Company, practice in an office, and a look behind the scenes.",
}
SKILLS = {
    "administration": ("Patience with detail", "Clear handwriting or typing"),
    "front counter and public contact": ("A friendly manner", "Calm when somebody is upset"),
    "community and neighbourhood": ("Interest in the neighbourhood", "Ease in talking with people"),
    "CCTV and monitoring": ("A good eye", "Patience"),
    "victim and witness liaison": ("Tact", "A clear voice on the telephone"),
    "research and analysis": ("Curiosity", "Plain writing"),
    "specialist and professional": ("Experience of the subject", "Explaining it to others"),
    "press and media": ("A feeling for words or pictures", "Discretion"),
    "events and Games": ("Good humour", "Standing for an hour or two"),
}
WAITS = {
    "administration": "The papers wait until next time.",
    "front counter and public contact": "Counter staff go on as they always have.",
    "community and neighbourhood": "The team does it another day, or leaves it out.",
    "CCTV and monitoring": "The film is kept and viewed later.",
    "victim and witness liaison": "The office rings another week.",
    "research and analysis": "The question stays open a little longer.",
    "specialist and professional": "The team uses what it has.",
    "press and media": "The piece appears in the next issue.",
    "events and Games": "Staff welcome people without you; there are always enough of them.",
}
OUTDOORS = "Warm clothes and good shoes; a bright jacket is lent"
INDOORS = "Smart casual, no jeans"
YOUNG = {"FC-01", "ADM-05", "FC-06", "NBH-01", "NBH-02", "EVT-01", "EVT-04", "RES-04"}  # under 18s are welcome
ADULTS = {"SPC-01", "CTV-01"}
SEVERAL = {"FC-01": 4, "FC-02": 6, "NBH-01": 8, "NBH-04": 4, "EVT-01": 10, "EVT-02": 6, "EVT-04": 12, "CTV-01": 3}
CHECKED = {
    "NBH-06": (
        "ENHANCED",
        "Visits schools more often than now and then: Police Act 1997 (Criminal Records) Regulations 2002.",
    ),
    "SPC-01": ("BASIC", "Sees bank papers of others; asked for with consent."),
}

# Tasks by number. Those that lift, meet the public or use AWARE are found by their words.
OFF_SITE = {
    "NBH-01": (2, 3), "NBH-04": (1, 2, 3, 4, 6), "NBH-06": (2, 3, 4, 5), "RES-02": (1, 2, 3), "MED-01": (2, 3),
    "MED-03": (5,), "EVT-02": (1, 2, 3, 4), "EVT-04": (1, 2, 3, 4),
}  # fmt: skip
LONE = {"CTV-03": (2,), "RES-04": (2,)}
EVIDENCE = {"ADM-04": (1, 2, 3, 4), "CTV-01": (1, 2), "CTV-03": (1,)}
_WORDS = {
    "is_lifting": re.compile(
        r"wheel|carry|pack up|set up the table|tables and banners|shelf|everything down", re.IGNORECASE
    ),
    "is_public_facing": re.compile(
        r"greet|visitor|welcome|passers|people|help|families|invite|hand out|chat|lead small|show|officer|feedback",
        re.IGNORECASE,
    ),
    "needs_aware": re.compile(
        r"\btype|spreadsheet|\blist\b|enter|figures|send out|newsletter|charts|maps?\b|note", re.IGNORECASE
    ),
}


@dataclass(frozen=True)
class Particulars:
    """The fields of a version by the library's names, and the marks of each task."""

    facts: dict[str, object]
    marks: tuple[frozenset[str], ...]
    training: tuple[str, ...]


def particulars(spec: ProfileSpec) -> Particulars:
    """What the profile says besides; a mark of the role stands on at least one of its tasks."""
    marks = _marks(spec)
    outdoors = spec.code in OFF_SITE and spec.code not in ("MED-01", "MED-03")
    check, reason = CHECKED.get(spec.code, ("NONE", ""))
    return Particulars(
        facts={
            "place": PLACES.get(spec.unit_kind, "The unit’s own room, with a desk for you"),
            "usual_times": TIMES[spec.category],
            "helps_unit": UNITS[spec.category],
            "helps_borough": AIMS[spec.category],
            "helps_volunteer": GAINS[spec.contribution],
            "skills": "\n".join(SKILLS[spec.category]),
            "dress": OUTDOORS if outdoors else INDOORS,
            "supervisor": "Supervisor of the unit",
            "deputy": "Duty officer of the unit",
            "least_age": 18 if spec.code in ADULTS else 16,
            "suits_under_18": spec.code in YOUNG,
            "wanted": SEVERAL.get(spec.code, 2),
            "if_nobody_comes": WAITS[spec.category],
            "dbs_check": check,
            "dbs_reason": reason,
        },
        marks=marks,
        training=("A walk through the building with the supervisor",) if spec.unit_kind in ("EXH", "CCTV") else (),
    )


def _marks(spec: ProfileSpec) -> tuple[frozenset[str], ...]:
    whole = {"is_lifting": spec.lifting, "is_public_facing": spec.public_facing, "needs_aware": spec.needs_aware}
    found: list[set[str]] = [set() for _ in spec.tasks]
    for name, has in whole.items():
        which = [number for number, task in enumerate(spec.tasks) if _WORDS[name].search(task)] if has else []
        for number in which or ([0] if has else []):
            found[number].add(name)
    for name, numbers in (("is_off_site", OFF_SITE), ("is_lone", LONE), ("handles_evidence", EVIDENCE)):
        for number in numbers.get(spec.code, ()):
            found[number - 1].add(name)
    return tuple(frozenset(each) for each in found)
