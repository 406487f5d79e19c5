"""What one glossary entry holds, and the documents that the expansions were found in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word or letters, what they stand for, what they mean, where that was read, and when it was used."""

    term: str
    expansion: str
    meaning: str
    source: str
    era: str = ""


OWN = "Time Given, the programme's own wording"
GUIDE = "MVP Guide for Supervision of Volunteers and Statement of Expectation, 2007"
REPORT = "Metropolitan Police Authority, report 9, 26 April 2007: MPS Corporate Volunteer Programme"
A_TO_Z = "A-Z glossary of police terms, https://docslib.org/doc/7125728/a-z-glossary-of-police-terms"
HMIC = "HMIC, https://webarchive.nationalarchives.gov.uk/20140819134038/http:/www.hmic.gov.uk/glossary/"
CAMBS = "Cambridgeshire Police jargon, https://www.cambs.police.uk/information-and-services/About-us/Jargon"
GWENT = "Gwent Police abbreviations, http://corporate.gwent.police.uk/foi/abbreviations/"
DURHAM = (
    "Durham Police glossary, https://durham.police.uk/About-Us/Freedom-of-information/"
    "General/Pages/Glossary-of-Terms.aspx"
)
TIMES = (
    "The Times, https://www.thetimes.co.uk/article/jargon-obsessed-police-struggle-with-letters-of-the-law-xqr8w6ns9"
)
PRESSWAY = (
    "Pressway, https://pressway.org.uk/news/71135-baffling_police_termc_revealed_as_met_publishes_book_of_2000_phrases"
)
HOLMES_BLOG = "A blog on HOLMES 2, http://westendblues.blogspot.com/2011/01/holmes-2.html"
CIO = "CIO, Evening all, we're mobile, https://www.cio.co.uk/it-leadership/evening-all-were-mobile-3429986/"
MEMOIR = "A Met constable's memoir, https://bookreadfree.com/182876/4525949.amp"
MG = "A guide to case files, https://reddit.adminforge.de/r/policeuk/wiki/guides/files"
STRUCTURE = "Met structure, about 2011, https://en-academic.com/dic.nsf/enwiki/11861906"
CO_UNITS = "List of Central Operations units, Emergency Preparedness Operational Command Unit (wiki page)"
MVP_HISTORY = (
    "MPA report, 8 July 2010, http://policeauthority.org/metropolitan/committees/cep/2010/100708/05/index.html"
)
EVANS = "Police terms glossary, https://matthewjevans.co.uk/police-terms-glossary"
CHANGING_BEAT = "Changing the beat report, https://issuu.com./upsi/docs/changing_the_beat_report"
SDE_PAGE = "Self-defined ethnicity, https://en.wikipedia.org/wiki/Self_defined_ethnicity"
NOVEL = "A crime novel's glossary, https://rulit.me/books/need-you-dead-read-648358-89.html"
SPECIALS = "Police Specials forum glossary, http://www.policespecials.com/forum/index.php?/topic/3381-glossary/"
RANKS = "Police rank and number wiki page, https://en-academic.com/dic.nsf/enwiki/3580807"
CIP_PAGE = "College of Policing, https://cop-production.london.cloudapps.digital/support-forces/citizens-in-policing"
VETTING_APP = (
    "College of Policing, APP on vetting, "
    "https://production.copweb.aws.college.police.uk/app/professional-standards/vetting"
)
NPPV_KENT = (
    "Kent Police, Non-Police Personnel Vetting, "
    "https://www.kent.police.uk/foi-ai/kent-police/Policy/legal-and-psd/non-police-personnel-vetting-procedure-p04d/"
)
DBS_PAGE = "NCVO on DBS checks, https://www.ncvo.org.uk/help-and-guidance/involving-volunteers/"
GSC_PAPER = "NPCC paper, https://docslib.org/doc/5084613/"
MPS_PAGE = "Encyclopaedia page on the Metropolitan Police Service"
YARD = "History by the Yard, https://historybytheyard.co.uk/branches_from_2000.htm"
MEMORY = "general knowledge, to be confirmed by the force"
