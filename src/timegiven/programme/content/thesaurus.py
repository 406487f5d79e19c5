"""Words that mean the same to a manager who looks for a role: whoever types one is shown roles that use another.

Source: the programme's own list. It began with the prompts and the examples of the MVP Guide of 2007 ("About
Volunteers", "Creating a Role Profile"; clauses 10, 11, 13 and 67) and grew with the words that units use for the same
work. A force adds its own words; a line is one meaning, and a word may stand in several.
"""

MEANINGS: tuple[str, ...] = (
    # paper and stores
    "file filing archive archiving storage store records dockets folders paperwork papers boxes bundle",
    "sort tidy order index label catalogue number list shelve shelves",
    "scan scanning copy photocopy duplicate digitise print printing",
    "shred shredding destroy dispose disposal clear-out",
    "post mail letters envelopes mailing correspondence dispatch franking",
    "stock stores supplies equipment stationery inventory kit",
    "property exhibits evidence lost-property bags items",
    "audit count check stocktake reconcile verify",
    # data and words
    "data input typing type enter keying key transcribe typist database spreadsheet table",
    "survey questionnaire feedback answers responses opinion satisfaction customer",
    "statistics figures numbers tally totals chart charts graph analysis",
    "research study analyse analysis review read reading find-out literature report",
    "map mapping maps plot location places geography",
    "write writing draft edit newsletter magazine bulletin article leaflet poster",
    "translate translation interpreter interpreting language languages speak",
    "website web internet online social-media facebook twitter intranet page",
    "computer software it systems technical technology laptop",
    "history heritage museum old past memorabilia",
    # talking to people
    "phone telephone call caller ring ringing answer answering switchboard hotline message messages voicemail",
    "visitor counter front desk reception receptionist greet welcome triage enquiries enquiry queue",
    "victim witness complainant survivor court support liaison care aftercare updates",
    "elderly older pensioner senior lonely doorstep befriend burglary reassure reassurance",
    "young youth school schools pupil pupils student children teenager cadet",
    "neighbourhood community local ward area residents safer street streets",
    "watch neighbourhood-watch coordinator scheme street",
    "meeting minutes notes agenda panel forum room",
    "hate-crime diversity faith disability minority racist prejudice",
    "complaint complaints thank compliments praise service",
    # what one sees
    "camera cctv footage video film screen watch viewing view disc discs tape monitor monitoring",
    "photograph photo photographer photography picture pictures image portrait",
    "press media news newspaper newspapers cuttings journalist stories publicity pr publish",
    "patrol walk walking visit visits outdoors foot park",
    "speed speedwatch road roads traffic drivers parking cars",
    "crime prevention marking security locks bicycle cycle bike smartwater burglary advice",
    "animal animals dog dogs horse horses stable stables kennel",
    # skills of one's own
    "accountant accounts accounting finance money budget bookkeeping invoice fraud ledger",
    "consultant consulting management manager adviser strategy plan planning project",
    "personnel hr staff recruitment people training interview",
    "law legal solicitor paralegal disclosure case",
    "teach teaching train training trainer tutor coach lesson course workshop mock role-play actor acting",
    "health nurse medical first-aid wellbeing welfare counsel",
    "music musician band choir play",
    "garden gardening plants flowers grounds",
    "repair mend fix carpenter workshop maintenance bicycle",
    "drive driver vehicle transport collect deliver delivery",
    # events
    "event events fair stall stand open-day fete exhibition show display",
    "steward stewarding marshal guide usher direct crowd route parade procession",
    "games olympic olympics stadium torch sport",
    "tea coffee refreshments kitchen catering hospitality",
    "award awards ceremony celebration certificate party",
)
