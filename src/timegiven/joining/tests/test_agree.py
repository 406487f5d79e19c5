"""The Statement of Expectation: read, accepted by name, and again when there is a new edition."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import Agreement
from timegiven.joining.tests.scene import letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.programme.content.statement import DOCUMENTS
from timegiven.programme.models import Edition

pytestmark = [pytest.mark.django_db, pytest.mark.clause(134)]


def test_a_volunteer_accepts_by_typing_their_name_and_is_sent_a_copy(client: Client) -> None:
    b.the_statement()
    volunteer = b.a_volunteer("Grace Mills")
    client.force_login(volunteer.person)

    before = client.get(reverse("joining:agree")).content.decode()
    client.post(reverse("joining:agree"), {"typed_name": "grace mills"})
    after = client.get(reverse("joining:agree")).content.decode()

    assert "What you can expect</h2>" in before
    assert Agreement.objects.get().recorded_by == volunteer.person
    assert "You have accepted this" in after
    assert letters_to(volunteer.person) == ["joining/agreed"]
    copy = Letter.objects.get().text
    assert "What you can expect" in copy
    assert "#" not in copy  # a reader sees headings, not the signs by which they are typed


def test_another_name_is_refused_and_stays_typed(client: Client) -> None:
    b.the_statement()
    client.force_login(b.a_volunteer("Grace Mills").person)

    page = client.post(reverse("joining:agree"), {"typed_name": "Someone Else"})

    assert 'value="Someone Else"' in page.content.decode()
    assert Agreement.objects.count() == 0


def test_the_same_edition_is_accepted_once() -> None:
    b.the_statement()
    volunteer = b.a_volunteer("Grace Mills")
    services.agree(volunteer, typed_name="Grace Mills", by=volunteer.person, at=b.NOW)

    with pytest.raises(NotAllowed, match="accepted already"):
        services.agree(volunteer, typed_name="Grace Mills", by=volunteer.person, at=b.NOW)


def test_a_new_edition_is_read_and_accepted_anew() -> None:
    first = b.the_statement()
    volunteer = b.a_volunteer("Grace Mills")
    services.agree(volunteer, typed_name="Grace Mills", by=volunteer.person, at=b.NOW)
    Edition.objects.create(
        document=first.document, number=2, issued_on=date(2007, 4, 20), review_on=b.FAR_AHEAD, body="New"
    )

    assert not selectors.agreed(volunteer.person, b.TODAY)
    services.agree(volunteer, typed_name="Grace Mills", by=volunteer.person, at=b.NOW)
    assert selectors.agreed(volunteer.person, b.TODAY)
    assert selectors.agreed(volunteer.person, date(2007, 4, 19))


def test_the_manager_records_a_signature_on_paper_and_nobody_signs_for_another() -> None:
    b.the_statement()
    volunteer, mvpm = b.a_volunteer(), b.an_mvpm()

    with pytest.raises(NotPermitted):
        services.agree(volunteer, typed_name=volunteer.person.name, by=mvpm, at=b.NOW)
    with pytest.raises(NotPermitted):
        services.record_agreement(volunteer, by=b.an_mvpm(b.a_borough("Hackney")), at=b.NOW)
    services.record_agreement(volunteer, by=mvpm, at=b.NOW)

    assert Agreement.objects.get().recorded_by == mvpm


def test_the_page_is_for_volunteers(client: Client) -> None:
    client.force_login(b.a_person())

    assert client.get(reverse("joining:agree")).status_code == 404


def test_nothing_is_accepted_while_no_edition_is_in_force() -> None:
    volunteer = b.a_volunteer("Grace Mills")

    with pytest.raises(NotAllowed, match="no Statement of Expectation is in force"):
        services.agree(volunteer, typed_name="Grace Mills", by=volunteer.person, at=b.NOW)


@pytest.mark.clause(102, 122, 129)
def test_the_statement_says_that_it_is_no_contract_is_about_one_borough_and_keeps_confidence() -> None:
    body = " ".join(next(each for each in DOCUMENTS if each.code == "SOE").body.split())

    assert "Neither of us means this paper to be a contract" in body
    assert "in the borough named on your placement" in body
    assert "Whatever you learn here stays here, also after you have stopped volunteering" in body
