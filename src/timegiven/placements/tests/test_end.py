"""End a placement, or all of them, and the AWARE account with the last role that used it."""

import pytest

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_placement,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_version,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    the_central_team,
)
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements import selectors, services
from timegiven.placements.models import AwareAccount, Placement

pytestmark = pytest.mark.django_db


def _started(**marks):
    unit = a_unit()
    return a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit, **marks), name="Ann Bee")


@pytest.mark.clause(45, 102)
def test_the_volunteer_ends_it_today_and_is_not_asked_why():
    placement = _started()
    mvpm, manager = an_mvpm(), a_unit_manager(placement.unit)

    services.end(placement, by=placement.volunteer.person, at=NOW)

    placement.refresh_from_db()
    assert (placement.status, placement.until_on) == ("ENDED", TODAY)
    assert [step.why for step in placement.steps.all()] == [""]
    assert {letter.to_name for letter in Letter.objects.all()} == {mvpm.name, manager.name}


def test_the_mvp_manager_ends_it_and_the_volunteer_is_thanked():
    placement = _started()

    services.end(placement, by=an_mvpm(), at=NOW)

    letter = Letter.objects.get()
    assert letter.to_name == "Ann Bee"
    assert "We are grateful for every hour" in letter.text


@pytest.mark.clause(84)
def test_the_aware_account_closes_with_the_last_role_that_uses_it():
    placement = _started(needs_aware=True)
    other = a_placement(placement.volunteer, a_version(unit=a_unit("Archive"), needs_aware=True))

    services.end(placement, by=an_mvpm(), at=NOW)
    between = AwareAccount.objects.get().until_on
    services.end(other, by=an_mvpm(), at=NOW)

    assert (between, AwareAccount.objects.get().until_on) == (None, TODAY)


def test_end_all_lets_go_of_offers_and_placements_alike():
    placement = _started()
    volunteer = placement.volunteer
    for title, status in (("Filing", "OFFERED"), ("Typing", "AGREED"), ("Old", "ENDED"), ("No", "DECLINED")):
        a_placement(volunteer, a_version(unit=placement.unit, title=title), status=status)

    going = services.end_all(volunteer, by=volunteer.person, at=NOW)

    assert [each.version.title for each in going] == ["Front counter triage", "Filing", "Typing"]
    assert {each.version.title: each.status for each in Placement.objects.all()} == {
        "Front counter triage": "ENDED",
        "Filing": "DECLINED",
        "Typing": "ENDED",
        "Old": "ENDED",
        "No": "DECLINED",
    }
    assert Entry.objects.count() == 0
    assert selectors.live_placements_of(volunteer.person) == []


@pytest.mark.parametrize("status", ["DECLINED", "ENDED"])
def test_what_has_ended_does_not_end_again(status):
    placement = _started()
    Placement.objects.update(status=status)
    placement.refresh_from_db()

    with pytest.raises(NotAllowed, match=r"already\.|from there it cannot become"):
        services.end(placement, by=an_mvpm(), at=NOW)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (lambda p: p.volunteer.person, True),
        (lambda p: an_mvpm(), True),
        (lambda p: an_mvpm(a_borough("Barnet")), False),
        (lambda p: a_unit_manager(p.unit), False),
        (lambda p: the_central_team(), False),
        (lambda p: a_volunteer().person, False),
    ],
)
@pytest.mark.parametrize("deed", ["end", "end_all", "close_aware"])
def test_who_ends(deed, who, may):
    placement = _started(needs_aware=True)
    an_mvpm()
    subject = {"end": placement, "end_all": placement.volunteer, "close_aware": placement.volunteer.person}[deed]

    if may:
        getattr(services, deed)(subject, by=who(placement), at=NOW)
    else:
        with pytest.raises(NotPermitted):
            getattr(services, deed)(subject, by=who(placement), at=NOW)


def test_to_close_no_account_is_no_trouble():
    placement = _started()

    assert services.close_aware(placement.volunteer.person, by=an_mvpm(), at=NOW) == 0


def test_the_page_says_what_will_happen_and_does_it(client, the_day):
    placement = _started()
    client.force_login(placement.volunteer.person)
    address = f"/placements/{placement.reference}/end/"

    shown = client.get(address).content.decode()
    done = client.post(address, follow=True).content.decode()

    assert "You need give no reason" in shown
    assert "Your placement has ended. Thank you for the time you gave." in done
    assert Placement.objects.get().status == "ENDED"


def test_a_unit_manager_does_not_end_it(client, the_day):
    placement = _started()
    client.force_login(a_unit_manager(placement.unit))

    assert client.get(f"/placements/{placement.reference}/end/").status_code == 403
