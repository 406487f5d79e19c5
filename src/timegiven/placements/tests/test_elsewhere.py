"""A move to another unit or borough, and a loan for an event: who may see what follows at once."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_pass,
    a_ready_volunteer,
    a_risk_assessment,
    a_unit,
    a_unit_manager,
    an_mvpm,
)
from timegiven.joining import selectors as joining
from timegiven.joining import services as joining_services
from timegiven.joining.models import Pass
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people import selectors as people
from timegiven.placements import selectors, services
from timegiven.placements.models import Placement
from timegiven.placements.rules import Time

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


class Scene:
    """A volunteer of Camden, and a unit of Barnet where the same role is in order."""

    def __init__(self) -> None:
        self.placement = a_ready_volunteer(unit=a_unit())
        self.volunteer, self.version = self.placement.volunteer, self.placement.version
        self.there = a_unit("Records office", borough=a_borough("Barnet"))
        a_risk_assessment(self.version, unit=self.there)
        self.mvpm, self.manager = an_mvpm(), a_unit_manager(self.placement.unit)
        self.their_mvpm, self.their_manager = an_mvpm(a_borough("Barnet")), a_unit_manager(self.there)

    def move(self, by=None) -> Placement:
        offered = services.offer_move(self.placement, version=self.version, unit=self.there, by=by or self.mvpm, at=NOW)
        return Placement.objects.select_related("volunteer__person", "volunteer__borough", "unit__borough").get(
            pk=offered.pk
        )

    def lend(self, **more: object) -> Placement:
        days = {"from_on": TODAY + 3 * DAY, "last_on": TODAY + 4 * DAY} | more
        return services.lend(self.volunteer, version=self.version, unit=self.there, event="Barnet Fair",
                             weekly_minutes=240, by=self.mvpm, at=NOW, **days)  # fmt: skip

    def records(self, day=TODAY) -> list[bool]:
        """Whether the old and the new MVP Manager may open the record."""
        return [people.volunteers_seen_by(who, day).exists() for who in (self.mvpm, self.their_mvpm)]

    def at_units(self, day=TODAY) -> list[bool]:
        """Whether the volunteer is among those of the old unit, and of the new."""
        return [selectors.at_unit(who, day).exists() for who in (self.manager, self.their_manager)]


@pytest.fixture
def scene():
    return Scene()


@pytest.mark.clause(9, 123)
def test_a_yes_to_a_move_changes_at_once_who_may_see_what(scene):
    offered = scene.move()
    before = (scene.records(), scene.at_units())

    services.agree(offered, by=scene.volunteer.person, at=NOW)

    scene.placement.refresh_from_db()
    scene.volunteer.refresh_from_db()
    assert before == ([True, False], [True, False])
    assert (scene.records(), scene.at_units()) == ([False, True], [False, True])
    assert (scene.placement.status, scene.placement.until_on) == ("ENDED", TODAY)
    assert scene.volunteer.borough.name == "Barnet"


def test_after_a_move_a_name_leads_to_the_record_where_they_are_and_to_the_application_where_they_were(scene):
    joining_services.index_names()
    offered, name = scene.move(), scene.volunteer.person.name

    def finders():
        found = [joining.found_by_name(mvpm, TODAY, name) for mvpm in (scene.mvpm, scene.their_mvpm)]
        return [[each.url_name for each in some] for some in found]

    before = finders()
    services.agree(offered, by=scene.volunteer.person, at=NOW)

    assert before == [["placements:volunteer"], []]
    assert finders() == [["joining:application"], ["placements:volunteer"]]


def test_after_a_move_the_pass_is_looked_after_where_they_are(scene):
    person = scene.volunteer.person
    Pass.objects.filter(person=person).delete()
    kept, held = a_pass(person, status="RETURNED"), a_pass(person)

    services.agree(scene.move(), by=person, at=NOW)

    seen = [set(joining.passes_seen_by(mvpm, TODAY)) for mvpm in (scene.mvpm, scene.their_mvpm)]
    assert seen == [{kept}, {held}]


@pytest.mark.clause(102)
def test_a_no_to_a_move_changes_nothing(scene):
    offered = scene.move()

    services.decline(offered, by=scene.volunteer.person, at=NOW)

    scene.placement.refresh_from_db()
    assert (scene.placement.status, scene.records(), scene.at_units()) == ("STARTED", [True, False], [True, False])


def test_a_move_goes_to_another_unit(scene):
    scene.there = scene.placement.unit

    with pytest.raises(NotAllowed, match="the unit where they are now"):
        scene.move()


def test_only_their_own_mvp_manager_offers_a_move_or_a_loan(scene):
    for other in (scene.their_mvpm, scene.manager, scene.volunteer.person):
        with pytest.raises(NotPermitted):
            scene.move(by=other)


@pytest.mark.clause(9, 123)
def test_a_loan_is_seen_at_the_event_on_its_days_alone(scene):
    loan = scene.lend()
    services.agree(loan, by=scene.volunteer.person, at=NOW)

    seen = {}
    for days in (0, 2, 3, 4, 5):
        day = TODAY + days * DAY
        by = selectors.placements_seen_by(scene.their_manager, day).exists()
        reached = selectors.volunteer_reached_by(scene.their_manager, scene.volunteer.reference, day) is not None
        seen[days] = (by, reached, selectors.placements_seen_by(scene.their_mvpm, day).exists())

    none, all_of_it = (False, False, False), (True, True, True)
    assert seen == {0: none, 2: none, 3: all_of_it, 4: all_of_it, 5: none}
    assert scene.records() == [True, False]  # and the record stays where it was


@pytest.mark.parametrize("answer", ["yes", "no", "none"])
def test_the_mvp_manager_of_the_place_hears_how_a_loan_was_answered(scene, answer):
    loan = scene.lend()
    if answer == "none":
        services.lapse_offers(at=NOW + 4 * DAY)
    else:
        deed = services.agree if answer == "yes" else services.decline
        deed(loan, by=scene.volunteer.person, at=NOW)

    offered, answered = Letter.objects.filter(to_name=scene.their_mvpm.name).order_by("pk")

    days = "for Barnet Fair, from Friday 27 April 2007 to Saturday 28 April 2007"
    assert "You will hear what they have answered." in offered.text
    assert days in answered.text
    assert ("has said yes" in answered.text, "is not coming" in answered.text) == (answer == "yes", answer != "yes")
    assert (scene.volunteer.person.name in answered.text) == (answer == "yes")


def test_the_letters_of_a_loan_name_the_event_and_its_day(scene):
    loan = scene.lend(last_on=TODAY + 3 * DAY)
    services.agree(loan, by=scene.volunteer.person, at=NOW)

    said = Letter.objects.filter(to_name__in=[scene.mvpm.name, scene.their_manager.name, scene.volunteer.person.name])

    assert said.count() == 4
    assert [each.subject for each in said if "Barnet Fair, on Friday 27 April 2007" not in each.text] == []


def test_help_at_an_event_of_today_is_answered_today(scene):
    loan = scene.lend(from_on=TODAY, last_on=TODAY)

    assert (loan.reply_by, loan.days) == (TODAY, "on Tuesday 24 April 2007")


@pytest.mark.parametrize(("days", "is_offered"), [(0, False), (1, True)])
def test_for_one_day_there_are_no_days_of_the_week_to_settle(scene, client, monkeypatch, days, is_offered):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    loan = scene.lend(from_on=TODAY, last_on=TODAY + days * DAY)
    services.agree(loan, by=scene.volunteer.person, at=NOW)
    client.force_login(scene.volunteer.person)

    page, form = (client.get(reverse(f"placements:{name}", args=[loan.reference])) for name in ("placement", "pattern"))

    assert ["Settle the days and times" in page.text, form.status_code] == [is_offered, 200 if is_offered else 409]
    if not is_offered:
        times = [Time(weekday=1, starts=time(10), ends=time(14))]
        with pytest.raises(NotAllowed, match="is for one day"):
            services.suggest_pattern(loan, times=times, by=scene.volunteer.person, at=NOW)


def test_a_refused_loan_names_the_event_and_the_unit(scene):
    scene.lend()

    with pytest.raises(NotAllowed, match="not offered help at Barnet Fair, Records office, Barnet: the volunteer is"):
        scene.lend()


def test_a_loan_goes_on_beside_the_placement_and_ends_by_itself(scene):
    loan = scene.lend()
    services.agree(loan, by=scene.volunteer.person, at=NOW)
    ready = [
        not selectors.readiness([scene.volunteer.person_id], scene.version, scene.there, TODAY + days * DAY)[
            scene.volunteer.person_id
        ]
        for days in (2, 3, 4, 5)
    ]

    ended = [services.end_loans(at=NOW + days * DAY) for days in (4, 5, 6)]

    loan.refresh_from_db()
    scene.placement.refresh_from_db()
    assert ready == [False, True, True, False]
    assert (ended, loan.status, scene.placement.status) == ([0, 1, 0], "ENDED", "STARTED")


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ({"from_on": TODAY - DAY}, "Monday 23 April 2007, has passed"),
        ({"last_on": TODAY + 2 * DAY}, "its last day comes before its first"),
        ({"last_on": TODAY + 90 * DAY}, "longer than 60 days"),
    ],
)
def test_a_loan_has_the_days_of_an_event(scene, days, why):
    with pytest.raises(NotAllowed, match=why):
        scene.lend(**days)


def test_the_timeline_tells_the_whole_story(scene):
    services.agree(scene.lend(), by=scene.volunteer.person, at=NOW + timedelta(minutes=1))
    services.pause(scene.volunteer, from_on=TODAY, by=scene.volunteer.person, at=NOW + timedelta(minutes=2))
    services.come_back(scene.volunteer, by=scene.volunteer.person, at=NOW + timedelta(minutes=3))
    scene.there = a_unit("Archive", borough=a_borough("Barnet"))
    a_risk_assessment(scene.version, unit=scene.there)
    moved = scene.move()
    services.agree(moved, by=scene.volunteer.person, at=NOW + timedelta(minutes=4))

    titles = [each.title for each in selectors.history(scene.volunteer)]

    away = "Front counter triage, Archive, Barnet"
    there, here = "Front counter triage, Records office, Barnet", "Front counter triage, Front counter, Camden"
    assert titles == [
        f"Loan offered for Barnet Fair: {there}",
        f"Move offered: {away}",
        f"Loan agreed for Barnet Fair: {there}",
        "A break began",
        "Back from a break",
        f"Moved: {away}",
        f"Ended: {here}",
    ]


def test_the_pages_of_a_move_and_a_loan(scene, client, the_day):
    client.force_login(scene.mvpm)
    typed = {"version": scene.version.reference, "unit": scene.there.reference, "reply_by": "8/5/2007", "spoken": "on"}
    move = f"/placements/{scene.placement.reference}/move/"

    unspoken = client.post(move, {**typed, "spoken": ""})
    done = client.post(move, typed)

    assert unspoken.status_code == 200
    assert done.status_code == 302
    assert client.get(f"/placements/people/{scene.volunteer.reference}/lend/").status_code == 200
    client.force_login(scene.manager)
    assert client.get(move).status_code == 403
