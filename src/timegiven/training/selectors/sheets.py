"""A sheet of completions read row by row: who, which course, which day, and what stands in its way."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from timegiven.hours import selectors as hours
from timegiven.kernel.time import month_of
from timegiven.kernel.words import duration, month
from timegiven.people.access import holds
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.people.selectors import scope
from timegiven.training import rules
from timegiven.training.models import Completion, Course, CourseRequest, Sheet
from timegiven.training.selectors.completions import volunteers_trained_by
from timegiven.training.selectors.needing import needed_for, target_before

Role = Appointment.Role


@dataclass
class Row:
    """One row as it was understood. ``state`` is ready, known (on the record already), skipped or wrong."""

    number: int
    typed: dict[str, str]
    state: str = "ready"
    says: str = ""
    volunteer: Volunteer | None = None
    course: Course | None = None
    on: date | None = None
    minutes: int = 0
    because: str = ""

    @property
    def understood(self) -> tuple[Volunteer, Course, date]:
        """Who did what when, of a row that is ready."""
        if self.volunteer is None or self.course is None or self.on is None:
            raise ValueError(self)
        return self.volunteer, self.course, self.on

    @property
    def named(self) -> str:
        """Whom the sheet names, when that is nobody whom we know."""
        return next((found for each in ("name", "volunteer", "email") if (found := self.typed.get(each))), "?")


def sheets_seen_by(viewer: Person, day: date) -> QuerySet[Sheet]:
    """The sheets of the places where this person looks after training, the newest first."""
    found = Sheet.objects.filter(scope(viewer, (Role.TRAINING, Role.MVPM), day, on="unit"))
    return found.select_related("unit", "sent_by", "version__profile").order_by("-sent_at", "-pk")


class Reader:
    """Judges the rows of one sheet with a few questions for all of them."""

    def __init__(self, sheet: Sheet, by: Person, day: date) -> None:
        self.sheet, self.day = sheet, day
        found = self._people(by)
        self.by_reference = {each.reference: each for each in found}
        self.by_email = {each.person.email.lower(): each for each in found if each.person.email}
        courses = list(Course.objects.all())
        self.courses = {each.code.lower(): each for each in courses} | {each.title.lower(): each for each in courses}
        self.needed = {each.pk for each in needed_for(sheet.version)}
        agreed = CourseRequest.objects.filter(volunteer__in=found, status=CourseRequest.Status.AGREED)
        self.agreed = {(each.volunteer_id, each.course_id): each.because for each in agreed}
        done = Completion.objects.filter(person__in=[each.person_id for each in found])
        self.known: set[tuple[int, int, date | None]] = set(done.values_list("person_id", "course_id", "on"))
        strands = {each.strand for each in found}
        self.has_before = {each.pk for each in strands if target_before(each, day)}
        self.months = Months(found, holds(by, Role.MVPM, at=sheet.unit, day=day))

    def _people(self, by: Person) -> list[Volunteer]:
        """Of those whose training this person records, the ones whom the sheet names."""
        cells = [each["cells"] for each in self.sheet.rows]
        references = {each.get("volunteer", "").upper() for each in cells} - {""}
        emails = {each.get("email", "").lower() for each in cells} - {""}
        theirs = volunteers_trained_by(by, self.day).annotate(address=Lower("person__email"))
        return list(theirs.filter(Q(reference__in=references) | Q(address__in=emails)))

    def rows(self) -> list[Row]:
        return [self._judged(Row(each["number"], each["cells"])) for each in self.sheet.rows]

    def _judged(self, row: Row) -> Row:
        if not rules.sheets.is_done(row.typed.get("status", "")):
            row.state, row.says = "skipped", f"The sheet says “{row.typed['status']}”, so it is left out."
            return row
        row.says = self._who(row) or self._what(row) or self._when(row) or self._may(row)
        if row.says:
            row.state = "wrong"
            return row
        volunteer, course, on = row.understood
        if (volunteer.person_id, course.pk, on) in self.known:
            row.state, row.says = "known", "On the record already. Nothing is done twice."
        elif says := self.months.against(volunteer, on, row.minutes):
            row.state, row.says = "wrong", says
        else:
            self.known.add((volunteer.person_id, course.pk, on))  # the same row again further down
        return row

    def _who(self, row: Row) -> str:
        reference, email = row.typed.get("volunteer", "").upper(), row.typed.get("email", "").lower()
        row.volunteer = self.by_reference.get(reference) or (self.by_email.get(email) if not reference else None)
        if row.volunteer is None:
            named = reference or email
            return f"No volunteer whom you train is known as “{named}”." if named else "It does not say who it was."
        name = row.typed.get("name", "")
        if name and _plain(name) != _plain(row.volunteer.person.name):
            return f"It names {name}, and that reference is {row.volunteer.person.name}’s."
        return ""

    def _what(self, row: Row) -> str:
        typed = row.typed.get("course", "")
        row.course = self.courses.get(typed.lower())
        return "" if row.course else f"There is no course “{typed}”." if typed else "It does not say which course."

    def _when(self, row: Row) -> str:
        typed = row.typed.get("on", "")
        row.on = rules.sheets.read_day(typed)
        if row.on is None:
            return f"“{typed}” is not a day." if typed else "It does not say on which day."
        if row.on > self.day:
            return "That day has not come yet."
        minutes = rules.sheets.read_minutes(minutes=row.typed.get("minutes", ""), hours=row.typed.get("hours", ""))
        if minutes is None or minutes > rules.sheets.MOST_MINUTES:
            return "The time it took is not a number of minutes that a course can take."
        row.minutes = minutes or (row.course.minutes if row.course else 0)
        return ""

    def _may(self, row: Row) -> str:
        volunteer, course = row.volunteer, row.course
        if volunteer is None or course is None or course.pk in self.needed:
            return ""
        if course.needed_for == Course.Needed.BEFORE and volunteer.strand_id in self.has_before:
            return ""
        row.because = self.agreed.get((volunteer.pk, course.pk), "")
        if row.because:
            return ""
        return "The role does not ask for this course, and the Borough MVP Manager has not agreed to it beforehand."


class Months:
    """The room in people's months as one row after another takes of it."""

    def __init__(self, volunteers: list[Volunteer], may_change_closed: bool) -> None:
        self.people = [each.person_id for each in volunteers]
        self.may_change_closed = may_change_closed
        self.given: dict[date, dict[int, int]] = {}
        self.signed: dict[date, dict[int, int]] = {}
        self.usual: dict[tuple[date, int], int] = {}
        self.closed: set[date] = set()

    def against(self, volunteer: Volunteer, on: date, minutes: int) -> str:
        """What the month has against so many minutes more; when it is nothing, they count from now on."""
        first, pk = month_of(on), volunteer.person_id
        if first not in self.given:
            self._read(first)
        if first in self.closed and not self.may_change_closed:
            return f"{month(first)} is closed. The Borough MVP Manager can still take this row in."
        if (first, volunteer.strand_id) not in self.usual:
            self.usual[first, volunteer.strand_id] = hours.cap_on(first, volunteer.strand)
        cap = max(self.usual[first, volunteer.strand_id], self.signed[first].get(pk, 0))
        together = self.given[first].get(pk, 0) + minutes
        if together > cap:
            return f"It would take {month(first)} to {duration(together)}; the limit is {duration(cap)}."
        self.given[first][pk] = together
        return ""

    def _read(self, first: date) -> None:
        self.given[first], self.signed[first] = hours.given_by(self.people, first), hours.signed_for(self.people, first)
        self.closed |= {first} if hours.is_closed(first) else set()


def _plain(name: str) -> Any:
    return sorted(name.lower().replace(",", " ").split())


def rows_of(sheet: Sheet, by: Person, day: date) -> list[Row]:
    """The rows of a sheet as they stand now, in the order of the sheet."""
    return Reader(sheet, by, day).rows()
