"""Who completed which course; training of the year counts in the ledger like any other time given."""

from datetime import date, timedelta

from timegiven.demonstration.make.stage import Given, Helper, Stage
from timegiven.hours.models import Entry
from timegiven.kernel.time import add_months, month_of
from timegiven.people.models import Appointment
from timegiven.training.models import Completion, Course

BEFORE = (("G1", 24), ("G3", 17))  # modules, and how many days ago


def make(stage: Stage) -> None:
    stage.known["completions"] = stage.keep([each for helper in stage.helpers for each in _completions(stage, helper)])


def _completions(stage: Stage, helper: Helper) -> list[Completion]:
    courses = helper.place.courses if helper.place else []
    if helper.state == "new":
        courses = courses[:1]  # the induction; the rest is still to come
    done, days = [], set()
    for course in courses:
        on = _completed_on(stage, helper, course)
        if helper.code == "camden-volunteer" and course.code == "ELS":
            on = add_months(stage.today + timedelta(days=40), -(course.valid_months or 12))  # there is one to book
        while on in days and on > helper.volunteer.since_on:
            on -= timedelta(days=1)
        days.add(on)
        done.append(_completion(stage, helper, course, on))
    return done + _before(stage, helper)


def _before(stage: Stage, helper: Helper) -> list[Completion]:
    """Whoever prepares for the Games has taken some of the modules already."""
    if helper.volunteer.strand != stage.strands["GAMES"]:
        return []
    days = {code: stage.ago(ago) for code, ago in BEFORE}
    taken = {code: on for code, on in days.items() if helper.volunteer.since_on < on}
    return [_completion(stage, helper, stage.courses[code], on) for code, on in taken.items()]


def _completed_on(stage: Stage, helper: Helper, course: Course) -> date:
    """At the start, and again before it ran out; one course of those in state "training over" has run out."""
    since = helper.volunteer.since_on
    first = min(since + timedelta(days=stage.rng.randint(1, 12)), stage.ago(1))
    if course.valid_months is None:
        return first
    if helper.state == "training over" and course.code == "HS":
        return add_months(min(helper.until_on, stage.ago(1)), -course.valid_months)
    if add_months(first, course.valid_months) > stage.today + timedelta(days=45):
        return first
    return stage.between(5, course.valid_months * 30 - 60)


def _completion(stage: Stage, helper: Helper, course: Course, on: date) -> Completion:
    trainer = stage.holder(Appointment.Role.TRAINING, helper.borough)
    at = stage.moment(on, 17)
    row = Completion(
        reference=stage.reference(),
        person=helper.person,
        course=course,
        on=on,
        expires_on=add_months(on, course.valid_months) if course.valid_months else None,
        minutes=course.minutes,
        version=None if course.needed_for == Course.Needed.ALL else helper.place.version,
        recorded_by=trainer,
        recorded_at=at,
    )
    if stage.from_on <= on:
        stage.given.append(Given(helper, on, course.minutes, Entry.Kind.TRAINING, row.reference, at))
        stage.minutes[helper.person.pk, month_of(on)] += course.minutes
    return row
