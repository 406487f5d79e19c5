"""Roles beside the Safer Neighbourhoods Teams and the Community Safety Unit."""

from .hazards import ALONE, ANGRY_VISITOR, CROWD, DISTRESS, INFORMATION, SCREEN, STAIRS, TRAFFIC, WEATHER
from .spec import ProfileSpec

_CATEGORY = "community and neighbourhood"

NEIGHBOURHOOD: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "NBH-01", "Neighbourhood leaflet helper", _CATEGORY, "general office support", "SN", "NPPV1", 180,
        "Neighbours like to know who their local officers are. You fold, sort and deliver the team's leaflets.",
        (
            "Sort leaflets into streets.",
            "Deliver leaflets by daylight with a fellow volunteer.",
            "Mark finished streets on the map.",
            "Bring back the leaflets that are left.",
            "Tell the team what neighbours asked about.",
        ),
        (WEATHER, TRAFFIC, STAIRS),
        (
            "No law asks for leaflets.",
            "The leaflets were never delivered on overtime.",
            "Delivering leaflets is in nobody's description.",
        ),
        role_training=("NBH",), kit="Bright jacket and a shoulder bag",
    ),
    ProfileSpec(
        "NBH-02", "Ward panel meeting helper", _CATEGORY, "general office support", "SN", "NPPV1", 180,
        "Local people meet to choose what their team looks at next. You help the meeting to run well.",
        (
            "Book the hall and send the invitations.",
            "Put out chairs, name cards and tea.",
            "Welcome people at the door.",
            "Write down what the meeting agreed.",
            "Send the notes to the team for checking.",
        ),
        (CROWD, STAIRS, ANGRY_VISITOR),
        (
            "The panel is a local custom and binds no member of the police.",
            "Officers attend anyway, and nobody was paid overtime for tea and chairs.",
            "Hall bookings and notes are in no description.",
        ),
        role_training=("NBH",), public_facing=True,
    ),
    ProfileSpec(
        "NBH-03", "Community Safety Unit support", _CATEGORY, "trained task", "CSU", "NPPV2F", 240,
        "The unit helps people hurt at home or for who they are. You keep its shelves, lists and packs in order.",
        (
            "Put together packs with safe addresses and telephone numbers.",
            "Keep the list of local helping groups up to date.",
            "Ring helping groups to check their opening times.",
            "Enter figures without names for the monthly count.",
            "Prepare the quiet room before a visit.",
        ),
        (DISTRESS, INFORMATION, SCREEN),
        (
            "Care for victims and all decisions stay with staff; packs and lists bind nobody.",
            "The packs were made only when somebody had a moment, and never on overtime.",
            "No description in the unit covers packs and address lists.",
        ),
        role_training=("VWA",), needs_aware=True,
    ),
    ProfileSpec(
        "NBH-04", "Crime prevention stall helper", _CATEGORY, "trained task", "CP", "NPPV1", 240,
        "At markets and libraries you show people how to look after their homes, bicycles and phones.",
        (
            "Set up the table and the posters with staff.",
            "Chat with passers-by about simple precautions.",
            "Hand out leaflets and purse bells.",
            "Help people to fill in property marking cards.",
            "Count visitors for the monthly note.",
            "Pack up the table.",
        ),
        (CROWD, WEATHER, ANGRY_VISITOR),
        (
            "Advice on locks is nobody's legal duty, and surveys of homes stay with staff.",
            "Extra stalls were not held before, so there is no overtime to replace.",
            "The adviser's description covers home visits, not these additional stalls.",
        ),
        role_training=("CPA", "EVT"), kit="Table, banner and a warm jacket", public_facing=True, lifting=True,
    ),
    ProfileSpec(
        "NBH-05", "Neighbourhood Watch link", _CATEGORY, "general office support", "SN", "NPPV2A", 180,
        "Street coordinators like a friendly voice. You keep in touch with them and pass on the team's news.",
        (
            "Ring coordinators once a month.",
            "Send out the newsletter that the team has approved.",
            "Keep the list of coordinators up to date.",
            "Write down what coordinators ask for.",
            "Help new streets to start a group.",
        ),
        (SCREEN, INFORMATION, ANGRY_VISITOR),
        (
            "Neighbourhood Watch belongs to residents and binds no member of the police.",
            "Nobody rang the coordinators before, on overtime or otherwise.",
            "Officers' descriptions do not cover the newsletter or the list.",
        ),
        role_training=("NBH", "PHN"), needs_aware=True,
    ),
    ProfileSpec(
        "NBH-06", "School and youth club visit helper", _CATEGORY, "trained task", "SN", "NPPV2A", 120,
        "Officers visit schools to meet young people. You come along to help with games, quizzes and tidying up.",
        (
            "Pack the bag of games and handouts.",
            "Set out the room with the teacher.",
            "Help with the quiz beside the officer.",
            "Give out and collect feedback cards.",
            "Tidy up afterwards.",
        ),
        (CROWD, TRAFFIC, ALONE),
        (
            "The officer leads and a teacher is always in the room; helping binds nobody.",
            "Visits go on with or without a helper and are not on overtime.",
            "A second pair of hands at visits is in no description.",
        ),
        role_training=("NBH", "EVT"), public_facing=True,
    ),
)
