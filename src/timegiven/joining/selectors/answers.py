"""What an applicant has written, section by section: to be typed on, and to be read."""

from typing import Any

from timegiven.joining.models import Application
from timegiven.joining.rules import SECTIONS
from timegiven.joining.selectors.references import references_of
from timegiven.kernel import words
from timegiven.people import selectors as people
from timegiven.programme.content.motivations import MOTIVATIONS

DAYS = {
    "MON": "Monday", "TUE": "Tuesday", "WED": "Wednesday", "THU": "Thursday",
    "FRI": "Friday", "SAT": "Saturday", "SUN": "Sunday",
}  # fmt: skip
PARTS = {"AM": "Mornings", "PM": "Afternoons", "EVE": "Evenings"}


def section_answers(application: Application, code: str) -> dict[str, Any]:
    """What has been typed in a section so far, by the names of its questions."""
    return _TYPED[code](application)


def answers(application: Application) -> list[dict[str, Any]]:
    """Every section with its answers in words, for reading before sending."""
    return [
        {"code": section.code, "title": section.title, "rows": _READ[section.code](application)} for section in SECTIONS
    ]


def _about(application: Application) -> dict[str, Any]:
    person = application.person
    return {name: getattr(person, name) for name in ("name", "known_as", "phone", "address", "born_on")}


def _why(application: Application) -> dict[str, Any]:
    return {"motivations": application.motivations, "about": application.about}


def _skills(application: Application) -> dict[str, Any]:
    return {"skills": application.skills, "languages": application.languages}


def _time(application: Application) -> dict[str, Any]:
    chosen = application.availability
    return {"days": [code for code in DAYS if code in chosen], "parts": [code for code in PARTS if code in chosen]}


def _help(application: Application) -> dict[str, Any]:
    return {"what_would_help": application.what_would_help}


def _emergency(application: Application) -> dict[str, Any]:
    contact = people.emergency_contact(application.person)
    return {name: getattr(contact, name) for name in ("name", "relationship", "phone")} if contact else {}


def _referees(application: Application) -> dict[str, Any]:
    typed = {}
    for prefix, referee in zip(("first", "second"), references_of(application)[:2], strict=False):
        for name in ("name", "known_as_what", "email", "phone"):
            typed[f"{prefix}_{name}"] = getattr(referee, name)
    return typed


_TYPED = {
    "about": _about,
    "why": _why,
    "skills": _skills,
    "time": _time,
    "help": _help,
    "emergency": _emergency,
    "referees": _referees,
}


def _row(key: str, value: object) -> dict[str, object]:
    return {"key": key, "value": value or "Not given"}


def _read_about(application: Application) -> list[dict[str, object]]:
    person, born_on = application.person, _about(application)["born_on"]
    return [
        _row("Name", person.name),
        _row("Known as", person.known_as),
        _row("Date of birth", words.day(born_on) if born_on else ""),
        _row("Email", person.email),
        _row("Telephone", person.phone),
        _row("Address", person.address),
    ]


def _read_why(application: Application) -> list[dict[str, object]]:
    chosen = [each.words for each in MOTIVATIONS if each.code in application.motivations]
    return [_row("Reasons", "\n".join(chosen)), _row("In your own words", application.about)]


def _read_skills(application: Application) -> list[dict[str, object]]:
    return [_row("Skills", ", ".join(application.skills)), _row("Languages", ", ".join(application.languages))]


def _read_time(application: Application) -> list[dict[str, object]]:
    typed = _time(application)
    return [
        _row("Days", words.several([DAYS[code] for code in typed["days"]])),
        _row("Parts of the day", words.several([PARTS[code].lower() for code in typed["parts"]]).capitalize()),
    ]


def _read_help(application: Application) -> list[dict[str, object]]:
    return [_row("What would help", application.what_would_help)]


def _read_emergency(application: Application) -> list[dict[str, object]]:
    typed = _emergency(application)
    return [
        _row("Name", typed.get("name")),
        _row("Relationship", typed.get("relationship")),
        _row("Telephone", typed.get("phone")),
    ]


def _read_referees(application: Application) -> list[dict[str, object]]:
    rows = []
    for position, referee in enumerate(references_of(application), start=1):
        reach = "\n".join(part for part in (referee.known_as_what, referee.email, referee.phone) if part)
        rows.append(_row(f"Referee {position}", f"{referee.name}\n{reach}"))
    return rows or [_row("Referees", "")]


_READ = {
    "about": _read_about,
    "why": _read_why,
    "skills": _read_skills,
    "time": _read_time,
    "help": _read_help,
    "emergency": _read_emergency,
    "referees": _read_referees,
}
