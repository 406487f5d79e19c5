"""Training for the roles that somebody has: booking a place on a course, and signing at the unit."""

from datetime import date, datetime

from django.db import transaction

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, selectors
from timegiven.placements.models import Placement
from timegiven.training import services as training
from timegiven.training.models import Booking, Completion, Course, Session


@transaction.atomic
def book_training(session: Session, *, volunteer: Volunteer, by: Person, at: datetime) -> Booking:
    """Book a place for the role that needs the course: which one that is follows from the volunteer's placements."""
    version = selectors.role_needing(volunteer, session.course)
    return training.book(session, volunteer=volunteer, version=version, by=by, at=at)


@transaction.atomic
def sign_training(
    placement: Placement, *, course: Course, on: date, minutes: int, by: Person, at: datetime
) -> Completion:
    """The unit manager signs that a volunteer placed here has learnt a course of the role, in the agreed way."""
    access.sign_training.require(by, placement, london_day(at))
    if placement.status not in Placement.LIVE:
        raise NotAllowed(
            "We have not recorded this: the placement has ended, or has not been agreed.",
            next_step="Look at the placement to see where it stands.",
        )
    return training.sign(
        placement.volunteer, course=course, unit=placement.unit, version=placement.version, on=on, minutes=minutes,
        by=by, at=at,
    )  # fmt: skip
