"""As many people are asked about an applicant as the handbook says: one, two or three, all the way to the pass."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.joining import rules, selectors, services
from timegiven.joining.models import Application, Reference
from timegiven.joining.tests.scene import REFEREES, SENT, filled_in
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.programme.models import PolicyValue

pytestmark = [pytest.mark.django_db, pytest.mark.clause(75)]

HOUSE = Path(__file__).resolve().parents[2]
IN_WORDS = {1: "1 person", 2: "2 people", 3: "3 people"}


def needed(number: int) -> None:
    PolicyValue.objects.create(
        name="joining.references_needed", value=number, from_on=b.LONG_AGO, decided_by="SG", source="Minutes"
    )


def read(client: Client, name: str, *args: str) -> str:
    page = client.get(reverse(name, args=args)).content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def typed(number: int) -> dict[str, str]:
    return {**REFEREES[number - 1], "is_no_relative": "on"}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_from_the_form_to_being_taken_on(client: Client, number: int) -> None:
    needed(number)
    mvpm = b.an_mvpm()
    application = b.an_application(status="REGISTERED")
    application.saved = [each.code for each in rules.SECTIONS]
    application.save()
    client.force_login(application.person)

    assert f"{IN_WORDS[number]} who can say a few words about you" in read(client, "joining:start")
    first = read(client, "joining:section", application.reference, "referee_1")
    assert ("Please name somebody who knows you" in first) == (number == 1)
    assert (f"Please name {number} people, one after the other" in first) == (number > 1)
    for position in range(1, number + 1):
        assert client.post(reverse("joining:apply", args=[application.reference]), SENT).status_code == 200  # not yet
        address = reverse("joining:section", args=[application.reference, f"referee_{position}"])
        assert client.post(address, typed(position)).status_code == 302
    one_more = reverse("joining:section", args=[application.reference, f"referee_{number + 1}"])
    assert client.get(one_more).status_code == 404
    before = read(client, "joining:apply", application.reference)
    assert ("we ask your referee, and" in before, "we ask your referees, and" in before) == (number == 1, number > 1)
    assert client.post(reverse("joining:apply", args=[application.reference]), SENT).status_code == 302

    letter = Letter.objects.get(template="joining/applied")
    assert f"We have asked the {'person' if number == 1 else 'people'} you named" in letter.text
    assert read(client, "joining:apply", application.reference).count("Referee ") == number
    asked = list(application.references.order_by("pk"))
    assert [(each.position, each.status) for each in asked] == [(n, "ASKED") for n in range(1, number + 1)]

    client.force_login(mvpm)
    for count, reference in enumerate(asked):
        assert f"{count} of {number} satisfactory so far" in read(client, "joining:application", application.reference)
        services.key_in_reference(reference, answers={"How long": "Years"}, by=mvpm, at=b.NOW)
        services.judge(reference, is_satisfactory=True, by=mvpm, at=b.NOW)
        board = selectors.listed([application.pk], b.TODAY)[0]
        assert (board.good, board.needed) == (count + 1, number)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_nobody_is_taken_on_with_one_less(number: int) -> None:
    needed(number)
    application = b.an_application(status="VETTED", references=number - 1)

    with pytest.raises(NotAllowed) as refusal:
        services.take_on(application, by=b.an_mvpm(), at=b.NOW)

    wanted = "1 satisfactory reference is needed" if number == 1 else f"{number} satisfactory references are needed"
    assert wanted in refusal.value.reason
    enough = b.an_application(b.a_person("Ada Obi"), status="VETTED", references=number)
    assert services.take_on(enough, by=b.an_mvpm(), at=b.NOW).person == enough.person


def test_the_last_of_three_sends_an_interviewed_applicant_to_the_vetting_office() -> None:
    needed(3)
    application = b.an_application(status="INTERVIEWED", references=2)
    b.RightToVolunteer.objects.create(
        person=application.person, evidence="PASSPORT", checked_on=b.LONG_AGO, checked_by=b.a_person()
    )
    last = Reference.objects.create(application=application, status="GIVEN", **REFEREES[2])

    services.judge(last, is_satisfactory=True, by=b.an_mvpm(), at=b.NOW)

    assert Application.objects.get(pk=application.pk).status == "VETTING"


def test_when_fewer_are_asked_by_the_time_it_is_sent_the_third_is_not_asked_and_not_kept() -> None:
    needed(3)
    application = filled_in(referees=3)
    PolicyValue.objects.update(value=2)

    services.apply(application, by=application.person, at=b.NOW)

    assert [each.name for each in application.references.order_by("pk")] == ["Ann Lee", "Bob Ray"]


def test_when_one_more_is_asked_after_it_was_sent_the_applicant_is_asked_for_the_name(client: Client) -> None:
    application = filled_in()
    services.apply(application, by=application.person, at=b.NOW)
    needed(3)
    client.force_login(application.person)

    page = read(client, "joining:application", application.reference)
    named = client.post(reverse("joining:name_referee", args=[application.reference]), typed(3))

    assert "We ask one person more than when you applied." in page
    assert "could not help" not in page
    assert (named.status_code, application.references.count()) == (302, 3)


def test_what_was_asked_on_the_day_somebody_was_taken_on_is_what_is_asked_of_them_for_good() -> None:
    application = b.an_application(status="VETTED", references=2)
    services.take_on(application, by=b.an_mvpm(), at=b.NOW)

    needed(3)

    referenced = selectors.applications_referenced().values_list("person", flat=True)
    assert list(referenced) == [application.person_id]
    Reference.objects.filter(application=application).first().delete()  # type: ignore[union-attr]
    assert list(selectors.applications_referenced()) == []


def test_the_number_of_one_strand_stands_wherever_somebody_of_it_is_shown(client: Client) -> None:
    games = b.the_strand("GAMES")
    PolicyValue.objects.create(name="joining.references_needed", value=3, strand=games, from_on=b.LONG_AGO)
    mvpm, theirs, other = b.an_mvpm(), b.an_application(references=2), b.an_application(references=2)
    Application.objects.filter(pk=theirs.pk).update(strand=games)
    version = b.an_approved_version(unit=b.a_unit())
    version.profile.strand = games
    version.profile.save()

    shown = {each.pk: each.needed for each in selectors.listed([theirs.pk, other.pk], b.TODAY)}
    role = read(client, "library:role", "camden", "front-counter-triage", version.profile.reference)
    client.force_login(mvpm)
    page = read(client, "joining:application", theirs.reference)

    assert shown == {theirs.pk: 3, other.pk: 2}
    assert "We ask 3 people whom you name" in role
    assert "2 of 3 satisfactory so far" in page


def test_no_page_says_by_hand_how_many_are_asked() -> None:
    by_hand = re.compile(
        r"\b(?:two|both|2|second) (?:satisfactory |professional )*(?:referee|reference)s?\b"
        r"|two people (?:who know|you)",
        re.IGNORECASE,
    )
    rooms = [*HOUSE.glob("*/templates/**/*.*"), *HOUSE.glob("*/forms/**/*.py"), *HOUSE.glob("*/views/**/*.py")]
    rooms += [*HOUSE.glob("*/rules/**/*.py"), *HOUSE.glob("*/selectors/**/*.py"), *HOUSE.glob("home/*.py")]
    found = [f"{file}: {match[0]}" for file in rooms for match in by_hand.finditer(file.read_text())]

    assert (found, len(rooms) > 500) == ([], True)
    assert by_hand.findall("Two satisfactory references and two people who know you") == [
        "Two satisfactory references",
        "two people who know",
    ]
