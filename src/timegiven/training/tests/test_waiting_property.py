"""No order of verbs ever overfills a session or loses a person."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import NOW, Role, a_borough, a_course, a_session, a_volunteer, someone_appointed
from timegiven.kernel.refusals import NotAllowed
from timegiven.training import services
from timegiven.training.models import Booking, Session

PEOPLE = 4
VERBS = st.lists(
    st.tuples(st.sampled_from(["book", "give back", "places", "call off", "close"]), st.integers(0, PEOPLE - 1)),
    max_size=12,
)


class Referee:
    """Who should have what, kept in a list: the first so many have a place, the others wait in order."""

    def __init__(self, places):
        self.places, self.queue, self.is_open = places, [], True

    def act(self, verb, number):
        if not self.is_open:
            return
        if verb == "book" and number not in self.queue:
            self.queue.append(number)
        elif verb == "give back" and number in self.queue:
            self.queue.remove(number)
        elif verb == "places" and number + 1 >= min(self.places, len(self.queue)):
            self.places = number + 1
        elif verb in {"call off", "close"}:
            self.is_open, self.queue = False, []

    @property
    def stands(self):
        return self.queue[: self.places], self.queue[self.places :]


def _live(session, status, people):
    found = Booking.objects.filter(session=session, status=status).order_by("asked_at", "pk")
    return [people.index(each.volunteer) for each in found.select_related("volunteer")]


def _act(session, people, trainer, verb, number, at):
    volunteer = people[number]
    if verb == "book":
        services.book(session, volunteer=volunteer, version=None, by=volunteer.person, at=at)
    elif verb == "give back":
        booking = Booking.objects.filter(session=session, volunteer=volunteer, status__in=Booking.LIVE).first()
        if booking is not None:
            services.give_back(booking, by=volunteer.person, at=at)
    elif verb == "places":
        names = ("starts_at", "ends_at", "venue", "trainer", "is_for_all", "joining_words")
        facts = {name: getattr(session, name) for name in names} | {"places": number + 1, "materials": ()}
        services.change(session, by=trainer, at=at, **facts)
    elif verb == "call off":
        services.call_off(session, why="Ill", by=trainer, at=at)
    else:
        services.close_register(session, came=(), minutes=60, by=trainer, at=session.ends_at)


@pytest.mark.django_db
@settings(max_examples=12)
@given(places=st.integers(1, 2), verbs=VERBS)
def test_the_session_stands_as_a_plain_list_would_have_it(places, verbs):
    with transaction.atomic():
        people = [a_volunteer() for _ in range(PEOPLE)]
        trainer = someone_appointed(Role.TRAINING, a_borough())
        session, referee = a_session(a_course(), places=places), Referee(places)
        for minute, (verb, number) in enumerate(verbs):
            session = Session.objects.select_related("course", "unit").get(pk=session.pk)
            with suppress(NotAllowed):
                _act(session, people, trainer, verb, number, NOW + timedelta(minutes=minute))
            referee.act(verb, number)

            stands = sorted(_live(session, "BOOKED", people)), _live(session, "WAITING", people)
            assert stands == (sorted(referee.stands[0]), referee.stands[1])
        transaction.set_rollback(True)
