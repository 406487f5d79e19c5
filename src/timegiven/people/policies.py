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

STAFF_PAUSE_MINUTES = Policy(
    "people.staff_pause_minutes",
    30,
    source="The programme's own choice: those with a post open other people's records, on computers that others share",
    means="After how long a pause somebody with a post is asked to sign in again; never less than 10 minutes.",
    unit="minutes",
)

STAFF_SIGN_IN_MINUTES = Policy(
    "people.staff_sign_in_minutes",
    12 * 60,
    source="The programme's own choice: longer than any day at a desk, and shorter than until the next",
    means="After how long somebody with a post signs in again even if they were there all the time; never less than "
    "an hour.",
    unit="minutes",
)

FORM_KEY_DAYS = Policy(
    "people.form_key_days",
    60,
    source="The programme's own practice: twice as long as a form that has been open is taken",
    means="For how many days it is known which forms were carried out, so that none is twice; never less than 31.",
    unit="days",
)

BACKGROUND_DAYS = Policy(
    "people.background_days",
    14,
    source="The programme's own practice: time enough to look into what went wrong",
    means="For how many days it is kept what the worker did in the background, and why something failed.",
    unit="days",
)
