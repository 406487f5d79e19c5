"""A role is retired: its placements end, with thanks, and so do offers and log-ins."""

import pytest

from tests.builders import NOW, a_ready_volunteer, a_unit, a_unit_manager, an_mvpm
from timegiven.letters.models import Letter
from timegiven.library import services as library
from timegiven.placements import services
from timegiven.placements.models import AwareAccount, Placement

pytestmark = pytest.mark.django_db


@pytest.fixture
def placement() -> Placement:
    return a_ready_volunteer(unit=a_unit(), name="Grace Adeyemi")


def retire(placement: Placement) -> None:
    library.retire(placement.version, why="The desk has closed", by=an_mvpm(), at=NOW)


@pytest.mark.clause(52)
def test_a_placement_ends_with_its_role_and_its_volunteer_is_thanked(placement: Placement) -> None:
    retire(placement)

    ended = [services.end_retired(at=NOW), services.end_retired(at=NOW)]

    placement.refresh_from_db()
    letter = Letter.objects.get(template="placements/role_retired")
    assert (ended, placement.status, placement.until_on) == ([1, 0], "ENDED", NOW.date())
    assert (letter.to_name, "It has nothing to do with you" in letter.text) == ("Grace Adeyemi", True)
    assert "The desk has closed" not in letter.text


@pytest.mark.clause(52)
def test_an_offer_of_it_ends_too(placement: Placement) -> None:
    Placement.objects.update(status="OFFERED")
    retire(placement)

    services.end_retired(at=NOW)

    placement.refresh_from_db()
    letter = Letter.objects.get(template="placements/role_retired")
    assert (placement.status, letter.subject) == ("DECLINED", f"An offer has ended: {placement.version.title}")


def test_while_a_role_goes_on_nothing_ends(placement: Placement) -> None:
    assert services.end_retired(at=NOW) == 0


@pytest.mark.clause(84)
def test_a_log_in_that_only_this_role_needed_is_closed(placement: Placement) -> None:
    person = placement.volunteer.person
    AwareAccount.objects.create(person=person, login="v1", asked_by=person, from_on=NOW.date(), status="OPEN")
    retire(placement)

    services.end_retired(at=NOW)

    assert AwareAccount.objects.get().status == "CLOSED"


def test_the_units_people_and_who_proposed_it_hear_why(placement: Placement) -> None:
    manager = a_unit_manager(placement.unit)
    proposer = placement.version.profile.proposed_by

    retire(placement)

    letters = Letter.objects.filter(template="library/retired")
    assert {each.to_name for each in letters} == {manager.name, proposer.name}
    assert all("The desk has closed" in each.text for each in letters)


def test_the_page_of_ones_own_placement_speaks_to_its_reader(client, placement: Placement) -> None:
    library.report_change(
        placement.version, unit=placement.unit, what="Water", is_stop=True, by=a_unit_manager(placement.unit), at=NOW
    )
    client.force_login(placement.volunteer.person)

    page = client.get(f"/placements/{placement.reference}/").text

    assert "Assess the risks of the role at this unit" not in page
