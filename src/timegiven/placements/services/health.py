"""Write and read health cards: what helps, what to do, never why (clauses 106, 107)."""

from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import HealthCard


@transaction.atomic
def write_health_card(
    volunteer: Volunteer, *, helps: str, what_to_do: str, for_first_aiders: bool, by: Person, at: datetime
) -> HealthCard:
    """Keep what helps and what to do. First aiders are told that there is a card once the volunteer agrees to it."""
    day = london_day(at)
    access.write_health.require(by, volunteer, day)
    rules.check_no_diagnosis(helps, what_to_do)
    rules.check_says_something(what_to_do=what_to_do, for_first_aiders=for_first_aiders)
    before = HealthCard.objects.filter(volunteer=volunteer, for_first_aiders=True).exists()
    facts = {"helps": helps.strip(), "what_to_do": what_to_do.strip(), "for_first_aiders": for_first_aiders}
    facts |= {"written_at": at, "written_by": by}
    card = HealthCard.objects.update_or_create(volunteer=volunteer, defaults=facts)[0]
    audit.record("wrote health card", of=volunteer, by=by, at=at, about=volunteer.person)
    if for_first_aiders and not before:
        for aider in selectors.first_aiders_of(volunteer, day):
            letters.write("placements/first_aid_card", to=aider, at=at)
    return card


@transaction.atomic
def note_occupational_health(
    volunteer: Volunteer,
    *,
    asked_on: date | None,
    answered_on: date | None,
    look_again_on: date | None,
    by: Person,
    at: datetime,
) -> None:
    """Note when Occupational Health was asked and answered, and when to ask again: never what it said (clause 107)."""
    access.note_occupational_health.require(by, volunteer, london_day(at))
    rules.check_occupational_health(asked_on=asked_on, answered_on=answered_on, look_again_on=look_again_on)
    days = {"asked_on": asked_on, "answered_on": answered_on, "look_again_on": look_again_on}
    HealthCard.objects.update_or_create(
        volunteer=volunteer, defaults=days, create_defaults={**days, "written_at": at, "written_by": by}
    )
    audit.record("noted Occupational Health", of=volunteer, by=by, at=at, about=volunteer.person)


@transaction.atomic
def read_health_card(volunteer: Volunteer, *, by: Person, at: datetime) -> HealthCard | None:
    """Open the card; each look by somebody else is written down."""
    access.see_what_to_do.require(by, volunteer, london_day(at))
    if by != volunteer.person:
        audit.saw("health card", of=volunteer, by=by, at=at, about=volunteer.person)
    return selectors.card_of(volunteer)


@transaction.atomic
def forget_health_cards(*, at: datetime) -> int:
    """Throw away the cards of those who left some months ago; return how many."""
    forgotten = 0
    for card in selectors.cards_to_forget(london_day(at)).select_related("volunteer__person"):
        card.delete()
        audit.record("forgot health card", of=card.volunteer, by=None, at=at, about=card.volunteer.person)
        forgotten += 1
    return forgotten
