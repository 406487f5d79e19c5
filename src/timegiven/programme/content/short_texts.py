"""Short papers on single matters, which a volunteer can read in two minutes.

Source: the Statement of Expectation and the MVP Guide of 2007, in the programme's own words; on payment also
GOV.UK, https://www.gov.uk/volunteering/pay-and-expenses. None of this is legal advice.

The telephone numbers of "What you may tell the public", where each was read on 23 November 2026:

- 999, 18000, 101: content.met.police.uk/Article/Emergency-contact-number/1400011553427/reportingcrime
- 18001 101, and day and night: www.bbc.com/news/uk-england-london-14100225
- a text to 999: www.westyorkshire.police.uk, "Deaf and hard of hearing information"
- 0800 555 111: crimestoppers-uk.org/about-the-charity/who-we-are/our-people/our-contact-centre
- 0808 168 9111: www.victimsupport.org.uk/247-support-still-available-victims-crime
- 0800 1111: www.sunderlandecho.com, "Childline advice: when a child contacts us we will listen and support them"
- 116 123: www.samaritans.org/how-we-can-help/contact-samaritan
"""

from .document import ISSUED, NOT_MARKED, REVIEW, DocumentSpec


def _paper(code: str, title: str, clauses: tuple[int, ...], body: str, owner: str = "MVP Lead") -> DocumentSpec:
    return DocumentSpec(code, title, owner, NOT_MARKED, "1", ISSUED, REVIEW, body.strip() + "\n", clauses)


