"""A meeting of volunteers, or an hour with a supervisor: added by the MVP Manager, under the month's limit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    the_central_team,
    time_given,
)
from timegiven.audit.models import Event
from timegiven.hours import access, selectors, services
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people.models import Volunteer

pytestmark = pytest.mark.django_db


def _add(volunteer, minutes=60, *, by=None, at=NOW, **told):
    told = {"kind": "SUPERVISION", "on": TODAY, **told}
    return services.add_time(volunteer, minutes=minutes, by=by or an_mvpm(), at=at, **told)


@pytest.mark.clause(34, 35)
@pytest.mark.parametrize("kind", Entry.ADDED)
def test_it_counts_under_the_months_limit_like_any_other_time(kind):
    volunteer = a_volunteer()
    time_given(volunteer, minutes=2_340)

    added = _add(volunteer, kind=kind)

    assert (added.kind, added.minutes, selectors.left_in(volunteer.person, TODAY, volunteer.strand)) == (kind, 60, 0)
    assert Event.objects.get(act="added time").about == volunteer.person.reference
    with pytest.raises(NotAllowed, match="the limit is 40 hours so that everyone gets a turn"):
        _add(volunteer, 1, kind=kind)


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (TODAY + timedelta(days=1), "is still to come"),
        (date(1999, 1, 1), "is before they became a volunteer"),
        (date(2007, 4, 21), "is after they left, on Friday 20 April 2007"),
    ],
)
def test_only_for_a_day_on_which_it_can_have_been(on, reason):
    volunteer = a_volunteer()
    Volunteer.objects.update(status="LEFT", left_on=date(2007, 4, 20))
    volunteer.refresh_from_db()

    with pytest.raises(NotAllowed, match=reason) as refusal:
        _add(volunteer, on=on)

    assert refusal.value.next_step
    assert Entry.objects.count() == 0
    assert _add(volunteer, on=date(2007, 4, 20)).minutes == 60


def test_who_adds_time_and_nobody_for_themselves():
    volunteer, mvpm = a_ready_volunteer(unit=a_unit()).volunteer, an_mvpm()
    own = a_volunteer()
    type(own).objects.filter(pk=own.pk).update(person=mvpm)
    own.refresh_from_db()
    people = [mvpm, volunteer.person, a_unit_manager(a_unit()), an_mvpm(a_borough("Barnet")), the_central_team()]

    assert [access.add_time(person, volunteer, TODAY) for person in people] == [True, False, False, False, False]
    assert not access.add_time(mvpm, own, TODAY)
    with pytest.raises(NotPermitted):
        _add(volunteer, by=volunteer.person)


def test_what_was_added_in_error_is_taken_back_once_and_stays_on_record():
    volunteer, mvpm = a_volunteer(), an_mvpm()
    entry, session = _add(volunteer, by=mvpm), time_given(volunteer, minutes=30)
    told = {"volunteer": volunteer, "why": "It was another day", "by": mvpm, "at": NOW}

    services.take_time_back(entry, **told)

    assert selectors.given_in(volunteer.person, TODAY) == 30
    assert list(Entry.objects.exclude(pk=session.pk).values_list("minutes", "why")) == [
        (60, ""),
        (-60, "It was another day"),
    ]
    for other, reason in ((entry, "has been taken back already"), (session, "was not added by hand")):
        with pytest.raises(NotAllowed, match=reason):
            services.take_time_back(other, **told)


def test_a_closed_month_wants_the_reason():
    volunteer, later = a_volunteer(), datetime(2007, 7, 1, 9, tzinfo=UTC)
    _add(volunteer)
    services.close_due(at=later)

    with pytest.raises(NotAllowed, match="April 2007 is closed"):
        _add(volunteer, at=later)
    assert _add(volunteer, at=later, why="The list was found").is_after_closing


def test_the_pages(client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    volunteer = a_volunteer()
    client.force_login(an_mvpm())
    month = reverse("hours:month", args=[volunteer.reference])
    address = reverse("hours:add_time", args=[volunteer.reference])
    typed = {"kind": "MEETING", "on": "24/4/2007", "minutes_hours": "1", "minutes_minutes": "30"}

    assert f'href="{address}?back=' in client.get(month).text
    silent = client.post(address, {"once": "a"}).text
    done = client.post(address, typed | {"once": "b"}, follow=True).text
    back = reverse("hours:take_time_back", args=[Entry.objects.get().reference])
    taken = client.post(back, {"why": "Twice", "once": "c"}, follow=True).text

    assert "Choose what it was" in silent
    assert "Added: 1 hour 30 minutes on Tuesday 24 April 2007." in done
    assert f'href="{back}"' in done
    assert "Meeting, put right" in taken
    assert back not in taken
    assert "Nothing has changed: this time has been taken back already" in client.get(back).text
    client.force_login(volunteer.person)
    assert address not in client.get(month).text
    assert (client.get(address).status_code, client.get(back).status_code) == (403, 404)


def test_who_looks_after_somebody_who_moved_here_can_take_back_what_was_added_there(client):
    volunteer, brent = a_volunteer(), a_borough("Brent")
    entry, before, now = _add(volunteer), an_mvpm(), an_mvpm(brent)
    Volunteer.objects.filter(pk=volunteer.pk).update(borough=brent)
    back = reverse("hours:take_time_back", args=[entry.reference])

    client.force_login(before)
    assert client.get(back).status_code == 404
    client.force_login(now)
    client.post(back, {"why": "Twice", "once": "a"})

    assert selectors.given_in(volunteer.person, TODAY) == 0
