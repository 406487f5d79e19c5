"""An MVP Manager applies as well: nobody decides on their own affairs, so somebody else has it, and it never waits."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.joining import access, selectors, services
from timegiven.joining.models import Application, Declaration, Reference, RightToVolunteer
from timegiven.joining.tests.scene import asked, filled_in
from timegiven.letters.models import Letter
from timegiven.people.models import Appointment, Person, Volunteer

pytestmark = [pytest.mark.django_db, pytest.mark.clause(75, 76)]


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: b.NOW)


@pytest.fixture
def team() -> Person:
    return b.the_central_team()


def of_the_manager(**details: Any) -> Application:
    """An application whose applicant is the only MVP Manager of Camden."""
    application = b.an_application(**details)
    Appointment.objects.create(
        person=application.person, role=Appointment.Role.MVPM, unit=application.borough, from_on=b.TODAY
    )
    application.person = again(application.person)
    return application


def again(person: Person) -> Person:
    """The same person as the next request reads them."""
    return Person.objects.get(pk=person.pk)


def on_board(person: Person) -> list[int]:
    return [each.pk for stage in selectors.board(person, b.TODAY) for each in stage.applications]


def in_list(person: Person) -> list[int]:
    return list(selectors.applications_listed(person, b.TODAY, statuses=Application.OPEN)[0:25])


def waits_for(person: Person) -> list[str]:
    return [need.text for need in selectors.needs(person, b.TODAY) if need.url_name == "joining:applications"]


def test_the_application_of_the_only_manager_is_the_central_teams(team: Person) -> None:
    application, other = of_the_manager(status="APPLIED"), b.an_application(status="APPLIED")

    manager = application.person
    assert (on_board(team), in_list(team), waits_for(team)) == (
        [application.pk],
        [application.pk],
        ["1 applicant to interview"],
    )
    assert (on_board(manager), in_list(manager), waits_for(manager)) == (
        [other.pk],
        [other.pk],
        ["1 applicant to interview"],
    )
    assert sum(stage.count for stage in selectors.board(manager, b.TODAY)) == 1
    decides = [access.decide(person, application, b.TODAY) for person in (team, manager)]
    assert decides == [True, False]
    assert not access.decide(team, other, b.TODAY)


def test_a_second_manager_has_it_and_the_central_team_no_longer(team: Person) -> None:
    application = of_the_manager(status="APPLIED")
    second = b.an_mvpm()

    assert [access.decide(person, application, b.TODAY) for person in (second, again(team))] == [True, False]
    assert (on_board(again(team)), waits_for(again(team))) == ([], [])
    assert on_board(second) == [application.pk]
    assert not access.see_applications(again(team), b.TODAY)


def test_the_central_team_takes_it_from_the_interview_to_the_day_of_being_taken_on(team: Person) -> None:
    application = of_the_manager(status="APPLIED")
    for number in range(2):
        reference = Reference.objects.create(
            application=application, name=f"Referee {number}", email=f"r{number}@example.org", status="GIVEN"
        )
        services.judge(reference, is_satisfactory=True, by=team, at=b.NOW)

    services.interview(application, interview_at=b.NOW, notes="", goes_on=True, by=team, at=b.NOW)
    services.check_right(application, evidence="PASSPORT", conditions="", expires_on=None, by=team, at=b.NOW)
    Application.objects.filter(pk=application.pk).update(status="VETTED")
    b.a_clearance(application.person)
    application.refresh_from_db()
    volunteer = services.take_on(application, by=team, at=b.NOW)

    assert volunteer.person == application.person
    assert RightToVolunteer.objects.get().checked_by == team


def test_its_pages_open_for_the_central_team(client: Client, team: Person) -> None:
    application = of_the_manager(status="APPLIED")
    reference = asked(application)
    Reference.objects.filter(pk=reference.pk).update(status="GIVEN")
    client.force_login(team)

    pages = [reverse("joining:board"), reverse("joining:applications")]
    pages += [reverse(f"joining:{name}", args=[application.reference]) for name in ("application", "interview")]
    pages += [reverse("joining:private", args=[application.reference])]
    pages += [reverse("joining:judge", args=[reference.reference])]
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)
    assert "Key in a paper application" not in client.get(pages[1]).content.decode()


def test_the_applicant_reads_who_has_it_and_why(client: Client, team: Person) -> None:
    application = of_the_manager(status="APPLIED")
    client.force_login(application.person)

    shown = client.get(reverse("joining:application", args=[application.reference])).content.decode()

    assert "You are MVP Manager of Camden yourself. Nobody decides on their own affairs" in shown
    assert f"your application is with {team.name}, Central Team for Camden" in shown
    assert "Now with the Central Team" in shown


def test_letters_about_it_name_somebody_else_to_ask(team: Person) -> None:
    application = filled_in()
    Appointment.objects.create(
        person=application.person, role=Appointment.Role.MVPM, unit=application.borough, from_on=b.TODAY
    )

    services.apply(application, by=again(application.person), at=b.NOW)

    applied = Letter.objects.get(template="joining/applied").text
    to_referee = Letter.objects.filter(template="joining/reference_asked").first()
    assert "has come to the Central Team, who will get in touch" in applied
    assert "seen by the Central Team alone" in (to_referee.text if to_referee else "")
    for text in (applied, to_referee.text if to_referee else ""):
        assert f"Ask {team.name}, Central Team for Camden" in text.replace("ask", "Ask")


def test_nobody_chooses_a_time_to_meet_themselves() -> None:
    application = of_the_manager(status="APPLIED")
    second = b.an_mvpm()
    times = {"ends_at": b.NOW + timedelta(days=2), "place": "Holborn"}
    services.publish_slot(
        application.borough, starts_at=b.NOW + timedelta(days=1), by=application.person, at=b.NOW, **times
    )
    of_the_second = services.publish_slot(
        application.borough, starts_at=b.NOW + timedelta(days=1, hours=1), by=second, at=b.NOW, **times
    )

    assert list(selectors.free_slots(application, b.NOW)) == [of_the_second]


def test_what_the_only_manager_tells_about_their_health_is_read_by_the_central_team(team: Person) -> None:
    volunteer = b.a_volunteer()
    Appointment.objects.create(
        person=volunteer.person, role=Appointment.Role.MVPM, unit=volunteer.borough, from_on=b.TODAY
    )
    told = Declaration.objects.create(person=volunteer.person, declared_at=b.NOW, health="A chair with arms")

    assert list(selectors.declarations_to_read(team, b.TODAY)) == [told]
    assert "1 volunteer has told you of changed needs" in [need.text for need in selectors.needs(team, b.TODAY)]
    assert [access.read_health(person, told, b.TODAY) for person in (team, again(volunteer.person))] == [True, False]


def test_the_daily_letter_says_so(team: Person) -> None:
    of_the_manager(status="APPLIED")

    services.write_digests(b.NOW)

    to_team = Letter.objects.get(template="joining/digest", recipient=team.reference)
    assert "1 applicant to interview" in to_team.text


@pytest.mark.parametrize(("others", "is_named"), [((), False), (("Hackney",), True)])
def test_the_board_and_the_list_name_the_borough_where_there_are_several(
    client: Client, others: tuple[str, ...], *, is_named: bool
) -> None:
    manager = b.an_mvpm()
    for name in others:
        Appointment.objects.create(person=manager, role=Appointment.Role.MVPM, unit=b.a_borough(name), from_on=b.TODAY)
    b.an_application(status="APPLIED")
    client.force_login(manager)

    for page in ("board", "applications"):
        shown = client.get(reverse(f"joining:{page}")).content.decode()
        assert ('<span class="tg-table__note">Camden</span>' in shown) == is_named


def test_papers_of_the_only_manager_end_for_the_central_team_and_never_for_themselves(team: Person) -> None:
    manager, day = b.an_mvpm(), b.TODAY
    borough = manager.appointments.get().unit
    volunteer = Volunteer.objects.create(person=manager, borough=borough, strand=b.the_strand(), since_on=b.LONG_AGO)
    application = b.an_application(manager, status="APPROVED")
    RightToVolunteer.objects.update(expires_on=day + timedelta(days=3))

    def told(person: Person) -> list[str]:
        return [need.url_name for need in selectors.needs(again(person), day)]

    assert list(selectors.papers_ending(again(manager), day)) == []
    assert "joining:rights_ending" not in told(manager)
    assert [each.person.volunteer for each in selectors.papers_ending(again(team), day)] == [volunteer]
    assert "joining:rights_ending" in told(team)
    assert access.check_right(again(team), application, day)

    second = b.an_mvpm(borough)
    assert len(selectors.papers_ending(second, day)) == 1
    assert (list(selectors.papers_ending(again(manager), day)), list(selectors.papers_ending(again(team), day))) == (
        [],
        [],
    )


def test_with_the_appointment_ends_all_that_was_shown_by_it() -> None:
    manager, day = b.an_mvpm(), b.TODAY
    application = b.an_application(status="APPLIED")
    assert on_board(again(manager)) == in_list(manager) == [application.pk]

    Appointment.objects.filter(person=manager).update(until_on=day)

    assert (on_board(again(manager)), in_list(again(manager)), waits_for(again(manager))) == ([], [], [])
    assert not access.decide(again(manager), application, day)
