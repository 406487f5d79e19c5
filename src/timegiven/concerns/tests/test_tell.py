"""Somebody tells us of a worry: who hears it, who never does, and what they see of it themselves."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_report,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    the_central_team,
)
from timegiven.attendance.models import SessionReport
from timegiven.audit.models import Event
from timegiven.concerns import access, selectors, services
from timegiven.concerns.models import Concern, Said
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement

pytestmark = pytest.mark.django_db

WORDS = "The sergeant shouts at all of us"


@pytest.fixture
def placement() -> Placement:
    unit = a_unit()
    return a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit))


def told(volunteer: Volunteer, **more: object) -> Concern:
    facts = {"words": WORDS, "wish": "KNOW", "by": volunteer.person, "at": NOW, **more}
    return services.tell(volunteer, **facts)


def readers(concern: Concern, everybody: dict[str, Person]) -> set[str]:
    """Who of these finds it in their list, may hear it, and is let in by its page: the three agree."""
    listed = {who for who, person in everybody.items() if concern in selectors.concerns_heard_by(person, TODAY)}
    assert listed == {who for who, person in everybody.items() if access.hear(person, concern, TODAY)}
    return listed


def everybody(placement: Placement) -> dict[str, Person]:
    return {
        "teller": placement.volunteer.person,
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(placement.unit),
        "another volunteer": a_volunteer().person,
        "central team": the_central_team(),
    }


@pytest.mark.clause(118, 119, 126)
def test_the_mvp_manager_alone_hears_it(placement):
    known = everybody(placement)

    concern = told(placement.volunteer)

    assert readers(concern, known) == {"mvpm"}
    assert list(Letter.objects.values_list("template", "recipient")) == [("concerns/told", known["mvpm"].reference)]
    assert WORDS not in Letter.objects.get().text
    assert Event.objects.filter(act="told of a concern", about=known["teller"].reference).count() == 1


@pytest.mark.clause(119)
def test_what_is_about_the_mvp_manager_is_heard_by_the_central_team_alone(placement):
    known = everybody(placement)

    concern = told(placement.volunteer, is_about_manager=True)

    assert readers(concern, known) == {"central team"}
    assert list(Letter.objects.values_list("recipient", flat=True)) == [known["central team"].reference]
    assert selectors.needs(known["mvpm"], TODAY) == []


@pytest.mark.clause(119)
def test_an_mvp_manager_finds_no_page_of_what_is_about_them(placement, client):
    known = everybody(placement)
    concern = told(placement.volunteer, is_about_manager=True)
    client.force_login(known["mvpm"])

    found = {
        name: client.get(reverse(f"concerns:{name}", args=[concern.reference])).status_code
        for name in ("concern", "answer", "settle", "pass_on")
    }

    assert found == {"concern": 404, "answer": 404, "settle": 404, "pass_on": 404}
    assert placement.volunteer.person.name not in client.get(reverse("concerns:concerns")).text


@pytest.mark.clause(119)
def test_where_nobody_holds_the_post_the_central_team_hears_it():
    volunteer, team = a_volunteer(), the_central_team()

    concern = told(volunteer)

    assert readers(concern, {"team": team, "teller": volunteer.person}) == {"team"}


def test_an_mvp_manager_who_volunteers_is_heard_by_the_central_team():
    manager, team = an_mvpm(), the_central_team()
    volunteer = Volunteer.objects.create(
        person=manager, borough=a_borough(), strand=a_volunteer().strand, since_on=TODAY
    )

    concern = told(volunteer)

    assert readers(concern, {"manager": manager, "team": team}) == {"team"}


def test_with_two_in_the_post_nobody_hears_what_they_told_themselves():
    teller, colleague = an_mvpm(), an_mvpm()
    strand = a_volunteer().strand
    volunteer = Volunteer.objects.create(person=teller, borough=a_borough(), strand=strand, since_on=TODAY)

    concern = told(volunteer)

    assert readers(concern, {"teller": teller, "colleague": colleague}) == {"colleague"}


def test_when_the_post_falls_vacant_what_was_told_is_not_lost(placement):
    manager, team = an_mvpm(), the_central_team()
    concern = told(placement.volunteer)
    manager.appointments.update(until_on=TODAY)
    manager, team = Person.objects.get(pk=manager.pk), Person.objects.get(pk=team.pk)

    assert readers(concern, {"manager": manager, "team": team}) == {"team"}


@pytest.mark.clause(119)
def test_what_an_mvp_manager_told_a_colleague_who_left_before_reading_it_is_heard_by_the_central_team():
    teller, colleague, team = an_mvpm(), an_mvpm(), the_central_team()
    strand = a_volunteer().strand
    volunteer = Volunteer.objects.create(person=teller, borough=a_borough(), strand=strand, since_on=TODAY)
    concern = told(volunteer)
    colleague.appointments.update(until_on=TODAY)
    known = {"teller": teller, "colleague": colleague, "team": team}
    known = {who: Person.objects.get(pk=person.pk) for who, person in known.items()}

    assert readers(concern, known) == {"team"}
    services.add(concern, words="It goes on", by=known["teller"], at=NOW)
    assert Letter.objects.get(template="concerns/added").recipient == team.reference
    assert [need.text for need in selectors.needs(known["team"], TODAY)] == ["1 volunteer told you something"]


def letters_about(concern: Concern) -> dict[str, str]:
    return dict(Letter.objects.filter(topics__thing=concern.reference).values_list("template", "why_overtaken"))


@pytest.mark.clause(119)
def test_what_was_read_asks_nobody_else_to_read_it(placement):
    manager, _ = an_mvpm(), an_mvpm()
    concern = told(placement.volunteer)

    services.read(concern, by=manager, at=NOW)

    assert letters_about(concern) == {"concerns/told": "It has been read", "concerns/read": ""}


@pytest.mark.clause(119)
def test_what_was_passed_on_asks_the_mvp_manager_for_nothing_any_more(placement):
    manager, team = an_mvpm(), the_central_team()
    concern = told(placement.volunteer)

    services.pass_on(concern, by=placement.volunteer.person, at=NOW)

    waits = Letter.objects.filter(template="concerns/told").values_list("recipient", "status")
    assert set(waits) == {(manager.reference, "OVERTAKEN"), (team.reference, "OWED")}


@pytest.mark.clause(119)
def test_of_what_was_taken_back_no_letter_leaves():
    manager, volunteer = an_mvpm(), a_volunteer(email=None)
    concern = told(volunteer, by=manager)
    services.add(concern, words="More", by=volunteer.person, at=NOW)

    services.take_back(concern, by=volunteer.person, at=NOW)

    assert set(letters_about(concern).values()) == {"It was taken back"}


@pytest.mark.clause(126)
def test_a_talk_needs_no_words():
    an_mvpm()
    volunteer = a_volunteer()

    assert told(volunteer, words="", wish="MEET").wish == "MEET"
    with pytest.raises(NotAllowed, match="nothing in it yet"):
        told(volunteer, words="  ", wish="KNOW")


def test_nobody_tells_in_somebody_elses_name(placement):
    known = everybody(placement)

    for who in ("mvpm elsewhere", "unit manager", "another volunteer"):
        with pytest.raises(NotPermitted, match="Whoever volunteers"):
            told(placement.volunteer, by=known[who])


@pytest.mark.clause(119, 126)
def test_who_has_no_email_rings_and_gets_a_letter_without_the_words():
    manager = an_mvpm()
    volunteer = a_volunteer(email=None)

    concern = told(volunteer, by=manager, wish="RING")

    letter = Letter.objects.get(template="concerns/noted")
    assert (concern.told_by, letter.status) == (manager, "TO_PRINT")
    assert WORDS not in letter.text
    assert letter in people.letters_seen_by(manager, TODAY)


@pytest.mark.clause(119)
def test_a_letter_on_paper_does_not_tell_the_mvp_manager_what_is_about_them():
    manager, team = an_mvpm(), the_central_team()

    told(a_volunteer(email=None), by=team, is_about_manager=True)

    letter = Letter.objects.get(template="concerns/noted")
    assert letter in people.letters_seen_by(team, TODAY)
    assert letter not in people.letters_seen_by(manager, TODAY)


@pytest.mark.clause(119, 126)
def test_they_see_that_it_was_read_what_is_done_and_by_whom(placement, client):
    manager = an_mvpm()
    concern = told(placement.volunteer)
    client.force_login(placement.volunteer.person)
    address = reverse("concerns:concern", args=[concern.reference])
    assert "Who reads it" in client.get(address).text

    services.read(concern, by=manager, at=NOW + timedelta(hours=1))
    assert "Read</strong>" in client.get(address).text
    services.answer(concern, words="I have spoken with the inspector", by=manager, at=NOW + timedelta(hours=2))

    page = client.get(address).text
    assert "Being looked after" in page
    assert "I have spoken with the inspector" in page
    assert manager.name in page
    assert list(
        Letter.objects.filter(recipient=placement.volunteer.person.reference).values_list("template", flat=True)
    ) == ["concerns/read", "concerns/answered"]
    assert not Letter.objects.filter(text__contains="inspector").exists()


@pytest.mark.clause(119)
def test_it_is_settled_when_they_say_so_too(placement):
    manager = an_mvpm()
    concern = told(placement.volunteer)
    services.settle(concern, words="The sergeant has said sorry", by=manager, at=NOW)

    services.add(concern, words="He has not", by=placement.volunteer.person, at=NOW + timedelta(days=1))

    assert Concern.objects.get().status == "TOLD"
    assert [each.words for each in selectors.said_of(concern)] == ["The sergeant has said sorry", "He has not"]
    assert Letter.objects.filter(template="concerns/added", recipient=manager.reference).count() == 1


@pytest.mark.clause(119)
def test_they_may_have_the_central_team_hear_it_instead(placement):
    known = everybody(placement)
    concern = told(placement.volunteer)
    services.read(concern, by=known["mvpm"], at=NOW)

    services.pass_on(concern, by=placement.volunteer.person, at=NOW + timedelta(hours=1))

    assert readers(Concern.objects.get(), known) == {"central team"}
    assert selectors.who_hears(Concern.objects.get(), TODAY) == known["central team"]
    with pytest.raises(NotAllowed, match="has this already"):
        services.pass_on(concern, by=placement.volunteer.person, at=NOW)


def test_it_can_be_taken_back_and_nobody_asks_why(placement):
    manager = an_mvpm()
    concern = told(placement.volunteer)

    services.take_back(concern, by=placement.volunteer.person, at=NOW)

    assert selectors.needs(manager, TODAY) == []
    with pytest.raises(NotAllowed, match="taken back"):
        services.answer(concern, words="Wait", by=manager, at=NOW)


def test_nobody_answers_for_whoever_told_it(placement):
    known = everybody(placement)
    concern = told(placement.volunteer)

    for who in ("mvpm", "central team", "unit manager"):
        with pytest.raises(NotPermitted, match="Only whoever told"):
            services.take_back(concern, by=known[who], at=NOW)
    for who in ("teller", "central team", "unit manager"):
        with pytest.raises(NotPermitted, match="never by a unit"):
            services.answer(concern, words="Be quiet", by=known[who], at=NOW)


@pytest.mark.clause(118)
def test_a_worry_at_a_session_becomes_the_same_thing_once(placement):
    manager = an_mvpm()
    report = a_report(placement)
    SessionReport.objects.filter(pk=report.pk).update(has_words=True, is_concern=True)
    report.worry = WORDS
    report.save(update_fields=["worry"])
    report = SessionReport.objects.get(pk=report.pk)
    assert selectors.in_reports_of(report.person) == [report]

    concern = services.take_up(report, by=manager, at=NOW)

    assert services.take_up(report, by=manager, at=NOW) == concern
    assert (Concern.objects.count(), concern.what, concern.wish) == (1, WORDS, "RING")
    assert concern.words == ""
    assert SessionReport.objects.get().read_by == manager
    assert selectors.in_reports_of(report.person) == []
    assert list(concern.steps.order_by("pk").values_list("status", flat=True)) == ["TOLD", "READ"]


def test_a_worry_at_a_session_is_taken_up_by_the_mvp_manager_alone(placement):
    report, team = a_report(placement), the_central_team()
    an_mvpm()  # while there was none, the Central Team stood in

    for person in (placement.volunteer.person, a_unit_manager(placement.unit), team):
        with pytest.raises(NotPermitted):
            services.take_up(report, by=person, at=NOW)


@pytest.mark.clause(118)
def test_what_lies_unread_is_told_to_the_central_team_once_and_without_a_name(placement):
    an_mvpm()
    team = the_central_team()
    told(placement.volunteer)

    assert services.nudge(NOW + timedelta(days=2)) == 0
    assert services.nudge(NOW + timedelta(days=3)) == 1
    assert services.nudge(NOW + timedelta(days=4)) == 0

    letter = Letter.objects.get(template="concerns/unread")
    assert letter.recipient == team.reference
    assert placement.volunteer.person.name not in letter.text


@pytest.mark.clause(123)
def test_the_words_are_sealed_and_gone_a_year_after_it_was_settled(placement):
    manager = an_mvpm()
    concern = told(placement.volunteer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM concerns_concern")
        assert WORDS not in cursor.fetchone()[0]

    assert services.forget(at=NOW + timedelta(days=2000)) == 0  # what is not settled stays
    services.settle(concern, words="It has stopped", by=manager, at=NOW)
    assert services.forget(at=NOW + timedelta(days=360)) == 0
    assert services.forget(at=NOW + timedelta(days=370)) == 1

    assert (Concern.objects.count(), Said.objects.count()) == (0, 0)


@pytest.mark.clause(119)
def test_every_page_of_a_volunteer_leads_there_in_one_press(placement, client):
    client.force_login(placement.volunteer.person)
    link = f'href="{reverse("concerns:tell")}"'

    pages = [
        client.get(reverse(name)).text for name in ("home:desk", "rota:my_calendar", "programme:glossary", "home:me")
    ]

    assert [link in page for page in pages] == [True] * 4


def test_nobody_else_is_shown_that_link(client):
    client.force_login(an_mvpm())

    page = client.get(reverse("programme:glossary")).text

    assert f'href="{reverse("concerns:tell")}"' not in page


def test_many_concerns_are_shown_with_as_few_questions_as_one(client):
    manager, volunteer = an_mvpm(), a_volunteer()

    def asked(person: Person, name: str) -> int:
        client.force_login(person)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(name)).status_code == 200
        return len(queries)

    told(volunteer)
    one = [asked(manager, "concerns:concerns"), asked(volunteer.person, "concerns:mine")]
    for _ in range(5):
        told(volunteer)
        told(a_volunteer())

    assert [asked(manager, "concerns:concerns"), asked(volunteer.person, "concerns:mine")] == one


def test_a_volunteer_tells_from_the_page(placement, client):
    manager = an_mvpm()
    client.force_login(placement.volunteer.person)
    assert manager.name in client.get(reverse("concerns:tell")).text

    answer = client.post(reverse("concerns:tell"), {"once": "k", "words": WORDS, "wish": "KNOW"})

    assert answer.headers["Location"] == reverse("concerns:concern", args=[Concern.objects.get().reference])
    assert WORDS[:40] in client.get(reverse("concerns:mine")).text


def test_the_manager_reads_with_one_press_and_every_look_is_noted(placement, client):
    manager = an_mvpm()
    concern = told(placement.volunteer)
    client.force_login(manager)
    address = reverse("concerns:concern", args=[concern.reference])
    assert "1 volunteer told you something" in client.get("/").text

    page = client.get(address)
    client.post(address, {"once": "k"})

    assert WORDS in page.text
    assert Concern.objects.get().status == "READ"
    assert Event.objects.filter(act="saw concern", actor=manager.reference).count() == 1
