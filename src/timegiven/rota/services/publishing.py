"""Publish drafts in one go, with one notice to each person who is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.rota import access, rules, selectors
from timegiven.rota.models import Duty, Offer
from timegiven.rota.services import holding, telling
from timegiven.rota.services.duties import check_in_force

Status = Offer.Status


@dataclass
class Published:
    """What came of it: the duties on the rota, how many people were told, and what was held back and why."""

    duties: list[Duty] = field(default_factory=list)
    people: int = 0
    held_back: list[str] = field(default_factory=list)


@transaction.atomic
def publish(references: Iterable[str], *, by: Person, at: datetime) -> Published:
    """Put drafts on the rota. Each person gets one letter, whatever number of duties it asks about.

    What was planned on yesterday's facts is looked at again: a role that is not in force any more stays a draft,
    and who is not free any more is not asked. Of two managers who publish the same week at once, one does.
    """
    found = Published()
    drafts = [each for each in holding.hold_duties(references) if each.is_draft and each.is_to_come(at)]
    for duty in drafts:
        access.publish.require(by, duty, london_day(at))
    rules.check_draft(is_draft=bool(drafts))
    for duty in drafts:
        try:
            still = f"{duty.version.title}, {duty.when}, is still a draft"
            check_in_force(duty.version, duty.unit, duty.on, at=at, what=still)
        except NotAllowed as refusal:
            found.held_back.append(refusal.reason)
        else:
            found.duties.append(duty)
    Duty.objects.filter(pk__in=[each.pk for each in found.duties]).update(published_at=at)
    asked = [offer for duty in found.duties for offer in _send_out(duty, found, by=by, at=at)]
    for duty in found.duties:
        audit.record("published", of=duty, by=by, at=at)
    found.people = telling.one_letter_each("rota/published", asked, at=at, with_link=True)
    return found


def _send_out(duty: Duty, found: Published, *, by: Person, at: datetime) -> list[Offer]:
    """Turn what was noted on a draft into offers; who is not free any more is let go without a word."""
    duty.published_at = at
    held = duty.offers.select_for_update(of=("self",)).filter(status=Status.PREPARED)
    prepared = list(held.select_related("person").order_by("pk"))
    if not prepared:
        return []
    why_not = {each.placement.pk: each.reasons for each in selectors.candidates(duty, london_day(at))}
    asked = []
    for offer in prepared:
        reasons, offer.duty = why_not.get(offer.placement_id, ["They are not placed here any more."]), duty
        if reasons:
            Offer.lifecycle.move(offer, Status.RELEASED, by=by, at=at)
            found.held_back.append(f"{offer.person.name} was not asked about {duty.when}. {' '.join(reasons)}")
        else:
            Offer.objects.filter(pk=offer.pk).update(offered_at=at)
            Offer.lifecycle.move(offer, Status.OPEN, by=by, at=at)
            asked.append(offer)
    return asked
