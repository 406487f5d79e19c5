"""Answer from an e-mail without signing in; a link for a relative or a friend."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.rota import selectors, services
from timegiven.rota.models import FamilyLink, LetterLink, Offer
from timegiven.rota.tests.conftest import Scene

pytestmark = pytest.mark.usefixtures("clock")


def _asked(scene: Scene) -> tuple[Offer, str]:
    """An offer, and the address in its letter."""
    duty = build.a_duty(scene.placement)
    (offer,) = services.offer(duty, placements=[scene.placement.reference], by=scene.manager, at=build.NOW)
    return offer, _address()


def _address() -> str:
    letter = Letter.objects.order_by("pk").last()
    found = re.search(r"/rota/letter/[\w-]+/", letter.text)
    assert found
    return found[0]


@pytest.mark.clause(45, 48)
def test_two_taps_from_the_letter_say_yes_and_two_more_that_one_cannot_come(scene: Scene, client: Client) -> None:
    offer, address = _asked(scene)

    opened = client.get(address)
    said_yes = client.post(address, {"offer": offer.reference, "answer": "yes"})
    after = client.get(address).text
    from_thanks = _address()
    gave_back = client.post(from_thanks, {"offer": offer.reference, "answer": "cannot"})

    offer.refresh_from_db()
    assert (opened.status_code, said_yes.url, gave_back.url) == (200, address, from_thanks)
    assert ("Yes or no: both are fine" in opened.text, "Yes or no: both are fine" in after) == (True, False)
    assert (offer.status, [step.by for step in offer.steps.order_by("pk")][1:]) == ("RELEASED", [scene.volunteer] * 2)


def test_the_page_shows_nothing_but_the_duty_and_opening_it_does_nothing(scene: Scene, client: Client) -> None:
    offer, address = _asked(scene)

    page = client.get(address)

    offer.refresh_from_db()
    words = page.content.decode()
    assert (offer.status, page.headers["Cache-Control"]) == ("OPEN", "private, no-store")
    assert "Tuesday 1 May 2007, 10am to 2pm" in words
    assert [word for word in ("Ada", "Okafor", scene.manager.name, scene.volunteer.email) if word in words] == []


def test_a_link_answers_once_and_not_after_its_time(scene: Scene, client: Client, clock) -> None:
    offer, address = _asked(scene)
    client.post(address, {"offer": offer.reference, "answer": "no"})
    again = client.post(address, {"offer": offer.reference, "answer": "yes"})
    clock(offer.duty.starts_at + timedelta(minutes=1))
    late = client.get(address)

    offer.refresh_from_db()
    assert (offer.status, again.status_code) == ("DECLINED", 200)
    assert "this link has done its work" in again.content.decode()
    assert "The time of this letter is over" in late.content.decode()
    assert client.get(reverse("rota:by_link", args=["guess"])).status_code == 404


def test_a_link_answers_only_the_duties_of_its_letter(scene: Scene, client: Client) -> None:
    _, address = _asked(scene)
    other = build.an_offer(scene.placement)

    client.post(address, {"offer": other.reference, "answer": "yes"})

    other.refresh_from_db()
    assert other.status == "OPEN"


@pytest.mark.clause(48)
def test_a_daughter_says_that_her_mother_cannot_come(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    secret = services.make_family_link(by=scene.volunteer, at=build.NOW)
    address = reverse("rota:family", args=[secret])

    words = client.get(address).content.decode()
    client.post(address, {"offer": offer.reference})

    offer.refresh_from_db()
    letter = Letter.objects.get(recipient=scene.volunteer.reference)
    assert "Tuesday 1 May 2007, 10am to 2pm" in words
    assert [word for word in ("Ada", "Okafor", "triage", "Camden") if word in words] == []
    assert (offer.status, offer.steps.get().why) == ("RELEASED", "A friend or family member told us")
    assert "A friend or family member has told us" in letter.text


def test_a_link_for_the_family_ends_when_it_is_stopped_or_made_anew(scene: Scene, client: Client) -> None:
    first = services.make_family_link(by=scene.volunteer, at=build.NOW)
    second = services.make_family_link(by=scene.volunteer, at=build.NOW)
    found = [client.get(reverse("rota:family", args=[each])).status_code for each in (first, second)]
    services.revoke_family_link(by=scene.volunteer, at=build.NOW)

    assert found == [404, 200]
    ended = client.get(reverse("rota:family", args=[second]))
    assert (ended.status_code, "ring the unit" in ended.text) == (404, True)
    assert not FamilyLink.objects.exists()
    assert selectors.family_link(second, build.NOW) is None


def test_links_close_with_leaving(scene: Scene) -> None:
    _asked(scene)
    services.make_family_link(by=scene.volunteer, at=build.NOW)

    services.release_all(scene.volunteer, by=scene.volunteer, at=build.NOW)

    assert (LetterLink.objects.count(), FamilyLink.objects.count()) == (0, 0)


@pytest.mark.clause(48)
def test_the_unit_notes_a_call_and_asks_no_more_than_who(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.manager)
    page = reverse("rota:cannot_come", args=[offer.reference])

    listed = client.get(reverse("rota:rang"))
    unsaid = client.post(page, {"once": "a"})
    client.post(page, {"told_by": "friend"})

    offer.refresh_from_db()
    assert "Ada Okafor" in listed.content.decode()
    assert "Choose who told us" in unsaid.content.decode()
    assert (offer.status, offer.steps.get().why) == ("RELEASED", "A friend or family member told us")


def test_a_stand_in_that_is_named_is_asked_and_nobody_learns_why_not(scene: Scene) -> None:
    other = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    away = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    away.volunteer.person.passes.update(status="LOST")
    offers = [build.an_offer(scene.placement, duty=build.a_duty(scene.placement), status="ACCEPTED") for _ in range(2)]

    asked, not_asked = (
        services.cannot_come(offer, by=scene.volunteer, at=build.NOW, stand_in=each.reference)
        for offer, each in zip(offers, (other, away), strict=True)
    )

    letter = Letter.objects.get(template="rota/offered")
    assert (asked, not_asked) == (True, False)
    assert letter.text.split("\n\n")[1].startswith("Ada cannot come and thought that you might like to.")


def test_the_unit_asks_those_whose_turn_it_is(scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    others = [build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version) for _ in range(3)]
    build.an_offer(others[0])  # asked of late, so others come first
    build.an_offer(scene.placement)

    made = services.ask_stand_ins(duty, by=scene.manager, at=build.NOW, most=2)

    assert {each.placement for each in made} == set(others[1:])
    services.ask_stand_ins(duty, by=scene.manager, at=build.NOW)
    with pytest.raises(NotAllowed, match="Nobody else can be asked"):
        services.ask_stand_ins(duty, by=scene.manager, at=build.NOW)
