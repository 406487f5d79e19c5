"""The duty and the coming and going of which a report tells, though it was not written from their page."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q

from timegiven.attendance.models import Presence, SessionReport
from timegiven.kernel.among import Among
from timegiven.rota.models import Offer

SOONER = timedelta(hours=2)  # so long before the session somebody may have come, of whom nobody said when they left


class Untold:
    """Duties agreed to and comings of which nothing has been told yet, by placement; each is told of once."""

    def __init__(self, placements: Iterable[int], starts_at: datetime, ends_at: datetime) -> None:
        theirs = {"placement__in": Among(set(placements))}
        self._duties: dict[int, list[Offer]] = defaultdict(list)
        agreed = Offer.objects.filter(**theirs, status=Offer.Status.ACCEPTED)
        agreed = agreed.filter(duty__starts_at__lt=ends_at, duty__ends_at__gt=starts_at)
        for offer in agreed.select_related("duty").order_by("duty__starts_at", "pk"):
            self._duties[offer.placement_id].append(offer)
        self._visits: dict[int, list[Presence]] = defaultdict(list)
        told = SessionReport.objects.filter(SessionReport.STANDING, presence__isnull=False).values("presence")
        came = Presence.objects.filter(**theirs, came_at__lt=ends_at).exclude(pk__in=told)
        came = came.filter(Q(left_at__gt=starts_at) | Q(left_at=None, came_at__gte=starts_at - SOONER))
        for presence in came.order_by("came_at", "pk"):
            self._visits[presence.placement_id].append(presence)

    def duty(self, placement: int, starts_at: datetime, ends_at: datetime) -> Offer | None:
        """The duty that shares most time with a session."""

        def shared(offer: Offer) -> timedelta:
            return min(offer.duty.ends_at, ends_at) - max(offer.duty.starts_at, starts_at)

        near = [each for each in self._duties[placement] if shared(each) > timedelta()]
        found = max(near, key=shared, default=None)
        if found is not None:
            self._duties[placement].remove(found)
        return found

    def visit(self, placement: int, starts_at: datetime, ends_at: datetime) -> Presence | None:
        """The last coming that belongs to a session."""
        near = [
            each
            for each in self._visits[placement]
            if each.came_at < ends_at
            and (each.left_at > starts_at if each.left_at else each.came_at >= starts_at - SOONER)
        ]
        if near:
            self._visits[placement].remove(near[-1])
        return near[-1] if near else None
