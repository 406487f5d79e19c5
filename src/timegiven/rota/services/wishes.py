"""Tell us what suits, when one is away, which day differs. No reason is asked and none can be kept."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Away, OtherDay, Wish


@transaction.atomic
def keep_wishes(
    person: Person,
    *,
    suits: Iterable[str],
    never: Iterable[str],
    most_week_minutes: int | None,
    roles: Iterable[int],
    units: Iterable[int],
    companions: Iterable[int],
    wants_texts: bool,
    by: Person,
    at: datetime,
) -> None:
    """Keep what suits a volunteer, in place of what they told us before. Units read it as a help, never a promise."""
    access.keep_wishes.require(by, person, london_day(at))
    suits, never = list(suits), list(never)
    rules.check_no_contradiction(suits=suits, never=never, names=dict(selectors.WEEK))
    told = {"suits": suits, "never": never, "most_week_minutes": most_week_minutes, "wants_texts": wants_texts}
    wish, _ = Wish.objects.update_or_create(person=person, defaults={**told, "changed_at": at})
    wish.roles.set(roles)
    wish.units.set(units)
    wish.companions.set(companions)
    audit.record("told wishes", of=person, by=by, at=at, about=person)


@transaction.atomic
def keep_other_day(person: Person, *, on: date, suits: Iterable[str], by: Person, at: datetime) -> None:
    """Tell of one day that differs from the usual week; telling of it again replaces what was said."""
    access.keep_wishes.require(by, person, london_day(at))
    rules.check_away(first=on, last=on, today=london_day(at))
    OtherDay.objects.update_or_create(person=person, on=on, defaults={"suits": list(suits)})


@transaction.atomic
def be_away(person: Person, *, first: date, last: date, by: Person, at: datetime) -> Away:
    """Note that somebody is away from a day to a day, both included: they are not asked about duties on these."""
    access.keep_wishes.require(by, person, london_day(at))
    rules.check_away(first=first, last=last, today=london_day(at))
    away = Away.objects.create(
        person=person, from_on=first, until_on=last + timedelta(days=1), noted_at=at, noted_by=by
    )
    audit.record("told of days away", of=person, by=by, at=at, about=person)
    return away


@transaction.atomic
def be_back(away: Away, *, by: Person, at: datetime) -> None:
    """Take days away back: plans change."""
    access.keep_wishes.require(by, away.person, london_day(at))
    audit.record("took back days away", of=away.person, by=by, at=at, about=away.person)
    away.delete()
