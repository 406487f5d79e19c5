"""Tell us what worries one, add to it, take it back, or have somebody else hear it."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.concerns import access, rules
from timegiven.concerns.models import Concern, Said
from timegiven.concerns.services.writing import need_not_be_read, tell_hearers, write_to
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer

Status = Concern.Status


@transaction.atomic
def tell(
    volunteer: Volunteer, *, words: str = "", wish: str, is_about_manager: bool = False, by: Person, at: datetime
) -> Concern:
    """Tell the Borough MVP Manager of a worry, or ask for a talk (clauses 118, 119, 126).

    The Central Team hears it instead where it is about the MVP Manager, and where nobody else holds the post. Whoever
    rang or wrote gets a letter that says what was noted for them.
    """
    day, person = london_day(at), volunteer.person
    access.tell.require(by, volunteer, day)
    rules.check_told(words=words, wants_a_talk=wish != Concern.Wish.KNOW)
    _, is_heard_there = people.who_run(volunteer.borough, day, besides=person)
    told = Concern.objects.create(
        person=person,
        borough=volunteer.borough,
        is_for_team=is_about_manager or not is_heard_there,
        wish=wish,
        words=words.strip(),
        moved_at=at,
        told_at=at,
        told_by=by,
    )
    Concern.lifecycle.begin(told, by=by, at=at)
    audit.record("told of a concern", of=told, by=by, at=at, about=person)
    tell_hearers("concerns/told", told, besides=by, at=at)
    if by != person:
        write_to("concerns/noted", told, by=by, at=at)
    return told


@transaction.atomic
def add(concern: Concern, *, words: str, by: Person, at: datetime) -> None:
    """Say more about it. What had been settled is looked at again: it is settled when they say so too."""
    access.answer_back.require(by, concern, london_day(at))
    Concern.lifecycle.check_is(concern, *Concern.OPEN, Status.SETTLED)
    Said.objects.create(of=concern, by=by, at=at, words=words)
    if concern.status == Status.SETTLED:
        _tell_again(concern, by=by, at=at)
    audit.record("added to a concern", of=concern, by=by, at=at, about=concern.person)
    tell_hearers("concerns/added", concern, besides=by, at=at)


@transaction.atomic
def take_back(concern: Concern, *, by: Person, at: datetime) -> None:
    """Take it back, for no reason that anybody asks for."""
    access.answer_back.require(by, concern, london_day(at))
    Concern.lifecycle.move(concern, Status.TAKEN_BACK, by=by, at=at)
    letters.overtake([concern], why="It was taken back", at=at)
    audit.record("took back a concern", of=concern, by=by, at=at, about=concern.person)


@transaction.atomic
def pass_on(concern: Concern, *, by: Person, at: datetime) -> None:
    """Have the Central Team hear it from now on; the MVP Manager does not see it any more."""
    access.pass_on.require(by, concern, london_day(at))
    rules.check_with_manager(is_for_team=concern.is_for_team)
    Concern.lifecycle.check_is(concern, *Concern.OPEN)
    if not Concern.objects.filter(pk=concern.pk, is_for_team=False).update(is_for_team=True):
        rules.check_with_manager(is_for_team=True)
    concern.is_for_team = True
    need_not_be_read(concern, why="The Central Team hears it", at=at)
    if concern.status != Status.TOLD:
        _tell_again(concern, by=by, at=at)
    audit.record("passed on a concern", of=concern, by=by, at=at, about=concern.person)
    tell_hearers("concerns/told", concern, besides=by, at=at)
    if by != concern.person:
        write_to("concerns/passed_on", concern, by=by, at=at)


def _tell_again(concern: Concern, *, by: Person, at: datetime) -> None:
    Concern.lifecycle.move(concern, Status.TOLD, by=by, at=at)
    Concern.objects.filter(pk=concern.pk).update(nudged_at=None)
