"""The force, its branches of 2007 and of today, and the headquarters units that volunteers may meet.

Sources: MPA report 9 of 26 April 2007 (TP, CO12, DCFD); "Structure of the Met about 2011",
https://en-academic.com/dic.nsf/enwiki/11861906 (TP, SCD, SO, CO); the encyclopaedia page "Organisation and
structure of the Metropolitan Police" (today's branches); MVP Guide, 2007 (Central Team's address).
Dates, and the units marked so, are from general knowledge and for demonstration.
"""

from datetime import date

from .spec import BEGAN, UnitSpec

# Central Operations and Specialist Crime were joined in 2012.
JOINED = date(2012, 4, 1)
# The Met's present branches, roughly.
TODAY_FROM = date(2018, 4, 1)

FORCE = UnitSpec(
    "MPS",
    "Metropolitan Police Service",
    "force",
    "",
    BEGAN,
    postcode="SW1A 2JL",
    address="New Scotland Yard, Victoria Embankment, London",
    latitude=51.5026,
    longitude=-0.1246,
)

GROUPS: tuple[UnitSpec, ...] = (
    UnitSpec("TP", "Territorial Policing", "group", "MPS", BEGAN, TODAY_FROM),
    UnitSpec("SCD", "Specialist Crime Directorate", "group", "MPS", BEGAN, JOINED),
    UnitSpec("SO", "Specialist Operations", "group", "MPS", BEGAN),
    UnitSpec("CO", "Central Operations", "group", "MPS", BEGAN, JOINED),
    UnitSpec("DCC", "Deputy Commissioner's Command", "group", "MPS", BEGAN, TODAY_FROM),
    UnitSpec("RES", "Resources Directorate", "group", "MPS", BEGAN, TODAY_FROM),
    UnitSpec("HRD", "Human Resources Directorate", "group", "MPS", BEGAN, TODAY_FROM),
    UnitSpec("DOI", "Directorate of Information", "group", "MPS", BEGAN, TODAY_FROM),
    UnitSpec("DPA", "Directorate of Public Affairs", "group", "MPS", BEGAN, TODAY_FROM),
    UnitSpec("SCO", "Specialist Crime and Operations", "group", "MPS", JOINED, TODAY_FROM),
    UnitSpec("FLP", "Frontline Policing", "group", "MPS", TODAY_FROM),
    UnitSpec("MO", "Met Operations", "group", "MPS", TODAY_FROM),
    UnitSpec("PROF", "Professionalism", "group", "MPS", TODAY_FROM),
    UnitSpec("CORP", "Corporate services", "group", "MPS", TODAY_FROM),
)

OCUS: tuple[UnitSpec, ...] = (
    UnitSpec("TPHQ", "Territorial Policing Headquarters", "ocu", "TP", BEGAN, TODAY_FROM),
    UnitSpec(
        "SNU",
        "Safer Neighbourhoods Unit, home of the MVP Central Team",
        "ocu",
        "TP",
        BEGAN,
        postcode="SW6 1TR",
        address="15th Floor, Empress State Building, Empress Approach, Lillie Road, London",
        latitude=51.4871,
        longitude=-0.1981,
    ),
    UnitSpec("CO3", "Emergency Preparedness", "ocu", "CO", BEGAN),
    UnitSpec("CO10", "Central Communications Command", "ocu", "CO", BEGAN),
    UnitSpec("CO11", "Public Order", "ocu", "CO", BEGAN),
    UnitSpec("CO12", "2012 Olympics", "ocu", "CO", date(2006, 3, 8), date(2013, 4, 1)),
    UnitSpec("CO15", "Traffic", "ocu", "CO", BEGAN),
    UnitSpec("CO16", "Traffic Criminal Justice Unit", "ocu", "CO", BEGAN),
    UnitSpec("SCD6", "Economic and Specialist Crime: the Fraud Office", "ocu", "SCD", BEGAN),
    UnitSpec("DCFD", "Diversity and Citizen Focus Directorate", "ocu", "DCC", BEGAN, TODAY_FROM),
    UnitSpec("OH", "Occupational Health", "ocu", "HRD", BEGAN),
    UnitSpec("TRG", "Training School", "ocu", "HRD", BEGAN),
    UnitSpec("PRESS", "Press Bureau", "ocu", "DPA", BEGAN),
    UnitSpec("PHOTO", "Photographic and media services", "ocu", "DPA", BEGAN),
    UnitSpec("HERIT", "Heritage and archive", "ocu", "RES", BEGAN),
)
