"""Short lists to pick from when someone tells us which languages they speak and what they are good at.

Source: the programme's own wording; skills follow the work areas of the MVP Guide of 2007 (clauses 10, 11, 13,
141). Both lists are a start: a force adds its own.
"""

LANGUAGES: tuple[str, ...] = (
    "Akan (Twi)", "Albanian", "Amharic", "Arabic", "Bengali", "British Sign Language", "Bulgarian", "Cantonese",
    "English", "Farsi", "French", "German", "Greek", "Gujarati", "Hindi", "Igbo", "Italian", "Kurdish",
    "Lithuanian", "Mandarin", "Pashto", "Polish", "Portuguese", "Punjabi", "Romanian", "Russian", "Somali",
    "Spanish", "Swahili", "Sylheti", "Tamil", "Tigrinya", "Turkish", "Ukrainian", "Urdu", "Vietnamese", "Yoruba",
)

SKILLS: tuple[str, ...] = (
    "Accounting", "Acting", "Archiving", "Customer service", "Data input", "Driving (own car, to get here)",
    "Event planning", "Filing", "First aid", "Human resources", "Interviewing", "Law", "Listening",
    "Management consulting", "Maps and geography", "Marketing", "Photography", "Presenting", "Proofreading",
    "Public relations", "Report writing", "Research", "Spreadsheets", "Statistics", "Teaching",
    "Telephone manner", "Translating", "Typing", "Web pages",
)
