"""Roles for people who bring a profession."""

from .hazards import DISTRESS, INFORMATION, KNOWN_PERSON, ROLE_PLAY, SCREEN, TRIP
from .spec import ProfileSpec

_CATEGORY = "specialist and professional"

SPECIALIST: tuple[ProfileSpec, ...] = (
    ProfileSpec(
        "SPC-01", "Fraud Office accountant", _CATEGORY, "specialist skill", "SCD6", "NPPV3", 240,
        "As an accountant, you help detectives to understand books and bank papers. They decide what follows.",
        (
            "Explain how a set of accounts is built.",
            "List payments from bank papers in a table.",
            "Point out entries that look unusual.",
            "Write a short note of what you saw.",
            "Answer the detectives' questions about bookkeeping.",
        ),
        (SCREEN, INFORMATION, KNOWN_PERSON),
        (
            "Evidence for court comes from staff or paid experts, and this help binds nobody.",
            "Detectives do not draw up such tables on overtime; those cases would wait.",
            "No description in the office asks for an accountant's advice on top of the paid experts.",
        ),
        role_training=("FIN",), needs_aware=True,
    ),
    ProfileSpec(
        "SPC-02", "Finance and resources adviser", _CATEGORY, "specialist skill", "FRU", "NPPV2F", 240,
        "With experience of budgets, you help the borough's finance unit to explain its figures more clearly.",
        (
            "Read last year's budget with the unit manager.",
            "Suggest clearer tables and charts.",
            "Try out a simpler spreadsheet.",
            "Show the team how to use it.",
            "Write a one-page guide.",
        ),
        (SCREEN, INFORMATION),
        (
            "The books are kept by staff as the law asks, and the advice binds nobody.",
            "The improvement had no overtime and would not have been made.",
            "Descriptions cover the accounts, not a new way of showing them.",
        ),
        role_training=("FIN",),
    ),
    ProfileSpec(
        "SPC-03", "Management consultant to the SMT", _CATEGORY, "specialist skill", "SMT", "NPPV2F", 240,
        "As a management consultant, you look at one question for the senior team with a fresh pair of eyes.",
        (
            "Agree on one question with the senior team.",
            "Talk with people in the borough.",
            "Draw how things are done today.",
            "Suggest two or three simpler ways.",
            "Present the suggestions.",
        ),
        (SCREEN, INFORMATION, TRIP),
        (
            "Decisions stay with the senior team, and advice binds nobody.",
            "No consultant was to be paid, and staff would not do it on overtime.",
            "No description asks for an outside view.",
        ),
    ),
    ProfileSpec(
        "SPC-04", "Training role player", _CATEGORY, "trained task", "TRG", "NPPV1", 180,
        "Recruits learn best with real people. You play a witness, a neighbour or a lost tourist.",
        (
            "Read the part before the exercise.",
            "Play the part as agreed.",
            "Stop at once when the agreed word is said.",
            "Tell the learners how it felt.",
            "Give the trainer a few written remarks.",
        ),
        (ROLE_PLAY, DISTRESS, TRIP),
        (
            "Trainers teach and mark, and playing a neighbour binds nobody.",
            "Extra scenes were not played on overtime before.",
            "Trainers' descriptions do not include acting.",
        ),
        role_training=("RPL",), kit="Props from the training store",
    ),
    ProfileSpec(
        "SPC-05", "Spreadsheet and form designer", _CATEGORY, "specialist skill", "BTU", "NPPV2A", 180,
        "You make everyday forms and spreadsheets easier to use, and show people how.",
        (
            "Ask people what annoys them about a form.",
            "Draw a simpler version.",
            "Try it out with two or three people.",
            "Hand it to the IT contact for approval.",
            "Write a short guide with pictures.",
        ),
        (SCREEN, TRIP),
        (
            "No law asks for nicer forms, and staff approve each one.",
            "There is no overtime for it.",
            "Designing forms is in no description in the borough.",
        ),
        needs_aware=True,
    ),
)
