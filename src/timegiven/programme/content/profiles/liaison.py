"""Roles that make things easier for victims and witnesses, without counselling and without talk of evidence."""

from .hazards import ANGRY_CALLER, DISTRESS, INFORMATION, KNOWN_PERSON, SCREEN, TRIP
from .spec import ProfileSpec

_CATEGORY = "victim and witness liaison"

LIAISON: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "VW-01",
        "Witness care survey interviewer",
        _CATEGORY,
        "trained task",
        "WCU",
        "NPPV2F",
        180,
        "After a case has ended, you ask witnesses how they were looked after. Their answers improve the service.",
        (
            "Ring witnesses who have agreed to take part.",
            "Ask the agreed questions about care and courtesy.",
            "Write down the answers as they are said.",
            "Thank each witness.",
            "Hand any new worry to the witness care officer at once.",
        ),
        (DISTRESS, ANGRY_CALLER, INFORMATION),
        (
            "Keeping witnesses informed is the officers' duty, and this survey begins when that has ended.",
            "The survey is new and was never made on overtime.",
            "Witness care officers' descriptions do not include a survey.",
        ),
        role_training=("VWA", "SUR"),
        needs_aware=True,
    ),
    ProfileSpec(
        "VW-02",
        "Customer service report writer",
        _CATEGORY,
        "specialist skill",
        "WCU",
        "NPPV2F",
        240,
        "With experience of personnel or service management, you turn the survey answers into a local report.",
        (
            "Plan the report with the unit manager.",
            "Count and compare the survey answers.",
            "Draw simple charts.",
            "Write a draft with suggestions.",
            "Talk the draft through with the team.",
        ),
        (SCREEN, INFORMATION),
        (
            "No law asks for this local report.",
            "It would not have been written on overtime, or at all.",
            "No description in the unit covers service reports.",
        ),
        role_training=("VWA",),
        needs_aware=True,
    ),
    ProfileSpec(
        "VW-03",
        "Court visit pack helper",
        _CATEGORY,
        "general office support",
        "WCU",
        "NPPV2A",
        180,
        "Going to court is less daunting with a map and a few facts. You make up packs for witnesses.",
        (
            "Collect maps, bus routes and opening times for each court.",
            "Put the packs in envelopes.",
            "Check the telephone numbers every month.",
            "Ask local courts for new leaflets.",
            "Write simple directions in large print.",
        ),
        (TRIP, INFORMATION),
        (
            "Officers give the information that the law requires; the pack is an extra.",
            "The packs had been dropped for want of time, and no overtime was set aside.",
            "Maps and bus routes are in no description.",
        ),
    ),
    ProfileSpec(
        "VW-04",
        "Thank-you letter helper",
        _CATEGORY,
        "general office support",
        "CJU",
        "NPPV2F",
        120,
        "A letter of thanks means a lot to a witness. You prepare the letters that officers sign.",
        (
            "Read the list of cases that have ended.",
            "Prepare a letter for each witness from the agreed text.",
            "Put the letters before the officer for signature.",
            "Post the signed letters.",
            "Note any replies for the team.",
        ),
        (INFORMATION, KNOWN_PERSON, DISTRESS),
        (
            "Telling witnesses the result is done by officers; the letter of thanks binds nobody.",
            "No letters were sent before, so no overtime is replaced.",
            "Letters of thanks are in no description.",
        ),
        role_training=("VWA",),
        needs_aware=True,
    ),
)
