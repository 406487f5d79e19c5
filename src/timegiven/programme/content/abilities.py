"""Short lists to pick from when someone tells us which languages they speak and what they are good at.

Source: the programme's own wording; skills follow the work areas of the MVP Guide of 2007 (clauses 10, 11, 13,
141). Both lists are a start: a force adds its own.
"""

LANGUAGES: tuple[str, ...] = (
    "Akan (Twi)",
    "Albanian",
    "Amharic",
    "Arabic",
    "Bengali",
    "British Sign Language",
    "Bulgarian",
    "Cantonese",
    "English",
    "Farsi",
    "French",
    "German",
    "Greek",
    "Gujarati",
    "Hindi",
    "Igbo",
    "Italian",
    "Kurdish",
    "Lithuanian",
    "Mandarin",
    "Pashto",
    "Polish",
    "Portuguese",
    "Punjabi",
    "Romanian",
    "Russian",
    "Somali",
    "Spanish",
    "Swahili",
    "Sylheti",
    "Tamil",
    "Tigrinya",
    "Turkish",
    "Ukrainian",
    "Urdu",
    "Vietnamese",
    "Yoruba",
)

SKILL_GROUPS: dict[str, tuple[str, ...]] = {
    "With people": (
        "Acting",
        "Customer service",
        "First aid",
        "Interviewing",
        "Listening",
        "Presenting",
        "Teaching",
        "Telephone manner",
    ),
    "In an office": ("Archiving", "Data input", "Event planning", "Filing", "Spreadsheets", "Typing"),
    "With words": ("Proofreading", "Report writing", "Research", "Translating"),
    "With pictures, the web and the press": ("Marketing", "Photography", "Public relations", "Web pages"),
    "A profession": ("Accounting", "Human resources", "Law", "Management consulting", "Statistics"),
    "Out and about": ("Driving (own car, to get here)", "Maps and geography"),
}

SKILLS: tuple[str, ...] = tuple(sorted(skill for group in SKILL_GROUPS.values() for skill in group))
