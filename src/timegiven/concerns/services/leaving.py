"""Let a volunteer go: one deed that calls down to every chapter, in plain sight."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.concerns import access, selectors
from timegiven.concerns.models import Leaving, OfferedWord
from timegiven.joining import services as joining
from timegiven.kernel.time import london_day, month_of
from timegiven.letters import services as letters
from timegiven.people import selectors as people_selectors
from timegiven.people import services as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import services as placements
from timegiven.rota import services as rota
from timegiven.training import services as training

# What duties, placements and courses ask goes with them; these ask for no such thing.
OF_NO_USE_TO_A_LEAVER = (
    *("joining/clearance_ends", "joining/new_edition", "joining/yearly_look"),
    *("placements/still_right", "training/runs_out"),
)


@transaction.atomic
def end_volunteering(volunteer: Volunteer, *, by: Person, at: datetime, offered_word: str = "") -> Leaving:
    """End someone's volunteering at once, without asking why (clause 120).

    Duties are released, places on courses given back, placements ended, the AWARE account closed, the pass
    recalled, clearance ended as no longer needed. The hours stay: they were given. ``offered_word`` is what the
    person offered to say, if anything, and is kept apart from who said it.
    """
    access.leave.require(by, volunteer, london_day(at))
    leaving = _let_go(volunteer, by=by, at=at)
    if offered_word:
        OfferedWord.objects.create(word=offered_word, month=month_of(london_day(at)))
    letters.write("concerns/thank_you", to=volunteer.person, at=at, volunteer=volunteer)
    manager = people_selectors.mvpm_of(volunteer.borough, london_day(at), besides=volunteer.person)
    if manager and manager != by:
        letters.write("concerns/has_left", to=manager, at=at, volunteer=volunteer)
    return leaving


@transaction.atomic
def cease(volunteer: Volunteer, *, by: Person, at: datetime) -> Leaving:
    """End someone's volunteering for the programme, at any time, without notice and without a reason (clause 121).

    The same is let go of as when they leave by themselves. There is no place in which a reason could be
    kept, and the record is that of anybody who has left: whoever asks to come back is met like anybody else.
    """
    access.cease.require(by, volunteer, london_day(at))
    leaving = _let_go(volunteer, by=by, at=at)
    day = london_day(at)
    team = [each for each in selectors.the_team(volunteer.borough, day) if each != by]
    people_selectors.named(by, volunteer.borough, day)
    letters.write("concerns/ceased", to=volunteer.person, at=at, volunteer=volunteer, manager=by, team=team[:1])
    for member in team:
        letters.write("concerns/has_ceased", to=member, at=at, volunteer=volunteer, manager=by)
    return leaving


def _let_go(volunteer: Volunteer, *, by: Person, at: datetime) -> Leaving:
    person = volunteer.person
    rota.release_all(person, by=by, at=at)
    training.give_back_all(volunteer, by=by, at=at)
    placements.end_all(volunteer, by=by, at=at)
    placements.close_aware(person, by=by, at=at)
    joining.recall_passes(person, by=by, at=at)
    joining.end_clearance(person, by=by, at=at)
    people.mark_left(volunteer, by=by, at=at)
    leaving = Leaving.objects.create(volunteer=volunteer, at=at, by=by)
    audit.record("ended volunteering", of=leaving, by=by, at=at, about=person)
    letters.overtake_to(person.reference, kinds=OF_NO_USE_TO_A_LEAVER, why="They have left", at=at)
    return leaving
