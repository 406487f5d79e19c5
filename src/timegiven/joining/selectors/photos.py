"""The photographs that passes show."""

from timegiven.joining.models import Photo
from timegiven.kernel.encrypted import unseal
from timegiven.people.models import Person

LABEL = "joining.photo"


def photo_of(person: Person) -> bytes:
    """The photograph of this person, a JPEG, or nothing."""
    kept = Photo.objects.filter(person=person).first()
    return unseal(bytes(kept.sealed), label=f"{LABEL}.{kept.reference}") if kept else b""


def has_photo(person: Person) -> bool:
    return Photo.objects.filter(person=person).exists()
