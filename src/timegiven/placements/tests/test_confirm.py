"""A role changes: its volunteers are told in plain words, keep to what stayed the same, and say yes or not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_risk_assessment,
    a_unit,
    a_unit_manager,
    an_mvpm,
    the_central_team,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.library.models import ProfileVersion, RiskAssessment, Task
from timegiven.people.models import Person
from timegiven.placements import selectors, services
from timegiven.placements.models import Confirmation, Placement

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)
WEEK = timedelta(days=7)


def supersede(
    version: ProfileVersion, *, on=TODAY, tasks=("Greet visitors", "Show visitors the way")
) -> ProfileVersion:
    """The next version, approved, and assessed where the one before was."""
    ProfileVersion.objects.filter(pk=version.pk).update(status="SUPERSEDED", ended_on=on)
    newer = ProfileVersion.objects.create(
        profile=version.profile, number=version.number + 1, status="APPROVED", purpose=version.purpose, approved_on=on
    )
    for position, text in enumerate(tasks, start=1):
        Task.objects.create(version=newer, position=position, text=text)
    a_risk_assessment(newer)
    version.refresh_from_db()
    return newer


@pytest.fixture
def placement() -> Placement:
    """Started in version 1, which version 2 supersedes today."""
    return a_ready_volunteer(unit=a_unit())


def again(placement: Placement) -> Placement:
    return selectors.placements_seen_by(placement.volunteer.person, TODAY).get(pk=placement.pk)


def confirm(placement: Placement, newer: ProfileVersion, by: Person | None = None, at=NOW) -> None:
    by = by or placement.volunteer.person
    services.confirm(again(placement), version=newer.reference, by=by, at=at)


def tasks(placement: Placement, day=TODAY) -> list[str]:
    return [task.text for task in selectors.tasks_on(again(placement), day)]


@pytest.mark.clause(52, 57)
def test_a_yes_pins_the_new_version_and_keeps_the_history(placement: Placement) -> None:
    old = placement.version
    newer = supersede(old)

    confirm(placement, newer)

    assert again(placement).version == newer
    said = Confirmation.objects.get()
    assert (said.before, said.version, said.confirmed_at, said.confirmed_by) == (
        old,
        newer,
        NOW,
        placement.volunteer.person,
    )
    assert [selectors.version_on(again(placement), day) for day in (YESTERDAY, TODAY)] == [old, newer]


@pytest.mark.clause(57, 61)
def test_until_the_yes_only_the_tasks_of_both_are_done(placement: Placement) -> None:
    newer = supersede(placement.version)

    before, until_then = tasks(placement, YESTERDAY), tasks(placement)
    confirm(placement, newer)

    assert before == ["Greet visitors", "Hand out leaflets"]
    assert until_then == ["Greet visitors"]
    assert tasks(placement) == ["Greet visitors", "Show visitors the way"]


@pytest.mark.clause(52, 59)
def test_who_has_not_said_yes_is_still_ready_while_the_risk_is_in_date(placement: Placement) -> None:
    supersede(placement.version)
    person = placement.volunteer.person_id

    def failing(checks=selectors.FOR_A_DUTY) -> frozenset[str]:
        mine = again(placement)
        return selectors.readiness([person], mine.version, mine.unit, TODAY, checks=checks)[person]

    ready = failing()
    for_an_offer = failing(selectors.FOR_AN_OFFER)
    RiskAssessment.objects.filter(version__number=2).update(review_on=TODAY)

    assert (ready, for_an_offer, failing()) == (frozenset(), {"profile"}, {"risk"})


@pytest.mark.clause(52)
def test_a_role_that_is_retired_afterwards_ends_for_those_who_never_said_yes(placement: Placement) -> None:
    newer = supersede(placement.version)
    ProfileVersion.objects.filter(pk=newer.pk).update(status="RETIRED", ended_on=TODAY)
    person = placement.volunteer.person_id

    failing = selectors.readiness([person], again(placement).version, placement.unit, TODAY)[person]

    assert "profile" in failing


@pytest.mark.clause(57)
def test_everybody_placed_is_told_once_in_plain_words(placement: Placement) -> None:
    other = a_ready_volunteer(unit=placement.unit, version=placement.version)
    ended = a_ready_volunteer(unit=placement.unit, version=placement.version)
    Placement.objects.filter(pk=ended.pk).update(status="ENDED")
    supersede(placement.version)

    told = [services.tell_of_changes(at=NOW), services.tell_of_changes(at=NOW + WEEK)]

    letters = Letter.objects.filter(template="placements/role_changed")
    assert told == [2, 0]
    assert set(letters.values_list("to_name", flat=True)) == {each.volunteer.person.name for each in (placement, other)}
    text = letters.first().text
    assert "New task: Show visitors the way." in text
    assert "No longer a task: Hand out leaflets." in text
    assert (
        f"/placements/{placement.reference}/changed-role/" in letters.get(to_name=placement.volunteer.person.name).text
    )


@pytest.mark.clause(57)
def test_who_is_silent_is_reminded_once_after_a_fortnight(placement: Placement) -> None:
    newer = supersede(placement.version)
    services.tell_of_changes(at=NOW)
    letters.send_owed(at=NOW)

    reminded = [services.remind_of_changes(at=NOW + days * WEEK / 7) for days in (13, 14, 40)]
    confirm(placement, newer, at=NOW + 6 * WEEK)

    assert reminded == [0, 1, 0]
    assert Letter.objects.filter(template="placements/role_changed_reminder").count() == 1


def test_a_reminder_is_not_for_those_who_said_yes_or_for_an_older_change(placement: Placement) -> None:
    other = a_ready_volunteer(unit=placement.unit, version=placement.version)
    newer = supersede(placement.version)
    services.tell_of_changes(at=NOW)
    confirm(placement, newer)
    supersede(newer, on=TODAY, tasks=("Greet visitors",))
    services.tell_of_changes(at=NOW + 3 * WEEK)

    assert services.remind_of_changes(at=NOW + 3 * WEEK) == 0
    assert set(Confirmation.objects.filter(placement=other.pk).values_list("version__number", flat=True)) == {2, 3}


@pytest.mark.clause(57)
def test_an_offer_without_an_answer_moves_on_to_the_new_version(placement: Placement) -> None:
    Placement.objects.filter(pk=placement.pk).update(status="OFFERED")
    newer = supersede(placement.version)

    told = [services.tell_of_changes(at=NOW), services.tell_of_changes(at=NOW)]
    services.agree(again(placement), by=placement.volunteer.person, at=NOW)

    assert (told, again(placement).version) == ([1, 0], newer)
    assert Letter.objects.filter(template="placements/offer_changed").count() == 1


def test_who_may_say_yes(placement: Placement) -> None:
    newer = supersede(placement.version)
    mvpm, manager = an_mvpm(placement.unit.borough), a_unit_manager(placement.unit)

    for person in (mvpm, manager, the_central_team(), an_mvpm(a_borough("Barnet"))):
        with pytest.raises(NotPermitted):
            confirm(placement, newer, by=person)
    Person.objects.filter(pk=placement.volunteer.person_id).update(email=None)
    services.confirm(again(placement), version=newer.reference, by=mvpm, at=NOW)

    assert Confirmation.objects.get().confirmed_by == mvpm


def test_a_yes_to_a_version_that_changed_again_is_not_taken(placement: Placement) -> None:
    second = supersede(placement.version)
    third = supersede(second, tasks=("Greet visitors",))

    with pytest.raises(SomeoneElseActed, match="changed once more since you opened the page"):
        confirm(placement, second)
    confirm(placement, third)

    assert (again(placement).version, Confirmation.objects.get().before) == (third, placement.version)


def test_there_is_nothing_to_say_yes_to_in_the_newest_version_or_after_the_end(placement: Placement) -> None:
    with pytest.raises(NotAllowed, match="in the newest version of the role already"):
        confirm(placement, placement.version)
    newer = supersede(placement.version)
    Placement.objects.filter(pk=placement.pk).update(status="ENDED")
    with pytest.raises(NotAllowed, match="it has ended"):
        confirm(placement, newer)


def test_nobody_is_offered_the_same_role_twice_in_two_versions(placement: Placement) -> None:
    newer = supersede(placement.version)
    mvpm = an_mvpm(placement.unit.borough)

    with pytest.raises(NotAllowed, match="is offered or has"):
        services.offer(placement.volunteer, version=newer, unit=placement.unit, weekly_minutes=240, by=mvpm, at=NOW)


# First screens and pages


@pytest.mark.clause(57)
def test_it_is_on_the_first_screen_of_the_volunteer_and_of_the_mvpm(placement: Placement) -> None:
    newer = supersede(placement.version)
    person, mvpm = placement.volunteer.person, an_mvpm(placement.unit.borough)

    def waits(of: Person) -> list[tuple[str, int]]:
        fresh = Person.objects.get(pk=of.pk)
        return [(need.url_name, need.count) for need in selectors.needs(fresh, TODAY)]

    before = waits(person), waits(mvpm)
    confirm(placement, newer)

    assert before == ([("placements:confirm", 1)], [("placements:unconfirmed", 1)])
    assert (waits(person), waits(mvpm)) == ([], [])
    assert waits(an_mvpm(a_borough("Barnet"))) == []


@pytest.mark.clause(59, 60)
def test_a_role_that_rests_is_told_in_one_sentence(placement: Placement, client: Client) -> None:
    person = Person.objects.get(pk=placement.volunteer.person_id)
    before = selectors.needs(person, TODAY)
    RiskAssessment.objects.update(review_on=TODAY)

    (rests,) = selectors.needs(person, TODAY)
    client.force_login(person)
    page = client.get(f"/placements/{placement.reference}/").content.decode()

    assert (before, rests.hint) == ([], selectors.RESTS)
    assert "The safety check of this role at the unit has to be done again first" in page


def test_the_first_screen_asks_the_same_number_of_questions_for_one_role_or_many(placement: Placement) -> None:
    person = Person.objects.get(pk=placement.volunteer.person_id)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            selectors.needs(person, TODAY)
        return len(asked)

    supersede(placement.version)
    queries()
    one = queries()
    for name in ("Archive", "Canteen"):
        unit = a_unit(name)
        more = a_ready_volunteer(unit=unit)
        Placement.objects.filter(pk=more.pk).update(volunteer=placement.volunteer)
        supersede(more.version)

    assert queries() == one


def test_the_page_shows_what_is_different_and_takes_the_yes(placement: Placement, client: Client) -> None:
    newer = supersede(placement.version, on=timezone.localdate() - WEEK)
    client.force_login(placement.volunteer.person)
    address = f"/placements/{placement.reference}/changed-role/"

    page = client.get(address).content.decode()
    reply = client.post(address, {"version": newer.reference})

    for words in ("New task: Show visitors the way.", "No longer a task: Hand out leaflets.", "I would rather not"):
        assert words in page
    assert (reply.status_code, again(placement).version) == (302, newer)
    assert "There is nothing to say yes to" in client.get(address).content.decode()


def test_others_find_nothing_or_are_told_that_it_is_the_volunteers_to_say(placement: Placement, client: Client) -> None:
    supersede(placement.version)
    answers = []

    for person in (an_mvpm(placement.unit.borough), an_mvpm(a_borough("Barnet"))):
        client.force_login(person)
        answers.append(client.get(f"/placements/{placement.reference}/changed-role/").status_code)

    assert answers == [403, 404]


def test_the_mvpm_sees_who_has_not_said_yes_yet(placement: Placement, client: Client) -> None:
    supersede(placement.version)
    services.tell_of_changes(at=NOW)
    mvpm = an_mvpm(placement.unit.borough)

    def page(of: Person) -> str:
        client.force_login(of)
        return client.get("/placements/changed-roles/").content.decode()

    assert placement.volunteer.person.name in page(mvpm)
    assert "24 Apr 2007" in page(mvpm)
    assert "Everybody has said yes" in page(an_mvpm(a_borough("Barnet")))
    client.force_login(placement.volunteer.person)
    assert client.get("/placements/changed-roles/").status_code == 403


def test_one_name_or_many_take_the_same_number_of_queries(placement: Placement, client: Client) -> None:
    supersede(placement.version)
    client.force_login(an_mvpm(placement.unit.borough))

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/placements/changed-roles/")
        return len(asked)

    queries()
    one = queries()
    for _ in range(4):
        a_ready_volunteer(unit=placement.unit, version=placement.version)

    assert queries() == one
