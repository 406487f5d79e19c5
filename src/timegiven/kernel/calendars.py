"""London's clocks, as calendar programs read them: the rule itself, which all of them know how to follow."""

from icalendar import Timezone

_LONDON = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def london() -> Timezone:
    """The component that a calendar file needs for times in London.

    Not a list of dates: some programs leave such a list unread and show every summer's duty an hour late.
    """
    return Timezone.from_ical(_LONDON)  # type: ignore[return-value]  # one component, as the text says
