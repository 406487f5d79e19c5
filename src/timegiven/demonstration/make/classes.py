"""Sessions of courses: some to come, one full with a waiting list, one to close, some held; and what waits for answers.

It has dice of its own: it came late to the story, and must not turn the first ones.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from random import Random
from typing import Any

from timegiven.demonstration.make.stage import Helper, Stage, Step, steps
from timegiven.people.models import Appointment
from timegiven.programme.models import Unit
from timegiven.training.models import (
    Booking,
    BookingStep,
    Completion,
    Course,
    CourseRequest,
    CourseRequestStep,
    Material,
    Session,
    SessionStep,
    Sheet,
    SheetStep,
    UnitTraining,
    UnitTrainingStep,
)

TRAINING, MVPM, MANAGER = Appointment.Role.TRAINING, Appointment.Role.MVPM, Appointment.Role.UNIT_MANAGER
# For Camden: course, in how many days, hour, hours, places, open to all. The first is full, the last is to close.
TO_COME = (
    ("HS", 6, 10, 1, 12, True),
    ("ELS", 9, 10, 3, 10, False),
    ("IND", 12, 14, 2, 15, False),
    ("MH", 13, 10, 2, 8, True),
    ("HS", 20, 18, 1, 20, True),
    ("ELS", 23, 17, 3, 10, False),
    ("FCB", 27, 10, 3, 10, False),
    ("HS", -1, 10, 1, 15, True),
)
GAMES = (("G1", 8, 10, 3), ("G2", 15, 10, 4), ("G5", 22, 10, 4))
HELD = 4  # how many of the courses that were recorded lately become sessions with a register


def make(stage: Stage) -> None:
    camden = next(unit for unit in stage.boroughs if unit.name == "Camden")
    made = Classes(stage, camden)
    waiting = [each for each in stage.helpers if each.state == "training over" and each.person.is_active]
    made.to_come(waiting)
    made.held()
    made.games()
    made.keep()
    _beyond_the_role(stage, camden)
    _at_the_unit(stage, camden)
    _a_sheet(stage, camden)


class Classes:
    """The sessions of the demonstration while they are being made."""

    def __init__(self, stage: Stage, camden: Unit) -> None:
        self.stage, self.camden = stage, camden
        self.dice = Random(f"classes {stage.seed} {stage.today}")  # noqa: S311 - dice for a story
        self.sessions: list[Session] = []
        self.bookings: list[Booking] = []
        self.ends: list[tuple[Any, tuple[str, ...]]] = []

    def session(
        self, course: Course, unit: Unit, days: int, hour: int, hours: int, places: int, *, for_all: bool, **more: Any
    ) -> Session:
        starts_at = self.stage.moment(self.stage.today + timedelta(days=days), hour)
        trainer = self.stage.holder(TRAINING, unit) if (TRAINING, unit.pk) in self.stage.staff else None
        made = Session(
            reference=self.stage.reference_of(self.dice),
            course=course,
            unit=unit,
            is_for_all=for_all,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=hours),
            venue=f"Training room 2, {unit.name} police station",
            joining_words="Come to the front counter and ask for the training room. There is a lift, and tea.",
            trainer=trainer.name if trainer else "The training unit",
            places=places,
            set_up_by=trainer or self.stage.holder(MVPM, unit),
            **more,
        )
        self.sessions.append(made)
        return made

    def book(self, session: Session, helper: Helper, status: str, number: int = 0) -> None:
        asked_at = self.stage.moment(min(self.stage.today, session.on) - timedelta(days=10), 9, number % 60)
        version = None if session.course.needed_for in ("ALL", "BEFORE") or not helper.place else helper.place.version
        self.bookings.append(
            Booking(
                reference=self.stage.reference_of(self.dice),
                session=session,
                volunteer=helper.volunteer,
                version=version,
                status=status,
                asked_at=asked_at,
            )
        )

    def to_come(self, waiting: list[Helper]) -> None:
        sessions = [
            self.session(self.stage.courses[code], self.camden, *when, for_all=for_all)
            for code, *when, for_all in TO_COME
        ]
        full = sessions[0]
        for number, helper in enumerate(waiting[: full.places + 3]):
            self.book(full, helper, "BOOKED" if number < full.places else "WAITING", number)
        for number, helper in enumerate(waiting[full.places + 3 :][:6]):
            self.book(sessions[-1], helper, "BOOKED", number)
        new = [each for each in self.stage.helpers if each.state == "new" and each.borough == self.camden]
        for number, helper in enumerate(new):
            self.book(sessions[2], helper, "BOOKED", number)

    def held(self) -> None:
        """What was recorded lately in Camden stood in a register."""
        found: dict[tuple[int, Any], list[Completion]] = defaultdict(list)
        helpers = {each.person.pk: each for each in self.stage.helpers}
        for each in self.stage.known["completions"]:
            lately = self.stage.ago(60) <= each.on < self.stage.today
            if lately and each.course.delivery == "SESSION" and helpers[each.person_id].borough == self.camden:
                found[each.course_id, each.on].append(each)
        for (_, on), done in sorted(found.items(), key=lambda each: each[0][1], reverse=True)[:HELD]:
            course, days = done[0].course, (on - self.stage.today).days
            session = self.session(
                course, self.camden, days, 10, max(course.minutes // 60, 1), 12, for_all=False, status="HELD"
            )
            for number, each in enumerate(done):
                self.book(session, helpers[each.person_id], "CAME", number)

    def games(self) -> None:
        """The modules before the Games begin, for those who prepare for them."""
        theirs = [each for each in self.stage.helpers if each.volunteer.strand == self.stage.strands["GAMES"]][:8]
        for code, *when in GAMES:
            session = self.session(self.stage.courses[code], self.camden, *when, 30, for_all=True)
            for number, helper in enumerate(theirs):
                if self.dice.random() < 0.6:
                    self.book(session, helper, "BOOKED", number)

    def keep(self) -> None:
        stage = self.stage
        stage.keep(self.sessions)
        stage.keep(self.bookings)
        links = [("What to expect on the day", "https://learning.example.org/on-the-day")]
        stage.keep(
            [
                Material(session=each, position=position, title=title, url=url)
                for each in self.sessions
                for position, (title, url) in enumerate(links, start=1)
            ]
        )
        stage.keep_steps(SessionStep, [step for each in self.sessions for step in self._of_session(each)])
        stage.keep_steps(BookingStep, [step for each in self.bookings for step in self._of_booking(each)])

    def _of_session(self, session: Session) -> list[Step]:
        before = self.stage.moment(min(self.stage.today, session.on) - timedelta(days=30), 9)
        moves = [("OPEN", session.set_up_by, before)]
        return steps(
            session, moves + ([("HELD", session.set_up_by, session.ends_at)] if session.status == "HELD" else [])
        )

    def _of_booking(self, booking: Booking) -> Iterable[Step]:
        person, first = booking.volunteer.person, "BOOKED" if booking.status == "CAME" else booking.status
        moves = [(first, person, booking.asked_at)]
        came = [("CAME", booking.session.set_up_by, booking.session.ends_at)] if booking.status == "CAME" else []
        return steps(booking, moves + came)


def _beyond_the_role(stage: Stage, camden: Unit) -> None:
    """One course beyond a role waits for the MVP Manager, one has been agreed to, one has not."""
    theirs = [each for each in stage.helpers if each.borough == camden and each.state == "settled"]
    dice = Random(f"beyond {stage.seed}")  # noqa: S311
    asked = (
        ("CTV", "ASKED", "The unit watches the square on market days, and I would like to help.", ""),
        ("EVT", "AGREED", "The summer fair needs people at the gates.", "Two Saturdays at the summer fair."),
        ("MED", "DECLINED", "I used to write for a newspaper.", "There is no role with the press office here yet."),
    )
    mvpm, rows = stage.holder(MVPM, camden), []
    for (code, status, wish, because), helper in zip(asked, theirs, strict=False):
        rows.append(
            CourseRequest(
                reference=stage.reference_of(dice), volunteer=helper.volunteer, course=stage.courses[code],
                status=status, wish=wish, because=because, asked_by=helper.person, asked_at=stage.moment(stage.ago(4)),
            )
        )  # fmt: skip
    stage.keep(rows)
    moves = []
    for each in rows:
        answer = [] if each.status == "ASKED" else [(each.status, mvpm, stage.moment(stage.ago(2)))]
        moves += steps(each, [("ASKED", each.asked_by, each.asked_at), *answer], why=each.because)
    stage.keep_steps(CourseRequestStep, moves)


def _at_the_unit(stage: Stage, camden: Unit) -> None:
    """The front counter of Camden teaches the log book, and has proposed to teach another course."""
    counter = stage.units["E09000007-FC"]
    manager, dice = stage.holder(MANAGER, counter), Random(f"units {stage.seed}")  # noqa: S311
    mvpm, trainer = stage.holder(MVPM, camden), stage.holder(TRAINING, camden)
    how = "Beside a colleague at the counter: first watching, then writing with somebody near.\nThe manager looks at "
    how += "three entries before signing."
    common = {"unit": counter, "how": how, "proposed_by": manager}
    agreed = UnitTraining(
        reference=stage.reference_of(dice), course=stage.courses["LOG"], status="AGREED", mvpm=mvpm,
        training_unit=trainer, **common,
    )  # fmt: skip
    proposed = UnitTraining(reference=stage.reference_of(dice), course=stage.courses["SIGN"], mvpm=mvpm, **common)
    stage.keep([agreed, proposed])
    stage.keep_steps(
        UnitTrainingStep,
        [
            *steps(
                agreed,
                [("PROPOSED", manager, stage.moment(stage.ago(90))), ("AGREED", trainer, stage.moment(stage.ago(80)))],
            ),
            *steps(proposed, [("PROPOSED", manager, stage.moment(stage.ago(5)))]),
        ],
    )


def _a_sheet(stage: Stage, camden: Unit) -> None:
    """A sheet that was sent in yesterday and waits to be looked at; one row of it names nobody."""
    theirs = [each for each in stage.helpers if each.borough == camden and each.state == "settled"][3:8]
    dice, trainer = Random(f"sheets {stage.seed}"), stage.holder(TRAINING, camden)  # noqa: S311
    on = stage.ago(3).isoformat()
    cells = [
        {"volunteer": each.volunteer.reference, "name": each.person.name, "course": "DPC", "on": on, "minutes": "60"}
        for each in theirs
    ]
    cells += (
        [
            {"volunteer": "0000000000", "name": "Nobody Known", "course": "DPC", "on": on, "minutes": "60"},
            cells[0] | {"course": "Flying", "minutes": ""},
            cells[0] | {"status": "In progress"},
        ]
        if cells
        else []
    )
    rows = [{"number": number, "cells": each} for number, each in enumerate(cells, start=2)]
    sheet = Sheet(
        reference=stage.reference_of(dice), unit=camden, name="Learning site, last week.csv", rows=rows,
        sent_by=trainer, sent_at=stage.moment(stage.ago(1), 16),
    )  # fmt: skip
    stage.keep([sheet])
    stage.keep_steps(SheetStep, steps(sheet, [("READ", trainer, sheet.sent_at)]))
