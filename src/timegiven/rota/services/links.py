"""Act by a private link: answer from a letter without signing in, or say for somebody close that they cannot come."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.rota.models import FamilyLink, LinkedOffer, Offer
from timegiven.rota.policies import FAMILY_LINK_DAYS
from timegiven.rota.services.answers import A_FRIEND, cannot_come, decline, say_yes

DEEDS: dict[str, Callable[..., object]] = {"yes": say_yes, "no": decline, "cannot": cannot_come}


@transaction.atomic
def answer_by_link(linked: LinkedOffer, *, answer: str, at: datetime) -> None:
    """Answer one duty of a letter: whoever has the letter is taken for its reader. Each answers once."""
    held = LinkedOffer.objects.select_for_update(of=("self",)).select_related("link").get(pk=linked.pk)
    if held.used_at or held.link.until_at <= at:
        raise NotAllowed(
            "Nothing has changed: this link has done its work." if held.used_at else "Nothing has changed: it is over.",
            next_step="Sign in to change your answer, or ring the unit.",
        )
    DEEDS[answer](linked.offer, by=linked.offer.person, at=at)
    LinkedOffer.objects.filter(pk=linked.pk).update(used_at=at)


@transaction.atomic
def make_family_link(*, by: Person, at: datetime) -> str:
    """Give a volunteer a link for a relative or a friend, shown once; an earlier one stops working."""
    secret = new_secret()
    until_at = at + timedelta(days=FAMILY_LINK_DAYS.on(london_day(at)))
    told = {"link_digest": digest(secret), "made_at": at, "until_at": until_at}
    FamilyLink.objects.update_or_create(person=by, defaults=told)
    audit.record("made link for family", of=by, by=by, at=at, about=by)
    return secret


@transaction.atomic
def revoke_family_link(*, by: Person, at: datetime) -> None:
    """Stop the link: whoever has it can say nothing more with it."""
    FamilyLink.objects.filter(person=by).delete()
    audit.record("revoked link for family", of=by, by=by, at=at, about=by)


def absent_by_family(link: FamilyLink, offer: Offer, *, at: datetime) -> None:
    """Somebody close says that a volunteer cannot come: the place opens, and the volunteer is written to."""
    cannot_come(offer, by=link.person, at=at, told_by=A_FRIEND)
