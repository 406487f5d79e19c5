"""Dangers that several roles share, each with its usual control; a borough looks at its own building besides.

Source: the programme's own wording. The scale of 1 to 5 for likelihood and for severity is a common convention,
https://riskassessmenttraining.co.uk/blog/risk-assessment-matrix, and not a rule of law. All are for demonstration.
"""

from .spec import Hazard

SCREEN = Hazard(
    "Sore eyes, neck or wrists from a screen",
    "The volunteer",
    3,
    2,
    "Adjust chair and screen on the first day, and invite a break from the screen every hour",
    2,
    1,
)
TRIP = Hazard(
    "Tripping over bags, cables or boxes",
    "The volunteer and the team",
    3,
    3,
    "Keep the way clear, and show a safe place for bags on the first day",
    1,
    3,
)
LIFTING = Hazard(
    "A strained back from lifting boxes",
    "The volunteer",
    3,
    3,
    "Manual handling course first, half-full boxes only, a trolley, and nothing above shoulder height",
    2,
    2,
)
HIGH_SHELF = Hazard(
    "A fall, or a falling box, at high shelves",
    "The volunteer",
    2,
    4,
    "Staff take down anything above shoulder height, and volunteers use no ladders",
    1,
    3,
)
ANGRY_VISITOR = Hazard(
    "An angry or threatening visitor",
    "The volunteer and other visitors",
    3,
    4,
    "Staff always within call, a panic button shown on the first day, and freedom to step back at any time",
    2,
    3,
)
ANGRY_CALLER = Hazard(
    "A rude or upsetting telephone call",
    "The volunteer",
    3,
    2,
    "Permission to end the call or hand it over, and a talk with the supervisor afterwards",
    2,
    2,
)
DISTRESS = Hazard(
    "Distress from sad or violent accounts",
    "The volunteer",
    3,
    3,
    "Choose the papers beforehand, talk at the end of each visit, and let anyone stop without a reason",
    2,
    2,
)
DISTURBING_PICTURES = Hazard(
    "Distress from pictures of injury or violence",
    "The volunteer",
    3,
    4,
    "A member of staff looks first, serious violence is left out, and breaks are taken every 45 minutes",
    2,
    2,
)
INFORMATION = Hazard(
    "Personal information seen or heard by the wrong person",
    "The public and the volunteer",
    3,
    4,
    "Confidentiality course, clear desk, locked screen, and only the papers that the task needs",
    1,
    4,
)
KNOWN_PERSON = Hazard(
    "Coming across the papers of someone the volunteer knows",
    "The volunteer and that person",
    2,
    3,
    "Stop, close the paper and tell the supervisor, who passes it to someone else",
    1,
    2,
)
INFECTION = Hazard(
    "Colds and other infections from many visitors",
    "The volunteer",
    3,
    2,
    "Hand gel and cleaned surfaces, and staying at home when unwell",
    2,
    2,
)
CROWD = Hazard(
    "Being pushed or lost in a crowd",
    "The volunteer",
    3,
    3,
    "Fixed place with a way out behind it, always in pairs, and a meeting point known to all",
    2,
    2,
)
WEATHER = Hazard(
    "Cold, rain or strong sun outdoors",
    "The volunteer",
    4,
    2,
    "Weather looked up the day before, shelter and drinks nearby, and visits outdoors of two hours at most",
    2,
    2,
)
TRAFFIC = Hazard(
    "Being hit by a vehicle while outdoors",
    "The volunteer",
    2,
    5,
    "Stay on the pavement, wear the bright jacket, and go in daylight with a member of the team",
    1,
    5,
)
ALONE = Hazard(
    "Being alone if something happens",
    "The volunteer",
    2,
    4,
    "Somebody from the team is always in the same building and knows when the volunteer comes and goes",
    1,
    3,
)
DUST = Hazard(
    "Dust from old papers",
    "The volunteer",
    3,
    2,
    "Dust masks and gloves offered, a window open, and badly kept boxes left to staff",
    1,
    2,
)
SHARP_PROPERTY = Hazard(
    "A cut or spill from a stored item",
    "The volunteer",
    2,
    4,
    "Sealed bags are never opened, gloves are worn, and marked bags are left to staff",
    1,
    3,
)
STAIRS = Hazard(
    "A fall on stairs with full hands",
    "The volunteer",
    2,
    4,
    "Use the lift, carry little, and keep one hand on the rail",
    1,
    3,
)
ROLE_PLAY = Hazard(
    "A knock or a fright during an exercise",
    "The volunteer and the learners",
    2,
    3,
    "No grips or restraint, the scene agreed beforehand, and a word that stops it at once",
    1,
    2,
)
COMPLAINT = Hazard(
    "A mistaken picture or story made public",
    "The people shown and the police service",
    2,
    3,
    "Nothing goes out before a press officer has read it and the people shown have agreed",
    1,
    3,
)
