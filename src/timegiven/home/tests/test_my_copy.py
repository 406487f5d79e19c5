"""A copy of one's own record: what one's own pages show, of nobody else, and written down."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining.models import Declaration
from timegiven.letters import services as letters
from timegiven.people.models import EmergencyContact, Person

pytestmark = pytest.mark.django_db


def somebody(name: str) -> Person:
    """A volunteer with something of each kind."""
    placement = b.a_placement(b.a_volunteer(name, address="12 Holmes Road"), b.an_approved_version(unit=b.a_unit()))
    person = placement.volunteer.person
    report = b.a_report(placement)
    report.how_it_went = "Two school classes came."
    report.save()
    b.a_cost_agreement(placement)
    b.a_claim(report)
    b.a_completion(person, b.a_course("LIFE"))
    EmergencyContact.objects.create(person=person, name="Hal", phone="020 7946 0001", confirmed_on=b.TODAY)
    letters.write("people/details_changed", to=person, at=b.NOW, told="Your telephone number", when=b.NOW)
    return person


def taken(client: Client) -> list[tuple[str, str, str]]:
    answer = client.get(reverse("home:my_copy"))
    assert answer.headers["Cache-Control"] == "no-store"
    rows = load_workbook(io.BytesIO(answer.content)).active.iter_rows(min_row=2, values_only=True)
    return [tuple(cell or "" for cell in row) for row in rows]


def test_it_holds_something_of_each_kind_and_nobody_else(client: Client) -> None:
    rose, _ = somebody("Rose Okafor"), somebody("Tom Simms")
    client.force_login(rose)

    rows = taken(client)

    assert [says for about, _, says in rows if about in ("Name", "Address")] == ["Rose Okafor", "12 Holmes Road"]
    said = {about: f"{on} {says}" for about, on, says in rows}
    assert "Two school classes came." in said["Session reports"]
    assert "4 hours" in said["Time given"]
    assert "£2.85" in said["Claims"]
    assert "Hal; 020 7946 0001" in said["Whom to ring"]
    assert said["Letters"].startswith("Tuesday 24 April 2007")
    assert {"Your roles", "Training", "Costs agreed beforehand", "Volunteering since"} <= set(said)
    assert not [row for row in rows if "Simms" in str(row)]


@pytest.mark.clause(123)
def test_what_they_answered_when_they_applied_is_theirs_and_what_a_referee_said_is_not(client: Client) -> None:
    person = b.a_person("Rose Okafor")
    application = b.an_application(person, status="APPROVED", references=1)
    application.about = "I have time and like people."
    application.languages, application.travel = ["Yoruba"], ["BUS"]
    application.interview_notes = "Seemed tired."
    application.save()
    referee = application.references.get()
    referee.name, referee.answers, referee.discussion = "Hal Reid", '{"know": "A rogue"}', "Rang Hal."
    referee.save()
    b.a_clearance(person)
    b.a_pass(person)
    Declaration.objects.create(person=person, declared_at=b.NOW, health="A chair with arms", finance="In debt")
    another = b.an_application(b.a_person("Tom Simms"))
    another.about = "Tom’s own words"
    another.save()
    client.force_login(person)

    rows = taken(client)

    said = [f"{about} | {says}" for about, _, says in rows]
    assert "Your answers: Why you would like to volunteer | In own words: I have time and like people." in said
    assert "Your answers: Languages you speak | Languages: Yoruba" in said
    assert "Your answers: How you would come to us | Usual way: By bus" in said
    assert [each for each in said if each.startswith("Whom you named") and "Hal Reid" in each and "Answered" in each]
    assert [each for each in said if each.startswith("Security check | Cleared")]
    assert "Changes that you told | A chair with arms; In debt" in said
    assert {"Right to volunteer", "Volunteer pass", "Not in this copy"} <= {about for about, _, _ in rows}
    everything = " ".join(said)
    assert not [each for each in ("rogue", "Rang Hal", "Seemed tired", "Tom") if each in everything]


def test_the_page_says_what_the_copy_leaves_out(client: Client) -> None:
    client.force_login(b.a_person())

    assert "What others told us of you in confidence is not in it" in client.get(reverse("home:me")).text
    privacy = client.get(reverse("home:privacy")).text
    assert "Answers to the equality questions have no name on them" in privacy


def test_that_it_was_taken_is_written_down_and_stands_in_the_next(client: Client) -> None:
    person = b.a_person()
    client.force_login(person)
    assert reverse("home:my_copy") in client.get(reverse("home:me")).text

    first, second = taken(client), taken(client)

    act = "saw own record, to take away"
    assert Event.objects.filter(act=act, actor=person.reference, about=person.reference).count() == 2
    assert [sum(act in says for _, _, says in rows) for rows in (first, second)] == [0, 1]


def test_many_claims_ask_the_database_as_often_as_one(client: Client, django_assert_max_num_queries) -> None:
    person = somebody("Rose Okafor")
    placement = person.volunteer.placements.get()
    for number in range(1, 9):
        b.a_claim(b.a_report(placement, starts_at=b.NOW.replace(day=number)))
    client.force_login(person)

    with django_assert_max_num_queries(40):
        assert len([row for row in taken(client) if row[0] == "Claims"]) == 9
