"""What can be asked about days on which somebody was asked not to come."""

from datetime import date

from django.db.models import QuerySet

from timegiven.concerns.models import DayOff
from timegiven.people import selectors as people
from timegiven.people.models import Person


def days_off_seen_by(person: Person, day: date) -> QuerySet[DayOff]:
    """Those in the boroughs that one runs, without one's own: whoever asked does not see them afterwards."""
    mine = people.runs_or_stands_in(person, day, on="volunteer__borough", besides="volunteer__person")
    return (
        DayOff.objects.filter(mine)
        .exclude(volunteer__person=person)
        .select_related("volunteer__person", "volunteer__borough", "asked_by")
    )


def to_talk_about(person: Person, day: date) -> QuerySet[DayOff]:
    """Those about which this MVP Manager has not talked yet."""
    return days_off_seen_by(person, day).filter(status=DayOff.Status.ASKED).order_by("on", "pk")


def days_off_of(person: Person) -> QuerySet[DayOff]:
    """One's own: that it was so, and never why."""
    return DayOff.objects.filter(volunteer__person=person).defer("ground").order_by("-on")


def grounds(*, all_of_them: bool) -> list[tuple[str, str]]:
    """The grounds of the Statement; a unit is not asked about the good name of the programme."""
    known = [(str(code), str(words)) for code, words in DayOff.Ground.choices]
    return [each for each in known if all_of_them or each[0] != DayOff.Ground.DISREPUTE]
