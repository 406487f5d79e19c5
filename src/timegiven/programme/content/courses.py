"""The courses of the programme: the induction for everyone, and what single roles need beyond it.

Source: MVP Guide for Supervision of Volunteers, 2007 (which training is needed by whom). Lengths, and for how
long a course stays good, are defaults for demonstration that a force sets for itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Course:
    """A course, how long it lasts, when it is due again, who needs it and the clause that says so."""

    code: str
    title: str
    minutes: int
    valid_months: int | None
    required_for: str
    clause: int


# Each kind of need with the value that the training chapter keeps for it.
REQUIRED_FOR = {
    "all": "ALL",
    "lifting": "LIFTING",
    "public_facing": "PUBLIC",
    "aware": "AWARE",
    "profile": "PROFILE",
}

COURSES: tuple[Course, ...] = (
    Course("IND", "Met Volunteer Programme induction", 120, None, "all", 90),
    Course("HS", "Health and safety induction", 60, 36, "all", 91),
    Course("DPC", "Data protection and confidentiality", 60, 24, "all", 122),
    Course("MH", "Manual handling", 90, 36, "lifting", 92),
    Course("ELS", "Emergency Life Saving", 180, 12, "public_facing", 93),
    Course("AWB", "AWARE basics", 90, None, "aware", 84),
    Course("FCB", "Front counter: welcoming visitors", 180, None, "profile", 94),
    Course("LOG", "Front counter: keeping the log book", 30, None, "profile", 21),
    Course("SIGN", "Helping visitors to the right service", 60, 24, "profile", 127),
    Course("CTV", "CCTV viewing", 180, 24, "profile", 94),
    Course("PHN", "Answering the telephone", 60, None, "profile", 94),
    Course("DIN", "Careful data input", 60, None, "profile", 94),
    Course("ARC", "Files, archive and the rules for keeping papers", 60, None, "profile", 94),
    Course("VWA", "Victims and witnesses: care, and what not to say", 120, 24, "profile", 95),
    Course("SUR", "Asking survey questions fairly", 60, None, "profile", 94),
    Course("RES", "Research: finding, noting and checking", 90, None, "profile", 94),
    Course("NBH", "Safer Neighbourhoods: who does what", 60, None, "profile", 94),
    Course("CPA", "Crime prevention advice", 120, 24, "profile", 95),
    Course("EVT", "Helping at events safely", 90, 12, "profile", 111),
    Course("EXH", "Handling sealed property bags", 60, 24, "profile", 95),
    Course("MED", "Press office ways and permissions", 60, None, "profile", 94),
    Course("RPL", "Playing a part in training", 90, 24, "profile", 95),
    Course("FIN", "Finance papers: local ways and limits", 60, None, "profile", 94),
)
