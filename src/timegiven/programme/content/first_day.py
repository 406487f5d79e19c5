"""The first day list, which unit and volunteer go through together.

Source: MVP Guide for Supervision of Volunteers, 2007, "Training of Volunteers" (clauses 14 to 32), rewritten.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class FirstDayItem:
    """One thing to show or say on the first day, for which roles, and whose tick it needs.

    ``whose`` is "either", "unit" or "both"; ``note`` asks for what is worth looking up again.
    """

    code: str
    clause: int
    text: str
    hint: str
    when: str = "all"
    whose: str = "either"
    note: str = ""


FIRST_DAY: tuple[FirstDayItem, ...] = (
    FirstDayItem(
        "companion",
        14,
        "Somebody from the team has time for the volunteer today",
        "Name the person. An hour at the start makes all the difference.",
        note="Who?",
    ),
    FirstDayItem(
        "introductions",
        15,
        "Everyone on the team has been introduced",
        "First names and what each person does. A list with photographs helps.",
    ),
    FirstDayItem(
        "rooms",
        16,
        "Fire exits, toilets and canteen have been shown",
        "Walk there together, and show a way without stairs too.",
        note="Where?",
    ),
    FirstDayItem(
        "tea",
        17,
        "The volunteer knows how tea and coffee are arranged",
        "Is there a tea club? Say what it costs and that nobody has to join.",
        note="How?",
    ),
    FirstDayItem(
        "fire",
        18,
        "The volunteer can find the fire collection point",
        "Walk to it once. Say who counts people there.",
        whose="both",
        note="Where?",
    ),
    FirstDayItem(
        "aware_login",
        19,
        "The AWARE login has come from the Borough MVP Manager",
        "Ring the Borough MVP Manager if it has not.",
        "aware",
    ),
    FirstDayItem(
        "first_login",
        20,
        "The first login was done together",
        "Sit beside the volunteer. The first password is changed at once.",
        "aware",
    ),
    FirstDayItem(
        "log_book",
        21,
        "The log book has been shown and explained",
        "Where it is kept, and what one line in it looks like.",
        "front_counter",
        note="Where?",
    ),
    FirstDayItem(
        "register",
        22,
        "The volunteer knows whether there is an attendance register, and where",
        "It shows who is in the building if there is a fire.",
        note="Where?",
    ),
    FirstDayItem(
        "seat", 23, "The volunteer has a place to sit", "Adjust the chair and the screen together.", note="Where?"
    ),
    FirstDayItem(
        "belongings",
        24,
        "There is a safe place for bags, coat and papers",
        "A locker or a drawer with a key is best.",
        note="Where?",
    ),
    FirstDayItem(
        "kit",
        25,
        "Special kit has been handed over, and the volunteer knows how to wear it",
        "Try it on together, and note what was lent.",
        "kit",
    ),
    FirstDayItem(
        "questions",
        26,
        "The volunteer knows one or two people to go to with questions",
        "Name them, and say who steps in when they are away.",
        note="Who?",
    ),
    FirstDayItem(
        "role",
        27,
        "Both sides are clear about the role and where to start",
        "Read the role profile together. Only the tasks on it are done.",
        whose="both",
    ),
    FirstDayItem(
        "cannot_come",
        28,
        "The volunteer knows whom to contact when they cannot come",
        "Give the numbers of the unit and of the Borough MVP Manager. No reason is needed.",
        whose="both",
        note="Which numbers?",
    ),
    FirstDayItem(
        "settling",
        29,
        "The team knows that settling in takes a little longer",
        "A volunteer may come once a week or less, so be ready to show things twice.",
    ),
    FirstDayItem(
        "letters",
        30,
        "The letters and nicknames that the team uses have been explained",
        "Use the glossary, and ask people to say the whole words.",
    ),
    FirstDayItem(
        "welcome",
        31,
        "The volunteer was greeted today, and thanked",
        "Hello on the way in and thank you on the way out, every time.",
    ),
    FirstDayItem(
        "something_to_do", 32, "There is something ready to do", "Simple things are fine. Have a second task at hand."
    ),
)
