"""The procedure for paying volunteers' expenses back, step by step.

Source: MVP Guide and Statement of Expectation, 2007; good practice on receipts, https://pa-pages.org/?p=2962.
"""

from .document import Section

EXPENSES_SECTIONS: tuple[Section, ...] = (
    Section(
        "1",
        "The idea",
        (89, 98, 101),
        """
Nobody should be out of pocket for volunteering, and nobody is paid for it. We pay back what was really spent.
""",
    ),
    Section(
        "2",
        "What can be claimed",
        (97, 100),
        """
- Fares between home and the place of volunteering, at their actual cost.
- A meal bought on a day when four hours or more were given in one session: what it cost, up to £3.
- Other costs that the Borough MVP Manager agreed to before the money was spent.
- Use of an own car, only when the role profile allows it.
""",
    ),
    Section(
        "3",
        "What is needed",
        (38, 100),
        """
- A receipt for each cost. A photograph of it is fine.
- The session report of that day.
- For anything that is not a fare or a meal, the agreement given beforehand.
""",
    ),
    Section(
        "4",
        "Who decides",
        (98, 99, 133),
        """
- The volunteer sends the claim to the Borough MVP Manager.
- Only the Borough MVP Manager approves it, and never a claim of their own.
- For a volunteer without e-mail the Borough MVP Manager types the claim in, from a paper that the volunteer signed. \
Whoever typed it in decides on it only when that paper is with it; otherwise another Borough MVP Manager or the \
Central Team does.
- Unit managers and supervisors do not sign claims and do not agree to spending. They pass questions on.
""",
    ),
    Section(
        "5",
        "Paying back",
        (98,),
        """
- A claim that is complete is paid as soon as possible.
- A claim with something missing goes back with a note of what to add.
- A claim that cannot be paid is refused in plain words, with the reason and someone to ask.
- Claims and receipts are kept for as long as the finance rules ask.
""",
    ),
)
