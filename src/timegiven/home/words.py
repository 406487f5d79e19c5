"""The fixed texts of the help and privacy pages: who looks after what, and what is kept about people."""

# Clause 133: everyone knows who has which task.
MATTERS = (
    ("Your times, a break, or leaving", "Your Borough MVP Manager"),
    ("Today’s tasks, breaks, where things are", "The unit you give time in"),
    ("Expenses", "Your Borough MVP Manager, never the unit"),
    ("A lost or stolen pass", "Your Borough MVP Manager, at once"),
    (
        "Something that worries or upsets you",
        "Your Borough MVP Manager; when away, the unit manager or any member of the police team",
    ),
    ("Something about your Borough MVP Manager", "The Central Team"),
    ("Any of this while your borough has no MVP Manager", "The Central Team: your first page says whom"),
    ("A new role, or a new task in a role", "Your Borough MVP Manager, who takes it to the Steering Group"),
    ("Training", "Your Borough MVP Manager and the borough training unit"),
    ("The security check", "Your Borough MVP Manager, who asks the vetting office"),
    ("Anything about the whole programme", "The Central Team"),
)

KEPT = (
    (
        "Name and how to reach you",
        "To run the programme",
        "Your MVP Manager and the Central Team; the units you give time in see your name and telephone",
    ),
    ("Address and date of birth", "Letters, the security check, age limits", "Your MVP Manager, the vetting office"),
    (
        "Whom to ring in an emergency",
        "To ring them if you are hurt",
        "You, your MVP Manager, HR and the control room; in an emergency other staff, and then you are told",
    ),
    (
        "What would help you",
        "To keep you safe and comfortable",
        "You, your MVP Manager, your unit’s manager, and first aiders if you agree: what to do, never why",
    ),
    ("References", "To hear from people who know you", "Your MVP Manager only, in confidence"),
    (
        "The security check’s outcome",
        "Safe access to police buildings",
        "The vetting office; your MVP Manager sees cleared or not, and until when",
    ),
    (
        "Sessions and hours",
        "Insurance, thanks, and the month’s limit",
        "You, your unit, your MVP Manager, the Central Team",
    ),
    ("Claims and receipts", "To pay you back", "You, your MVP Manager, Finance"),
    ("Training", "The law asks it", "You, your unit, your MVP Manager"),
    (
        "What you told us of a worry",
        "To put it right",
        "You and your MVP Manager; the Central Team alone where it is about your MVP Manager. Never your unit",
    ),
    (
        "That you were asked not to come on a day, and why",
        "So that your MVP Manager can talk with you",
        "That it was so, you and your MVP Manager; why, your MVP Manager alone. It is deleted some weeks later",
    ),
    (
        "That you would like to hear when the force recruits",
        "To write to you then, and for nothing else",
        "You and the Central Team. It is deleted when you leave, unless you ask otherwise",
    ),
    ("Who did or saw what", "So that trust can be checked", "Auditors; you see when your own record was opened"),
)
