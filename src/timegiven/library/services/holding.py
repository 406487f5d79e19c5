"""Hold a version's row while a deed is done on it, so that two deeds follow one another."""

from timegiven.kernel.refusals import NotAllowed
from timegiven.library.models import ProfileVersion


def held(version: ProfileVersion, *, instead: str, status: str) -> ProfileVersion:
    """The version as it stands now, its row locked until the transaction ends.

    Raises NotAllowed when it is not (or no longer) in ``status``; ``instead`` says what has not happened.
    """
    rows = ProfileVersion.objects.select_for_update(of=("self",)).select_related("profile__unit__borough")
    row = rows.get(pk=version.pk)
    if row.status != status:
        raise NotAllowed(
            f"{instead}: this role profile is “{row.get_status_display().lower()}” now.",
            next_step="Open its page again to see where it stands and whose turn it is.",
        )
    return row
