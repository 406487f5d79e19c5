"""Roles that lend a hand in the office: files, data, telephones and stores."""

from .hazards import ANGRY_CALLER, DISTRESS, DUST, HIGH_SHELF, INFORMATION, KNOWN_PERSON, LIFTING, SCREEN, \
    SHARP_PROPERTY, STAIRS, TRIP
from .spec import ProfileSpec

_CATEGORY = "administration"

ADMINISTRATION: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "ADM-01", "Archive files helper", _CATEGORY, "general office support", "CJU", "NPPV2A", 240,
        "Old case files wait in a corner because their papers need checking before they go to the archive. "
        "You help to empty that corner.",
        (
            "Check that the papers in each file match its list.",
            "Put the papers in date order.",
            "Note on a slip what seems to be missing.",
            "Label the boxes for the archive.",
            "Wheel full boxes to the collection point on a trolley.",
        ),
        (LIFTING, DUST, INFORMATION, KNOWN_PERSON),
        (
            "The law sets how long files are kept, and staff decide that; checking a list binds nobody.",
            "The files have waited for months and no overtime has been set aside for them.",
            "Job descriptions in the unit cover live cases, not the old files.",
        ),
        role_training=("ARC",), kit="Cotton gloves and a dust mask", lifting=True,
    ),
    ProfileSpec(
        "ADM-02", "Data input helper", _CATEGORY, "trained task", "SN", "NPPV2F", 240,
        "Survey answers and meeting notes pile up on paper. You type them in so that the team can use them.",
        (
            "Type survey answers into the spreadsheet.",
            "Compare every tenth row with its paper.",
            "Ask the supervisor about anything that cannot be read.",
            "Count the answers for the weekly summary.",
            "File the papers that are done.",
        ),
        (SCREEN, INFORMATION, TRIP),
        (
            "Nobody is bound by law to collate these papers.",
            "Without a volunteer the pile would simply stay, as it has for a year.",
            "No job description in the team mentions the local surveys.",
        ),
        role_training=("DIN",), needs_aware=True,
    ),
    ProfileSpec(
        "ADM-03", "Telephone answering helper", _CATEGORY, "trained task", "SN", "NPPV2A", 240,
        "The neighbourhood office phone often rings while the officers are out. You answer, listen and pass it on.",
        (
            "Answer the office telephone with the agreed greeting.",
            "Write down the name, the number and the message.",
            "Pass each message to the right officer.",
            "Tell callers how to reach the emergency number when it is urgent.",
            "Keep the list of useful local numbers up to date.",
        ),
        (ANGRY_CALLER, INFORMATION, SCREEN),
        (
            "Calls that need police action go to the control room; this phone takes messages only.",
            "Nobody has ever been paid overtime to sit by this phone.",
            "Officers' descriptions speak of patrol and meetings, not of taking messages for others.",
        ),
        role_training=("PHN",),
    ),
    ProfileSpec(
        "ADM-04", "Exhibits store audit helper", _CATEGORY, "trained task", "EXH", "NPPV2F", 240,
        "The store holds thousands of sealed bags. You count shelf by shelf, so that staff can put the list right.",
        (
            "Read out the number on each sealed bag.",
            "Tick it on the printed list.",
            "Note bags that stand in the wrong place.",
            "Count the bags on each shelf.",
            "Hand the list to the store supervisor at the end of the visit.",
        ),
        (SHARP_PROPERTY, LIFTING, HIGH_SHELF, INFORMATION),
        (
            "Staff alone sign for items as the law asks; the count is an extra look.",
            "The yearly audit by staff goes on as before, and this count between audits has no overtime.",
            "Descriptions of store staff cover booking in and out, not this additional count.",
        ),
        role_training=("EXH",), kit="Protective gloves", lifting=True,
    ),
    ProfileSpec(
        "ADM-05", "Welcome packs and post helper", _CATEGORY, "general office support", "HR", "NPPV1", 180,
        "New people settle in faster with a good welcome pack. You put the packs together and help with the post.",
        (
            "Collect the sheets for each welcome pack.",
            "Put the packs in envelopes.",
            "Sort the incoming post by team.",
            "Take leaflets to the notice boards.",
            "Tell the supervisor when paper or envelopes run low.",
        ),
        (STAIRS, TRIP),
        (
            "No law asks for welcome packs.",
            "The packs are an extra that was never made on overtime.",
            "Nobody's description mentions packs or notice boards.",
        ),
    ),
    ProfileSpec(
        "ADM-06", "Volunteer programme office helper", _CATEGORY, "general office support", "MVP", "NPPV2A", 240,
        "You help the Borough MVP Manager to look after fellow volunteers, from tea at meetings to the newsletter.",
        (
            "Prepare the room and the tea for volunteer meetings.",
            "Write a short newsletter with the manager.",
            "Put blank forms and envelopes ready for people without e-mail.",
            "Ring volunteers to pass on good news and invitations.",
            "Keep the library shelf of printed role profiles tidy.",
        ),
        (ANGRY_CALLER, INFORMATION, SCREEN),
        (
            "Decisions about volunteers stay with the manager, and these tasks bind nobody.",
            "The newsletter and the meetings have no paid hours set aside.",
            "The manager's description covers running the programme, not tea and envelopes.",
        ),
        needs_aware=True,
    ),
    ProfileSpec(
        "ADM-07", "Photocopying and case bundle helper", _CATEGORY, "general office support", "CJU", "NPPV2A", 180,
        "You make spare sets of papers for training and display, and keep the copying corner in good order.",
        (
            "Copy training papers that staff have chosen.",
            "Put page numbers on the sets.",
            "Check that no page is missing.",
            "Shred spoiled copies in the secure shredder.",
            "Refill the paper trays.",
        ),
        (INFORMATION, TRIP, DISTRESS),
        (
            "Court papers are made by staff; the volunteer copies training sets only.",
            "The spare sets were not made before, so no overtime is replaced.",
            "No description in the unit lists spare training sets.",
        ),
    ),
)
