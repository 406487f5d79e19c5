"""Whom to ask, gently, how a session went."""

from datetime import datetime, timedelta

from django.db.models import Count, QuerySet

from timegiven.attendance.policies import NEW_FOR_MONTHS, REMIND_NEW, REMIND_SETTLED
from timegiven.attendance.selectors.mondays import not_handed_over
from timegiven.kernel.time import add_months, london_day
from timegiven.people.models import Volunteer
from timegiven.programme.models import Strand
from timegiven.programme.policy import all_on
from timegiven.rota.models import Offer

MOST_AT_ONCE = 500


def to_remind(at: datetime) -> list[tuple[Offer, int, bool]]:
    """(offer, which reminder, whether they are new): sessions that are over, without a report, and due to be asked of.

    People without e-mail hand in paper, and are not asked by post.
    """
    today = london_day(at)
    due: list[tuple[Offer, int, bool]] = []
    for strand in Strand.objects.all():
        new_for, often, seldom = all_on(today, NEW_FOR_MONTHS, REMIND_NEW, REMIND_SETTLED, strand=strand)
        for offer in _untold(at, strand, [*often, *seldom]).annotate(sent=Count("reminders")).iterator():
            is_new = today < add_months(max(offer.placement.from_on, offer.person.volunteer.since_on), new_for)
            days = often if is_new else seldom
            passed = len([each for each in days if (today - london_day(offer.duty.ends_at)).days >= each])
            if passed > offer.sent:
                due.append((offer, passed, is_new))
            if len(due) == MOST_AT_ONCE:
                return due
    return due


def _untold(at: datetime, strand: Strand, days: list[int]) -> QuerySet[Offer]:
    """The sessions of a strand, lately over, of which nothing has been told, by those who may be asked."""
    since = at - timedelta(days=max(days, default=0) + 7)
    return not_handed_over(
        Offer.objects.filter(status=Offer.Status.ACCEPTED, duty__ends_at__lte=at, duty__ends_at__gt=since)
        .filter(duty__cancelled_at=None)
        .exclude(person__email=None)
        .filter(person__volunteer__status=Volunteer.Status.ACTIVE, person__volunteer__strand=strand)
        .select_related("person__volunteer", "duty__version__profile", "duty__unit__borough",
                        "placement__unit__borough", "placement__volunteer")
        .order_by("duty__ends_at", "pk")
    )  # fmt: skip
