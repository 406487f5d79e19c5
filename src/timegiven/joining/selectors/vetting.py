"""What the vetting office sees: names, dates of birth, levels and ends. Nothing of why somebody would volunteer."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value

from timegiven.joining.models import Appeal, Application, Clearance, Declaration, Review
from timegiven.joining.policies import (
    CLEARANCE_WARNING_DAYS,
    CLEARANCE_YEARS,
    DEFAULT_LEVEL,
    LEVELS_FOR,
    OFFICE_LOOKS_LEVELS,
    RESIDENCY_YEARS,
    YEARLY_LOOK_LEVELS,
)
from timegiven.joining.selectors.outcomes import (
    appeals_had_by,
    applications_at_office,
    is_office,
    refusals_had_by,
    reviews_had_by,
)
from timegiven.kernel import prepared
from timegiven.kernel.among import AmongGiven
from timegiven.kernel.prepared import Paged, Prepared, padded
from timegiven.kernel.time import add_months
from timegiven.library.models import ProfileVersion, VettingLevel
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.policy import all_on

_LISTED = ("reference", "since", "vetting_level")


def referrals_seen_by(person: Person, day: date) -> QuerySet[Application]:
    """The applications that wait for this office, with only the columns it may see loaded."""
    waiting = applications_at_office(person, day, Q(status=Application.Status.VETTING))
    return waiting.order_by("since", "pk")


def referrals_listed(person: Person, day: date) -> Paged | list[int]:
    """The keys of the same by pages, the longest waiting first."""
    paths = padded(people.paths(person, (Appointment.Role.VETTING,), day))
    if any(path.count("/") == 2 for path in paths):  # the office of the whole force need not look where each belongs
        return _all_referrals.paged()
    return _referrals.paged(len(paths), paths=paths) if paths else []


def referrals_told(keys: Iterable[int]) -> list[Any]:
    """These, in this order, with what a line shows."""
    shown = list(keys)
    found = {each.pk: each for each in _told(shown=shown)} if shown else {}
    return [found[pk] for pk in shown]


_WAITING = (
    Application.objects.filter(status=Application.Status.VETTING).order_by("since", "pk").values_list("pk", flat=True)
)
_all_referrals = Prepared(lambda: _WAITING)
_referrals = Prepared(lambda number: _WAITING.filter(people.within(number, on="borough")))


@Prepared
def _told() -> QuerySet[Application]:
    told = {"name": F("person__name"), "born_on": F("person__born_on"), "borough_name": F("borough__name")}
    return Application.objects.filter(pk__in=AmongGiven("shown")).only(*_LISTED).annotate(**told)


def level_for(application: Application, day: date) -> str:
    """The level that the role asks for, or the usual one when no role is in view."""
    version = ProfileVersion.objects.filter(profile=application.profile_id, status="APPROVED").first()
    return version.vetting_level if version else str(DEFAULT_LEVEL.on(day, application.strand))


def usual_end(level: str, from_on: date) -> date:
    """The day on which a clearance of this level usually ends."""
    return add_months(from_on, 12 * int(CLEARANCE_YEARS.on(from_on)[level]))


def clearance_warnings(day: date) -> list[int]:
    """How many days before a clearance ends somebody is warned."""
    return list(CLEARANCE_WARNING_DAYS.on(day))


def clearances_expiring(person: Person, day: date) -> QuerySet[Clearance]:
    """The clearances that end within the longest warning and that no later one as high follows, soonest first."""
    if not is_office(person, day):
        return Clearance.objects.none()
    last = day + timedelta(days=max(clearance_warnings(day), default=0))
    return _ending(day, last).select_related("person").order_by("until_on", "pk")


def clearances_had_by(person: Person, day: date) -> QuerySet[Clearance]:
    """Those that end soon, and those that a later one has followed."""
    if not is_office(person, day):
        return Clearance.objects.none()
    soon = Q(pk__in=clearances_expiring(person, day).order_by().values("pk"))
    return Clearance.objects.filter(soon | Exists(_LATER), outcome="CLEARED").select_related("person")


# At the same level or above, for a lower one is not enough for every role; the codes of the levels sort as they do.
_LATER = Clearance.objects.filter(
    person=OuterRef("person"), outcome="CLEARED", until_on__gt=OuterRef("until_on"), level__gte=OuterRef("level")
)


def _ending(day: Any, last: Any) -> QuerySet[Clearance]:
    """Clearances in force that end by a day, and that no later one follows which is as high."""
    return Clearance.objects.on(day).filter(~Exists(_LATER), outcome="CLEARED", until_on__lte=last)


def clearances_to_warn_of(day: date) -> QuerySet[Clearance]:
    """Every clearance of whose end somebody may have to be told, with the notices already given."""
    last = day + timedelta(days=max(clearance_warnings(day), default=0))
    return _ending(day, last).select_related("person").prefetch_related("notices").order_by("pk")


def lower_until(clearance: Clearance) -> date | None:
    """Until when a lower clearance lasts that ends later, if there is one."""
    later = Clearance.objects.filter(person=clearance.person_id, outcome="CLEARED", until_on__gt=clearance.until_on)
    return later.order_by("-until_on").values_list("until_on", flat=True).first()


def clearances_over(day: date) -> QuerySet[Clearance]:
    """Clearances whose time is over and whose end nobody has noted yet."""
    over = Clearance.objects.ended_by(day).filter(outcome="CLEARED", ended="")
    return over.select_related("person").order_by("pk")


def clearance_by_appeal_link(link_digest: str) -> Clearance | None:
    """The refusal that a private link lets somebody appeal against."""
    if not link_digest:
        return None
    refused = Clearance.objects.filter(appeal_digest=link_digest, outcome="REFUSED")
    return refused.select_related("person", "application__borough", "decided_by").first()


def appeals_seen_by(person: Person, day: date) -> QuerySet[Appeal]:
    """The appeals that wait for the vetting office, whose answer is due soonest first."""
    return appeals_had_by(person, day).filter(status=Appeal.Status.ASKED).order_by("answer_by_on", "pk")


def refusals_to_appeal(person: Person, day: date) -> QuerySet[Clearance]:
    """The refusals against which an appeal may still come by post."""
    waiting = refusals_had_by(person, day).filter(appeal_by_on__gte=day, appeal__refusal=None)
    return waiting.order_by("appeal_by_on", "pk")


def reviews_seen_by(person: Person, day: date) -> QuerySet[Review]:
    """The clearances that the vetting office looks at again, due soonest first."""
    return reviews_had_by(person, day).filter(status=Review.Status.OPEN).order_by("due_on", "pk")


def reviews_to_settle(person: Person, day: date) -> QuerySet[Review]:
    """Those that wait for the office: something was declared, or it is late, or the office itself closes them."""
    return reviews_seen_by(person, day).filter(_to_settle(day, OFFICE_LOOKS_LEVELS.on(day)))


def _to_settle(day: Any, levels: Any) -> Q:
    return Q(occasion="DECLARED") | Q(due_on__lt=day) | Q(clearance__level__in=levels, confirmed_at__isnull=False)


def clearances_to_look_at(day: date) -> QuerySet[Clearance]:
    """Clearances in force for a year since their beginning or since the last yearly look."""
    year_ago = add_months(day, -12)
    looked = Review.objects.filter(clearance=OuterRef("pk"), occasion="ANNUAL", opened_on__gt=year_ago)
    return (
        Clearance.objects.on(day)
        .filter(outcome="CLEARED", from_on__lte=year_ago, level__in=YEARLY_LOOK_LEVELS.on(day))
        .filter(~Exists(looked), person__volunteer__status__in=("ACTIVE", "PAUSED"))
        .exclude(reviews__status="OPEN")
        .select_related("person__volunteer__borough")
        .order_by("pk")
    )


def numbers_at_office(person: Person, day: date) -> dict[str, int]:
    """How many clearances end soon, how many are to be settled, how many appeals wait; what is nought is left out."""
    if not is_office(person, day):
        return {}
    warning, levels = all_on(day, CLEARANCE_WARNING_DAYS, OFFICE_LOOKS_LEVELS)
    last = day + timedelta(days=max(warning))
    return dict(_numbers(len(levels), day=day, last=last, levels=levels))


@Prepared
def _numbers(levels: int) -> QuerySet[Any]:
    day, last = prepared.day("day"), prepared.day("last")
    counted = (
        ("expiring", _ending(day, last)),
        ("to_settle", Review.objects.filter(_to_settle(day, prepared.texts("levels", levels)), status="OPEN")),
        ("appeals", Appeal.objects.filter(status=Appeal.Status.ASKED)),
    )
    first, *others = (
        found.order_by().values(kind=Value(kind)).annotate(number=Count("pk")).values_list("kind", "number")
        for kind, found in counted
    )
    return first.union(*others, all=True)


def newest_clearance(person: Person) -> Clearance | None:
    """The clearance that what somebody declares is about, in force or not."""
    return Clearance.objects.filter(person=person, outcome="CLEARED").order_by("-until_on", "-pk").first()


def is_clearance_over(application: Application, day: date) -> bool:
    """Whether somebody who passed the check has waited so long that the clearance has ended."""
    if application.status != Application.Status.VETTED:
        return False
    newest = newest_clearance(application.person)
    return newest is None or newest.until_on is None or newest.until_on <= day


def sent_from(application: Application, day: date) -> list[str]:
    """The stages from which an application goes to the vetting office."""
    again = [Application.Status.VETTED] if is_clearance_over(application, day) else []
    return [Application.Status.INTERVIEWED, *again]


def open_yearly_look(person: Person) -> Review | None:
    """The yearly look that waits for this person's own word."""
    return (
        Review.objects.filter(clearance__person=person, occasion="ANNUAL", status="OPEN", confirmed_at=None)
        .select_related("clearance__person")
        .first()
    )


def declarations_to_read(person: Person, day: date) -> QuerySet[Declaration]:
    """What volunteers of this person's borough told about their health and nobody has read; its text is not loaded."""
    return (
        Declaration.objects.filter(
            people.runs_or_stands_in(person, day, on="person__volunteer__borough", besides="person"),
            health_read_at=None,
        )
        .exclude(health="")
        .exclude(person=person)
        .select_related("person__volunteer__borough")
        .defer("convictions", "finance")
        .order_by("declared_at", "pk")
    )


def levels_on(day: date) -> list[dict[str, object]]:
    """Each level: what it is for, how long it lasts, and how long one should have lived here."""
    what, years, residency = all_on(day, LEVELS_FOR, CLEARANCE_YEARS, RESIDENCY_YEARS)
    return [
        {"code": code, "name": name, "what": what[code], "years": years[code], "residency": residency[code]}
        for code, name in VettingLevel.choices
    ]
