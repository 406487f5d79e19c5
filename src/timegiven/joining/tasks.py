"""The worker's door to joining."""

from datetime import timedelta

from django.utils import timezone

from timegiven.joining import services
from timegiven.kernel.background import every

MORNING = range(7, 10)
DAYTIME = range(9, 18)  # nobody is reminded at night


@every(timedelta(hours=1))
def remind_referees() -> None:
    """Remind the referees whose answer is awaited, by day."""
    if timezone.localtime().hour in DAYTIME:
        services.remind_referees(timezone.now())


@every(timedelta(hours=1))
def remind_of_meetings() -> None:
    """Remind applicants of a meeting that is near, by day."""
    if timezone.localtime().hour in DAYTIME:
        services.remind_of_meetings(timezone.now())


@every(timedelta(days=1))
def look_for_duplicates() -> None:
    """Compare everybody once a day: also those who came by other ways than registering."""
    services.scan(at=timezone.now())


@every(timedelta(days=1))
def index_names() -> None:
    """Let everybody be found by name once a day: also those who came or moved by other ways than registering."""
    services.index_names()


@every(timedelta(days=1))
def forget_answers() -> None:
    """Delete the answers of applications that have been kept as long as the applicants were told."""
    services.forget_answers(at=timezone.now())


@every(timedelta(hours=1))
def expire_passes() -> None:
    """Ask back the passes whose last day has passed, by day."""
    if timezone.localtime().hour in DAYTIME:
        services.expire_passes(timezone.now())


@every(timedelta(hours=1))
def look_after_clearances() -> None:
    """Warn of clearances that end, note those that have ended, and begin the yearly looks, by day."""
    if timezone.localtime().hour in DAYTIME:
        at = timezone.now()
        services.warn_of_ends(at)
        services.end_clearances_over(at)
        services.open_yearly_looks(at)


@every(timedelta(minutes=1))
def carry_out_due() -> None:
    """Carry out what was chosen on a board and can no longer be undone."""
    services.carry_out_due(timezone.now())


@every(timedelta(hours=1))
def write_digests() -> None:
    """Write the daily letter to staff, early in the morning."""
    if timezone.localtime().hour in MORNING:
        services.write_digests(timezone.now())


@every(timedelta(hours=1))
def tell_of_new_edition() -> None:
    """Tell volunteers of a new edition of the Statement of Expectation, by day."""
    if timezone.localtime().hour in DAYTIME:
        services.tell_of_new_edition(timezone.now())
