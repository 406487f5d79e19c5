"""What the sessions left behind: duties that were offered, offers that were taken up, and session reports."""

from datetime import datetime, timedelta

from timegiven.attendance.models import SessionReport
from timegiven.demonstration.make.duties import Duties
from timegiven.demonstration.make.sessions import ends_at
from timegiven.demonstration.make.stage import Given, Helper, Stage
from timegiven.people.models import Appointment, Person
from timegiven.rota.models import Offer

Feeling, Status = SessionReport.Feeling, Offer.Status
FEELINGS = (Feeling.GOOD, Feeling.GOOD, Feeling.GOOD, Feeling.GOOD, Feeling.MIXED, Feeling.HARD, "", "")
WORDS = (
    "A quiet morning. We finished the whole shelf.",
    "Many visitors, all friendly. I learned the new leaflets.",
    "The team made me very welcome again.",
    "I was not sure where to send a lady with a lost purse; Sergeant Hale showed me.",
    "Two visitors were upset. It helped to talk about it afterwards.",
    "We tried the new list and it is much quicker.",
    "The heating was off, so we moved to the other room.",
)
PIECE = 5000  # reports at a time: a year of ten times the size does not fit a small machine at once


def make(stage: Stage) -> None:
    duties = Duties(stage)
    sessions: list[Given] = stage.known["sessions"]
    planned = [duties.offer(each.helper, each.starts_at, each.minutes, Status.GIVEN, each.at) for each in sessions]
    for helper, starts_at, status in _others(stage):
        duties.offer(helper, starts_at, 240, status, _answered_at(stage, starts_at, status))
    duties.keep()

    reports = []
    for first in range(0, len(sessions), PIECE):
        piece = list(zip(sessions[first : first + PIECE], planned[first : first + PIECE], strict=True))
        rows = stage.keep([_report(stage, given, offer) for given, offer in piece])
        stage.link(
            SessionReport.tasks.through,
            ("sessionreport", "task"),
            [link for row, (given, _) in zip(rows, piece, strict=True) for link in _tasks(stage, row, given)],
        )
        reports += rows
    stage.known["reports"] = list(zip(sessions, reports, strict=True))


def _report(stage: Stage, given: Given, offer: Offer) -> SessionReport:
    return SessionReport(
        reference=given.source,
        placement=given.helper.placement,
        person=given.helper.person,
        offer=offer,
        starts_at=given.starts_at,
        ends_at=ends_at(given),
        feeling=stage.rng.choice(FEELINGS),
        how_it_went=stage.rng.choice(WORDS) if stage.chance(0.15) else "",
        entry=stage.known["entries"][given.source],
        reported_by=_reporter(stage, given.helper),
        reported_at=given.at,
    )


def _reporter(stage: Stage, helper: Helper) -> Person:
    """The volunteer, or the MVP Manager from paper for somebody without e-mail."""
    return helper.person if helper.person.email else stage.holder(Appointment.Role.MVPM, helper.borough)


def _tasks(stage: Stage, report: SessionReport, given: Given) -> list[tuple[int, int]]:
    return [(report.pk, task.pk) for task in stage.rng.sample(given.helper.place.tasks, stage.rng.choice((1, 2, 2, 3)))]


def _others(stage: Stage) -> list[tuple[Helper, datetime, str]]:
    """Offers that led to no session: declined, released or lapsed; and a few that still await their report."""
    yesterday = stage.ago(1)
    free = stage.known["not given"]
    some = stage.rng.sample(free, min(len(free), stage.size.reports // 16))
    kinds = (Status.DECLINED, Status.DECLINED, Status.LAPSED, Status.RELEASED)
    rows = [(helper, stage.moment(on, helper.hour), stage.rng.choice(kinds)) for helper, on in some]
    used = {(helper.person.pk, starts_at) for helper, starts_at, _ in rows}
    awaited = [
        (helper, stage.moment(on, helper.hour), Status.ACCEPTED)
        for helper, on in free
        if on >= stage.ago(3) and helper.state == "settled"
        and (helper.person.pk, stage.moment(on, helper.hour)) not in used
    ][: max(1, stage.size.volunteers // 70)]  # fmt: skip
    settled = next(helper for helper in stage.helpers if helper.code == "camden-volunteer")
    return [*rows, *awaited, (settled, stage.moment(yesterday, 10), Status.ACCEPTED)]


def _answered_at(stage: Stage, starts_at: datetime, status: str) -> datetime:
    if status == Status.LAPSED:
        return starts_at
    return starts_at - timedelta(days=stage.rng.randint(1, 6), hours=3)
