"""Offer a placement, and say yes or no to it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.hours import selectors as hours
from timegiven.kernel.time import at_london, london_day
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Placement
from timegiven.placements.selectors import FOR_AN_OFFER
from timegiven.placements.services import moving
from timegiven.programme.models import Unit

Status = Placement.Status
ANSWERED = "They have answered already"


@transaction.atomic
def offer(
    volunteer: Volunteer,
    *,
    version: ProfileVersion,
    unit: Unit,
    weekly_minutes: int,
    pattern: str = "",
    reply_by: date | None = None,
    by: Person,
    at: datetime,
) -> Placement:
    """Offer a volunteer a role at a unit, with the time each week that unit and MVPM would welcome (clause 44).

    Training and the AWARE account may still be missing: they must be in order before the first day.
    """
    day = london_day(at)
    access.offer.require(by, volunteer, day)
    access.offer_at.require(by, unit, day)
    facts: dict[str, Any] = {"weekly_minutes": weekly_minutes, "pattern": pattern.strip(), "from_on": day}
    placement = put_forward(volunteer, version, unit, reply_by=reply_by, by=by, at=at, **facts)
    about = about_an_offer(placement)
    mvpm = people.named(by, volunteer.borough, day)
    letters.write("placements/offered", to=volunteer.person, at=at, **about, placement=placement, mvpm=mvpm)
    return placement


def about_an_offer(placement: Placement) -> dict[str, Any]:
    """What a letter about an offer is told: it is of use until the last day of the answer, and while there is none."""
    last = placement.reply_by
    return {"about": [placement], "until_at": at_london(last + timedelta(days=1), time()) if last else None}


def put_forward(
    volunteer: Volunteer,
    version: ProfileVersion,
    unit: Unit,
    *,
    reply_by: date | None,
    by: Person,
    at: datetime,
    what: str = rules.NOT_OFFERED,
    **facts: Any,
) -> Placement:
    """The offer itself, of a placement, a move or a loan: in order on its first day, and not there already.

    A refusal begins with ``what`` did not happen.
    """
    day, is_loan = london_day(at), facts.get("is_loan", False)
    moved_from = facts.get("moved_from")
    strand = volunteer.strand if is_loan else moving.strand_after(volunteer, version, moved_from=moved_from)
    usual_minutes, usual_day = selectors.usual_terms(day, strand)
    answer_by = reply_by or usual_day
    rules.check_reply_day(reply_by=answer_by, day=day, usual=usual_day, is_loan=is_loan, what=what)
    # The strand's limit, also where somebody signed for a longer month: that is one month, and this is for every month.
    cap = hours.cap_on(day, strand)
    rules.check_weekly(minutes=facts["weekly_minutes"], cap=cap, usual=usual_minutes, what=what)
    selectors.require_ready(volunteer.person, version, unit, facts["from_on"], checks=FOR_AN_OFFER, what=what)
    same = {"volunteer": volunteer, "unit": unit, "version__profile": version.profile}  # in whichever version
    is_placed = Placement.objects.filter(**same, status__in=(Status.OFFERED, *Placement.LIVE)).exists()
    rules.check_not_twice(is_placed=is_placed, role=version.title, unit=unit.full_name, what=what)
    placement = _create(version, unit, volunteer=volunteer, offered_by=by, reply_by=answer_by, **facts)
    Placement.lifecycle.begin(placement, by=by, at=at)
    audit.record("offered placement", of=placement, by=by, at=at, about=volunteer.person)
    return placement


def _create(version: ProfileVersion, unit: Unit, **facts: Any) -> Placement:
    """The new row; the table itself refuses a second one of the same kind, also to two offers at once."""
    try:
        with transaction.atomic():
            return Placement.objects.create(version=version, unit=unit, **facts)
    except IntegrityError:
        rules.check_not_twice(is_placed=True, role=version.title, unit=unit.full_name)
        raise  # a constraint other than this one


@transaction.atomic
def agree(placement: Placement, *, by: Person, at: datetime) -> None:
    """The volunteer says yes: unit and MVPM are told, and the volunteer gets the numbers of both (clause 46)."""
    day = london_day(at)
    access.answer.require(by, placement, day)
    rules.check_in_time(reply_by=placement.reply_by, day=day)
    Placement.lifecycle.move(placement, Status.AGREED, by=by, at=at)
    letters.overtake([placement], why=ANSWERED, at=at)
    person, version, unit = placement.volunteer.person, placement.version, placement.unit
    what = "The placement is not agreed"
    begins = max(day, placement.from_on) if placement.is_loan else day
    selectors.require_ready(person, version, unit, begins, checks=FOR_AN_OFFER, what=what, own=by == person)
    Placement.objects.filter(pk=placement.pk).update(from_on=begins)
    placement.from_on = begins
    if placement.moved_from:
        moving.leave_the_old(placement, by=by, at=at)
    moving.follow_the_role(placement, by=by, at=at)
    audit.record("agreed to placement", of=placement, by=by, at=at, about=person)
    _tell_of_agreement(placement, at=at)
    moving.tell_the_new_borough("placements/elsewhere_answered", placement, at=at)


def _tell_of_agreement(placement: Placement, *, at: datetime) -> None:
    mvpm, managers = selectors.mvpm_and_managers(placement, london_day(at))
    facts: dict[str, Any] = {"placement": placement, "mvpm": mvpm, "managers": managers}
    letters.write("placements/agreed", to=placement.volunteer.person, at=at, about=[placement], **facts)
    for manager in managers:
        letters.write("placements/agreed_unit", to=manager, at=at, **facts)
    if mvpm:
        letters.write("placements/agreed_mvpm", to=mvpm, at=at, **facts)


@transaction.atomic
def decline(placement: Placement, *, by: Person, at: datetime) -> None:
    """The volunteer says no, thank you. No reason is asked, and it changes nothing for other offers."""
    day = london_day(at)
    access.answer.require(by, placement, day)
    Placement.lifecycle.move(placement, Status.DECLINED, by=by, at=at)
    letters.overtake([placement], why=ANSWERED, at=at)
    audit.record("declined placement", of=placement, by=by, at=at, about=placement.volunteer.person)
    mvpm, _ = selectors.mvpm_and_managers(placement, day)
    if mvpm:
        letters.write("placements/declined", to=mvpm, at=at, placement=placement)
    moving.tell_the_new_borough("placements/elsewhere_answered", placement, at=at)
