"""Major incidents: who sees which, the call-outs with their answers, the queue for a place, and what came of it all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Case, Max, Q, QuerySet, When

from timegiven.hours.models import Extension
from timegiven.kernel.desk import Need
from timegiven.kernel.time import month_of
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota import rules
from timegiven.rota.models import CallOut, Duty, Incident, Offer, OfferStep
from timegiven.rota.selectors.candidates import turns

Status = Offer.Status
COMMANDERS = (Role.MVPM, Role.CENTRAL_TEAM)
WITNESSES = (*COMMANDERS, Role.AUDITOR)
_AREAS = (*Unit.BOROUGHS, Unit.Kind.FORCE)


def incidents_seen_by(person: Person, day: date) -> QuerySet[Incident]:
    """The boards of one's own area, and those of a wider area that one's own belongs to."""
    seen = people.scope(person, WITNESSES, day, on="area")
    for path in people.paths(person, WITNESSES, day):
        above = [int(pk) for pk in path.strip("/").split("/")]
        seen |= Q(area__in=above)
    return Incident.objects.filter(seen).select_related("area__borough", "opened_by")


def areas_to_open(person: Person, day: date) -> QuerySet[Unit]:
    """The boroughs, or the force, for which somebody may open a board: the force first, then by name."""
    mine = Unit.objects.on(day).filter(people.scope(person, COMMANDERS, day), kind__in=_AREAS)
    of_all = Case(When(kind=Unit.Kind.FORCE, then=0), default=1)
    return mine.select_related("borough").order_by(of_all, "name", "pk")


def boroughs_of(incident: Incident, person: Person, day: date) -> list[Unit]:
    """The parts of an incident's area that somebody looks after, one of which is on the board at a time."""
    if incident.area.kind not in (Unit.Kind.FORCE, Unit.Kind.GROUP, Unit.Kind.BCU):
        return [incident.area]
    within = Unit.objects.on(day).filter(people.scope(person, WITNESSES, day), path__startswith=incident.area.path)
    return list(within.filter(kind__in=Unit.BOROUGHS).select_related("borough").order_by("name"))


def call_out_of(duty: Duty) -> CallOut | None:
    """The call-out that a duty is, if it is one."""
    return CallOut.objects.filter(duty=duty).select_related("incident").first()


def is_late(offer: Offer, at: datetime) -> bool:
    """Whether the time to answer a call-out is over for somebody who was asked in time and has not said yes before."""
    called = getattr(offer.duty, "call_out", None)
    if called is None or not called.is_late(at) or offer.offered_at >= called.answer_by:
        return False
    return not offer.steps.filter(status=Status.WAITING).exists()


def called_duties(incident: Incident) -> list[str]:
    """The duties of an incident, by reference."""
    return list(Duty.objects.filter(call_out__incident=incident).order_by("pk").values_list("reference", flat=True))


def in_line(duty: Duty, queue: Iterable[Offer], day: date) -> list[Offer]:
    """Those who wait for a place, in turn: at a call-out in the order of the yeses.

    Else fewer offers of late come first, then who has waited longest.
    """
    waiting = list(queue)
    if call_out_of(duty):
        said = OfferStep.objects.filter(of__in=waiting, status=Status.WAITING).order_by()
        first = dict(said.values_list("of").annotate(Max("pk")))
        return sorted(waiting, key=lambda each: first.get(each.pk, 0))
    asked = turns([each.person_id for each in waiting], day)
    return sorted(waiting, key=lambda each: (asked.get(each.person_id, 0), each.offered_at, each.pk))


