"""The pass: made, issued, lost, asked back, returned."""

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import Agreement, Pass
from timegiven.joining.tests.scene import SENT, letters_to
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person, Volunteer

pytestmark = pytest.mark.django_db


def agreed(person: Person) -> Person:
    Agreement.objects.create(
        person=person, edition=b.the_statement(), accepted_at=b.NOW, recorded_by=person, typed_name=person.name
    )
    return person


def ready() -> Pass:
    """A pass that may be issued."""
    volunteer = b.a_volunteer()
    b.a_clearance(agreed(volunteer.person))
    return b.a_pass(volunteer.person, status="READY")


@pytest.mark.clause(79, 83)
def test_a_pass_is_issued_to_somebody_cleared_who_has_accepted_the_statement() -> None:
    made = ready()

    services.issue_pass(made, by=b.the_pass_office(), at=b.NOW)

    held = Pass.objects.get(pk=made.pk)
    assert selectors.is_pass_in_force(held, b.TODAY)
    assert (held.number, held.status, held.from_on, held.until_on) == (made.number, "ISSUED", b.TODAY, b.FAR_AHEAD)
    assert letters_to(made.person) == ["joining/pass_issued"]


@pytest.mark.clause(79)
def test_a_pass_that_was_made_waits_and_its_volunteer_is_told_where() -> None:
    asked = b.a_pass(b.a_volunteer().person, status="ASKED")

    services.make_pass(asked, number=" P1 ", by=b.the_pass_office(), at=b.NOW)

    asked.refresh_from_db()
    assert (asked.status, asked.number, asked.check_digest) == ("READY", "P1", digest(asked.check_code))
    assert letters_to(asked.person) == ["joining/pass_ready"]
    assert "New Scotland Yard" in Letter.objects.get().text


@pytest.mark.parametrize("status", ["ASKED", "ISSUED", "LOST", "RECALLED", "EXPIRED", "RETURNED", "CANCELLED"])
def test_only_a_pass_that_was_made_is_handed_over(status: str) -> None:
    person = agreed(b.a_volunteer().person)
    b.a_clearance(person)

    with pytest.raises(NotAllowed):
        services.issue_pass(b.a_pass(person, status=status), by=b.the_pass_office(), at=b.NOW)


@pytest.mark.clause(74)
def test_no_pass_without_a_clearance_in_force() -> None:
    person = agreed(b.a_volunteer().person)
    b.a_clearance(person, until_on=b.TODAY)

    with pytest.raises(NotAllowed, match="no security clearance in force"):
        services.issue_pass(b.a_pass(person, status="READY"), by=b.the_pass_office(), at=b.NOW)


def test_no_pass_before_the_statement_is_accepted() -> None:
    b.the_statement()
    person = b.a_volunteer().person
    b.a_clearance(person)

    with pytest.raises(NotAllowed, match="has not accepted the Statement"):
        services.issue_pass(b.a_pass(person, status="READY"), by=b.the_pass_office(), at=b.NOW)


def test_a_number_is_given_once() -> None:
    office, first = b.the_pass_office(), b.a_pass(b.a_person(), status="ASKED")
    services.make_pass(first, number="P1", by=office, at=b.NOW)
    second = b.a_pass(b.a_person(), status="ASKED")

    with pytest.raises(NotAllowed, match="another pass has the number"):
        services.make_pass(second, number="P1", by=office, at=b.NOW)

    second.refresh_from_db()
    assert second.status == "ASKED"


def test_the_table_holds_one_pass_for_each_person() -> None:
    person = b.a_person()
    b.a_pass(person)

    with pytest.raises(IntegrityError):
        b.a_pass(person, status="ASKED")


@pytest.mark.parametrize("verb", ["make_pass", "issue_pass", "printed_pass", "cancel_pass"])
def test_only_the_pass_office_runs_passes(verb: str) -> None:
    asked = ready()
    facts = {"make_pass": {"number": "P1"}, "cancel_pass": {"make_another": False}}.get(verb, {})

    for person in (asked.person, b.an_mvpm(), b.the_vetting_office(), b.the_central_team()):
        with pytest.raises(NotPermitted):
            getattr(services, verb)(asked, **facts, by=person, at=b.NOW)


@pytest.mark.clause(82)
def test_a_volunteer_reports_a_loss_in_two_taps_and_the_pass_is_dead_at_once(client: Client) -> None:
    mvpm = b.an_mvpm()
    held = b.a_pass(b.a_volunteer().person)
    client.force_login(held.person)

    own = client.get(reverse("joining:my_pass")).content.decode()
    lost = reverse("joining:report_lost", args=[held.reference])
    client.post(lost, SENT)

    held.refresh_from_db()
    assert lost in own
    assert held.status == "LOST"
    assert not selectors.is_pass_in_force(held, b.TODAY)
    assert letters_to(mvpm) == ["joining/pass_lost"]
    assert letters_to(held.person) == ["joining/pass_lost_thanks"]


def test_nobody_else_reports_it(client: Client) -> None:
    held = b.a_pass(b.a_volunteer().person)
    client.force_login(b.a_person())

    assert client.post(reverse("joining:report_lost", args=[held.reference]), SENT).status_code == 404
    with pytest.raises(NotPermitted):
        services.report_lost(held, by=b.a_person(), at=b.NOW)


