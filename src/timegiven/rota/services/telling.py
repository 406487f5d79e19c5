"""Tell people what concerns them on the rota: one letter each however many duties, and a text on the day itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.time import london_day
from timegiven.kernel.words import clock
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.rota import selectors
from timegiven.rota.models import CallOut, LetterLink, LinkedOffer, Offer


def make_link(offers: list[Offer], *, at: datetime) -> str:
    """A private link for the letter about these duties of one person: it works until the last of them has begun."""
    secret = new_secret()
    link = LetterLink.objects.create(
        person=offers[0].person,
        link_digest=digest(secret),
        made_at=at,
        until_at=max(offer.duty.starts_at for offer in offers),
    )
    LinkedOffer.objects.bulk_create([LinkedOffer(link=link, offer=offer) for offer in offers])
    return secret


def one_letter_each(
    template: str,
    offers: Iterable[Offer],
    *,
    at: datetime,
    with_link: bool = False,
    with_file: bool = True,
    is_off: bool = False,
    **words: Any,
) -> int:
    """Write to each person once about all of their duties among these; return how many people there were.

    Unless the letter says that they are off, it is of no use when they have begun, or are off themselves.
    """
    by_person: dict[int, list[Offer]] = defaultdict(list)
    for offer in sorted(offers, key=lambda each: (each.duty.starts_at, each.pk)):
        by_person[offer.person_id].append(offer)
    for mine in by_person.values():
        letters.write(
            template,
            to=mine[0].person,
            at=at,
            offers=mine,
            duty=mine[0].duty,
            secret=make_link(mine, at=at) if with_link else "",
            about=[] if is_off else mine,
            until_at=None if is_off else max(offer.duty.starts_at for offer in mine),
            ask=selectors.questions_to(mine[0].duty.unit.borough, london_day(at)),
            calendar=selectors.ics_of_many(mine, at=at, is_off=is_off) if with_file else "",
            **words,
        )
    return len(by_person)


def is_new_to_them(offer: Offer, not_heard: Collection[str]) -> bool:
    """Whether somebody has not answered what they were asked, nor read the question: its letter has not left.

    A call-out may have reached them by text, or by telephone.
    """
    is_unread = offer.status == Offer.Status.OPEN and offer.reference in not_heard
    return is_unread and selectors.call_out_of(offer.duty) is None


def text_call_out(offer: Offer, called: CallOut, secret: str, *, at: datetime) -> int:
    """Text the question and the private link of a call-out to those who asked for texts, when today is the day.

    A link that a message cannot hold whole stays in the letter: half a link opens nothing.
    """
    duty, by = offer.duty, clock(called.answer_by)
    link = f"{settings.SITE_ADDRESS}{reverse('rota:by_link', args=[secret])}"
    words = f"Can you help, {duty.times}? Yes or no by {by}: {link}"
    if len(words) > letters.MOST_IN_A_TEXT:
        both = "Yes and no are both fine: see your e-mail, or ring."
        words = f"Can you help today, {duty.times}, {duty.unit.full_name}? {both}"
    return text_today([offer.person], words, starts_at=called.answer_by, at=at)


def text_today(people: Iterable[Person], words: str, *, starts_at: datetime, at: datetime) -> int:
    """Text those who asked for it, when what changes is on the day itself; return how many were."""
    if london_day(starts_at) != london_day(at):
        return 0
    known = {each.pk: each for each in people}
    wanting = selectors.wants_texts(known)
    return sum(letters.text(words, to=known[pk], at=at) is not None for pk in sorted(wanting))
