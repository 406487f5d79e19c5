"""Letters that prove time given, and the page on which anybody checks them."""

import io
import re
from datetime import date

import pikepdf
import pytest
from django.core.cache import caches
from django.db import connection
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_claim,
    a_ready_volunteer,
    a_report,
    a_unit,
    a_unit_manager,
    an_mvpm,
    the_central_team,
    time_given,
)
from timegiven.audit.models import Event
from timegiven.engagement import access, rules, selectors, services
from timegiven.engagement.models import Proof
from timegiven.kernel.refusals import NotAllowed
from timegiven.people.models import Volunteer
from timegiven.ui.tests.reading import said

pytestmark = pytest.mark.django_db
KINDS = ("hours", "service", "volunteering")


@pytest.fixture
def placement():
    return a_ready_volunteer(unit=a_unit(), name="Grace Adeyemi")


@pytest.fixture
def volunteer(placement):
    for on in (date(2006, 10, 3), date(2006, 11, 7), date(2006, 12, 5), date(2007, 1, 9)):
        time_given(placement.volunteer, minutes=2_280, on=on)
    return placement.volunteer


def prove(volunteer):
    return services.prove(volunteer, minutes=9_120, by=volunteer.person, at=NOW)


def check(client, code):
    caches["default"].clear()
    return " ".join(re.sub(r"<[^>]*>", " ", client.post(reverse("engagement:check"), {"code": code}).text).split())


def test_who_makes_letters(volunteer, placement):
    people = {
        "volunteer": volunteer.person,
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(placement.unit),
        "central team": the_central_team(),
    }

    may = [who for who, person in people.items() if access.write_letter(person, volunteer, TODAY)]
    may_withdraw = [who for who, person in people.items() if access.withdraw_letter(person, volunteer, TODAY)]

    assert (may, may_withdraw) == (["volunteer", "mvpm"], ["mvpm"])


def test_a_stranger_who_has_the_code_learns_what_the_letter_says_and_nothing_else(volunteer, client):
    code = prove(volunteer)

    said = check(client, rules.as_printed(code).lower())

    assert "This letter is genuine" in said
    assert "We made it on Tuesday 24 April 2007. It says that Grace Adeyemi has given 152 hours ." in said
    for other in (volunteer.reference, "Camden", "Front counter", "Letter of service"):
        assert other not in said


def test_a_stranger_without_the_code_learns_nothing(volunteer, client):
    prove(volunteer)

    for code in ("0" * 20, "Grace Adeyemi", Proof.objects.get().reference, Proof.objects.get().code_digest[:20]):
        said = check(client, code)
        assert "We do not know this letter" in said
        assert "152 hours" not in said


def test_a_letter_made_in_error_holds_no_longer(volunteer, client):
    code = prove(volunteer)

    services.withdraw(Proof.objects.get(), by=an_mvpm(), at=NOW)

    said = check(client, code)
    assert "A letter with this code was withdrawn." in said
    assert "Grace" not in said


def test_codes_are_not_tried_at_random(client):
    caches["default"].clear()
    address = reverse("engagement:check")

    answers = {client.post(address, {"code": "X"}).status_code for _ in range(30)}

    assert answers == {200}
    assert client.post(address, {"code": "X"}).status_code == 409
    caches["default"].clear()


def test_the_table_tells_neither_name_nor_hours_nor_which_letter_it_was(volunteer):
    prove(volunteer)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM engagement_proof")
        cells = [str(cell) for cell in cursor.fetchone()]

    assert not {"9120", "152"} & set(cells)  # as they are: a sealed text may hold any figures
    assert not re.search("Grace|hours|benefit|volunteering|service", " ".join(cells))


def test_a_letter_about_no_time_is_not_made():
    volunteer = a_ready_volunteer(unit=a_unit()).volunteer

    with pytest.raises(NotAllowed, match="no time is written down yet"):
        services.prove(volunteer, minutes=0, by=volunteer.person, at=NOW)


def paper_of(content):
    with pikepdf.open(io.BytesIO(content)) as paper:
        return paper.Root.MarkInfo.Marked, str(paper.docinfo["/Title"])


