"""Roles for people who like to find out."""

from .hazards import DISTRESS, DUST, INFORMATION, SCREEN, TRIP
from .spec import ProfileSpec

_CATEGORY = "research and analysis"

RESEARCH: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "RES-01",
        "Local research helper",
        _CATEGORY,
        "specialist skill",
        "SN",
        "NPPV2A",
        240,
        "The team has questions that nobody has time for. You choose one with them and look for the answer.",
        (
            "Agree on a question and a plan with the unit manager.",
            "Read what others have found.",
            "Gather figures that are open to the public.",
            "Write a short paper in plain English.",
            "Present the findings to the team.",
        ),
        (SCREEN, TRIP),
        (
            "No law asks for this research.",
            "There has been no overtime for it, and it was never begun.",
            "Research is in nobody's description in the team.",
        ),
        role_training=("RES",),
    ),
    ProfileSpec(
        "RES-02",
        "Public opinion survey helper",
        _CATEGORY,
        "trained task",
        "SN",
        "NPPV1",
        180,
        "You ask people in libraries and markets what they think of local policing and bring their answers back.",
        (
            "Set up the survey table with a fellow volunteer.",
            "Invite passers-by to answer a few questions.",
            "Write the answers on the form.",
            "Count the forms at the end.",
            "Give the forms to the person who types them in.",
        ),
        (TRIP, DISTRESS),
        (
            "The official survey is made elsewhere, and this local one binds nobody.",
            "It is new, without overtime.",
            "No description covers a local survey.",
        ),
        role_training=("SUR", "EVT"),
        public_facing=True,
    ),
    ProfileSpec(
        "RES-03",
        "Crime pattern map helper",
        _CATEGORY,
        "specialist skill",
        "BIU",
        "NPPV2F",
        240,
        "With a liking for maps or figures, you draw pictures of where bicycles disappear, for prevention advice.",
        (
            "Take figures without names from the analyst.",
            "Draw maps by street and by hour.",
            "Check the maps with the analyst.",
            "Suggest where a prevention stall might help.",
            "Keep a note of how each map was made.",
        ),
        (SCREEN, INFORMATION),
        (
            "Analysts answer for intelligence, and these maps serve leaflets and stalls only.",
            "Analysts have no overtime for prevention maps.",
            "Their descriptions cover crime analysis, not maps for leaflets.",
        ),
        role_training=("RES",),
        needs_aware=True,
    ),
    ProfileSpec(
        "RES-04",
        "Station history helper",
        _CATEGORY,
        "specialist skill",
        "HERIT",
        "NPPV1",
        180,
        "Old photographs and log books tell London's story. You list them and write captions for displays.",
        (
            "List old photographs and objects.",
            "Look up names and dates in the archive.",
            "Write captions in plain English.",
            "Help to set up a display.",
            "Wrap fragile things for storage.",
        ),
        (DUST, TRIP),
        (
            "No law asks for captions and displays.",
            "The boxes have waited for decades, without overtime.",
            "The curator's description does not cover local stations.",
        ),
        role_training=("ARC",),
        kit="Cotton gloves",
    ),
)