@dataclass(frozen=True)
class Called:
    """One call-out with its answers, each in the order in which they came."""

    call_out: CallOut
    coming: list[Offer] = field(default_factory=list)
    in_line: list[Offer] = field(default_factory=list)
    silent: list[Offer] = field(default_factory=list)
    rather_not: int = 0  # nobody is named: a no needs no reason
    over_at: datetime | None = None

    @property
    def duty(self) -> Duty:
        return self.call_out.duty

    @property
    def asked(self) -> int:
        return len(self.coming) + len(self.in_line) + len(self.silent) + self.rather_not

    @property
    def minutes_freed(self) -> int:
        """The staff time that those who come free, where it is usual work that they do."""
        if self.duty.cancelled_at or self.call_out.kind != CallOut.Kind.USUAL:
            return 0
        return self._minutes()

    @property
    def minutes_of_support(self) -> int:
        """The time that those who come give to the incident itself."""
        if self.duty.cancelled_at or self.call_out.kind != CallOut.Kind.DIRECT:
            return 0
        return self._minutes()

    def _minutes(self) -> int:
        return rules.minutes_freed(
            starts_at=self.duty.starts_at,
            ends_at=self.duty.ends_at,
            over_at=self.over_at,
            people=len(self.coming),
        )


def called(incident: Incident) -> list[Called]:
    """All call-outs of an incident, soonest first, in two queries."""
    outs = incident.call_outs.select_related("duty__version__profile", "duty__unit__borough", "made_by")
    found = {
        each.duty_id: Called(each, over_at=incident.stood_down_at)
        for each in outs.order_by("duty__starts_at", "duty__version__profile__title", "pk")
    }
    answered = Offer.objects.filter(duty__in=found).select_related("person", "placement__volunteer")
    no: dict[int, int] = defaultdict(int)
    for offer in answered.annotate(last=Max("steps__pk")).order_by("last"):
        line = found[offer.duty_id]
        if offer.status in Offer.TAKEN:
            line.coming.append(offer)
        elif offer.status == Status.WAITING:
            line.in_line.append(offer)
        elif offer.status in (Status.OPEN, Status.LAPSED):
            line.silent.append(offer)
        else:
            no[offer.duty_id] += 1
    return [_with_noes(line, no[duty]) for duty, line in found.items()]


def _with_noes(line: Called, count: int) -> Called:
    return Called(line.call_out, line.coming, line.in_line, line.silent, count, line.over_at)


def longer_months(lines: Iterable[Called]) -> list[Extension]:
    """The months that somebody signed for, of those who come: each with who signed, and why."""
    wanted = {(offer.person_id, month_of(line.duty.on)) for line in lines for offer in line.coming}
    signed = Extension.objects.filter(
        person__in={person for person, _ in wanted}, starts_on__in={month for _, month in wanted}
    ).select_related("person", "signed_by")
    return [each for each in signed.order_by("signed_at", "pk") if (each.person_id, each.starts_on) in wanted]


@dataclass(frozen=True)
class Total:
    """What an incident's call-outs come to."""

    places: int
    asked: int
    filled: int
    minutes_freed: int
    minutes_of_support: int
    reported: int  # of those who came, who has told of it since

    @property
    def hours_freed(self) -> int:
        """Whole hours, for a number that stands alone."""
        return self.minutes_freed // 60

    @property
    def hours_of_support(self) -> int:
        """Whole hours, for a number that stands alone."""
        return self.minutes_of_support // 60


def total(lines: list[Called]) -> Total:
    """Summed over all call-outs that were not stood down before they began."""
    held = [line for line in lines if not line.duty.cancelled_at]
    return Total(
        places=sum(line.duty.most for line in held),
        asked=len({offer for line in lines for offer in _people(line)}) + sum(line.rather_not for line in lines),
        filled=sum(len(line.coming) for line in held),
        minutes_freed=sum(line.minutes_freed for line in lines),
        minutes_of_support=sum(line.minutes_of_support for line in lines),
        reported=sum(offer.status == Status.GIVEN for line in held for offer in line.coming),
    )


def _people(line: Called) -> Iterator[int]:
    for offer in (*line.coming, *line.in_line, *line.silent):
        yield offer.pk


def going_on(person: Person, day: date) -> list[Need]:
    """The incidents that somebody may stand down, so that none stays open by oversight."""
    if not people.paths(person, COMMANDERS, day):
        return []
    found = incidents_seen_by(person, day).filter(status=Incident.Status.OPEN).order_by("-opened_at", "pk")
    return [
        Need(
            f"Major incident: {each.name}",
            "rota:incident",
            (each.reference,),
            hint="Who can be called out, and who has answered. Stand everybody down when it is over.",
            due_on=day,
            is_urgent=True,
        )
        for each in found[:3]
    ]
