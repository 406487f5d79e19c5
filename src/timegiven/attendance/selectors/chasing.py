"""Whom to ask, gently, how a session went."""

from datetime import datetime, timedelta

from django.db.models import Count

from timegiven.attendance.policies import NEW_FOR_MONTHS, REMIND_NEW, REMIND_SETTLED
from timegiven.kernel.time import add_months, london_day
from timegiven.people.models import Volunteer
from timegiven.programme.policy import all_on
from timegiven.rota.models import Offer

MOST_AT_ONCE = 500


def to_remind(at: datetime) -> list[tuple[Offer, int, bool]]:
    """(offer, which reminder, whether they are new): sessions that are over, without a report, and due to be asked of.

    People without e-mail hand in paper, and are not asked by post.
    """
    today = london_day(at)
    new_for, often, seldom = all_on(today, NEW_FOR_MONTHS, REMIND_NEW, REMIND_SETTLED)
    longest = max([*often, *seldom], default=0)
    found = (
        Offer.objects.filter(status=Offer.Status.ACCEPTED, duty__ends_at__lte=at)
        .filter(duty__ends_at__gt=at - timedelta(days=longest + 7), duty__cancelled_at=None)
        .exclude(person__email=None)
        .filter(person__volunteer__status=Volunteer.Status.ACTIVE)
        .annotate(sent=Count("reminders"))
        .select_related("person__volunteer", "duty__version__profile", "duty__unit__borough",
                        "placement__unit__borough", "placement__volunteer")
        .order_by("duty__ends_at", "pk")
    )  # fmt: skip
    due: list[tuple[Offer, int, bool]] = []
    for offer in found[:MOST_AT_ONCE]:
        is_new = today < add_months(max(offer.placement.from_on, offer.person.volunteer.since_on), new_for)
        days = sorted(often if is_new else seldom)
        passed = len([each for each in days if (today - london_day(offer.duty.ends_at)).days >= each])
        if passed > offer.sent:
            due.append((offer, passed, is_new))
    return due