@pytest.mark.parametrize(("make_another", "statuses"), [(True, ["ASKED", "CANCELLED"]), (False, ["CANCELLED"])])
def test_the_office_cancels_a_lost_pass_and_may_make_another(make_another: bool, statuses: list[str]) -> None:
    lost = b.a_pass(b.a_volunteer().person, status="LOST")

    services.cancel_pass(lost, make_another=make_another, by=b.the_pass_office(), at=b.NOW)

    assert sorted(Pass.objects.values_list("status", flat=True)) == statuses


@pytest.mark.clause(81)
def test_a_pass_is_asked_back_and_returned() -> None:
    held, office = b.a_pass(b.a_volunteer().person), b.the_pass_office()

    services.recall_pass(held, by=office, at=b.NOW)
    in_force = selectors.is_pass_in_force(Pass.objects.get(pk=held.pk), b.TODAY)
    services.return_pass(held, by=office, at=b.NOW)

    held.refresh_from_db()
    assert (in_force, held.status, held.until_on) == (False, "RETURNED", b.TODAY)
    assert letters_to(held.person) == ["joining/pass_recalled", "joining/pass_returned"]


@pytest.mark.parametrize("status", ["RETURNED", "CANCELLED", "ASKED"])
def test_what_is_not_held_is_not_returned(status: str) -> None:
    with pytest.raises(NotAllowed):
        services.return_pass(b.a_pass(b.a_person(), status=status), by=b.the_pass_office(), at=b.NOW)


@pytest.mark.clause(80, 83)
def test_ones_own_page_says_what_the_pass_is_and_is_not(client: Client) -> None:
    client.force_login(b.a_pass(b.a_person()).person)

    page = client.get(reverse("joining:my_pass")).content.decode()

    assert "It belongs to the police service" in page
    assert "show it to anyone who asks" in page
    assert "It has no legal effect" in page


def test_the_list_shows_what_waits_and_filters(client: Client) -> None:
    for status in ("ASKED", "READY", "ISSUED", "LOST", "RECALLED", "EXPIRED", "RETURNED"):
        b.a_pass(b.a_person(), status=status)
    client.force_login(b.the_pass_office())

    def statuses(query: str) -> list[str]:
        return sorted(each.status for each in client.get(reverse("joining:passes") + query).context["page_obj"])

    assert statuses("") == ["ASKED", "EXPIRED", "LOST", "READY", "RECALLED"]
    assert statuses("?status=ISSUED") == ["ISSUED"]


def test_the_list_is_for_the_pass_office_and_asks_as_often_for_many_as_for_one(client: Client) -> None:
    client.force_login(b.an_mvpm())
    assert client.get(reverse("joining:passes")).status_code == 403
    client.force_login(b.the_pass_office())

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("joining:passes"))
        return len(queries)

    b.a_pass(b.a_person(), status="ASKED")
    count()
    one = count()
    for _ in range(20):
        b.a_pass(b.a_person(), status="ASKED")

    assert count() == one


def test_the_page_keeps_the_number_when_refused(client: Client) -> None:
    taken, asked = b.a_pass(b.a_person()), b.a_pass(b.a_volunteer().person, status="ASKED")
    client.force_login(b.the_pass_office())

    page = client.post(reverse("joining:make_pass", args=[asked.reference]), {"number": taken.number})

    assert page.status_code == 200
    assert f'value="{taken.number}"' in page.content.decode()


@pytest.mark.clause(81)
@pytest.mark.parametrize("status", ["ISSUED", "RECALLED", "EXPIRED"])
@pytest.mark.parametrize(("answer", "found"), [("yes", ["ASKED", "RETURNED"]), ("no", ["RETURNED"])])
def test_for_a_pass_that_has_come_back_another_is_made_when_the_volunteer_stays(
    client: Client, status: str, answer: str, found: list[str]
) -> None:
    held = b.a_pass(b.a_volunteer().person, status=status)
    client.force_login(b.the_pass_office())

    client.post(reverse("joining:return_pass", args=[held.reference]), {"make_another": answer})

    assert sorted(Pass.objects.values_list("status", flat=True)) == found


@pytest.mark.clause(81)
def test_nobody_who_has_left_is_made_another_pass(client: Client) -> None:
    volunteer = b.a_volunteer()
    Volunteer.objects.filter(pk=volunteer.pk).update(status="LEFT", left_on=b.TODAY)
    held = b.a_pass(Person.objects.get(pk=volunteer.person_id), status="RECALLED")
    client.force_login(b.the_pass_office())

    page = client.get(reverse("joining:return_pass", args=[held.reference])).content.decode()
    with pytest.raises(NotAllowed, match="does not volunteer any more"):
        services.return_pass(held, make_another=True, by=b.the_pass_office(), at=b.NOW)
    client.post(reverse("joining:return_pass", args=[held.reference]), SENT)

    assert "Should a new pass be made?" not in page
    assert list(Pass.objects.values_list("status", flat=True)) == ["RETURNED"]


def test_the_office_prints_a_pass_again_while_it_is_in_force(client: Client) -> None:
    made = ready()
    Pass.objects.filter(pk=made.pk).update(check_digest=digest("code"), status="ISSUED")
    client.force_login(b.the_pass_office())

    page = client.get(reverse("joining:passes"), {"status": "ISSUED"}).content.decode()

    assert reverse("joining:print_pass", args=[made.reference]) in page
