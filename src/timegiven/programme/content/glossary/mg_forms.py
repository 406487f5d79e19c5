"""The numbered forms of a case file: MG is the Manual of Guidance, and each number is one form."""

from .term import GUIDE, MG, Term

MG_FORMS: tuple[Term, ...] = (
    Term(
        "MG forms",
        "Manual of Guidance forms",
        "The set of numbered forms that together make up the papers of a criminal case.",
        MG,
    ),
    Term("MG1", "File front sheet", "The cover page of a case file, saying who and what the case is about.", MG),
    Term(
        "MG2",
        "Special measures assessment",
        "A form that asks what help a nervous or vulnerable witness needs in court.",
        MG,
    ),
    Term(
        "MG3",
        "Report to the CPS for a charging decision",
        "The form on which the police ask the prosecutors whether to charge someone.",
        MG,
    ),
    Term("MG4", "Charge record", "The form that says which offence a person is charged with.", MG),
    Term("MG5", "Police report", "A short account by the police of what is said to have happened.", MG),
    Term("MG6", "Case file information", "A confidential note from the police to the prosecutors about the case.", MG),
    Term(
        "MG6C",
        "Schedule of non-sensitive unused material",
        "A list of papers that the police hold but do not plan to use in court.",
        MG,
    ),
    Term("MG9", "Witness list", "The list of people who may give evidence, with how to reach them.", MG),
    Term(
        "MG10", "Witness non-availability", "The form that shows the days on which a witness cannot come to court.", MG
    ),
    Term(
        "MG11",
        "Witness statement",
        "The form on which a witness's own account is written down and signed.",
        f"{MG}; {GUIDE}",
    ),
    Term(
        "MG12", "Exhibit list", "The list of things, such as clothing or photographs, that will be shown in court.", MG
    ),
    Term(
        "MG15", "Record of interview", "The written record of what was said when the police interviewed a suspect.", MG
    ),
    Term(
        "MG18",
        "Offences taken into consideration",
        "A list of other offences that a person admits, so that the court deals with all together.",
        MG,
    ),
    Term("MG19", "Compensation form", "The form on which a victim can say what a crime has cost them.", MG),
)
