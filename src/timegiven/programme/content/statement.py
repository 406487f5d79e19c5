"""The Statement of Expectation and the other controlled documents of the handbook.

Source: Statement of Expectation, form MP 505/06, January 2007, and the MVP Guide of 2007. Every promise and every
wish of the original is kept; every sentence is the programme's own. Issue and review days are for demonstration.
"""

from .about import ABOUT, CORPORATE
from .document import ISSUED, NOT_MARKED, REVIEW, DocumentSpec, Section, clauses_of, joined
from .expenses_sop import EXPENSES_SECTIONS
from .first_day import FIRST_DAY, FirstDayItem
from .short_texts import SHORT_DOCUMENTS
from .supervisors_guide import GUIDE_SECTIONS

__all__ = ["DOCUMENTS", "FIRST_DAY", "STATEMENT_SECTIONS", "DocumentSpec", "FirstDayItem", "Section"]

STATEMENT_SECTIONS: tuple[Section, ...] = (
    Section(
        "1",
        "What this paper is",
        (102, 120, 121, 129, 134),
        """
Thank you for offering some of your time. This paper says what we will do for you, and what you can expect and we
hope for while you volunteer with the Met Volunteer Programme (MVP).

- We may ask whether you would like to give time at any building of the Metropolitan Police Service (MPS) in the
  borough named on your placement.
- The police service does not have to find a role for you, and you do not have to take one that is offered.
- You can leave at any time. We will not ask why.
- The police service can also stop taking up your offer of time, at any moment and without giving a reason.
- Neither of us means this paper to be a contract or to create any other tie in law.
""",
    ),
    Section(
        "2",
        "Training and support from us",
        (87, 90, 94, 95, 125, 126, 127),
        """
- We train you for the task for which you give your time, and arrange special training where your role profile
  asks for it.
- There is always someone you can turn to for personal support.
- We hold volunteer meetings regularly, so that you can find support, learn and hear the news.
- We give you the information that you need in order to help members of the public, where that is part of the role.
""",
    ),
    Section(
        "3",
        "Money you have spent",
        (98, 100, 101),
        """
- We pay back what you spent in order to volunteer, when it was agreed beforehand and you show us the receipt.
- We never pay for your time, in money or in any other way.
""",
    ),
    Section(
        "4",
        "Before you start",
        (74, 75, 76),
        """
- We arrange your security clearance, starting from your application form and the vetting questionnaire.
- We ask people who know you professionally, for example from a job or your studies, for a reference.
- Time can be given once you have passed the basic security check and the references are satisfactory.
""",
    ),
    Section(
        "5",
        "Your pass",
        (79, 80, 81, 82, 83),
        """
- We give you a volunteer pass. It is collected from New Scotland Yard and stays the property of the police service.
- Please wear it where it can be seen whenever you are volunteering, and show it each time someone asks.
- Tell the Borough MVP Manager at once if it is lost or stolen.
- Please give it back when we ask for it, and when you stop volunteering.
- The pass says only that you give your time freely, have been vetted and may come into police buildings. It gives
  you no powers and changes nothing about your position in law.
""",
    ),
    Section(
        "6",
        "Insurance and safety",
        (56, 61, 73, 110, 111),
        """
- We arrange suitable insurance for the programme.
- Your tasks are the ones first agreed with the manager of the unit, after the risks have been assessed and found
  acceptable. Please keep to them.
- The insurance rules and the health and safety rules of police buildings apply to you too, also on visits
  elsewhere. The manuals are kept in each building, and you can ask to see them.
""",
    ),
    Section(
        "7",
        "Respect, and how we treat each other",
        (114, 119, 124),
        """
- Everyone is treated with courtesy and respect, and that goes both ways.
- The programme is proud of how well it looks after the public, and hopes that you will be too.
- If you are unhappy about how you are treated, please say so. We will make it easy. Go to the Borough MVP Manager
  without hesitating.
""",
    ),
    Section(
        "8",
        "Keeping things confidential",
        (122, 123),
        """
- Personal information is private. Apart from very rare cases it is not passed on unless the person agrees.
- Whatever you learn here stays here, also after you have stopped volunteering.
- Take great care never to speak about evidence with anyone outside the police service.
- Please do not offer counselling or welfare support to victims or witnesses. Trained people do that.
""",
    ),
    Section(
        "9",
        "Telling us when something changes",
        (77,),
        """
Please tell the Borough MVP Manager when something in your life changes that matters here:

- a new health condition or a new need
- a criminal conviction
- a change in your financial circumstances

This includes anything that has happened since you filled in your application form and vetting questionnaire.
We hope that you will keep to this paper as a whole for as long as you volunteer.
""",
    ),
    Section(
        "10",
        "How much time",
        (34, 35, 36, 37, 41, 42),
        """
- We would be glad of four hours once a fortnight or more, on days that we have planned together.
- Forty hours in a month is the most that one person gives. Many people would like to volunteer, and this keeps it
  fair. Training and supervision count towards the forty hours.
- Sensible breaks count as time given. Please look after yourself and take enough of them.
""",
    ),
    Section(
        "11",
        "When you cannot come",
        (45, 47, 48),
        """
- If your plans change, for a holiday or anything else, please let the Borough MVP Manager know in good time, so
  that someone else can be asked.
- If something comes up suddenly, we would be grateful for a call as soon as you can. A friend or someone in your
  family can ring for you.
- You do not need to give a reason.
""",
    ),
    Section(
        "12",
        "After each visit",
        (38,),
        """
Please fill in a short session report each time. It shows us what you gave and how it went.
""",
    ),
    Section(
        "13",
        "What to wear",
        (112,),
        """
Smart casual clothes that suit the place are just right, but please no jeans. If a task needs protective clothing,
we lend it to you. Volunteers do not wear a uniform: that is part of what the programme stands for.
""",
    ),
    Section(
        "14",
        "A day when it is better not to come",
        (113,),
        """
Now and then someone is not well enough to volunteer: because of alcohol, medicine or distress of body or mind.
It can also happen that coming in would harm the good name of the programme or of the police service. Then the
Borough MVP Manager may ask you to leave it for that day. This will be rare.
""",
    ),
    Section(
        "15",
        "Your own safety comes first",
        (115, 120),
        """
- Please do not put yourself in danger.
- Stop when more help is needed, when feelings run too high, or when you find things hard or stressful.
- Tell the Borough MVP Manager. If they are away, tell the manager of the unit, or any member of the police team,
  straight away.
- You may withdraw at any moment, and owe a reason to nobody: neither to the public nor to police staff.
""",
    ),
    Section(
        "16",
        "Meetings, and enjoying it",
        (125, 128),
        """
- You are invited to regular meetings for support, learning and news. They are also a good way to meet fellow
  volunteers and to have fun.
- We would like your time here to be fulfilling and enjoyable. You can learn, grow new skills and feel that you
  have achieved something worthwhile. You bring your skills, your experience of life and the people you know.
- It may stretch you at times. It works both ways, and the police service is the better for having you.
""",
    ),
    Section(
        "17",
        "Thank you",
        (119, 132),
        """
Thank you for giving up some of your free time. We hope that it turns out as you wished. If ever something troubles
you, please tell us as soon as it does. General questions go to the MVP Central Team, 15th Floor, Empress State
Building, Empress Approach, Lillie Road, London SW6 1TR.
""",
    ),
)

DOCUMENTS: tuple[DocumentSpec, ...] = (
    DocumentSpec(
        "SOE",
        "Statement of Expectation (MP 505/06)",
        "MVP Lead",
        NOT_MARKED,
        "1",
        ISSUED,
        REVIEW,
        joined(STATEMENT_SECTIONS),
        clauses_of(STATEMENT_SECTIONS),
    ),
    ABOUT,
    CORPORATE,
    *SHORT_DOCUMENTS,
    DocumentSpec(
        "SOP-EXP",
        "Standard Operating Procedure: volunteers' expenses",
        "Programme Manager",
        NOT_MARKED,
        "1",
        ISSUED,
        REVIEW,
        joined(EXPENSES_SECTIONS),
        clauses_of(EXPENSES_SECTIONS),
    ),
    DocumentSpec(
        "GUIDE",
        "Guide for supervisors of volunteers",
        "MVP Lead",
        NOT_MARKED,
        "2",
        ISSUED,
        REVIEW,
        joined(GUIDE_SECTIONS),
        clauses_of(GUIDE_SECTIONS),
    ),
)
