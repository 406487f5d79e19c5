"""Who hears when the force recruits officers or staff."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.engagement.models import RecruitmentNotice, RecruitmentWish
from timegiven.engagement.policies import WISH_KEPT_MONTHS
from timegiven.kernel.time import add_months
from timegiven.people.models import Volunteer


def _here() -> Q:
    return ~Q(volunteer__status=Volunteer.Status.LEFT)


def wish_of(volunteer: Volunteer) -> RecruitmentWish | None:
    return RecruitmentWish.objects.filter(volunteer=volunteer).first()


def _kept(day: date) -> Q:
    """Those who volunteer, and for a while those who have left and asked for it."""
    since = add_months(day, -WISH_KEPT_MONTHS.on(day))
    return _here() | Q(is_kept_after_leaving=True, volunteer__left_on__gt=since)


def wishes(day: date) -> QuerySet[RecruitmentWish]:
    """Those that hold on a day."""
    return RecruitmentWish.objects.filter(_kept(day)).select_related("volunteer__person", "volunteer__borough")


def wishes_over(day: date) -> QuerySet[RecruitmentWish]:
    """Those to be deleted: somebody has left and did not ask otherwise, or asked and it is long ago."""
    return RecruitmentWish.objects.exclude(_kept(day))


def number_hoping(day: date) -> int:
    """How many volunteers have asked to hear of it. To be counted, never listed."""
    return wishes(day).filter(_here()).count()


def notices() -> QuerySet[RecruitmentNotice]:
    """What was written, the newest first."""
    return RecruitmentNotice.objects.select_related("written_by").order_by("-written_at", "-pk")


def notices_to_send() -> QuerySet[RecruitmentNotice]:
    return RecruitmentNotice.objects.filter(told_at=None).order_by("written_at", "pk")
