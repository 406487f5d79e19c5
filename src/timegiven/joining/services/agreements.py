"""Accept the Statement of Expectation: read, sign by one's name, keep a copy. It makes no contract."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Agreement, EditionNotice
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Edition


@transaction.atomic
def agree(volunteer: Volunteer, *, typed_name: str, by: Person, at: datetime) -> Agreement:
    """Accept the edition in force by typing one's own name, and be sent a copy (clause 134)."""
    access.agree.require(by, volunteer, london_day(at))
    rules.check_signature(typed_name, name=volunteer.person.name, known_as=volunteer.person.known_as)
    return _record(volunteer, typed_name=typed_name, by=by, at=at)


@transaction.atomic
def record_agreement(volunteer: Volunteer, *, by: Person, at: datetime) -> Agreement:
    """Record that a volunteer has signed the edition in force on paper."""
    access.record_agreement.require(by, volunteer, london_day(at))
    return _record(volunteer, typed_name=volunteer.person.name, by=by, at=at)


def _record(volunteer: Volunteer, *, typed_name: str, by: Person, at: datetime) -> Agreement:
    day = london_day(at)
    edition = selectors.statement(day)
    if edition is None:
        raise NotAllowed(
            "Nothing has been recorded: no Statement of Expectation is in force today.",
            next_step="Tell the Central Team, who keep it.",
        )
    try:
        with transaction.atomic():
            agreement = Agreement.objects.create(
                person=volunteer.person, edition=edition, accepted_at=at, recorded_by=by, typed_name=typed_name
            )
    except IntegrityError:
        raise NotAllowed(
            "Nothing has changed: this edition has been accepted already.", next_step="There is nothing to do."
        ) from None
    audit.record("agreed", of=agreement, by=by, at=at, about=volunteer.person, why=f"edition {edition.number}")
    ask = selectors.whom_to_ask(volunteer.borough, day, besides=volunteer.person)
    parts = rules.parts_of(edition.body)
    letters.write("joining/agreed", to=volunteer.person, at=at, edition=edition, parts=parts, ask=ask)
    return agreement


def tell_of_new_edition(at: datetime) -> int:
    """Invite everybody who accepted an earlier edition to read the one in force, once each; return how many."""
    edition = selectors.statement(london_day(at))
    people = list(selectors.to_tell_of_new_edition(edition)[:500]) if edition else []
    return sum(_tell(each, edition, at=at) for each in people if edition)


@transaction.atomic
def _tell(person: Person, edition: Edition, *, at: datetime) -> bool:
    _, is_new = EditionNotice.objects.get_or_create(person=person, edition=edition, defaults={"at": at})
    if is_new:
        ask = selectors.whom_to_ask(person.volunteer.borough, london_day(at), besides=person)
        letters.write("joining/new_edition", to=person, at=at, edition=edition, ask=ask)
    return bool(is_new)
