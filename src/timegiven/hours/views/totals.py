"""What the time given adds up to, the months that are closed, and a signature for a longer month."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.hours import access, forms, rules, selectors, services
from timegiven.kernel.time import add_months, at_london, month_of, next_month
from timegiven.kernel.words import duration
from timegiven.people import selectors as people
from timegiven.ui import pages, sheets


@dataclass(frozen=True)
class _Asked:
    """Which months, whether as they were known on an earlier day, and what was found."""

    filters: forms.Known
    from_on: date
    until_on: date
    known_on: date | None
    cells: list[selectors.Cell]

    @property
    def known_at(self) -> datetime | None:
        """When that day was over."""
        return at_london(self.known_on + timedelta(days=1), time()) if self.known_on else None


def _asked(request: HttpRequest, day: date) -> _Asked:
    access.see_totals.require(request.user, day)
    filters = forms.Known(request.GET)
    known_on = filters.usable().get("known_on")
    if known_on and known_on > day:
        filters.add_error("known_on", "The day must be today or in the past")
        known_on = None
    asked = _Asked(filters, *_period(request, day), known_on, [])
    months = asked.from_on, asked.until_on, request.user, day
    known_at = asked.known_at
    return replace(asked, cells=selectors.as_known_at(known_at, *months) if known_at else selectors.table(*months))


@require_safe
def totals(request: HttpRequest) -> HttpResponse:
    """Borough by month, by kind and by unit, over twelve months; as they are known now, or on an earlier day."""
    day = timezone.localdate()
    asked = _asked(request, day)
    from_on, until_on, cells = asked.from_on, asked.until_on, asked.cells
    months = [add_months(from_on, number) for number in range(12)]
    context = {
        "title": "Time given in totals",
        "filters": asked.filters,
        "known_on": asked.known_on,
        "year": request.GET.get("year", ""),
        "from_on": from_on,
        "until_on": until_on - timedelta(days=1),
        "years": range(day.year, selectors.first_year(day) - 1, -1),
        "months": months,
        "rows": _by_borough(cells, months),
        "total": sum(cell.minutes for cell in cells),
        "strands": _summed(cells),
        "kinds": selectors.by_kind(from_on, until_on, request.user, day, asked.known_at),
        "units": selectors.by_unit(from_on, until_on, request.user, day, asked.known_at),
        "closed": selectors.closed_months(),
        "query": request.GET.urlencode(),
    }
    return render(request, "hours/totals.html", context)


@require_safe
def totals_sheet(request: HttpRequest) -> HttpResponse:
    """The same as a sheet, in minutes so that nothing is rounded."""
    asked = _asked(request, timezone.localdate())
    rows = [[cell.borough, cell.strand, cell.starts_on.isoformat(), cell.minutes] for cell in asked.cells]
    text = sheets.sheet(["Borough", "Strand", "First day of the month", "Minutes"], rows)
    known = f" as known on {asked.known_on.isoformat()}" if asked.known_on else ""
    return sheets.download(text, f"time given {asked.from_on.isoformat()}{known}")


def _period(request: HttpRequest, day: date) -> tuple[date, date]:
    """The year of "?year=2007", else the twelve months until now."""
    typed = request.GET.get("year", "")
    if typed.isdecimal() and len(typed) == 4 and int(typed) > 1999:
        year = min(int(typed), day.year)
        return date(year, 1, 1), date(year + 1, 1, 1)
    return add_months(month_of(day), -11), next_month(day)


def _by_borough(cells: list, months: list[date]) -> list[dict]:
    """A row for each borough: its months and their sum."""
    given: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for cell in cells:
        given[cell.borough][cell.starts_on] += cell.minutes
    return [
        {"borough": borough, "months": [_short(of[month]) for month in months], "total": _short(sum(of.values()))}
        for borough, of in given.items()
    ]


def _short(minutes: int) -> str:
    """62:30: in a table of twelve months there is no room for words."""
    return f"{minutes // 60:,}:{minutes % 60:02}" if minutes else ""


def _summed(cells: list) -> list[tuple[str, int]]:
    of: dict[str, int] = defaultdict(int)
    for cell in cells:
        of[cell.strand] += cell.minutes
    return sorted(of.items())


def sign_for(request: HttpRequest, reference: str) -> HttpResponse:
    """Let one person give more in one month, where the strand has that."""
    day = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    access.sign_for.require(request.user, volunteer, day)
    back = pages.way_back(request, reverse("hours:month", args=[reference]))
    usual, most = selectors.cap_on(day, volunteer.strand), selectors.most_signed_for(day, volunteer.strand)
    pages.only_if(request, rules.check_may_lengthen, back=back, usual=usual, most=most)
    months = [add_months(month_of(day), number) for number in range(3)]
    return pages.deed(
        request,
        forms.SignFor(request.POST or None, months=months),
        lambda typed: services.sign_for(volunteer, by=request.user, at=timezone.now(), **typed),
        said="Signed. It shows on the volunteer’s page, with your name.",
        back=back,
        title="More time in one month",
        intro=f"{volunteer.person.name}. Only when very many people are needed at once, by name and for a reason: the "
        f"limit of {duration(usual)} is there so that everyone gets a turn, and so that nobody gives more than is good "
        f"for them. At most a month can be {duration(most)} long.",
        button="Sign for it",
    )
