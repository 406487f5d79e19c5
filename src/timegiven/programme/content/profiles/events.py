"""Roles at open days and on the way to the Games."""

from .hazards import ANGRY_VISITOR, CROWD, DISTRESS, LIFTING, SCREEN, TRIP, WEATHER
from .spec import ProfileSpec

_CATEGORY = "events and Games"

EVENTS: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "EVT-01", "Open day host", _CATEGORY, "general office support", "SN", "NPPV1", 180,
        "Once a year the station opens its doors. You welcome families and show them round the public parts.",
        (
            "Greet families at the gate.",
            "Hand out maps and stickers.",
            "Lead small groups round the public parts.",
            "Watch over the quiz table.",
            "Collect feedback cards.",
        ),
        (CROWD, WEATHER, ANGRY_VISITOR),
        (
            "Open days are held by choice, and officers look after safety.",
            "Hosts were never paid overtime.",
            "Hosting is in no description.",
        ),
        role_training=("EVT",), kit="Bright tabard", public_facing=True,
    ),
    ProfileSpec(
        "EVT-02", "Community event set-up helper", _CATEGORY, "general office support", "CP", "NPPV1", 240,
        "You help to build up and take down stands and displays, so that officers can be with the public.",
        (
            "Carry light boxes and boards with a fellow helper.",
            "Put up tables and banners.",
            "Check that cables are covered.",
            "Take everything down again.",
            "Count the equipment back into the store.",
        ),
        (LIFTING, WEATHER, TRIP),
        (
            "No law asks for stands, and the venue answers for safety.",
            "Set-up was not done on overtime; there were fewer stands instead.",
            "Set-up is in no description.",
        ),
        role_training=("EVT",), kit="Gloves and a bright jacket", lifting=True,
    ),
    ProfileSpec(
        "EVT-03", "Games planning office helper", _CATEGORY, "general office support", "CO12", "NPPV2F", 240,
        "London prepares for 2012. You keep the planning office's lists, maps and meeting rooms in order.",
        (
            "Prepare rooms and papers for meetings.",
            "Keep contact lists up to date.",
            "Put maps and plans in order.",
            "Type up notes for the planning team to check.",
            "Order refreshments for visitors.",
        ),
        (SCREEN, TRIP),
        (
            "Plans are made and signed by officers, and lists bind nobody.",
            "The planning office has no overtime for lists.",
            "Descriptions there cover planning, not rooms and lists.",
        ),
        needs_aware=True,
    ),
    ProfileSpec(
        "EVT-04", "Games visitor welcome", _CATEGORY, "trained task", "CO12", "NPPV1", 480,
        "During the Games you stand at a police welcome point and help visitors to find their way.",
        (
            "Greet visitors and answer questions about the way.",
            "Hand out maps and safety cards.",
            "Show people where lost property and lost friends are looked after.",
            "Tell the nearest officer when someone needs help.",
            "Note the questions that come up often.",
        ),
        (CROWD, WEATHER, ANGRY_VISITOR, DISTRESS),
        (
            "Officers police the Games, and pointing the way binds nobody.",
            "Welcome points are an addition with no overtime planned.",
            "Welcoming visitors is in no police description.",
        ),
        role_training=("EVT", "SIGN"), kit="Bright tabard and a map bag", public_facing=True,
    ),
)
