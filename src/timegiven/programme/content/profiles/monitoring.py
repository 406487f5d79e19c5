"""Roles with cameras and screens."""

from .hazards import ALONE, DISTURBING_PICTURES, INFORMATION, KNOWN_PERSON, SCREEN
from .spec import ProfileSpec

_CATEGORY = "CCTV and monitoring"

MONITORING: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "CTV-01",
        "CCTV viewer",
        _CATEGORY,
        "trained task",
        "CCTV",
        "NPPV2F",
        240,
        "Finding one blue car in hours of film takes patience. You view what officers have chosen and note the times.",
        (
            "View film that the officer has chosen.",
            "Note the time at which the described person or car appears.",
            "Fill in the viewing log.",
            "Give the log to the officer at the end of the visit.",
            "Say so at once when the film is upsetting.",
        ),
        (DISTURBING_PICTURES, SCREEN, KNOWN_PERSON, INFORMATION),
        (
            "The officer views the chosen minutes again and answers for them, so the first look binds nobody.",
            "The film is from small thefts that were closed unviewed, and overtime was never given for them.",
            "A second look at closed cases is in no description.",
        ),
        role_training=("CTV",),
    ),
    ProfileSpec(
        "CTV-02",
        "Camera map helper",
        _CATEGORY,
        "general office support",
        "CCTV",
        "NPPV2A",
        180,
        "Knowing which shop has a camera saves days. You keep a map of the cameras in the borough.",
        (
            "Ring shops and ask whether they have a camera.",
            "Mark cameras on the map.",
            "Note whom to ask for the film.",
            "Check a tenth of the map each month.",
            "Print a fresh copy for the wall.",
        ),
        (SCREEN, INFORMATION),
        (
            "No law asks for a map of private cameras.",
            "The map has not existed and has no overtime.",
            "No description mentions it.",
        ),
        role_training=("PHN",),
        needs_aware=True,
    ),
    ProfileSpec(
        "CTV-03",
        "Disc library helper",
        _CATEGORY,
        "general office support",
        "CCTV",
        "NPPV2A",
        180,
        "You keep the shelves of viewed discs in order, so that staff find or return them quickly.",
        (
            "Put viewed discs in number order.",
            "Check the shelf against the list.",
            "Write labels for discs that lost theirs.",
            "List discs whose return date has passed.",
            "Make up blank log sheets for viewers.",
        ),
        (INFORMATION, ALONE),
        (
            "Staff sign discs in and out as evidence; tidying copies binds nobody.",
            "The shelves have waited a year without overtime.",
            "Tidying viewed copies is in no description.",
        ),
        role_training=("ARC",),
    ),
)
