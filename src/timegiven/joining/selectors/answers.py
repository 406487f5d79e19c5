"""What an applicant has answered, question by question: to be typed on, and to be read."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from timegiven.joining import rules
from timegiven.joining.models import Application
from timegiven.joining.policies import GROWN_UP
from timegiven.joining.rules import Section
from timegiven.joining.selectors.guardians import guardian_read, guardian_typed
from timegiven.joining.selectors.references import referees_on, references_of
from timegiven.kernel import words
from timegiven.kernel.references import digest
from timegiven.people import selectors as people
from timegiven.programme.content.motivations import MOTIVATIONS

DAYS = {
    "MON": "Monday", "TUE": "Tuesday", "WED": "Wednesday", "THU": "Thursday",
    "FRI": "Friday", "SAT": "Saturday", "SUN": "Sunday",
}  # fmt: skip
PARTS = {"AM": "Mornings", "PM": "Afternoons", "EVE": "Evenings"}
HOW_OFTEN = {
    "WEEK": "Every week or so", "FORTNIGHT": "About every fortnight", "MONTH": "About once a month",
    "CHANGES": "It changes from week to week",
}  # fmt: skip
TRAVEL = {
    "WALK": "On foot or by wheelchair", "CYCLE": "By bicycle", "BUS": "By bus",
    "TRAIN": "By Underground, train or tram", "CAR": "In my own car or on my own motorcycle",
    "LIFT": "Somebody gives me a lift", "OTHER": "Some other way",
}  # fmt: skip
DRIVES = "CAR"


def sections_of(application: Application, day: date) -> list[Section]:
    """The questions that this applicant is asked: the young name a guardian, drivers think of their insurer.

    So many people who know them as are needed today; once it has been sent, as many as were named on it.
    """
    young = application.person.age_on(day)
    grown_up = GROWN_UP.on(day, application.strand)
    return rules.sections_for(
        is_young=young is not None and young < grown_up,
        drives=DRIVES in application.travel,
        referees=referees_on(application, day),
    )


def section_answers(application: Application, code: str) -> dict[str, Any]:
    """What has been typed in answer to a question so far, by the names of its boxes."""
    typed = _TYPED.get(code) or _referee(rules.referee_position(code))
    return typed(application)


def mark_of(application: Application, code: str) -> str:
    """A mark that changes when the answer to a question changes; it says nothing of the answer."""
    typed = json.dumps([application.reference, section_answers(application, code)], default=str, sort_keys=True)
    return digest(typed)[:16]


def answers(application: Application, day: date) -> list[dict[str, Any]]:
    """Every question with its answer in words, for reading before sending."""
    return [
        {"code": section.code, "title": section.title, "rows": _rows(section.code, application)}
        for section in sections_of(application, day)
    ]


def _rows(code: str, application: Application) -> list[dict[str, object]]:
    read = _READ.get(code) or _read_referee(rules.referee_position(code))
    return read(application)


def _of_person(*names: str) -> Callable[[Application], dict[str, Any]]:
    return lambda application: {name: getattr(application.person, name) for name in names}


def _of_application(*names: str) -> Callable[[Application], dict[str, Any]]:
    return lambda application: {name: getattr(application, name) for name in names}


def _time(application: Application) -> dict[str, Any]:
    chosen = application.availability
    return {
        "days": [code for code in DAYS if code in chosen],
        "parts": [code for code in PARTS if code in chosen],
        "how_often": application.how_often,
    }


def _vehicle(application: Application) -> dict[str, Any]:
    said = application.vehicle_said_on is not None
    return {"tells_insurer": said, "no_police_vehicles": said}


def _emergency(application: Application) -> dict[str, Any]:
    named = zip(("", "second_"), people.emergency_contacts(application.person), strict=False)
    return {before + part: getattr(each, part) for before, each in named for part in ("name", "relationship", "phone")}


def _referee(position: int) -> Callable[[Application], dict[str, Any]]:
    def typed(application: Application) -> dict[str, Any]:
        named = references_of(application).filter(position=position).first()
        if named is None:
            return {}
        return {name: getattr(named, name) for name in ("name", "known_as_what", "email", "phone")}

    return typed


_TYPED: dict[str, Callable[[Application], dict[str, Any]]] = {
    "name": _of_person("name", "known_as"),
    "born": _of_person("born_on"),
    "reach": _of_person("phone"),
    "address": _of_person("address"),
    "why": _of_application("motivations", "about"),
    "skills": _of_application("skills"),
    "languages": _of_application("languages"),
    "time": _time,
    "travel": _of_application("travel"),
    "vehicle": _vehicle,
    "help": _of_application("what_would_help"),
    "emergency": _emergency,
    "guardian": guardian_typed,
}


def _row(key: str, value: object) -> dict[str, object]:
    return {"key": key, "value": value or "Not given"}


def _read_name(application: Application) -> list[dict[str, object]]:
    return [_row("Name", application.person.name), _row("Known as", application.person.known_as)]


def _read_born(application: Application) -> list[dict[str, object]]:
    born_on: Any = application.person.born_on
    return [_row("Date of birth", words.day(born_on) if born_on else "")]


def _read_reach(application: Application) -> list[dict[str, object]]:
    return [_row("Email", application.person.email), _row("Telephone", application.person.phone)]


def _read_address(application: Application) -> list[dict[str, object]]:
    return [_row("Address", application.person.address)]


def _read_why(application: Application) -> list[dict[str, object]]:
    chosen = [each.words for each in MOTIVATIONS if each.code in application.motivations]
    return [_row("Reasons", "\n".join(chosen)), _row("In own words", application.about)]


def _read_skills(application: Application) -> list[dict[str, object]]:
    return [_row("Skills", ", ".join(application.skills))]


def _read_languages(application: Application) -> list[dict[str, object]]:
    return [_row("Languages", ", ".join(application.languages))]


def _read_time(application: Application) -> list[dict[str, object]]:
    typed = _time(application)
    return [
        _row("Days", words.several([DAYS[code] for code in typed["days"]])),
        _row("Parts of the day", words.several([PARTS[code].lower() for code in typed["parts"]]).capitalize()),
        _row("How often", HOW_OFTEN.get(application.how_often)),
    ]


def _read_travel(application: Application) -> list[dict[str, object]]:
    return [_row("Usual way", "\n".join(TRAVEL[code] for code in TRAVEL if code in application.travel))]


def _read_vehicle(application: Application) -> list[dict[str, object]]:
    said = f"Said on {words.day(application.vehicle_said_on)}" if application.vehicle_said_on else ""
    return [_row("Tells their own insurer", said), _row("Drives no police vehicle", said)]


def _read_help(application: Application) -> list[dict[str, object]]:
    return [_row("What would help", application.what_would_help)]


def _read_emergency(application: Application) -> list[dict[str, object]]:
    contacts = people.emergency_contacts(application.person)
    if not contacts:
        return [_row("Ring first", "")]
    calls = zip(("Ring first", "If nobody answers"), contacts, strict=False)
    return [
        *(_row(call, f"{_known_as(each)}\n{each.phone}") for call, each in calls),
        _row("Confirmed on", words.day(contacts[0].confirmed_on)),
    ]


def _read_referee(position: int) -> Callable[[Application], list[dict[str, object]]]:
    def read(application: Application) -> list[dict[str, object]]:
        typed = _referee(position)(application)
        reach = [typed.get(name) for name in ("name", "known_as_what", "email", "phone")]
        return [_row("Referee", "\n".join(part for part in reach if part))]

    return read


_READ: dict[str, Callable[[Application], list[dict[str, object]]]] = {
    "name": _read_name,
    "born": _read_born,
    "reach": _read_reach,
    "address": _read_address,
    "why": _read_why,
    "skills": _read_skills,
    "languages": _read_languages,
    "time": _read_time,
    "travel": _read_travel,
    "vehicle": _read_vehicle,
    "help": _read_help,
    "emergency": _read_emergency,
    "guardian": guardian_read,
}


def _known_as(contact: Any) -> str:
    """Their name, with who they are to the applicant where that was said."""
    return f"{contact.name} ({contact.relationship})" if contact.relationship else str(contact.name)
