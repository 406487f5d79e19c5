"""Grace Adeyemi, taken on at the records office of Camden: what stands when a journey of the later scenes begins."""

from datetime import UTC, date, datetime, time

from tests import builders
from tests.builders import NOW
from tests.journeys.scenes import Camden
from timegiven.attendance import services as attendance
from timegiven.attendance.models import SessionReport
from timegiven.hours.models import Entry
from timegiven.people.models import Person
from timegiven.placements import services as placements
from timegiven.placements.models import Placement
from timegiven.rota import services as rota
from timegiven.rota.models import Duty, Offer

TUESDAY = datetime(2007, 5, 1, 9, 0, tzinfo=UTC)  # next Tuesday, 10am in London


class Giving(Camden):
    """Everything is in order for Grace to give time as an archive files helper."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.version = self.approved()
        self.placement = builders.a_ready_volunteer(
            unit=self.unit, version=self.version, name="Grace Adeyemi", email="grace@example.org"
        )
        self.volunteer = self.placement.volunteer
        self.grace: Person = self.volunteer.person

    def unplaced(self) -> None:
        """Nothing has been offered to her yet."""
        self.placement.delete()

    def offered(self) -> Placement:
        """The placement, offered by the MVPM."""
        self.unplaced()
        return placements.offer(
            self.volunteer,
            version=self.version,
            unit=self.unit,
            weekly_minutes=240,
            pattern="Tuesday mornings",
            by=self.mvpm,
            at=NOW,
        )

    def agreed(self) -> Placement:
        """The placement, offered and said yes to."""
        placement = self.offered()
        placements.agree(placement, by=self.grace, at=NOW)
        return placement

    def duty(self, starts_at: datetime = TUESDAY) -> Duty:
        """A duty of four hours with one place."""
        return builders.a_duty(self.placement, starts_at=starts_at)

    def asked(self, duty: Duty | None = None) -> Offer:
        """Grace, asked about a duty by the unit manager."""
        duty = duty or self.duty()
        (offer,) = rota.offer(duty, placements=[self.placement.reference], by=self.manager, at=NOW)
        return offer

    def coming(self, duty: Duty | None = None) -> Offer:
        """Grace, who has said yes to a duty."""
        offer = self.asked(duty)
        rota.accept(offer, by=self.grace, at=NOW)
        return offer

    def reported(self, *, hours: int = 4) -> SessionReport:
        """Her report of last Tuesday's session, from 10am on."""
        return attendance.report(
            self.placement,
            day=date(2007, 4, 17),
            starts=time(10),
            ends=time(10 + hours),
            tasks=[1],
            by=self.grace,
            at=NOW,
        )


def ledger(person: Person) -> list[tuple[str, int]]:
    """What the ledger holds for somebody: (kind, minutes), the oldest first."""
    return list(Entry.objects.filter(person=person).order_by("pk").values_list("kind", "minutes"))
