"""Hold a row while a deed is done on it, so that two deeds follow one another."""

from timegiven.kernel.refusals import NotAllowed
from timegiven.library.models import Paper, ProfileVersion, RoleProfile


def hold_role(version: ProfileVersion) -> None:
    """Lock the role, and so what becomes of its versions together, until the transaction ends.

    Held before any version: whoever retires the role, begins its next version or approves that waits for the others.
    """
    RoleProfile.objects.select_for_update(of=("self",)).get(pk=version.profile_id)


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


def held_paper(paper: Paper) -> Paper:
    """The paper as it stands now, its row and before it that of its version locked until the transaction ends.

    Always in this order: whoever votes, objects, changes the profile or declares waits for the others.
    """
    ProfileVersion.objects.select_for_update(of=("self",)).get(pk=paper.version_id)
    rows = Paper.objects.select_for_update(of=("self",)).select_related("version__profile__unit__borough", "meeting")
    return rows.get(pk=paper.pk)
