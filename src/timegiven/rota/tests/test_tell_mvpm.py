"""A unit tells its MVP Manager without delay when something is not as agreed; nothing is held against anybody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment
from timegiven.rota import access, services
from timegiven.rota.models import Offer
from timegiven.rota.tests.conftest import Scene

NOW = build.NOW


def _expected(scene: Scene, *, begins: int = -1, status: str = "ACCEPTED") -> Offer:
    return build.an_offer(
        scene.placement, duty=build.a_duty(scene.placement, starts_at=NOW + timedelta(hours=begins)), status=status
    )


@pytest.mark.clause(49)
@pytest.mark.parametrize(
    ("was_seen", "words"), [(False, "and was not seen"), (True, "talk with you about how it goes")]
)
def test_the_mvpm_is_asked_to_ring_at_once_and_the_offer_stays_as_it_is(was_seen, words, scene: Scene) -> None:
    offer = _expected(scene)

    told = services.tell_mvpm(offer, was_seen=was_seen, by=scene.manager, at=NOW)

    letter = Letter.objects.get()
    offer.refresh_from_db()
    assert (told, letter.to_name, letter.owed_at) == (1, scene.mvpm.name, NOW)
    assert words in letter.text
    assert "nothing is held against anybody" in letter.text
    assert offer.status == "ACCEPTED"
    assert (Event.objects.get().act, Event.objects.get().about) == (
        "asked the MVP Manager to ring",
        scene.volunteer.reference,
    )


@pytest.mark.clause(49)
@pytest.mark.parametrize("is_own", [False, True], ids=["the post is vacant", "it is about the MVP Manager"])
def test_where_no_mvpm_can_ring_the_central_team_does(is_own: bool, scene: Scene) -> None:
    offer, team = _expected(scene), build.the_central_team()
    held = Appointment.objects.filter(person=scene.mvpm)
    held.update(person=scene.volunteer) if is_own else held.delete()

    assert services.tell_mvpm(offer, was_seen=False, by=scene.manager, at=NOW) == 1

    assert Letter.objects.get().recipient == team.reference


@pytest.mark.clause(49)
def test_only_the_units_own_manager_tells_and_only_of_who_was_expected(scene: Scene) -> None:
    offer = _expected(scene)
    other = build.a_unit_manager(build.a_unit("Archive"))
    who = (scene.manager, other, scene.mvpm, scene.stranger, scene.volunteer)

    assert [access.tell_mvpm(each, offer, build.TODAY) for each in who] == [True, False, False, False, False]
    for begins, status in ((1, "ACCEPTED"), (-2, "DECLINED"), (-3, "OPEN")):
        with pytest.raises(NotAllowed, match="nobody was expected"):
            services.tell_mvpm(_expected(scene, begins=begins, status=status), was_seen=False, by=scene.manager, at=NOW)
    assert Letter.objects.count() == 0


@pytest.mark.usefixtures("clock")
def test_the_page_of_who_was_expected_leads_to_it(scene: Scene, client: Client) -> None:
    offer = _expected(scene)
    address = reverse("rota:tell_mvpm", args=[offer.reference])
    client.force_login(scene.manager)

    page = client.get(reverse("rota:offered", args=[offer.reference])).content.decode()
    answer = client.post(address, {"about": "not_seen"}, follow=True).content.decode()

    assert address in page
    assert "The MVP Manager, or the Central Team while there is none, has been asked to ring you." in answer
