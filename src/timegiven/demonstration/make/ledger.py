"""The months and their entries, from what has been planned."""

from collections import Counter
from datetime import date

from timegiven.demonstration.make.stage import Stage
from timegiven.hours import services as hours
from timegiven.hours.models import Entry, Month
from timegiven.hours.policies import MONTHLY_CAP
from timegiven.kernel.time import month_of


def make(stage: Stage) -> None:
    totals: Counter[tuple[int, date]] = Counter()
    strand_of = {}
    for each in stage.given:
        totals[each.helper.person.pk, month_of(each.on)] += each.minutes
        strand_of[each.helper.person.pk] = each.helper.volunteer.strand
    caps = {
        (strand.pk, month): MONTHLY_CAP.on(month, strand)
        for strand in stage.strands.values()
        for month in {month for _, month in totals}
    }
    months = {
        key: Month(person_id=key[0], starts_on=key[1], minutes=minutes, cap_minutes=caps[strand_of[key[0]].pk, key[1]])
        for key, minutes in totals.items()
    }
    stage.keep(list(months.values()))
    entries = [
        Entry(
            reference=stage.reference(),
            month_id=months[each.helper.person.pk, month_of(each.on)].pk,
            person_id=each.helper.person.pk,
            borough_id=each.helper.volunteer.borough_id,
            unit_id=each.helper.place.unit.pk if each.kind == Entry.Kind.SESSION else None,
            strand_id=each.helper.volunteer.strand_id,
            on=each.on,
            minutes=each.minutes,
            kind=each.kind,
            source=each.source,
            profile=each.helper.place.version.profile.reference if each.kind == Entry.Kind.SESSION else "",
            at=each.at,
            by_id=each.helper.person.pk,
            why=each.why,
        )
        for each in stage.given
    ]
    stage.keep(entries)
    hours.recount()
    stage.known["entries"] = {entry.source: entry for entry in entries}
