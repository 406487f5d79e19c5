"""The vetting office: what it sees, what it records, what ends soon."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import Application, Clearance
from timegiven.joining.tests.scene import has_clearance, letters_to
from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.clause(74)]


def cleared(application: Application, **changes: object) -> Clearance:
    facts = {
        "is_cleared": True, "level": "NPPV2A", "office_reference": "V/7", "from_on": b.TODAY, "until_on": None,
        "by": b.the_vetting_office(), "at": b.NOW,
    }  # fmt: skip
    return services.clear(application, **facts | changes)


@pytest.mark.parametrize(
    ("level", "until_on"),
    [
        ("NPPV1", date(2010, 4, 24)),
        ("NPPV2A", date(2010, 4, 24)),
        ("NPPV2F", date(2010, 4, 24)),
        ("NPPV3", date(2012, 4, 24)),
    ],
)
def test_a_clearance_lasts_as_long_as_is_usual_for_its_level(level: str, until_on: date) -> None:
    application = b.an_application(status="VETTING")

    clearance = cleared(application, level=level)

    assert (clearance.until_on, clearance.outcome, application.status) == (until_on, "CLEARED", "VETTED")


def test_the_office_may_set_a_shorter_time() -> None:
    clearance = cleared(b.an_application(status="VETTING"), until_on=date(2008, 1, 1))

    assert clearance.until_on == date(2008, 1, 1)


@pytest.mark.parametrize("until_on", [date(2007, 4, 24), date(2007, 4, 1)])
def test_a_clearance_that_is_over_is_refused_and_nothing_moves(until_on: date) -> None:
    application = b.an_application(status="VETTING")

    with pytest.raises(NotAllowed):
        cleared(application, from_on=date(2006, 4, 24), until_on=until_on)

    application.refresh_from_db()
    assert (application.status, Clearance.objects.count()) == ("VETTING", 0)


def test_a_refusal_ends_the_application_with_a_letter_that_gives_no_reason() -> None:
    application = b.an_application(status="VETTING")

    clearance = cleared(application, is_cleared=False)

    text = Letter.objects.get().text.lower()
    assert (clearance.outcome, clearance.until_on, application.status) == ("REFUSED", None, "DECLINED")
    assert letters_to(application.person) == ["joining/not_cleared"]
    assert [word in text for word in ("vetting", "security", "clear", "police")] == [False] * 4


@pytest.mark.parametrize("status", ["APPLIED", "INTERVIEWED", "VETTED", "APPROVED", "WITHDRAWN"])
def test_an_outcome_is_recorded_only_for_whoever_was_sent(status: str) -> None:
    with pytest.raises(NotAllowed):
        cleared(b.an_application(status=status))


def test_only_the_vetting_office_records_outcomes() -> None:
    application = b.an_application(status="VETTING")

    for person in (b.an_mvpm(), b.the_central_team(), b.the_pass_office(), application.person):
        with pytest.raises(NotPermitted):
            cleared(application, by=person)


def test_the_office_of_the_force_lists_everybody_and_one_of_some_boroughs_their_own() -> None:
    for borough in ("Camden", "Hackney"):
        b.an_application(b.a_person(f"Of {borough}"), status="VETTING", borough=b.a_borough(borough))
    of_hackney = b.someone_appointed(b.Role.VETTING, b.a_borough("Hackney"))

    def listed(person: Person) -> list[str]:
        return [each.name for each in selectors.referrals_told(selectors.referrals_listed(person, b.TODAY)[0:25])]

    assert listed(b.the_vetting_office()) == ["Of Camden", "Of Hackney"]
    assert [listed(of_hackney), listed(b.an_mvpm())] == [["Of Hackney"], []]


@pytest.mark.clause(123)
def test_the_office_sees_name_birth_and_level_and_nothing_of_why_or_how(client: Client) -> None:
    application = b.an_application(b.a_person("Grace Mills", phone="020 7946 0999"), status="VETTING", references=1)
    application.about, application.interview_notes = "canary-about", "canary-notes"
    application.motivations, application.what_would_help = ["canary-why"], "canary-help"
    application.vetting_level = "NPPV2F"
    application.save()
    client.force_login(b.the_vetting_office())

    pages = [
        client.get(url).content.decode()
        for url in (reverse("joining:vetting"), reverse("joining:clear", args=[application.reference]))
    ]

    assert ["Grace Mills" in page for page in pages] == [True, True]
    assert ["NPPV level 2 (full)" in page for page in pages] == [True, True]
    assert [word in page for page in pages for word in ("canary", "0999", "Referee 0")] == [False] * 6


def test_what_the_office_may_not_see_is_not_even_loaded() -> None:
    b.an_application(status="VETTING")

    found = selectors.referrals_seen_by(b.the_vetting_office(), b.TODAY).get()

    assert found.get_deferred_fields() >= {"about", "motivations", "interview_notes", "what_would_help"}


def test_the_pages_of_vetting_are_for_the_office(client: Client) -> None:
    application = b.an_application(status="VETTING")
    client.force_login(b.an_mvpm())

    assert client.get(reverse("joining:vetting")).status_code == 403
    assert client.get(reverse("joining:clearances_expiring")).status_code == 403
    assert client.get(reverse("joining:clear", args=[application.reference])).status_code == 404


def test_the_page_records_an_outcome(client: Client) -> None:
    application = b.an_application(status="VETTING")
    client.force_login(b.the_vetting_office())
    today = timezone.localdate()
    typed = {"is_cleared": "yes", "level": "NPPV2A", "office_reference": "V/8", "from_on": f"{today:%d/%m/%Y}"}

    wrong = client.post(
        reverse("joining:clear", args=[application.reference]), typed | {"until_on": f"{today:%d/%m/%Y}"}
    )
    client.post(reverse("joining:clear", args=[application.reference]), typed)

    assert 'value="V/8"' in wrong.content.decode()
    assert Clearance.objects.get().office_reference == "V/8"


@pytest.mark.parametrize(
    ("days", "is_listed"), [(1, True), (7, True), (30, True), (60, True), (61, False), (0, False), (-1, False)]
)
def test_clearances_are_listed_sixty_days_before_they_end(days: int, is_listed: bool) -> None:
    b.a_clearance(b.a_person(), until_on=b.TODAY + timedelta(days=days))

    assert selectors.clearances_expiring(b.the_vetting_office(), b.TODAY).exists() == is_listed


def test_a_renewed_clearance_is_no_longer_listed() -> None:
    clearance = b.a_clearance(b.a_person(), until_on=b.TODAY + timedelta(days=9))
    office = b.the_vetting_office()

    services.renew(clearance, office_reference="V/9", from_on=clearance.until_on, until_on=None, by=office, at=b.NOW)

    assert not selectors.clearances_expiring(office, b.TODAY).exists()
    assert has_clearance(clearance.person, "NPPV2A", b.TODAY + timedelta(days=9))


def test_whoever_comes_second_to_a_renewal_reads_who_was_first_and_when(client: Client) -> None:
    clearance = b.a_clearance(b.a_person(), until_on=timezone.localdate() + timedelta(days=9))
    first, page = b.the_vetting_office(), reverse("joining:renew_clearance", args=[clearance.reference])
    client.force_login(b.the_vetting_office())
    typed = {"office_reference": "V/10", "from_on": f"{clearance.until_on:%d/%m/%Y}"}
    opened = client.get(page)
    facts = {"office_reference": "V/9", "from_on": clearance.until_on, "until_on": None}
    services.renew(clearance, **facts, by=first, at=timezone.now())

    sent, looked = client.post(page, typed), client.get(page)

    told = f"was recorded on {words.day(timezone.localdate())} by {first.name}"
    assert (opened.status_code, looked.status_code, Clearance.objects.count()) == (200, 409, 2)
    assert [told in each.text for each in (sent, looked)] == [True, True]


def test_a_clearance_that_is_not_about_to_end_has_no_renewal(client: Client) -> None:
    clearance = b.a_clearance(b.a_person())
    client.force_login(b.the_vetting_office())

    assert client.get(reverse("joining:renew_clearance", args=[clearance.reference])).status_code == 404


def test_a_clearance_that_was_renewed_for_a_short_time_is_no_longer_listed() -> None:
    clearance, office = b.a_clearance(b.a_person(), until_on=b.TODAY + timedelta(days=9)), b.the_vetting_office()
    until = b.TODAY + timedelta(days=30)
    facts = {"office_reference": "V/9", "from_on": clearance.until_on, "until_on": until}

    services.renew(clearance, **facts, by=office, at=b.NOW)

    assert not selectors.clearances_expiring(office, b.TODAY).exists()


def test_the_lists_ask_the_database_as_often_for_many_as_for_one(client: Client) -> None:
    client.force_login(b.the_vetting_office())
    soon = timezone.localdate() + timedelta(days=20)

    def count(name: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(name)).status_code == 200
        return len(queries)

    def add(number: int) -> None:
        for _ in range(number):
            b.an_application(status="VETTING")
            b.a_clearance(b.a_person(), until_on=soon)

    names = ["joining:vetting", "joining:clearances_expiring"]
    add(1)
    for name in names:
        count(name)
    one = [count(name) for name in names]
    add(20)

    assert [count(name) for name in names] == one


def test_a_recorded_outcome_says_by_whom_and_when_and_nothing_more(client: Client) -> None:
    application = b.an_application(b.a_person("Grace Mills"), status="VETTING")
    office = b.the_vetting_office()
    cleared(application, by=office)
    client.force_login(b.the_vetting_office())

    page = client.get(reverse("joining:clear", args=[application.reference]))

    assert page.status_code == 409
    assert f"its outcome was recorded on Tuesday 24 April 2007 by {office.name}" in page.text
    assert f'href="{reverse("joining:vetting")}"' in page.text
    assert [word in page.text for word in ("Grace Mills", "NPPV", "V/7", "passed")] == [False] * 4


def test_what_was_typed_too_late_is_kept_and_changes_nothing(client: Client) -> None:
    application = b.an_application(status="VETTING")
    cleared(application, is_cleared=False)
    client.force_login(b.the_vetting_office())
    typed = {"is_cleared": "yes", "level": "NPPV2A", "office_reference": "V/9", "from_on": "24/4/2007"}

    page = client.post(reverse("joining:clear", args=[application.reference]), typed)

    application.refresh_from_db()
    assert (page.status_code, application.status, Clearance.objects.count()) == (200, "DECLINED", 1)
    assert "its outcome was recorded on Tuesday 24 April 2007" in page.text
    assert 'value="V/9"' in page.text


def test_a_check_that_nobody_waits_for_any_more_says_so_and_not_why(client: Client) -> None:
    application = b.an_application(status="INTERVIEWED", references=2)
    services.send_to_vetting(application, level="NPPV2A", by=b.an_mvpm(application.borough), at=b.NOW)
    services.withdraw(application, by=application.person, at=b.NOW)
    client.force_login(b.the_vetting_office())

    page = client.get(reverse("joining:clear", args=[application.reference]))

    assert (page.status_code, "ithdr" in page.text) == (409, False)
    assert "it is not asked for any more, since Tuesday 24 April 2007" in page.text


@pytest.mark.parametrize("status", ["REGISTERED", "APPLIED", "INTERVIEWED", "DECLINED", "WITHDRAWN"])
def test_an_application_that_never_came_to_the_office_is_not_found(client: Client, status: str) -> None:
    application = b.an_application(status=status)
    client.force_login(b.the_vetting_office())

    assert client.get(reverse("joining:clear", args=[application.reference])).status_code == 404


@pytest.mark.parametrize(
    ("status", "passes", "says"),
    [
        ("ISSUED", ["ISSUED"], "Your volunteer pass is good for as long."),
        ("EXPIRED", ["ASKED", "EXPIRED"], "A new volunteer pass is being made"),
        ("RETURNED", ["ASKED", "RETURNED"], "A new volunteer pass is being made"),
    ],
)
def test_renewed_a_volunteer_is_told_and_goes_on_with_a_pass(status: str, passes: list[str], says: str) -> None:
    volunteer = b.a_volunteer()
    clearance = b.a_clearance(volunteer.person, until_on=b.TODAY)
    b.a_pass(volunteer.person, status=status)

    services.renew(
        clearance, office_reference="V/9", from_on=b.TODAY, until_on=b.FAR_AHEAD, by=b.the_vetting_office(), at=b.NOW
    )

    letter = Letter.objects.get()
    assert (letter.template, letter.recipient) == ("joining/renewed", volunteer.person.reference)
    assert says in letter.text
    assert sorted(each.status for each in volunteer.person.passes.all()) == passes
