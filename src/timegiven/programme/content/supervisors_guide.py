"""The guide for the unit managers and supervisors who look after volunteers, in short.

Source: MVP Guide for Supervision of Volunteers, 2007, in the programme's own words.
"""

from .document import Section

GUIDE_SECTIONS: tuple[Section, ...] = (
    Section(
        "1",
        "Before a volunteer comes",
        (54, 71, 78, 106, 107, 109),
        """
- Read the role profile and the risk assessment. The Borough MVP Manager keeps them.
- Meet the Borough MVP Manager to talk about the role, the training and any health need that you should know of.
- Tell first aiders when necessary. The Borough MVP Manager asks Occupational Health.
- Go through the principles of the programme with your team.
- Ask the volunteer on the first day whether the emergency contact you were given is right.
""",
    ),
    Section(
        "2",
        "The first day",
        (14, 29, 30, 31, 32),
        """
- Ask one of your team to spend time with the volunteer, and use the first day list.
- For most people this is their first time inside a police station. As they do not come every day, they settle in
  more slowly than staff.
- Explain all letters and nicknames. Nobody outside knows them.
- Say hello and thank you. It matters more than anything else.
- Have something ready to do. Simple is better than nothing.
""",
    ),
    Section(
        "3",
        "Time",
        (33, 34, 35, 41, 43, 44, 45, 47, 49, 50),
        """
- Agree with the volunteer and the Borough MVP Manager on an amount of time each week and on days that suit.
- Forty hours a month is the limit, training and supervision included. Sensible breaks count.
- Never rely on a volunteer. Choose tasks that can be picked up and put down.
- Invite people to come regularly, but never press anyone and never ask for a reason.
- The Borough MVP Manager notes planned absences, tells you about them and runs the rota when several volunteers
  share a role.
- If someone often does not come as planned, tell the Borough MVP Manager soon.
""",
    ),
    Section(
        "4",
        "Tasks",
        (55, 57, 58, 59, 60, 61, 63),
        """
- Keep to the tasks on the role profile. Anything else may leave the volunteer uninsured.
- If you or the volunteer have an idea for a new task, tell the Borough MVP Manager. It is assessed for risk and goes
  to the Steering Group before anyone does it.
- Tell the Borough MVP Manager when something changes that touches safety. Each risk assessment is reviewed every year.
""",
    ),
    Section(
        "5",
        "Training",
        (84, 87, 88, 89, 91, 92, 93, 94),
        """
- The Borough MVP Manager gives the induction: health and safety for all, manual handling where lifting is part of
  the role, Emergency Life Saving where the public is met.
- You give the training for the role itself, as agreed with the Borough MVP Manager and the borough training unit.
- Train for this role only. Other courses can count as payment, so ask the Borough MVP Manager first.
- Where the role profile asks for AWARE, the Borough MVP Manager arranges the volunteer's own login.
""",
    ),
    Section(
        "6",
        "E-mail",
        (85, 86),
        """
When a volunteer writes an e-mail for your unit, a member of your team is copied in. The answer may come long before
the volunteer's next visit.
""",
    ),
    Section(
        "7",
        "Session reports and expenses",
        (38, 39, 40, 98, 99, 133),
        """
- A session report follows each visit and goes to the Borough MVP Manager. It matters most in the first months.
- Never sign expenses, and never agree to spending. Pass such questions to the Borough MVP Manager.
""",
    ),
    Section(
        "8",
        "Vehicles",
        (103, 104, 105),
        """
Volunteers do not drive police vehicles. Using their own car for the role is possible only if the risk has been
assessed, the insurer has agreed and the role profile says so.
""",
    ),
    Section(
        "9",
        "When something is not right",
        (49, 108, 113, 116, 117, 118),
        """
- Ring the Borough MVP Manager at once, who handles it from there. Staff procedures are never used for volunteers.
- If a volunteer is unwell or upset, they may stop at any moment. Offer them a quiet place and a way home.
- Emergency contacts are held by Human Resources, the CAD room and the Borough MVP Manager.
""",
    ),
    Section(
        "10",
        "An idea for a new role",
        (52, 53, 62, 63, 64, 65, 66, 67, 68, 69, 70, 72),
        """
Is there a pile of data, a question nobody has time to look into, a telephone that rings or a corner full of files?
Three questions come first, and the answer to each has to be No:

1. Is a member of the police service bound by law, by statute or by plain duty to do this?
2. Without a volunteer, would paid staff usually do this on overtime?
3. Is this part of anyone's paid job description?

Then look in the library: another borough may have the same role. If not, half an hour with the Borough MVP Manager
is enough to begin. The manager may try the role first. The risk is assessed in your own building. The Steering
Group, with a member of the PCS union on it, decides before anyone is placed, and turns down or changes whatever
would replace a paid job.
""",
    ),
)
