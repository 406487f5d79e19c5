"""Days and times of the week: suggested by one side, agreed when all three have said yes (clause 44)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.hours import selectors as hours
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Pattern, PatternTime, PatternYes, Placement

Status, Side = Pattern.Status, PatternYes.Side
SUGGESTED = "placements/pattern_suggested"


@transaction.atomic
def suggest_pattern(placement: Placement, *, times: Sequence[rules.Time], by: Person, at: datetime) -> Pattern:
    """Suggest days and times. It takes the place of what was suggested before; what is agreed stays until all agree."""
    day = london_day(at)
    access.agree_pattern.require(by, placement, day)
    rules.check_goes_on(is_live=placement.status in Placement.LIVE)
    rules.check_has_weeks(is_for_one_day=placement.is_for_one_day)
    rules.check_times(times)
    cap = hours.cap_on(day, placement.volunteer.strand)  # a signature is for one month; this is for every month
    minutes = rules.check_fits(times, cap=cap, weeks=rules.WEEKS)
    for earlier in Pattern.objects.select_for_update().filter(placement=placement, status=Status.SUGGESTED):
        Pattern.lifecycle.move(earlier, Status.SET_ASIDE, by=by, at=at)
    pattern = Pattern.objects.create(placement=placement, weekly_minutes=minutes)
    Pattern.lifecycle.begin(pattern, by=by, at=at)
    PatternTime.objects.bulk_create(PatternTime(pattern=pattern, **_row(each)) for each in sorted(times))
    audit.record("suggested days and times", of=pattern, by=by, at=at, about=placement.volunteer.person)
    _say_yes(pattern, by=by, at=at)
    return pattern


def _row(time: rules.Time) -> dict[str, object]:
    return {"weekday": time.weekday, "starts": time.starts, "ends": time.ends, "is_optional": time.is_optional}


@transaction.atomic
def agree_pattern(pattern: Pattern, *, by: Person, at: datetime) -> None:
    """Say yes for one's own side to what was suggested."""
    access.agree_pattern.require(by, pattern.placement, london_day(at))
    held = Pattern.objects.select_for_update().get(pk=pattern.pk)
    rules.check_still_suggested(is_suggested=held.status == Status.SUGGESTED)
    rules.check_goes_on(is_live=pattern.placement.status in Placement.LIVE)
    rules.check_has_a_say(sides=selectors.sides_to_say(by, pattern, london_day(at)))
    audit.record("agreed days and times", of=pattern, by=by, at=at, about=pattern.placement.volunteer.person)
    _say_yes(pattern, by=by, at=at)


def _say_yes(pattern: Pattern, *, by: Person, at: datetime) -> None:
    """Note the yes of each side that this person speaks for; with the last one it is agreed."""
    day = london_day(at)
    mine = selectors.sides_to_say(by, pattern, day)
    PatternYes.objects.bulk_create(PatternYes(pattern=pattern, side=side, by=by, at=at) for side in mine)
    said = set(PatternYes.objects.filter(pattern=pattern).values_list("side", flat=True))
    waits_for = [side for side in Side.values if side not in said]
    if not waits_for:
        _agree(pattern, by=by, at=at)
    placement, template = pattern.placement, SUGGESTED if waits_for else "placements/pattern_agreed"
    letters.overtake([placement], why="It is agreed, or other times were suggested", at=at, template=SUGGESTED)
    for reader in selectors.who_agrees(placement, waits_for or Side.values, day):
        if reader != by:
            facts: dict[str, Any] = {"placement": placement, "times": selectors.pattern_in_words(pattern)}
            letters.write(template, to=reader, at=at, about=[placement], by=by, **facts)


def _agree(pattern: Pattern, *, by: Person, at: datetime) -> None:
    placement = pattern.placement
    for earlier in Pattern.objects.filter(placement=placement, status=Status.AGREED):
        Pattern.lifecycle.move(earlier, Status.SET_ASIDE, by=by, at=at)
    Pattern.lifecycle.move(pattern, Status.AGREED, by=by, at=at)
    agreed = {"pattern": selectors.pattern_in_words(pattern)[:200], "weekly_minutes": pattern.weekly_minutes}
    Placement.objects.filter(pk=placement.pk).update(**agreed)
    for name, value in agreed.items():
        setattr(placement, name, value)
