"""Roles with words and pictures."""

from .hazards import COMPLAINT, CROWD, INFORMATION, SCREEN, TRAFFIC, WEATHER
from .spec import ProfileSpec

_CATEGORY = "press and media"

MEDIA: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "MED-01",
        "Photographer for the media team",
        _CATEGORY,
        "specialist skill",
        "PHOTO",
        "NPPV2A",
        240,
        "As a qualified photographer, you take pictures of award evenings, open days and local projects.",
        (
            "Agree on a list of pictures beforehand.",
            "Ask people before you photograph them.",
            "Take the pictures.",
            "Choose the best ones with the press officer.",
            "Hand over the files and keep no copies.",
        ),
        (COMPLAINT, CROWD, TRAFFIC),
        (
            "Crime scenes are for staff, and pictures of an award evening bind nobody.",
            "Paid photographers were not sent to these events, on overtime or otherwise.",
            "Photographers' descriptions cover evidence, not community events.",
        ),
        role_training=("MED", "EVT"),
        kit="Camera lent by the media team",
    ),
    ProfileSpec(
        "MED-02",
        "Press office helper",
        _CATEGORY,
        "trained task",
        "PRESS",
        "NPPV2A",
        240,
        "You help the press office to see what London reads about its police.",
        (
            "Read local papers and mark articles on policing.",
            "Put the cuttings in order of date and borough.",
            "Keep the list of local papers up to date.",
            "Draft captions for press officers to check.",
            "Prepare the room for a press briefing.",
        ),
        (SCREEN, COMPLAINT, INFORMATION),
        (
            "Only press officers speak for the police, and cuttings bind nobody.",
            "The cuttings of small local papers had been dropped without overtime.",
            "Press officers' descriptions cover statements, not cuttings.",
        ),
        role_training=("MED",),
    ),
    ProfileSpec(
        "MED-03",
        "Local newsletter writer",
        _CATEGORY,
        "specialist skill",
        "SN",
        "NPPV2A",
        180,
        "You write cheerful, useful pieces about the neighbourhood team for libraries and noticeboards.",
        (
            "Talk with officers about good news.",
            "Write short pieces in plain English.",
            "Ask people in a piece whether they agree with it.",
            "Show the draft to the press officer.",
            "Take the printed copies to libraries.",
        ),
        (COMPLAINT, WEATHER, SCREEN),
        (
            "No law asks for a newsletter, and the press officer approves every piece.",
            "It never had overtime.",
            "Officers' descriptions do not mention writing for libraries.",
        ),
        role_training=("MED",),
    ),
)
