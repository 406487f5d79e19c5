"""Duties and the offers of them: everybody offered the same role, place and time shares one duty."""

from datetime import datetime, timedelta

from timegiven.demonstration.make.stage import Helper, Place, Stage, Step, steps
from timegiven.people.models import Appointment
from timegiven.rota.models import Duty, Offer, OfferStep

Status = Offer.Status
OFFERED_BEFORE = timedelta(days=10)
PUBLISHED_BEFORE = timedelta(days=11)
TAKES_A_PLACE = {Status.ACCEPTED, Status.GIVEN}
PIECE = 5000


class Duties:
    """Collects offers, then writes them with their duties and steps."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.duties: dict[tuple[int, int, datetime], Duty] = {}
        self.taken: dict[str, int] = {}
        self.offers: list[tuple[Offer, datetime | None]] = []

    def duty(self, place: Place, starts_at: datetime, minutes: int) -> Duty:
        """The one duty of this role at this unit and time; as long as the longest that somebody stayed."""
        key = (place.version.pk, place.unit.pk, starts_at)
        ends_at = datetime.fromtimestamp(starts_at.timestamp() + minutes * 60, tz=starts_at.tzinfo)
        if key not in self.duties:
            self.duties[key] = Duty(
                reference=self.stage.reference(),
                version=place.version,
                unit=place.unit,
                starts_at=starts_at,
                ends_at=ends_at,
                created_by=self.stage.holder(Appointment.Role.UNIT_MANAGER, place.unit),
                published_at=min(starts_at, self.stage.at) - PUBLISHED_BEFORE,
            )
        duty = self.duties[key]
        duty.ends_at = max(duty.ends_at, ends_at)
        return duty

    def offer(
        self, helper: Helper, starts_at: datetime, minutes: int, status: str, answered_at: datetime | None
    ) -> Offer:
        """Offer the time to one volunteer; what they said, and when, is known already."""
        duty = self.duty(helper.place, starts_at, minutes)
        if status in TAKES_A_PLACE:
            self.taken[duty.reference] = self.taken.get(duty.reference, 0) + 1
        offer = Offer(
            reference=self.stage.reference(),
            duty=duty,
            placement=helper.placement,
            person=helper.person,
            status=status,
            offered_at=min(starts_at - OFFERED_BEFORE, self.stage.at - timedelta(hours=14)),
        )
        self.offers.append((offer, answered_at))
        return offer

    def keep(self) -> None:
        """Write everything; a duty has a place for each who took it up, and now and then one more."""
        for duty in self.duties.values():
            spare = 1 if self.stage.chance(0.2) else 0
            duty.most = max(1, self.taken.get(duty.reference, 0) + spare)
        self.stage.keep(list(self.duties.values()))
        for first in range(0, len(self.offers), PIECE):
            piece = self.offers[first : first + PIECE]
            self.stage.keep([offer for offer, _ in piece])
            self.stage.keep_steps(
                OfferStep, [step for offer, answered_at in piece for step in self._steps(offer, answered_at)]
            )

    def _steps(self, offer: Offer, answered_at: datetime | None) -> list[Step]:
        way = [(Status.OPEN, offer.duty.created_by, offer.offered_at)]
        if offer.status in {Status.GIVEN, Status.RELEASED}:
            way.append((Status.ACCEPTED, offer.person, offer.offered_at + timedelta(hours=9)))
        if offer.status != Status.OPEN and answered_at:
            by = None if offer.status == Status.LAPSED else offer.person
            way.append((offer.status, by, answered_at))
        return steps(offer, way)
