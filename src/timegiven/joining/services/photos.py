"""Keep the photograph that a pass shows, and let go of it."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules
from timegiven.joining.models import Pass, Photo
from timegiven.joining.selectors.photos import LABEL
from timegiven.kernel import pictures
from timegiven.kernel.encrypted import seal
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person

SIZE = (240, 300)  # as passes are printed, four to five


@transaction.atomic
def keep_photo(held: Pass, *, content: bytes, by: Person, at: datetime) -> None:
    """Keep a photograph of the holder, redrawn and sealed, in place of an earlier one (clause 80)."""
    access.keep_photo.require(by, held, london_day(at))
    rules.check_wants_photo(held.status)
    reference = Photo().reference
    sealed = seal(_redrawn(content), label=f"{LABEL}.{reference}")
    facts = {"reference": reference, "sealed": sealed, "kept_at": at}
    Photo.objects.update_or_create(person=held.person, defaults=facts)
    audit.record("kept photograph", of=held, by=by, at=at, about=held.person)


def _redrawn(content: bytes) -> bytes:
    try:
        return pictures.redrawn(content, within=SIZE, fill=True, quality=85)
    except pictures.TooManyPixels:
        raise NotAllowed(
            "We have not kept the photograph: the picture is too large.",
            next_step="Take it with a lower resolution, or choose another.",
        ) from None
    except pictures.Unreadable:
        raise NotAllowed(
            "We have not kept the photograph: it could not be read as a picture.",
            next_step="Take a new one, or choose another file (a JPG or PNG).",
        ) from None


@transaction.atomic
def remove_photo(held: Pass, *, by: Person, at: datetime) -> None:
    """Let go of the photograph; the pass stays what it is."""
    access.keep_photo.require(by, held, london_day(at))
    if let_go_of_photo(held.person):
        audit.record("removed photograph", of=held, by=by, at=at, about=held.person)


def let_go_of_photo(person: Person) -> bool:
    """Delete somebody's photograph; return whether there was one."""
    return bool(Photo.objects.filter(person=person).delete()[0])
