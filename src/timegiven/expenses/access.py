"""Who may claim, who may see a claim, who approves it (the MVPM, and never the unit), and who pays."""

from datetime import date

from timegiven.expenses.models import Claim, CostAgreement
from timegiven.kernel.permission import permission
from timegiven.people import selectors as people
from timegiven.people.access import Role, holds
from timegiven.people.models import Person, Volunteer


def _for_themselves(person: Person, volunteer: Volunteer, day: date) -> bool:
    by_manager = not volunteer.person.email and holds(person, Role.MVPM, at=volunteer.borough, day=day)
    return person.pk == volunteer.person_id or by_manager


@permission
def claim(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Volunteers claim what they spent themselves; their MVP Manager may send a claim for someone without e-mail."""
    return _for_themselves(person, volunteer, day)


@permission
def change(person: Person, claim: Claim, day: date) -> bool:
    """A claim is written, sent and withdrawn by its volunteer; for someone without e-mail their MVP Manager does it."""
    return _for_themselves(person, claim.volunteer, day)


@permission
def decide(person: Person, claim: Claim, day: date) -> bool:
    """The borough's MVP Manager decides on a claim: never the unit manager, never on one's own claim or, without the
    signed paper, on one they typed in. Where there is no other, the Central Team does."""
    party = [claim.volunteer.person_id]
    if claim.typed_in_by_id and not claim.is_signed:
        party.append(claim.typed_in_by_id)
    return _decides(person, claim, day, party)


def _decides(person: Person, claim: Claim, day: date, party: list[int]) -> bool:
    """Whether somebody decides who is no party to it: an MVP Manager, and where there is none the Central Team."""
    if person.pk in party:
        return False
    if holds(person, Role.MVPM, at=claim.borough, day=day):
        return True
    managers = people.holders(Role.MVPM, claim.borough, day).exclude(pk__in=party)
    return holds(person, Role.CENTRAL_TEAM, at=claim.borough, day=day) and not managers.exists()


@permission
def add_paper(person: Person, claim: Claim, day: date) -> bool:
    """The borough's MVP Manager adds the paper that a volunteer without e-mail has signed, and never one's own."""
    return person.pk != claim.volunteer.person_id and holds(person, Role.MVPM, at=claim.borough, day=day)


@permission
def see_typed_in(person: Person, day: date) -> bool:
    """Auditors and the Central Team see which claims were typed in for somebody, and who approved them."""
    return any(holds(person, role, at=None, day=day) for role in (Role.AUDITOR, Role.CENTRAL_TEAM))


@permission
def look_again(person: Person, claim: Claim, day: date) -> bool:
    """A large claim needs a second look by the Central Team: not by who approved it first or typed it in, and never
    one's own."""
    is_other = person.pk not in (claim.volunteer.person_id, claim.decided_by_id, claim.typed_in_by_id)
    return is_other and holds(person, Role.CENTRAL_TEAM, at=claim.borough, day=day)


@permission
def see_record(person: Person, volunteer: Volunteer, day: date) -> bool:
    """What was claimed and agreed is for the volunteer, the MVP Manager, the Central Team and auditors; no receipts."""
    overseers = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return person.pk == volunteer.person_id or any(
        holds(person, role, at=volunteer.borough, day=day) for role in overseers
    )


@permission
def see_queue(person: Person, day: date) -> bool:
    """The claims of a borough are for its MVP Manager, Finance and the Central Team; a unit manager never signs off
    expenses."""
    return any(holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.FINANCE, Role.CENTRAL_TEAM))


@permission
def ask_to_agree(person: Person, volunteer: Volunteer, day: date) -> bool:
    """A volunteer asks for a cost to be agreed beforehand; their MVP Manager writes it down for them."""
    return person.pk == volunteer.person_id or holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def agree(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the borough's MVP Manager agrees on costs beforehand: never the unit, and never on one's own."""
    return person.pk != volunteer.person_id and holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def end_agreement(person: Person, agreed: CostAgreement, day: date) -> bool:
    """What was agreed is ended by the borough's MVP Manager or by the volunteer."""
    return ask_to_agree(person, agreed.volunteer, day)


@permission
def see_agreements(person: Person, day: date) -> bool:
    """What a borough agreed on beforehand is for its MVP Manager; a unit sanctions no spending."""
    return holds(person, Role.MVPM, at=None, day=day)


@permission
def pay(person: Person, day: date) -> bool:
    """Only Finance makes batches of payments, downloads them and says what became of each."""
    return holds(person, Role.FINANCE, at=None, day=day)


@permission
def put_right(person: Person, claim: Claim, day: date) -> bool:
    """A payment that came back goes to Finance again by the borough's MVP Manager, and never by the claimant."""
    return _decides(person, claim, day, [claim.volunteer.person_id])


@permission
def top_up(person: Person, day: date) -> bool:
    """The MVP Manager tops up the miles of the borough's volunteers when a rate rises for days that are past."""
    return holds(person, Role.MVPM, at=None, day=day)


@permission
def keep_bank_details(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the volunteer enters their own bank details; nobody does it for them."""
    return person.pk == volunteer.person_id
