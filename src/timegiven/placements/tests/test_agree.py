"""Say yes or no to a placement."""

import pytest

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
)
from timegiven.joining.models import Clearance
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.placements import services
from timegiven.placements.models import Placement

pytestmark = pytest.mark.django_db


def _offered():
    placement = a_ready_volunteer(unit=a_unit(), name="Ann Bee")
    Placement.objects.update(status="OFFERED")
    placement.refresh_from_db()
    return placement


@pytest.mark.clause(44, 46, 54, 78)
def test_yes_tells_the_unit_and_the_mvp_manager_and_gives_the_volunteer_both_numbers():
    placement = _offered()
    mvpm, manager = an_mvpm(), a_unit_manager(placement.unit)
    Person.objects.filter(pk=mvpm.pk).update(phone="020 7946 0111")
    Person.objects.filter(pk=manager.pk).update(phone="020 7946 0222")

    services.agree(placement, by=placement.volunteer.person, at=NOW)

    placement.refresh_from_db()
    assert (placement.status, placement.from_on) == ("AGREED", TODAY)
    letters = {letter.template: letter for letter in Letter.objects.all()}
    assert {name: letter.to_name for name, letter in letters.items()} == {
        "placements/agreed": "Ann Bee",
        "placements/agreed_unit": manager.name,
        "placements/agreed_mvpm": mvpm.name,
    }
    own = letters["placements/agreed"].text
    assert (mvpm.name in own, "020 7946 0111" in own) == (True, True)
    assert (manager.name in own, "020 7946 0222" in own) == (True, True)
    assert "020 7946 0100" in own  # the unit's own number
    unit = letters["placements/agreed_unit"].text
    assert "will arrange a short meeting with you about the role and the training it needs" in unit
    assert "please read the role profile and its risk assessment" in unit


@pytest.mark.clause(45)
def test_no_is_as_easy_as_yes_and_asks_for_nothing():
    placement = _offered()
    mvpm = an_mvpm()

    services.decline(placement, by=placement.volunteer.person, at=NOW)

    placement.refresh_from_db()
    assert placement.status == "DECLINED"
    assert [step.why for step in placement.steps.all()] == [""]
    assert [letter.to_name for letter in Letter.objects.all()] == [mvpm.name]


@pytest.mark.clause(74)
def test_yes_is_judged_by_the_day_on_which_it_is_said():
    placement = _offered()
    Clearance.objects.update(until_on=TODAY)

    with pytest.raises(NotAllowed, match="Your security check is not in force"):
        services.agree(placement, by=placement.volunteer.person, at=NOW)

    assert Placement.objects.get().status == "OFFERED"


@pytest.mark.parametrize("deed", [services.agree, services.decline])
@pytest.mark.parametrize("status", ["AGREED", "STARTED", "DECLINED", "ENDED"])
def test_only_an_open_offer_is_answered(deed, status):
    placement = _offered()
    Placement.objects.update(status=status)
    placement.refresh_from_db()

    with pytest.raises(NotAllowed, match=r"already\.|from there it cannot become"):
        deed(placement, by=placement.volunteer.person, at=NOW)


def test_of_two_answers_at_once_the_first_counts():
    placement = _offered()
    same = Placement.objects.select_related("volunteer__person").get()
    services.decline(placement, by=placement.volunteer.person, at=NOW)

    with pytest.raises(SomeoneElseActed):
        services.agree(same, by=placement.volunteer.person, at=NOW)


@pytest.mark.parametrize("deed", [services.agree, services.decline])
@pytest.mark.parametrize(
    ("who", "has_email", "may"),
    [
        (lambda p: p.volunteer.person, True, True),
        (lambda p: an_mvpm(), True, False),
        (lambda p: an_mvpm(), False, True),
        (lambda p: an_mvpm(a_borough("Barnet")), False, False),
        (lambda p: a_unit_manager(p.unit), False, False),
        (lambda p: the_central_team(), False, False),
        (lambda p: a_volunteer().person, True, False),
    ],
)
def test_who_answers(deed, who, has_email, may):
    placement = _offered()
    an_mvpm()
    if not has_email:
        placement.volunteer.person.email = None
        placement.volunteer.person.save(update_fields=["email"])

    if may:
        deed(placement, by=who(placement), at=NOW)
        assert Placement.objects.get().status in {"AGREED", "DECLINED"}
    else:
        with pytest.raises(NotPermitted):
            deed(placement, by=who(placement), at=NOW)


def test_the_volunteer_reads_the_offer_and_says_yes(client, the_day):
    placement = _offered()
    client.force_login(placement.volunteer.person)

    page = client.get(f"/placements/{placement.reference}/")
    sure = client.get(f"/placements/{placement.reference}/agree/")
    done = client.post(f"/placements/{placement.reference}/agree/", follow=True)

    assert [each.status_code for each in (page, sure, done)] == [200, 200, 200]
    assert "Yes, I would like to" in page.content.decode()
    assert Placement.objects.get().status == "AGREED"
    assert "Thank you. The unit and the Borough MVP Manager are told." in done.content.decode()


def test_the_volunteer_says_no(client, the_day):
    placement = _offered()
    client.force_login(placement.volunteer.person)

    done = client.post(f"/placements/{placement.reference}/decline/", follow=True)

    assert "That is fine." in done.content.decode()
    assert Placement.objects.get().status == "DECLINED"


def test_a_second_answer_says_why_nothing_happened(client, the_day):
    placement = _offered()
    client.force_login(placement.volunteer.person)
    client.post(f"/placements/{placement.reference}/decline/")

    again = client.post(f"/placements/{placement.reference}/agree/")

    assert again.status_code == 200
    assert "from there it cannot become" in again.content.decode()


@pytest.mark.clause(46)
def test_the_placement_page_holds_both_contacts(client, the_day):
    placement = _offered()
    mvpm, manager = an_mvpm(), a_unit_manager(placement.unit)
    client.force_login(placement.volunteer.person)

    page = client.get(f"/placements/{placement.reference}/").content.decode()

    assert [mvpm.name in page, manager.name in page, "020 7946 0100" in page] == [True, True, True]


@pytest.mark.clause(103, 104, 105)
def test_the_placement_page_says_what_holds_for_driving(client, the_day):
    placement = _offered()
    client.force_login(placement.volunteer.person)

    before = client.get(f"/placements/{placement.reference}/").content.decode()
    type(placement.version).objects.update(allows_own_vehicle=True)
    after = client.get(f"/placements/{placement.reference}/").content.decode()

    assert "Volunteers do not drive police vehicles." in before
    assert "tell your own insurer" in before
    assert "This role does not use your own car" in before
    assert "once the risk has been assessed and the insurer has agreed" in after


@pytest.mark.parametrize(
    ("who", "status"),
    [
        (lambda p: p.volunteer.person, 200),
        (lambda p: an_mvpm(), 200),
        (lambda p: a_unit_manager(p.unit), 200),
        (lambda p: the_central_team(), 200),
        (lambda p: an_mvpm(a_borough("Barnet")), 404),
        (lambda p: a_unit_manager(a_unit("Archive")), 404),
        (lambda p: a_volunteer().person, 404),
    ],
)
def test_who_opens_the_placement(client, the_day, who, status):
    placement = _offered()
    client.force_login(who(placement))

    assert client.get(f"/placements/{placement.reference}/").status_code == status
