"""Letters by their check code."""

from datetime import date

from django.db.models import QuerySet

from timegiven.engagement.models import Proof
from timegiven.kernel.references import digest
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person


def proof_by_code(code: str) -> Proof | None:
    """The letter of a code. Whoever has the letter in hand has the code; it cannot be guessed."""
    return Proof.objects.filter(code_digest=digest(code)).first() if code else None


def told_of(proof: Proof) -> dict[str, object]:
    """What a stranger with the code is told: what the letter itself says, so that a changed one is found out."""
    return {"name": proof.name, "minutes": int(proof.minutes), "made_on": proof.made_on}


def proofs_seen_by(person: Person, day: date) -> QuerySet[Proof]:
    """The letters of the volunteers whose MVP Manager one is."""
    found = Proof.objects.filter(people.scope(person, [Role.MVPM], day, on="volunteer__borough"))
    return found.select_related("volunteer__person", "volunteer__borough")
