"""Drafts, weekly patterns and copied weeks; published in one go, with one letter to each person."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library.models import ProfileVersion
from timegiven.rota import selectors, services
from timegiven.rota.models import Duty, Offer, Pattern
from timegiven.rota.tests.conftest import Scene

TUESDAY = date(2007, 5, 1)
MONDAY = date(2007, 4, 30)


def _draft(scene: Scene, days: int = 0) -> Duty:
    starts_at = datetime(2007, 5, 1, 9, tzinfo=UTC) + timedelta(days=days)
    return build.a_duty(scene.placement, starts_at=starts_at, is_draft=True)


def _note(duty: Duty, scene: Scene) -> Offer:
    (offer,) = services.offer(duty, placements=[scene.placement.reference], by=scene.manager, at=build.NOW)
    return offer


def _publish(scene: Scene, **changes: object) -> services.Published:
    told = {"by": scene.manager, "at": build.NOW} | changes
    return services.publish(Duty.objects.values_list("reference", flat=True), **told)


def _pattern(scene: Scene, **changes: object) -> Pattern:
    facts = {
        "weekdays": [1, 4],
        "every_weeks": 1,
        "starts": time(10),
        "ends": time(14),
        "least": 1,
        "most": 2,
        "from_on": TUESDAY,
        "by": scene.manager,
        "at": build.NOW,
    } | changes
    return services.make_pattern(scene.placement.version, scene.unit, **facts)


@pytest.mark.clause(33, 45)
def test_a_person_gets_one_letter_for_all_that_is_published(scene: Scene) -> None:
    for days in (0, 1, 2):
        _note(_draft(scene, days), scene)
    assert Letter.objects.count() == 0
    assert not selectors.offers_seen_by(scene.volunteer, build.TODAY)

    published = _publish(scene)

    letter = Letter.objects.get()
    assert (len(published.duties), published.people, published.held_back) == (3, 1, [])
    assert letter.subject == "Can you give time? 3 duties to choose from"
    assert letter.calendar.count("BEGIN:VEVENT") == 3
    assert set(Offer.objects.values_list("status", flat=True)) == {"OPEN"}


def test_of_two_who_publish_the_same_week_one_does(scene: Scene) -> None:
    _note(_draft(scene), scene)
    _publish(scene)

    with pytest.raises(NotAllowed, match="somebody else has just published this"):
        _publish(scene, by=scene.mvpm)

    assert Letter.objects.count() == 1


def test_a_plan_made_on_yesterdays_facts_is_looked_at_again(scene: Scene) -> None:
    offer = _note(_draft(scene), scene)
    scene.volunteer.passes.update(status="LOST")

    published = _publish(scene)

    offer.refresh_from_db()
    assert (offer.status, published.people, Letter.objects.count()) == ("RELEASED", 0, 0)
    assert published.held_back == [
        (
            "Ada Okafor was not asked about Tuesday 1 May 2007, 10am to 2pm. There is no volunteer pass in force on "
            "Tuesday 1 May 2007."
        )
    ]


def test_a_draft_of_a_role_that_is_not_in_force_any_more_stays_one_and_the_page_says_why(scene: Scene) -> None:
    duty = _draft(scene)
    ProfileVersion.objects.update(status="DRAFT")

    published = _publish(scene)

    said = f"{duty.version.title}, {duty.when}, is still a draft: the role profile is not approved any more."
    assert (published.duties, published.held_back) == ([], [said])


def test_nobody_else_publishes(scene: Scene) -> None:
    _draft(scene)

    for person in (scene.volunteer, scene.stranger):
        with pytest.raises(NotPermitted):
            _publish(scene, by=person)


@pytest.mark.clause(33, 44)
def test_a_weekly_pattern_is_laid_out_once_however_often_it_is_asked(scene: Scene) -> None:
    pattern = _pattern(scene)

    first = services.lay_out(pattern, first=TUESDAY, weeks=2, by=scene.manager, at=build.NOW)
    again = services.lay_out(pattern, first=TUESDAY, weeks=4, by=scene.mvpm, at=build.NOW)

    assert [duty.on.day for duty in first.duties] == [1, 4, 8, 11]
    assert [duty.on.day for duty in again.duties] == [15, 18, 22, 25]
    assert {(duty.times, duty.most, duty.is_draft) for duty in first.duties} == {("10am to 2pm", 2, True)}


def test_a_pattern_keeps_its_clock_over_both_changes_and_leaves_out_an_hour_that_is_not(scene: Scene) -> None:
    night = _pattern(scene, weekdays=[5, 6], starts=time(1, 30), ends=time(4), from_on=date(2008, 3, 22))
    autumn = _pattern(scene, weekdays=[6], starts=time(0), ends=time(4), from_on=date(2007, 10, 21))

    spring = services.lay_out(night, first=date(2008, 3, 22), weeks=2, by=scene.manager, at=build.NOW)
    laid = services.lay_out(autumn, first=date(2007, 10, 21), weeks=2, by=scene.manager, at=build.NOW)

    assert [(duty.on, duty.times) for duty in spring.duties] == [
        (date(2008, 3, 22), "1:30am to 4am"),
        (date(2008, 3, 23), "1:30am to 4am"),
        (date(2008, 3, 29), "1:30am to 4am"),
    ]
    assert [each.split(":")[0] for each in spring.left_out] == ["Sunday 30 March 2008"]
    assert [(duty.times, duty.minutes) for duty in laid.duties] == [("midnight to 4am", 240), ("midnight to 4am", 300)]


def test_every_other_week_counts_from_the_week_of_the_first_day(scene: Scene) -> None:
    pattern = _pattern(scene, weekdays=[0], every_weeks=2, from_on=date(2007, 5, 3))

    assert [day.day for day in selectors.days_of(pattern, MONDAY, 42)] == [14, 28]


def test_a_week_is_copied_with_its_people_once(scene: Scene) -> None:
    duty = build.a_duty(scene.placement, places=3)
    build.an_offer(scene.placement, duty=duty, status="ACCEPTED")
    copy = {"source": MONDAY, "target": date(2007, 5, 7), "by": scene.manager, "at": build.NOW}

    laid = services.copy_week(scene.unit, with_people=True, **copy)
    again = services.copy_week(scene.unit, with_people=True, **copy)

    (made,) = laid.duties
    assert (made.when, made.most, made.is_draft, laid.people) == ("Tuesday 8 May 2007, 10am to 2pm", 3, True, 1)
    assert again.duties == []
    assert list(made.offers.values_list("person", "status")) == [(scene.volunteer.pk, "PREPARED")]
    assert Letter.objects.count() == 0


@pytest.mark.parametrize("target", [MONDAY, date(2007, 4, 23), date(2007, 5, 8)])
def test_a_week_is_copied_into_a_later_week_from_its_monday(scene: Scene, target: date) -> None:
    with pytest.raises(NotAllowed) as refusal:
        services.copy_week(scene.unit, source=MONDAY, target=target, by=scene.manager, at=build.NOW)

    assert refusal.value.next_step


@pytest.mark.usefixtures("clock")
def test_the_pages_lay_out_copy_and_publish(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)
    role = f"{scene.placement.version.reference}-{scene.unit.reference}"
    typed = {"starts": "10am", "ends": "2pm", "least": "1", "most": "1", "from_on": "1/5/2007", "every_weeks": "1"}

    kept = client.post(reverse("rota:make_pattern", args=[role]), typed | {"weekdays": ["1"]})
    client.post(kept.url, {"first": "1/5/2007", "weeks": "2"})
    client.post(reverse("rota:copy") + "?from=2007-05-07", {"target": "14/5/2007"})
    page = reverse("rota:publish") + "?from=2007-04-30"
    shown = client.get(page)
    ticked = {"duties": [key for key, _ in shown.context["form"].fields["duties"].choices]}
    client.post(page, ticked)
    twice = client.post(page, ticked)

    assert len(shown.context["form"].fields["duties"].choices) == 3
    assert Duty.objects.filter(published_at__isnull=False).count() == 3
    assert "Some of these are not drafts any more. Look at the list again" in twice.text
    assert client.get(reverse("rota:patterns")).status_code == 200


def test_a_night_that_begins_in_one_month_belongs_to_it(scene: Scene) -> None:
    duty = services.create(
        scene.placement.version,
        scene.unit,
        day=date(2007, 5, 31),
        starts=time(22),
        ends=time(2),
        by=scene.manager,
        at=build.NOW,
    )

    assert (duty.on, duty.minutes, duty.ends_at.date()) == (date(2007, 5, 31), 240, date(2007, 6, 1))


def test_what_a_copied_week_leaves_out_is_said_once_and_no_draft_is_called_made(client: Client, scene: Scene) -> None:
    duty = _draft(scene)
    duty.version.risk_assessments.update(review_on=TUESDAY + timedelta(days=1))
    client.force_login(scene.manager)
    address = f"{reverse('rota:copy')}?from={MONDAY:%Y-%m-%d}"

    said = client.post(address, {"target": "28/5/2007"}, follow=True).content.decode()

    assert "No draft was made. Left out:" in said
    assert "We have not added this duty" not in said
