"""What was recorded by mistake is taken off, with its time, and the volunteer is told."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_course,
    a_volunteer,
    an_mvpm,
    someone_appointed,
    the_central_team,
)
from timegiven.audit.models import Event
from timegiven.hours.models import Closing, Entry, Month
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment
from timegiven.training import selectors, services
from timegiven.training.models import Completion

pytestmark = [pytest.mark.django_db, pytest.mark.clause(35, 90)]

WHY = "Her sister came"


def recorded(volunteer=None, on=TODAY):
    (made,) = services.record([volunteer or a_volunteer()], course=a_course(), on=on, minutes=60, by=an_mvpm(), at=NOW)
    return made


def test_it_is_no_longer_on_the_record_nor_in_the_month_and_the_volunteer_is_told():
    done = recorded()
    volunteer = done.person.volunteer

    services.take_off(done, why=WHY, by=an_mvpm(), at=NOW)

    assert not Completion.objects.exists()
    assert [course.code for course in selectors.missing([volunteer.person_id], None, TODAY)[volunteer.person_id]] == [
        "HS"
    ]
    assert (Month.objects.get().minutes, sorted(Entry.objects.values_list("minutes", flat=True))) == (0, [-60, 60])
    letter = Letter.objects.get(template="training/taken_off")
    assert letter.recipient == done.person.reference
    assert f"Why: {WHY}" in letter.text
    event = Event.objects.get(act="took training off the record")
    assert (event.about, event.why) == (done.person.reference, f"HS: {WHY}")


def test_it_is_done_once_and_then_the_course_can_be_recorded_again():
    done = recorded()
    stale = Completion.objects.get(pk=done.pk)
    services.take_off(done, why=WHY, by=an_mvpm(), at=NOW)

    with pytest.raises(NotAllowed, match="already"):
        services.take_off(stale, why=WHY, by=an_mvpm(), at=NOW)
    recorded(done.person.volunteer)

    assert (Month.objects.get().minutes, Completion.objects.count()) == (60, 1)


def test_only_those_who_look_after_the_training_do_it_and_never_their_own():
    done, manager = recorded(), a_volunteer()
    Appointment.objects.create(person=manager.person, role=Role.MVPM, unit=a_borough(), from_on=TODAY)
    own = recorded(manager)

    for person, what in (
        (done.person, done),
        (an_mvpm(a_borough("Hackney")), done),
        (the_central_team(), done),
        (manager.person, own),
    ):
        with pytest.raises(NotPermitted):
            services.take_off(what, why=WHY, by=person, at=NOW)
    services.take_off(done, why=WHY, by=someone_appointed(Role.TRAINING, a_borough()), at=NOW)


def test_a_month_that_has_been_closed_is_changed_by_the_mvp_manager_alone():
    done = recorded(on=date(2007, 3, 20))
    Closing.objects.create(starts_on=date(2007, 3, 1), closed_at=NOW, minutes=60, entries=1)

    with pytest.raises(NotPermitted, match="in a month that has been closed"):
        services.take_off(done, why=WHY, by=someone_appointed(Role.TRAINING, a_borough()), at=NOW)
    services.take_off(done, why=WHY, by=an_mvpm(), at=NOW)

    assert not Completion.objects.exists()


def test_its_page_is_led_to_from_the_volunteers_training(client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    done = recorded()
    client.force_login(an_mvpm())
    address = reverse("training:take_off", args=[done.reference])

    led = client.get(reverse("placements:training", args=[done.person.volunteer.reference])).content.decode()
    empty = client.post(address, {"why": " "}).content.decode()
    client.post(address, {"why": WHY})

    assert address in led
    assert "There is a problem" in empty
    assert not Completion.objects.exists()
    assert client.get(address).status_code == 404
