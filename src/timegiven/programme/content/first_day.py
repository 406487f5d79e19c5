"""The first day list, which unit and volunteer go through together.

Source: MVP Guide for Supervision of Volunteers, 2007, "Training of Volunteers" (clauses 14 to 32), rewritten.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class FirstDayItem:
    """One thing to show or say on the first day, for which roles, and whose tick it needs.

    ``whose`` is "either", "unit" or "both"; ``note`` asks for what is worth looking up again. ``you`` says the same to
    the volunteer, where it is about them.
    """

    code: str
    clause: int
    text: str
    hint: str
    when: str = "all"
    whose: str = "either"
    note: str = ""
    you: str = ""

    @property
    def to_you(self) -> str:
        """The words for the volunteer."""
        return self.you or self.text


FIRST_DAY: tuple[FirstDayItem, ...] = (
    FirstDayItem(
        "companion",
        14,
        "Somebody from the team has time for the volunteer today",
        "Name the person. An hour at the start makes all the difference.",
        note="Who?",
        you="Somebody from the team has time for you today",
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
        you="You know how tea and coffee are arranged",
    ),
    FirstDayItem(
        "fire",
        18,
        "The volunteer can find the fire collection point",
        "Walk to it once. Say who counts people there.",
        whose="both",
        note="Where?",
        you="You can find the fire collection point",
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
        "Sit side by side. The first password is changed at once.",
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
        you="You know whether there is an attendance register, and where",
    ),
    FirstDayItem(
        "seat",
        23,
        "The volunteer has a place to sit",
        "Adjust the chair and the screen together.",
        note="Where?",
        you="You have a place to sit",
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
        you="Special kit has been handed over, and you know how to wear it",
    ),
    FirstDayItem(
        "questions",
        26,
        "The volunteer knows one or two people to go to with questions",
        "Name them, and say who steps in when they are away.",
        note="Who?",
        you="You know one or two people to go to with questions",
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
        you="You know whom to contact when you cannot come",
    ),
    FirstDayItem(
        "settling",
        29,
        "The team knows that settling in takes a little longer",
        "Whoever comes once a week or less is glad to be shown things twice.",
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
        you="You were greeted today, and thanked",
    ),
    FirstDayItem(
        "something_to_do", 32, "There is something ready to do", "Simple things are fine. Have a second task at hand."
    ),
)
