"""A break and the way back: days, and no reason."""

from datetime import timedelta

import pytest

from tests.builders import NOW, TODAY, a_borough, a_person, a_ready_volunteer, a_unit, a_unit_manager, an_mvpm
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements import selectors, services
from timegiven.placements.models import AwareAccount

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def placement():
    return a_ready_volunteer(unit=a_unit())


def _ready(placement, day) -> bool:
    person = placement.volunteer.person_id
    return not selectors.readiness([person], placement.version, placement.unit, day)[person]


@pytest.mark.clause(45, 120)
def test_a_break_of_today_begins_at_once_and_ends_with_a_word(placement):
    volunteer = placement.volunteer
    services.pause(volunteer, from_on=TODAY, by=volunteer.person, at=NOW)
    away = (volunteer.status, _ready(placement, TODAY))

    services.come_back(volunteer, by=volunteer.person, at=NOW + DAY)

    assert away == ("PAUSED", False)
    assert (volunteer.status, _ready(placement, TODAY), _ready(placement, TODAY + DAY)) == ("ACTIVE", False, True)
    assert [step.status for step in volunteer.steps.order_by("at")] == ["PAUSED", "ACTIVE"]


@pytest.mark.clause(120)
def test_a_planned_break_begins_and_ends_by_itself(placement):
    volunteer = placement.volunteer
    services.pause(volunteer, from_on=TODAY + 2 * DAY, back_on=TODAY + 4 * DAY, by=volunteer.person, at=NOW)

    states = []
    for days in range(6):
        services.keep_breaks(at=NOW + days * DAY)
        volunteer.refresh_from_db()
        states.append((volunteer.status, _ready(placement, TODAY + days * DAY)))

    here, away = ("ACTIVE", True), ("PAUSED", False)
    assert states == [here, here, away, away, here, here]
    assert Letter.objects.filter(template="placements/welcome_back").count() == 1


@pytest.mark.clause(84)
def test_a_log_in_rests_with_the_break_and_the_mvp_manager_has_it_woken(placement):
    volunteer, mvpm = placement.volunteer, an_mvpm()
    used = {"asked_by": mvpm, "login": "v1", "status": "OPEN", "from_on": TODAY - DAY}
    account = AwareAccount.objects.create(person=volunteer.person, **used)

    def waits():
        return [need.text for need in selectors.needs(mvpm, TODAY + 2 * DAY) if "woken" in need.text]

    services.pause(volunteer, from_on=TODAY + DAY, back_on=TODAY + 2 * DAY, by=volunteer.person, at=NOW)
    known = [AwareAccount.objects.get().status, *waits()]
    services.keep_breaks(at=NOW + DAY)
    known += [AwareAccount.objects.get().status, *waits()]
    services.keep_breaks(at=NOW + 2 * DAY)
    known += [AwareAccount.objects.get().status, *waits()]
    services.resume_aware(volunteer.person, by=mvpm, at=NOW + 2 * DAY)

    name = volunteer.person.name
    assert known == ["OPEN", "SUSPENDED", "SUSPENDED", f"Have the AWARE log-in of {name} woken"]
    assert (AwareAccount.objects.get().status, waits()) == ("OPEN", [])
    assert [step.status for step in account.steps.order_by("pk")] == ["SUSPENDED", "OPEN"]
    assert "Please tell the service desk" in Letter.objects.get(template="placements/break", to_name=mvpm.name).text
    assert "switched on again" in Letter.objects.get(template="placements/welcome_back").text


def test_the_unit_and_the_mvp_manager_hear_of_the_days(placement):
    mvpm, manager = an_mvpm(), a_unit_manager(placement.unit)

    services.pause(placement.volunteer, from_on=TODAY, by=placement.volunteer.person, at=NOW)

    told = Letter.objects.filter(template="placements/break").values_list("to_name", flat=True)
    assert sorted(told) == sorted([mvpm.name, manager.name])


@pytest.mark.parametrize(
    ("from_on", "back_on", "why"),
    [(TODAY - DAY, None, "first day has passed"), (TODAY, TODAY, "comes before it begins")],
)
def test_the_days_are_in_order(placement, from_on, back_on, why):
    with pytest.raises(NotAllowed, match=why):
        services.pause(placement.volunteer, from_on=from_on, back_on=back_on, by=placement.volunteer.person, at=NOW)


def test_one_break_at_a_time_and_nothing_to_come_back_from_without_one(placement):
    volunteer = placement.volunteer
    with pytest.raises(NotAllowed, match="no break to come back from"):
        services.come_back(volunteer, by=volunteer.person, at=NOW)
    services.pause(volunteer, from_on=TODAY, by=volunteer.person, at=NOW)

    with pytest.raises(NotAllowed, match="a break already"):
        services.pause(volunteer, from_on=TODAY, by=volunteer.person, at=NOW)


def test_only_the_volunteer_and_their_mvp_manager_note_it(placement):
    others = [a_person(), an_mvpm(a_borough("Barnet")), a_unit_manager(placement.unit)]

    for other in others:
        with pytest.raises(NotPermitted):
            services.pause(placement.volunteer, from_on=TODAY, by=other, at=NOW)


@pytest.mark.clause(120)
def test_the_pages_ask_for_no_reason(placement, client, the_day):
    volunteer = placement.volunteer
    client.force_login(volunteer.person)
    record = f"/placements/people/{volunteer.reference}/"

    form = client.get(f"{record}break/").content.decode()
    taken = client.post(f"{record}break/", {"from_on": "24/4/2007"}, follow=True).content.decode()

    assert "textarea" not in form
    assert "You are on a break" in taken
    assert "Welcome back." in client.post(f"{record}back/", follow=True).content.decode()
    client.force_login(a_person())
    assert client.get(f"{record}break/").status_code == 404
