"""A copy of what somebody finds of themselves on their own pages, to take away."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from timegiven.attendance import selectors as attendance
from timegiven.audit import selectors as audit
from timegiven.concerns import selectors as concerns
from timegiven.expenses import selectors as expenses
from timegiven.hours import selectors as hours
from timegiven.joining import selectors as joining
from timegiven.joining.models import Application
from timegiven.kernel import words
from timegiven.letters import selectors as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import selectors as placements
from timegiven.training import selectors as training

HEADERS = ("About", "Day", "What is kept")
ELSEWHERE = ("name", "born", "reach", "address", "emergency")  # questions whose answers stand among the details
NOT_HERE = (
    "What referees and others told us of you in confidence.",
    "Your answers to the equality questions: they were kept without your name, so nobody can find them again.",
    "Notes of your interview, and what staff wrote to each other: ask your MVP Manager or the Central Team for them.",
)


class Kept(NamedTuple):
    """One thing: what it is about, of which day, and what it says."""

    about: str
    on: date | datetime | None
    says: str

    @property
    def cells(self) -> list[str]:
        return [self.about, words.day(self.on) if self.on else "", self.says]


def kept_of(person: Person, day: date) -> list[Kept]:
    """What is kept of a person and is theirs to have, in the order of the story; last, what is not among it."""
    found = [*_details(person, day), *_joining(person, day)]
    volunteer = people.volunteer_of(person)
    if volunteer is not None:
        found += [*_volunteering(volunteer), *_sessions(volunteer), *_money(volunteer)]
        found += [
            Kept("Worries and talks", each.told_at, _line(each.get_status_display(), str(each.words)))
            for each in concerns.concerns_of(person)
        ]
    found += [Kept("Letters", each.owed_at, each.subject) for each in letters.to(person)]
    return [*found, *_looks(person), *(Kept("Not in this copy", None, words) for words in NOT_HERE)]


def _details(person: Person, day: date) -> Iterator[Kept]:
    born_on = words.day(person.born_on) if person.born_on else ""  # type: ignore[arg-type]  # sealed as text, read as a day
    details = {
        "Name": person.name,
        "What you like to be called": person.known_as,
        "E-mail": person.email,
        "Telephone": person.phone,
        "Address": person.address,
        "Date of birth": born_on,
    }
    yield from (Kept(about, None, str(says)) for about, says in details.items() if says)
    for each in people.emergency_contacts(person):
        yield Kept("Whom to ring", each.confirmed_on, _line(each.name, each.relationship, each.phone))
    for held in people.posts(person, day):
        yield Kept("Your appointments", held.from_on, _line(held.get_role_display(), held.unit.full_name))


def _joining(person: Person, day: date) -> Iterator[Kept]:
    for application in joining.applications_of(person):
        yield from _application(application, day)
    for right in joining.rights_of(person):
        yield Kept("Right to volunteer", right.checked_on, _line(right.get_evidence_display(), right.conditions))
    for each in joining.clearances_of(person):
        until = f"until {words.day(each.until_on)}" if each.until_on else ""
        said = _line(each.get_outcome_display(), each.get_level_display(), until)
        yield Kept("Security check", each.decided_at, said)
    for agreed in joining.agreements_of(person):
        said = _line(agreed.edition.document.title, f"edition {agreed.edition.number}", f"signed {agreed.typed_name}")
        yield Kept("Agreed to", agreed.accepted_at, said)
    for held in joining.passes_of(person):
        yield Kept("Volunteer pass", held.from_on, _line(held.number, held.get_status_display()))
    for told in joining.declarations_of(person):
        yield Kept(
            "Changes that you told", told.declared_at, _line(*map(str, (told.health, told.convictions, told.finance)))
        )


def _application(application: Application, day: date) -> Iterator[Kept]:
    role = application.profile.title if application.profile else ""
    said = _line(application.get_status_display(), application.borough.name, application.strand.name, role)
    yield Kept("Your application", application.registered_at, said)
    for card in joining.answers(application, day):
        if card["code"] not in ELSEWHERE and not card["code"].startswith("referee_"):
            for row in card["rows"]:
                yield Kept(f"Your answers: {card['title']}", None, f"{row['key']}: {row['value']}")
    if application.interview_at:
        yield Kept("Your interview", application.interview_at, "It was held")
    for named in joining.references_of(application):
        said = _line(named.name, named.known_as_what, named.email, named.phone, named.get_status_display())
        yield Kept("Whom you named to tell us about you", named.asked_at, said)


def _volunteering(volunteer: Volunteer) -> Iterator[Kept]:
    said = _line(volunteer.get_status_display(), volunteer.borough.name, volunteer.strand.name)
    yield Kept("Volunteering since", volunteer.since_on, said)
    for each in placements.placements_of(volunteer):
        said = _line(each.version.title, each.unit.full_name, each.get_status_display(), each.pattern)
        yield Kept("Your roles", each.from_on, said)
    card = placements.card_of(volunteer)
    if card is not None:
        yield Kept("What helps you, and what to do", card.written_at, _line(str(card.helps), str(card.what_to_do)))
    for done in training.completions_of(volunteer.person):
        until = f"good until {words.day(done.expires_on)}" if done.expires_on else ""
        yield Kept("Training", done.on, _line(done.course.title, until))


def _sessions(volunteer: Volunteer) -> Iterator[Kept]:
    for each in hours.all_entries_of(volunteer.person):
        taken_back = "taken back" if each.minutes < 0 else ""
        yield Kept(
            "Time given", each.on, _line(each.get_kind_display(), words.duration(each.minutes), taken_back, each.why)
        )
    for report in attendance.reports_of(volunteer.person):
        times = f"{words.clock(report.starts_at)} to {words.clock(report.ends_at)}"
        told = (report.how_it_went, report.something_else, report.worry, report.idea, report.thank_you)
        yield Kept("Session reports", report.starts_at, _line(report.placement.version.title, times, *map(str, told)))


def _money(volunteer: Volunteer) -> Iterator[Kept]:
    for agreed in expenses.agreed_with(volunteer):
        said = _line(agreed.get_kind_display(), agreed.what, agreed.get_status_display())
        yield Kept("Costs agreed beforehand", agreed.from_on, said)
    for claim in expenses.own(volunteer.person).prefetch_related("lines"):
        costs = [_line(each.get_kind_display(), words.pounds(each.pence), each.what) for each in claim.lines.all()]
        yield Kept(
            "Claims", claim.on, _line(claim.get_status_display(), words.pounds(claim.pence), *costs, claim.answer)
        )


def _looks(person: Person) -> Iterator[Kept]:
    for look in people.told(audit.about(person), to=person):
        yield Kept("Who did or saw what", look.at, _line(look.act, look.who, look.why))


def _line(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
