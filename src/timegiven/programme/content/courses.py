"""The courses of the programme: the induction for everyone, and what single roles need beyond it.

Source: MVP Guide for Supervision of Volunteers, 2007 (which training is needed by whom). Lengths, and for how
long a course stays good, are defaults for demonstration that a force sets for itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Course:
    """A course, how long it lasts, when it is due again, who needs it, the clause that says so, and how it is given."""

    code: str
    title: str
    minutes: int
    valid_months: int | None
    required_for: str
    clause: int
    about: str = ""
    delivery: str = "SESSION"
    link: str = ""
    first: tuple[str, ...] = ()
    modules: tuple[tuple[str, int], ...] = ()


# Each kind of need with the value that the training chapter keeps for it.
REQUIRED_FOR = {
    "all": "ALL",
    "lifting": "LIFTING",
    "public_facing": "PUBLIC",
    "aware": "AWARE",
    "profile": "PROFILE",
    "before": "BEFORE",
}

COURSES: tuple[Course, ...] = (
    Course(
        "IND", "Met Volunteer Programme induction", 120, None, "all", 90,
        "A friendly beginning: what the programme is, what you can expect from us, and whom to ask.",
        modules=(("The programme and your part in it", 45), ("What you can expect, and what we hope for", 45), ("Equality and respect", 30)),
    ),
    Course(
        "HS", "Health and safety induction", 60, 36, "all", 91,
        "Fire exits, first aid, safe ways to sit and to lift, and what to do when something does not feel safe.",
        modules=(("In the building: fire, first aid, exits", 30), ("Looking after yourself and others", 30)),
    ),
    Course(
        "DPC", "Data protection and confidentiality", 60, 24, "all", 122,
        "What may be told to whom, and why we keep quiet about what we see and hear.",
        delivery="ONLINE", link="https://learning.example.org/data-protection",
    ),
    Course("MH", "Manual handling", 90, 36, "lifting", 92, "Lifting, carrying and pushing without hurting yourself.", first=("HS",)),
    Course(
        "ELS", "Emergency Life Saving", 180, 12, "public_facing", 93,
        "What to do until help comes: the heart, breathing, bleeding, and the recovery position. You practise on the floor if you can, and beside it if you cannot.",
        modules=(("Finding out what is wrong, and calling for help", 45), ("The heart and breathing, with practice", 90), ("Bleeding, burns and falls", 45)),
    ),
    Course("AWB", "AWARE basics", 90, None, "aware", 84, "Logging in, finding your way, and locking the screen when you leave it.", first=("DPC",)),
    Course("FCB", "Front counter: welcoming visitors", 180, None, "profile", 94, "How to greet people, find out what they need, and bring them to the right person.", first=("IND",)),
    Course("LOG", "Front counter: keeping the log book", 30, None, "profile", 21, "What is written down, in whose words, and when.", delivery="JOB"),
    Course("SIGN", "Helping visitors to the right service", 60, 24, "profile", 127, delivery="JOB"),
    Course("CTV", "CCTV viewing", 180, 24, "profile", 94, first=("DPC",)),
    Course("PHN", "Answering the telephone", 60, None, "profile", 94, delivery="JOB"),
    Course("DIN", "Careful data input", 60, None, "profile", 94, delivery="JOB"),
    Course("ARC", "Files, archive and the rules for keeping papers", 60, None, "profile", 94, delivery="JOB"),
    Course("VWA", "Victims and witnesses: care, and what not to say", 120, 24, "profile", 95, first=("IND",)),
    Course("SUR", "Asking survey questions fairly", 60, None, "profile", 94),
    Course("RES", "Research: finding, noting and checking", 90, None, "profile", 94),
    Course("NBH", "Safer Neighbourhoods: who does what", 60, None, "profile", 94),
    Course("CPA", "Crime prevention advice", 120, 24, "profile", 95),
    Course("EVT", "Helping at events safely", 90, 12, "profile", 111),
    Course("EXH", "Handling sealed property bags", 60, 24, "profile", 95, delivery="JOB"),
    Course("MED", "Press office ways and permissions", 60, None, "profile", 94),
    Course("RPL", "Playing a part in training", 90, 24, "profile", 95),
    Course("FIN", "Finance papers: local ways and limits", 60, None, "profile", 94, delivery="JOB"),
    # Before the Games: modules of thirty hours together at most (MPA report 9 of 26 April 2007).
    Course("G1", "Welcome to the Games: what volunteers do", 180, None, "before", 96, "Who does what, and where you come in."),
    Course("G2", "London and its visitors", 240, None, "before", 96, "Finding the way, and showing it to others."),
    Course("G3", "Helping people well", 240, None, "before", 96, "Listening, plain words, and visitors with disabilities.", first=("G1",)),
    Course("G4", "Safe in a crowd", 240, None, "before", 96, "How crowds move, and how you stay out of harm’s way.", first=("G1",)),
    Course("G5", "One team at a venue", 240, None, "before", 96, "Who leads, how messages travel, and when to hand over."),
    Course("G6", "When something goes wrong", 180, None, "before", 96, "What to do first, whom to tell, and what to leave to others.", first=("G4",)),
    Course("G7", "Radio, messages and notes", 180, None, "before", 96, "Short, clear and written down.", first=("G5",)),
    Course("G8", "A day at your venue", 300, None, "before", 96, "The real place, with the people whom you will meet there.", first=("G5", "G6")),
)  # fmt: skip
