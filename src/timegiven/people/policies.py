"""The handbook's numbers about people's details."""

from timegiven.programme.policy import Policy

CONTACT_CHECK_MONTHS = Policy(
    "people.contact_check_months",
    12,
    source="MVP Guide for Supervision of Volunteers (2007), Emergency Contacts; the time is the programme's own",
    means="How long after it was last checked a volunteer is asked whether the emergency contact is still right.",
    clauses=(109,),
    unit="months",
)

LETTER_DAYS = Policy(
    "people.letter_days",
    7,
    source="The programme's own practice: the usual time of services that send mail for public bodies",
    means="For how many days the words of a letter are kept after it went out. That it was sent stays on record.",
    unit="days",
)

ADDRESS_LINK_DAYS = Policy(
    "people.address_link_days",
    7,
    source="The programme's own practice: as long as the words of the letter that holds the link are kept",
    means="For how many days the link works by which somebody confirms a new e-mail address.",
    unit="days",
)
