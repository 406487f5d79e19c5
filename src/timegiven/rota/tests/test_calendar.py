"""A volunteer's calendar: the page, the file, the private address, and what waits on the first page."""

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from tests import builders as build
from timegiven.rota import selectors, services
from timegiven.rota.models import CalendarFeed, Offer
from timegiven.rota.tests.conftest import Scene


@pytest.mark.usefixtures("clock")
def test_the_page_shows_offers_and_what_is_coming(scene: Scene, client: Client) -> None:
    build.an_offer(scene.placement)
    later = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.volunteer)

    page = client.get(reverse("rota:my_calendar"))

    assert page.status_code == 200
    assert [len(page.context[name]) for name in ("waiting", "coming")] == [1, 1]
    assert reverse("rota:ics", args=[later.reference]) in page.content.decode()


@pytest.mark.usefixtures("clock")
def test_the_file_of_a_duty_says_when_and_where_in_london_time(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.volunteer)

    answer = client.get(reverse("rota:ics", args=[offer.reference]))

    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (offer.duty.starts_at, offer.duty.ends_at)
    assert event["dtstart"].params["TZID"] == "Europe/London"
    assert event["location"] == "Front counter, Camden, 12 Holmes Road, London"
    assert str(event["uid"]).startswith(offer.reference)


def test_a_cancelled_duty_keeps_its_name_and_raises_its_number(scene: Scene) -> None:
    offer = build.an_offer(scene.placement)
    files = [selectors.ics(offer, at=build.NOW)]
    for deed, file in ((services.accept, selectors.ics), (services.cannot_come, selectors.cancellation)):
        deed(offer, by=scene.volunteer, at=build.NOW)
        offer = Offer.objects.get()
        files.append(file(offer, at=build.NOW))

    calendars = [Calendar.from_ical(file) for file in files]
    events = [calendar.walk("VEVENT")[0] for calendar in calendars]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [int(event["sequence"]) for event in events] == [0, 1, 2]
    assert [str(event["status"]) for event in events] == ["TENTATIVE", "CONFIRMED", "CANCELLED"]
    assert [str(calendar["method"]) for calendar in calendars] == ["PUBLISH", "PUBLISH", "CANCEL"]


@pytest.mark.usefixtures("clock")
def test_the_private_address_says_volunteering_and_nothing_else(scene: Scene, client: Client) -> None:
    build.an_offer(scene.placement, status="ACCEPTED")
    secret = services.make_feed(by=scene.volunteer, at=build.NOW)

    answer = client.get(reverse("rota:feed", args=[secret]))

    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["summary"]) == "Volunteering"
    assert {"location", "description", "attendee"} & {name.lower() for name in event} == set()
    assert "Ada" not in answer.content.decode()
    assert CalendarFeed.objects.get().link_digest != secret
    assert answer["Cache-Control"] == "private, no-store"


def test_a_revoked_or_replaced_address_opens_nothing(scene: Scene, client: Client) -> None:
    first = services.make_feed(by=scene.volunteer, at=build.NOW)
    second = services.make_feed(by=scene.volunteer, at=build.NOW)

    replaced = client.get(reverse("rota:feed", args=[first]))
    works = client.get(reverse("rota:feed", args=[second]))
    services.revoke_feed(by=scene.volunteer, at=build.NOW)
    revoked = client.get(reverse("rota:feed", args=[second]))

    assert [each.status_code for each in (replaced, works, revoked)] == [404, 200, 404]


@pytest.mark.usefixtures("clock")
def test_the_address_is_shown_once(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    client.post(reverse("rota:make_feed"))

    first, again = (client.get(reverse("rota:my_calendar")).context["address"] for _ in range(2))

    assert first.endswith(".ics")
    assert client.get(first).status_code == 200
    assert again == ""


def test_what_waits_for_whom(scene: Scene) -> None:
    def lines(person: object) -> list[str]:
        return [need.text for need in selectors.needs(person, build.TODAY)]

    build.an_offer(scene.placement)

    assert lines(scene.volunteer) == ["Can you come on Tuesday 1 May 2007, 10am to 2pm?"]
    assert lines(scene.manager) == ["1 duty still has a place"]
    assert lines(scene.mvpm) == ["1 duty still has a place"]
    assert lines(scene.stranger) == []

    services.accept(Offer.objects.get(), by=scene.volunteer, at=build.NOW)

    assert lines(scene.volunteer) == ["You are coming on Tuesday 1 May 2007, 10am to 2pm"]
    assert lines(scene.manager) == []