SHORT_DOCUMENTS: tuple[DocumentSpec, ...] = (
    _paper(
        "CONF",
        "Confidentiality undertaking",
        (122, 123),
        """
While I volunteer with the police I may see or hear private things about other people.

- I will use what I learn only for the task in my role profile.
- I will look only at papers and screens that the task needs.
- I will not pass on personal information, unless the person agrees or someone in the police team tells me that the
  law asks for it.
- I will never speak about evidence with anyone outside the police service.
- I will not offer counselling or welfare support to victims or witnesses.
- I will not post or share pictures or stories of what I see here.
- If I come across papers about someone I know, I will stop and tell my supervisor.
- If I lose a paper or tell someone something by mistake, I will say so at once.

All this goes on after I stop volunteering. I understand that taking or passing on police information without
permission can be a crime.
""",
    ),
    _paper(
        "NOPAY",
        "No payment, and why",
        (89, 98, 100, 101, 102, 128),
        """
Your time is a gift, and we would like to keep it one.

- We pay back what you really spent, against a receipt. It is never a fixed sum for each visit.
- We do not give money, vouchers, presents of value or promises of a job in return for time.
- Training that your role does not need can count as payment as well. That is why we offer the courses on your role
  profile, and the Borough MVP Manager looks at any other course first.

Why are we so careful? If a person receives something in return for their time, the law may see a contract. Then it
is no longer volunteering, and duties would follow for both of us. Neither side would be free to say no.

What you can take home is thanks, new skills that your role brings with it, and good company.
""",
    ),
    _paper(
        "LEAVE",
        "Leaving whenever you like",
        (81, 84, 120, 121),
        """
You can stop at any time, today if you like. You do not need to give a reason, and nobody will ask for one.

- Tell the Borough MVP Manager, or choose "Stop volunteering" on your own page.
- Times that you had planned are set free.
- Please give back your pass and any kit. We will close your AWARE account if you had one.
- Expenses that were agreed are still paid back.
- What you learned in confidence stays confidential.

The police service can also end the arrangement at any time, without a reason. You are welcome to come back to us
later and ask to join again. Thank you for what you gave.
""",
    ),
    _paper(
        "CONCERN",
        "Complaints and concerns: how we put things right",
        (49, 113, 115, 116, 117, 118, 119, 124),
        """
Volunteers are never put through the conduct or grievance procedures of paid staff. The programme has its own way,
and it is a friendly one.

## When something troubles you

- Tell the Borough MVP Manager in the way that suits you: by phone, on paper, on line, or through a friend.
- If it is about the Borough MVP Manager, tell the Central Team.
- You will hear within a few days what happens next.
- Raising a concern will not be held against you.

## When someone is troubled about your volunteering

- The unit tells the Borough MVP Manager, who handles it from then on. Nobody else does.
- The manager talks with you first. You may bring someone along, and you may read what is written down.
- Often a different role, more support or a bit of training is all that is needed.
- If it cannot go on, the programme can end it through its own de-registration policy.

Either of us may stop at any moment, with or without these steps.
""",
    ),
    _paper(
        "CARE",
        "How we look after people",
        (114, 124),
        """
The programme is proud of how it looks after people: those who come to us, and each other.

## Those who come to us

- Say hello, and your first name. Give people your whole attention for as long as they are there.
- Listen first. Say in plain words what you can do, what you cannot, and who can.
- Nobody is sent away without knowing where to go next.
- Some need more time, a seat, large print, an interpreter or a quiet place. Ask what would help.
- Keep to what you know. "I will find out" is a good answer; a guess is not.
- What people tell you stays with those who need it for their task.

## Each other

- Everyone is treated with courtesy and respect, whoever they are and whatever they do here. It goes both ways:
  between volunteers, staff and the public.
- Nobody has to put up with rudeness. Step back, and fetch a member of the police team.
- Were you not treated so? Choose "Tell us about a worry" at the foot of any page, or ring the Borough MVP Manager.
""",
    ),
    _paper(
        "PUBLIC",
        "What you may tell the public",
        (122, 127, 143),
        """
People ask volunteers many things. This is what you may tell and hand to anybody. Whatever is not here, ask a member
of the police team; never guess, and never speak about somebody's case or evidence.

## Whom to ring

- Somebody is in danger, or a crime is happening now: 999. Deaf or hard of hearing: 18000 by textphone, or a text to
  999 from a telephone that has been registered for it.
- Anything else for the police: 101, day and night; 18001 101 by textphone.
- To tell what one knows about a crime without giving a name: Crimestoppers, 0800 555 111.
- To talk after a crime, whether or not it was reported: Victim Support, 0808 168 9111.
- A child who would like to talk: Childline, 0800 1111.
- Anybody in distress, day and night: Samaritans, 116 123.

The Communications and Marketing Manager of the Central Team keeps this list. Each number was last checked on
23 November 2026. If one is wrong, please tell the Central Team.

## Where to go

- The front counters of the borough and their hours hang at the door of each police station; the page of each unit
  says where it is.
- Lost property, fines, licences and court dates: say which office does it, and offer to write the address down.

## What to hand over

- The leaflets in the rack of your unit, which the unit keeps up to date, also in large print and other languages.
- The number of the case, if the person has it on paper: they ring 101 with it. You do not look it up.

## About volunteering

- What your own role is, what you like about it, and what surprised you. A neighbour believes whom they know.
- How somebody begins: by looking at the roles, or by asking the Borough MVP Manager.
- How the programme stands: the page about it and its reports to committees are for everybody.

Please do not offer counselling or support as a helper of victims and witnesses: those above are trained for it.
""",
        owner="Communications and Marketing Manager",
    ),
    _paper(
        "DEREG",
        "De-registration: when the programme ends somebody's volunteering",
        (49, 102, 116, 117, 118, 121),
        """
Not everyone is a good match, and that is nobody's fault. This paper says how the programme ends somebody's
volunteering. It is the volunteers' own: the conduct and grievance procedures of paid staff are never used.

## Who

- Only the Borough MVP Manager ends it. A unit tells the Borough MVP Manager what troubles it, and nothing more.
- The Central Team is told at once.

## Before

- Talk first, kindly and in private. The volunteer may bring somebody along.
- Ask what would help: more support, some training, a break, other days, a different role.
- If it is about one day alone, ask the volunteer not to come on that day.

None of this has to come first. The programme may end somebody's volunteering at any time, without notice.

## How

- The volunteer gets a letter with thanks. It gives no reason, because none is owed by either side.
- Their times are set free, and their pass and any kit come back. Agreed expenses are still paid back.
- The time they gave stays on record, and letters that prove it can be had as before.

## Afterwards

- A talk is offered, with the Borough MVP Manager or with the Central Team.
- No reason is kept. Whoever asks to come back later is met like anybody else.
""",
        owner="Borough MVP Manager",
    ),
    _paper(
        "DRESS",
        "What to wear",
        (25, 112),
        """
- Smart casual clothes that suit the place. Please leave jeans at home.
- Wear your pass where people can see it.
- If the task needs protective clothing or other kit, we lend it to you and show you how to wear it.
- There is no uniform. Volunteers are neighbours, and look like it.
- Clothes that belong to your faith or that your health asks for are always welcome.
""",
    ),
    _paper(
        "BREAKS",
        "Breaks",
        (41, 42, 97),
        """
- Agree with your unit on a good moment for a drink or a meal.
- Sensible breaks count as time given, so you can include them in your session report.
- Please see that you take enough of them. Nobody will count the minutes.
- If you give four hours or more in one visit, you can claim the cost of a meal up to £3, with the receipt.
""",
    ),
    _paper(
        "INSURE",
        "Insurance and travelling",
        (55, 56, 61, 103, 104, 105, 111),
        """
- The police service arranges insurance for you as a volunteer.
- It covers the tasks on your role profile. Other tasks may not be covered, so please ask before you take one on.
- Volunteers do not drive police vehicles.
- If you drive here in your own car, tell your own insurer. Tell them too if you give lifts to fellow volunteers.
- We would rather that you did not use your car for the volunteering itself. It is possible only when it is on the
  role profile, the risk has been assessed and the insurer has agreed.
- The same rules apply on visits outside the building.
""",
    ),
)
