"""A change of circumstances reported by the unit, and the assessment that answers it (clause 60)."""

from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Change, ProfileVersion, RiskAssessment
from timegiven.library.policies import CHANGE_REVIEW_DAYS
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme.models import Unit


@transaction.atomic
def report_change(version: ProfileVersion, *, unit: Unit, what: str, is_stop: bool, by: Person, at: datetime) -> Change:
    """Tell the MVP Manager that something has changed that touches the risk of a role at one's unit.

    The review comes forward: to today when it is not safe to go on, else to so many days from now (clause 60).
    """
    day = london_day(at)
    access.report_change.require(by, unit, day)
    rules.check_change(what)
    # Held, so that an assessment that is being saved either answers this change or comes before it.
    list(ProfileVersion.objects.select_for_update().filter(profile=version.profile_id).order_by("pk"))
    change = Change.objects.create(
        version=version, unit=unit, what=rules.tidy(what), is_stop=is_stop, reported_by=by, at=at
    )
    until = day if is_stop else day + timedelta(days=CHANGE_REVIEW_DAYS.on(day))
    # Every version and every assessment there, else an older one would still let the role be used.
    there = RiskAssessment.objects.filter(version__profile=version.profile, unit=unit)
    there.filter(review_on__gt=until).update(review_on=until)
    audit.record("reported a change", of=change, by=by, at=at)
    mvpm = people.mvpm_of(unit, day)
    if mvpm and mvpm != by:
        letters.write("library/changed", to=mvpm, at=at, change=change, review_on=until)
    return change


def answer_changes(assessment: RiskAssessment) -> int:
    """Note that an assessment took into account what the unit had reported before it."""
    return selectors.open_changes(assessment.version, assessment.unit).update(answered_by=assessment)
