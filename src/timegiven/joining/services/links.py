"""The private links by which somebody without an account answers: a referee, a parent or guardian."""

from datetime import datetime

from timegiven.joining import selectors
from timegiven.joining.models import Application, Consent, Reference
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day


def insist_on_open_link(asked: Reference | Consent, *, at: datetime) -> None:
    """An answer is taken while the link and the application are open."""
    is_open = asked.link_expires_at is not None and at < asked.link_expires_at
    if not is_open or asked.application.status not in Application.OPEN:
        about = asked.application
        raise NotAllowed(
            "Your answer has not been sent: this private link has ended.",
            next_step="If you would still like to answer, ask the volunteer office for a new one.",
            ask=selectors.whom_to_ask(about.borough, london_day(at), besides=about.person),
        )
