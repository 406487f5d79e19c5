"""What a private link opens: the duties of one letter, or what a relative may give back."""

from datetime import datetime

from django.db.models import QuerySet

from timegiven.kernel.references import digest
from timegiven.people.models import Person
from timegiven.rota.models import FamilyLink, LetterLink, LinkedOffer, Offer
from timegiven.rota.selectors.offers import coming


def letter_link(secret: str) -> LetterLink | None:
    """The link of a letter, also after its time: the page says then that it is over."""
    return LetterLink.objects.filter(link_digest=digest(secret)).select_related("person").first()


def linked_offers(link: LetterLink) -> QuerySet[LinkedOffer]:
    """The duties of that letter, soonest first."""
    return link.linked.select_related(
        "offer__duty__version__profile",
        "offer__duty__call_out__incident",
        "offer__duty__unit__borough",
        "offer__duty__unit__station",
        "offer__person",
        "offer__placement__version__profile",
        "offer__placement__volunteer__person",
        "offer__placement__volunteer__strand",
    ).order_by("offer__duty__starts_at", "pk")


def family_link(secret: str, at: datetime) -> FamilyLink | None:
    """The link that a volunteer gave to somebody close, while it works."""
    return FamilyLink.objects.filter(link_digest=digest(secret), until_at__gt=at).select_related("person").first()


def own_family_link(person: Person, at: datetime) -> FamilyLink | None:
    return FamilyLink.objects.filter(person=person, until_at__gt=at).first()


def coming_by_link(link: FamilyLink, at: datetime) -> QuerySet[Offer]:
    """The duties to come of whoever gave the link."""
    return coming(link.person, at)
