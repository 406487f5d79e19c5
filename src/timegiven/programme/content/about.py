"""Why there is a volunteer programme, what it brings, and how it came to reach the whole force.

Sources: MVP Guide for Supervision of Volunteers, 2007 (introduction; its quotation of Volunteering England is theirs);
Metropolitan Police Authority, report 9 of 26 April 2007. In the programme's own words; each part names its source.
"""

from .document import ISSUED, NOT_MARKED, REVIEW, DocumentSpec

ABOUT = DocumentSpec(
    "ABOUT",
    "About the programme",
    "MVP Lead",
    NOT_MARKED,
    "1",
    ISSUED,
    REVIEW,
    """
People of every kind give some of their time to the police, in police stations and offices across London. This page
says why, what comes of it, and who looks after it.

## Why it began

Around 2001 three things came together.

- Many local police stations had closed, and neighbours pressed to have more part in policing.
- The government asked public services to welcome more volunteers.
- The police service itself wanted to know its neighbourhoods better.

Volunteering with the police is far older than that: the service began with volunteers, and Special Constables and
Volunteer Police Cadets still serve in uniform. The volunteers of this programme wear none and have no police powers.

## What it is for

The Met Volunteer Programme (MVP) was founded in **2001**, so that people take part in the work of the police and
police and neighbourhoods come to know each other. Volunteers help with what matters to their neighbourhood as well as
to the police, side by side with the Safer Neighbourhood Teams, so that London becomes safer.

## What we hope to be

Part of the police service like any other, not something beside it. Good at what we do. Useful to the police and to the
neighbourhoods, so that London is among the safest of the great cities.

## What volunteers bring

- **A life in other work.** Accountants, photographers, managers, teachers: what somebody knows already, they bring.
- **Fresh eyes.** Somebody who comes once a week sees what those who are there each day no longer notice.
- **A word at first hand.** They hear daily how a service feels to those who use it, and say so while it is being
  planned, built and run. That reaches further than a meeting once a year.
- **A neighbour who knows.** Someone who has seen policing from within can tell friends and neighbours how it works,
  and is believed because they are known.
- **A different tone.** The service’s own programmes of change, Together and Citizen Focus, ask it to begin with the
  people whom it serves. Volunteers from every community of London bring those people into the room.
- **Some stay.** A few find that policing is for them, and apply for a post like anybody else.

## What others have said

Volunteering England, the national body for volunteering at the time, called the programme the best of any public
service, and an example to every sector. The words are quoted in the MVP Guide of 2007.

## In figures

In April 2007 about **700** volunteers gave about **150,000 hours** a year in the boroughs. They were between **16 and
89** years old, and 40 in a hundred were of black or minority ethnic origin; in some boroughs 90 in a hundred. How it
stands today is told in the reports to committees.

## Who looks after it

Each borough has a Borough MVP Manager. A Steering Group, with a member of the union on it, agrees each role before
anybody is asked, so that no volunteer takes the place of somebody who is paid. A small Central Team runs the whole.

Where this comes from: MVP Guide for Supervision of Volunteers, 2007; report 9 to the Metropolitan Police Authority,
26 April 2007.
""".strip()
    + "\n",
    (1, 2, 3, 4, 5, 6, 62, 136, 138, 139, 140, 141, 143, 144, 145, 146),
)

CORPORATE = DocumentSpec(
    "CORPORATE",
    "Volunteering in the whole force",
    "MVP Lead",
    NOT_MARKED,
    "1",
    ISSUED,
    REVIEW,
    """
Until 2007 volunteers gave their time in the boroughs. Then the police service decided to welcome them in all its
work: the corporate programme. This paper says what was decided, when, and who answers for it.

## Begin with what could be

What can a volunteer do: make tea, file papers? Leave that behind. Ask first what a part of the
force would love to do and never can, and then who might enjoy it. The three questions about paid jobs come after the
idea, and stand as firm as before.

## What was decided

- **8 March 2006.** The Management Board agreed what the Olympic Programme of the force is to do. Volunteering is a
  project of its own within it.
- **28 February 2007.** The expected costs of 2008/9, 2009/10 and 2010/11 went to the Home Office in a business case,
  with those of Territorial Policing among them. The Home Office had already given money for the planning of 2007/8.
- **26 April 2007.** The members of the Metropolitan Police Authority were asked to support the principle, and to
  endorse what the Management Board had agreed.

## Who leads it

- **Territorial Policing**, which has welcomed volunteers since 2001, leads the extension. The team that built the
  programme in the boroughs, then called Volunteers in Policing, is responsible.
- **The Olympic Programme Board** looks after it as a part of its own programme, which has clear aims and people whose
  work it is. Diversity and Citizen Focus is one of its strands.
- **The Met Modernisation Programme** holds the Olympic Programme, so every project in it can be looked into by the
  **Metropolitan Police Authority**.

## What it must not do

It must not take from the boroughs what works there. Each report to a committee sets the time given in the boroughs
beside that of the year before, and says in plain words what has become of it.

## Before, at and after the Games

The Games of 2012 looked for 70,000 volunteers, and more than 115,000 people had come forward by the spring of 2007.
The force works on this with the organisers of the Games (LOCOG) and the Greater London Authority (GLA).

- **Before:** people who came because of the Games help with the everyday work of the force.
- **At the Games:** they support the policing of the Games.
- **Afterwards:** whoever would like to goes on in a borough or an office. The time they gave counts as before.

## Open to everybody

The extension is meant to reach more people of every community, and names two groups: the young, and people who have
retired from full-time work. A full equality impact assessment goes with it, and is looked at again in good time.

Where this comes from: report 9 to the Metropolitan Police Authority, 26 April 2007.
""".strip()
    + "\n",
    (135, 137, 147, 148, 149, 150, 151, 152, 153, 154, 155, 158),
)
