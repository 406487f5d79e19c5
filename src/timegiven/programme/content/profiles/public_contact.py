"""Roles at the front counter and on the line to the public."""

from .hazards import ANGRY_CALLER, ANGRY_VISITOR, ALONE, DISTRESS, INFECTION, INFORMATION, SCREEN, TRIP
from .spec import ProfileSpec

_CATEGORY = "front counter and public contact"

PUBLIC_CONTACT: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "FC-01", "Front counter triage", _CATEGORY, "trained task", "FC", "NPPV2A", 240,
        "Visitors often wait a long time to hear that they need a different office. "
        "You greet them first and find out what they have come for.",
        (
            "Greet each visitor and ask how you can help.",
            "Find out briefly what the visitor has come for.",
            "Tell the counter staff when someone seems hurt, afraid or in a hurry.",
            "Show visitors the right form, leaflet or office.",
            "Note each enquiry in the log book.",
        ),
        (ANGRY_VISITOR, DISTRESS, INFECTION),
        (
            "Taking reports of crime stays with staff; a greeting and a signpost bind nobody.",
            "Counter staff are all in place, and the greeting is an extra service without overtime.",
            "Counter staff's descriptions start at the counter, and nobody is paid to greet in the waiting room.",
        ),
        role_training=("FCB", "LOG"), public_facing=True,
    ),
    ProfileSpec(
        "FC-02", "Local counter host", _CATEGORY, "trained task", "FC", "NPPV2A", 240,
        "A small police station closed its counter for lack of people. "
        "With you and a fellow volunteer there, its door can stay open for a few hours a week.",
        (
            "Open the waiting room with a fellow volunteer and a member of staff.",
            "Welcome visitors and listen to what they need.",
            "Hand out leaflets and forms.",
            "Show visitors the telephone that reaches the police directly.",
            "Note each visit in the log book.",
            "Tell the local team what people talked about.",
        ),
        (ANGRY_VISITOR, ALONE, INFECTION, INFORMATION),
        (
            "The police owe no one this extra counter, and reports are taken by staff on the telephone.",
            "The counter is closed, so there is no overtime that a volunteer would replace.",
            "The posts ended years ago, and no present description covers this counter.",
        ),
        role_training=("FCB", "LOG", "SIGN"), public_facing=True,
    ),
    ProfileSpec(
        "FC-03", "Language support at the counter", _CATEGORY, "specialist skill", "FC", "NPPV2A", 180,
        "London speaks hundreds of languages. You help visitors who share yours to say what they have come for.",
        (
            "Greet visitors in your language.",
            "Explain what the leaflets say.",
            "Help visitors to fill in simple forms.",
            "Tell counter staff when a professional interpreter is needed.",
            "Note each enquiry in the log book.",
        ),
        (ANGRY_VISITOR, DISTRESS, INFECTION),
        (
            "Statements and interviews need a professional interpreter and are never part of this role.",
            "Interpreters are booked as before, and nobody did these small kindnesses on overtime.",
            "Counter staff are not asked for languages in their descriptions.",
        ),
        role_training=("FCB", "LOG"), public_facing=True,
    ),
    ProfileSpec(
        "FC-04", "Lost and found helper", _CATEGORY, "trained task", "FC", "NPPV2A", 180,
        "People are glad when a lost purse comes home. You help to match what was handed in with what was lost.",
        (
            "Compare the list of lost things with the list of found things.",
            "Ring people when something may be theirs.",
            "Tell callers which papers to bring.",
            "Label found items for the store.",
            "Draw up a weekly list of unclaimed items.",
        ),
        (ANGRY_CALLER, INFORMATION, TRIP),
        (
            "Staff take in and give back property as the law asks; comparing lists binds nobody.",
            "Nobody compares the lists today, on overtime or otherwise.",
            "Descriptions cover the register, not the search for matches.",
        ),
        role_training=("PHN",), needs_aware=True,
    ),
    ProfileSpec(
        "FC-05", "Call-back helper", _CATEGORY, "trained task", "FC", "NPPV2F", 240,
        "People like to hear how they were looked after. "
        "You ring visitors who agreed to it and ask what could be better.",
        (
            "Ring visitors who have agreed to a call.",
            "Ask the five agreed questions.",
            "Write down the answers as they are said.",
            "Thank each person for their time.",
            "Pass any new worry to the supervisor the same day.",
        ),
        (ANGRY_CALLER, DISTRESS, SCREEN),
        (
            "Updates on a case are the officer's duty, and these calls are about the visit only.",
            "The calls are new and have no overtime.",
            "No description includes calls about the visit.",
        ),
        role_training=("PHN", "SUR"), needs_aware=True,
    ),
    ProfileSpec(
        "FC-06", "Waiting room companion", _CATEGORY, "general office support", "FC", "NPPV1", 180,
        "Waiting in a police station can be lonely. You keep the room friendly and the leaflets in order.",
        (
            "Offer visitors a seat and a glass of water.",
            "Tell visitors roughly how long the wait is.",
            "Keep leaflets and posters up to date.",
            "Tidy the children's corner.",
            "Tell counter staff when someone seems upset.",
        ),
        (ANGRY_VISITOR, INFECTION, TRIP),
        (
            "Kindness in a waiting room is nobody's legal duty, and care of those at risk stays with staff.",
            "Nobody has been paid overtime for this.",
            "No description mentions the waiting room's comfort.",
        ),
        role_training=("SIGN",), public_facing=True,
    ),
)
