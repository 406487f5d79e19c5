"""Write down the words of a version, so that roles like it are found at once."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from timegiven.library import selectors
from timegiven.library.models import ProfileVersion, SearchWord

A_LOT = 500


@transaction.atomic
def index(version: ProfileVersion) -> None:
    """Write down which words a version uses and what each weighs, in place of what was written before.

    What superseded versions of the role said is not looked for any more: it would only make the search longer.
    """
    superseded = Q(version__profile=version.profile_id, version__status=ProfileVersion.Status.SUPERSEDED)
    SearchWord.objects.filter(superseded | Q(version=version)).delete()
    SearchWord.objects.bulk_create(search_words(version))


def index_all(day: date) -> int:
    """Write down the words of every version that is in force or was retired; return how many versions."""
    versions = selectors.approved_or_ended_versions(day).prefetch_related("tasks").order_by("pk")
    count = 0
    for version in versions.iterator(chunk_size=A_LOT):
        index(version)
        count += 1
    return count


def search_words(version: ProfileVersion) -> list[SearchWord]:
    """The rows to be written for a version."""
    found = selectors.words_in(version)
    return [SearchWord(version=version, root=root, weight=weight) for root, weight in sorted(found.items())]
