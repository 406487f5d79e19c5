"""The calendar feed and the files of letters, read by another library than the one that wrote them."""

from datetime import UTC, date, datetime, time

import pytest
import vobject
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.letters.models import Letter
from timegiven.rota import services
from timegiven.rota.models import Offer
from timegiven.rota.tests.conftest import Scene

pytestmark = pytest.mark.usefixtures("clock")
Kept = dict[str, tuple[datetime, datetime, str, int]]


def _read(text: str) -> tuple[str, Kept]:
    """The method of a calendar file, and its events by name: begin, end, status, number."""
    calendar = vobject.readOne(text)
    events = {
        event.uid.value: (
            event.dtstart.value.astimezone(UTC),
            event.dtend.value.astimezone(UTC),
            event.status.value,
            int(event.sequence.value),
        )
        for event in calendar.contents.get("vevent", [])
    }
    return calendar.method.value, events


def _receive(text: str, kept: Kept) -> None:
    """What a calendar program does with a file: a newer number replaces, a cancellation takes away."""
    method, events = _read(text)
    for name, event in events.items():
        if name in kept and event[3] <= kept[name][3]:
            continue
        if method == "CANCEL" or event[2] == "CANCELLED":
            kept.pop(name, None)
        else:
            kept[name] = event


def _spans(kept: Kept) -> list[tuple[datetime, datetime, str]]:
    return [event[:3] for event in kept.values()]


@pytest.mark.clause(45, 47)
def test_a_calendar_follows_the_letters_from_offer_to_move_to_cancellation(scene: Scene) -> None:
    duty, kept, seen = build.a_duty(scene.placement), {}, []
    (offer,) = services.offer(duty, placements=[scene.placement.reference], by=scene.manager, at=build.NOW)
    deeds = (
        lambda: None,
        lambda: services.accept(Offer.objects.get(), by=scene.volunteer, at=build.NOW),
        lambda: services.move(
            duty, day=date(2007, 5, 3), starts=time(9), ends=time(12), by=scene.manager, at=build.NOW
        ),
        lambda: services.accept(Offer.objects.get(), by=scene.volunteer, at=build.NOW),
        lambda: services.cancel(duty, why="Flood", by=scene.manager, at=build.NOW),
    )
    for deed in deeds:
        deed()
        _receive(Letter.objects.exclude(calendar="").order_by("pk").last().calendar, kept)
        seen.append(_spans(kept))

    first = (datetime(2007, 5, 1, 9, tzinfo=UTC), datetime(2007, 5, 1, 13, tzinfo=UTC))
    moved = (datetime(2007, 5, 3, 8, tzinfo=UTC), datetime(2007, 5, 3, 11, tzinfo=UTC))
    assert seen == [
        [(*first, "TENTATIVE")],
        [(*first, "CONFIRMED")],
        [(*moved, "TENTATIVE")],
        [(*moved, "CONFIRMED")],
        [],
    ]
    assert offer.reference


def test_the_private_feed_is_read_again_after_each_change_and_ends_when_revoked(scene: Scene, client: Client) -> None:
    address = reverse("rota:feed", args=[services.make_feed(by=scene.volunteer, at=build.NOW)])

    def feed() -> list[tuple[datetime, datetime, str]]:
        return _spans(_read(client.get(address).content.decode())[1])

    empty = feed()
    night = build.a_duty(scene.placement, starts_at=datetime(2007, 10, 27, 21, tzinfo=UTC), hours=5)
    offer = build.an_offer(scene.placement, duty=night, status="ACCEPTED")
    over_the_clocks = feed()
    services.cannot_come(offer, by=scene.volunteer, at=build.NOW)
    given_back = feed()
    services.revoke_feed(by=scene.volunteer, at=build.NOW)

    assert (empty, given_back) == ([], [])
    assert over_the_clocks == [(night.starts_at, night.ends_at, "CONFIRMED")]
    assert client.get(address).status_code == 404
