"""The worker's door to joining."""

from datetime import timedelta

from django.utils import timezone

from timegiven.joining import services
from timegiven.kernel.background import every

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
def forget_answers() -> None:
    """Delete the answers of applications that have been kept as long as the applicants were told."""
    services.forget_answers(at=timezone.now())