def words_of(content):
    with pikepdf.open(io.BytesIO(content)) as paper:
        return " ".join(said(paper).split())


def test_each_letter_is_a_tagged_document_and_leaves_the_same_trace(volunteer, client):
    client.force_login(volunteer.person)
    titles = []

    for kind in KINDS:
        answer = client.post(reverse(f"engagement:{kind}_letter", args=[volunteer.reference]))
        is_tagged, title = paper_of(answer.content)
        assert is_tagged
        titles.append(title)

    assert titles == ["Statement of hours", "Letter of service", "Statement of volunteering"]
    assert set(Event.objects.values_list("act", "why")) == {("made a letter", "")}  # benefit status is never stored


def code_in(content):
    return re.search(r"(?:[0-9A-Z]{4} ){4}[0-9A-Z]{4}", words_of(content)).group()


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_sent_twice_leads_to_the_same_letter(volunteer, client, kind):
    client.force_login(volunteer.person)
    page = client.get(reverse("engagement:letters", args=[volunteer.reference])).text
    keys = re.findall(r'name="once" value="([\w-]+)"', page)
    address = reverse(f"engagement:{kind}_letter", args=[volunteer.reference])

    first, again = (client.post(address, {"once": keys[0]}).content for _ in range(2))
    other = client.post(address, {"once": "another page"}).content

    assert len(keys) == len(KINDS)
    assert code_in(first) == code_in(again) != code_in(other)
    assert (Proof.objects.count(), Event.objects.filter(act="made a letter").count()) == (2, 2)
    assert "This letter is genuine" in check(client, code_in(first))


def test_the_three_letters_of_one_page_are_three(volunteer, client):
    client.force_login(volunteer.person)

    for kind in KINDS:
        client.post(reverse(f"engagement:{kind}_letter", args=[volunteer.reference]), {"once": "a key"})

    assert Proof.objects.count() == len(KINDS)


def test_a_letter_that_was_withdrawn_meanwhile_is_not_made_again(volunteer, client):
    address = reverse("engagement:hours_letter", args=[volunteer.reference])
    client.force_login(volunteer.person)
    client.post(address, {"once": "a key"})
    services.withdraw(Proof.objects.get(), by=an_mvpm(), at=NOW)

    page = client.post(address, {"once": "a key"}, follow=True).text

    assert "it was withdrawn meanwhile" in page
    assert Proof.objects.count() == 1


def test_the_statement_of_volunteering_tells_hours_by_month_and_only_expenses(volunteer, placement):
    claim = a_claim(a_report(placement), status="PAID", pence=285)

    months, paid = selectors.statement_of_volunteering(volunteer, TODAY)

    assert [minutes for _, minutes in months] == [2_280, 0, 0, 240]
    assert paid == claim.pence


@pytest.mark.parametrize("kind", ["service", "volunteering"])
def test_whoever_has_left_is_not_called_a_volunteer_of_today(volunteer, client, kind):
    client.force_login(volunteer.person)
    page = reverse(f"engagement:{kind}_letter", args=[volunteer.reference])
    before = words_of(client.post(page).content)

    Volunteer.objects.update(status="LEFT", left_on=date(2007, 3, 1))
    after = words_of(client.post(page).content)

    assert "has been a volunteer" in before
    assert "was a volunteer" in after
    assert "to March 2007" in after


def test_a_service_letter_names_kinds_of_role_and_no_place(volunteer):
    assert selectors.statement(volunteer).families == ["Front counter and public contact"]


def test_a_link_that_is_only_looked_at_makes_no_letter(volunteer, client):
    client.force_login(volunteer.person)

    assert client.get(reverse("engagement:service_letter", args=[volunteer.reference])).status_code == 405
    assert Proof.objects.count() == 0


def test_the_page_offers_the_letters(volunteer, client):
    prove(volunteer)
    client.force_login(volunteer.person)

    page = client.get(reverse("engagement:letters", args=[volunteer.reference])).text

    assert "Make the letter<" in page
    assert "Tuesday 24 April 2007" in page
