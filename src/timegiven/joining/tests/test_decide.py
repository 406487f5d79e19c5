"""The Borough MVP Manager: interview, security check, take on, decline, and the list."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import services
from timegiven.joining.models import Application, Clearance, Pass
from timegiven.joining.tests.scene import SENT, asked, letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import EmergencyContact, Volunteer

pytestmark = pytest.mark.django_db


def interviewed(application: Application, **changes: object) -> None:
    facts = {"interview_at": b.NOW, "notes": "Lovely", "goes_on": True, "by": b.an_mvpm(), "at": b.NOW}
    services.interview(application, **facts | changes)


def test_an_interview_is_recorded_and_its_notes_are_sealed() -> None:
    application = b.an_application()

    interviewed(application)

    application.refresh_from_db()
    with connection.cursor() as cursor:
        cursor.execute("SELECT interview_notes FROM joining_application")
        stored = cursor.fetchone()[0]
    assert (application.status, application.interview_notes, application.interview_at) == (
        "INTERVIEWED",
        "Lovely",
        b.NOW,
    )
    assert "Lovely" not in stored


def test_an_interview_may_end_an_application_kindly() -> None:
    application = b.an_application()

    interviewed(application, goes_on=False)

    assert application.status == "DECLINED"
    assert letters_to(application.person) == ["joining/declined"]


def test_an_interview_of_tomorrow_is_refused() -> None:
    with pytest.raises(NotAllowed, match="has not come yet"):
        interviewed(b.an_application(), interview_at=b.NOW + timedelta(days=1))


def test_the_interview_page_keeps_what_was_typed(client: Client) -> None:
    application = b.an_application()
    client.force_login(b.an_mvpm())
    typed = {"interview_on": "31/12/2999", "interview_time": "10am", "notes": "Kept words", "goes_on": "yes"}

    page = client.post(reverse("joining:interview", args=[application.reference]), typed)

    assert page.status_code == 200
    assert "Kept words" in page.content.decode()


@pytest.mark.clause(74)
def test_the_security_check_follows_the_interview() -> None:
    application, mvpm = b.an_application(), b.an_mvpm()

    with pytest.raises(NotAllowed):
        services.send_to_vetting(application, level="NPPV2A", by=mvpm, at=b.NOW)
    interviewed(application)
    services.send_to_vetting(application, level="NPPV2F", by=mvpm, at=b.NOW)

    application.refresh_from_db()
    assert (application.status, application.vetting_level) == ("VETTING", "NPPV2F")


def test_the_level_of_the_role_is_proposed(client: Client) -> None:
    version = b.an_approved_version(unit=b.a_unit(), vetting_level="NPPV2F")
    application = b.an_application(status="INTERVIEWED")
    Application.objects.update(profile=version.profile)
    client.force_login(b.an_mvpm())

    page = client.get(reverse("joining:send_to_vetting", args=[application.reference]))

    assert page.context["form"].initial["level"] == "NPPV2F"


@pytest.mark.clause(74, 75, 79)
def test_taking_on_makes_a_volunteer_asks_for_a_pass_and_welcomes() -> None:
    application = b.an_application(status="VETTED", references=2)

    volunteer = services.take_on(application, by=b.an_mvpm(), at=b.NOW)

    assert (volunteer.person, volunteer.borough, volunteer.status) == (
        application.person,
        application.borough,
        "ACTIVE",
    )
    assert list(Pass.objects.values_list("person", "status")) == [(application.person.pk, "ASKED")]
    assert letters_to(application.person) == ["joining/taken_on"]


@pytest.mark.clause(75)
@pytest.mark.parametrize("references", [0, 1])
def test_taking_on_needs_two_satisfactory_references(references: int) -> None:
    application = b.an_application(status="VETTED", references=references)

    with pytest.raises(NotAllowed, match="2 satisfactory references are needed"):
        services.take_on(application, by=b.an_mvpm(), at=b.NOW)

    assert Volunteer.objects.count() == 0


@pytest.mark.clause(74)
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"until_on": b.TODAY}, r"clearance ended on Tuesday 24 April 2007\. Send them to the vetting office again"),
        (
            {"from_on": b.TODAY + timedelta(days=2)},
            r"clearance begins on Thursday 26 April 2007\. Take them on from that day",
        ),
        ({"is_on_hold": True}, r"clearance is not in force today\. Ask the vetting office"),
        ({"outcome": "REFUSED"}, r"they have no clearance yet\. Send them"),
    ],
)
def test_taking_on_needs_a_clearance_in_force_that_day(changes: dict[str, Any], why: str) -> None:
    application = b.an_application(status="VETTED", references=2)
    Clearance.objects.update(**changes)

    with pytest.raises(NotAllowed, match=why):
        services.take_on(application, by=b.an_mvpm(), at=b.NOW)

    assert Volunteer.objects.count() == 0


@pytest.mark.clause(74)
def test_who_waited_until_the_clearance_ended_is_checked_again_and_then_taken_on(client: Client) -> None:
    application, mvpm = b.an_application(b.a_person("Ada Obi"), status="VETTED", references=2), b.an_mvpm()
    act = reverse("joining:send_to_vetting", args=[application.reference])
    pages = [reverse("joining:application", args=[application.reference]), reverse("joining:board")]
    client.force_login(mvpm)

    Clearance.objects.update(until_on=date.max)
    for page in pages:
        assert act not in client.get(page).content.decode()
    with pytest.raises(NotAllowed, match="security check passed"):
        services.send_to_vetting(application, level="NPPV2A", by=mvpm, at=b.NOW)

    Clearance.objects.update(until_on=timezone.localdate())
    for page in pages:
        assert act in client.get(page).content.decode()
    client.post(act, {"level": "NPPV2F"})
    application.refresh_from_db()
    assert application.status == "VETTING"

    services.clear(
        application, is_cleared=True, level="NPPV2F", office_reference="V/2", from_on=b.TODAY, until_on=None,
        by=b.the_vetting_office(), at=b.NOW,
    )  # fmt: skip
    services.take_on(application, by=mvpm, at=b.NOW)
    assert application.status == "APPROVED"


@pytest.mark.clause(75)
def test_an_unsatisfactory_reference_does_not_count() -> None:
    application = b.an_application(status="VETTED", references=2)
    application.references.filter(name="Referee 0").update(is_satisfactory=False)

    with pytest.raises(NotAllowed, match="there is 1"):
        services.take_on(application, by=b.an_mvpm(), at=b.NOW)


@pytest.mark.clause(74)
@pytest.mark.parametrize("status", ["REGISTERED", "APPLIED", "INTERVIEWED", "VETTING", "DECLINED", "WITHDRAWN"])
def test_nobody_is_taken_on_before_the_security_check_is_passed(status: str) -> None:
    application = b.an_application(status=status, references=2)

    with pytest.raises(NotAllowed):
        services.take_on(application, by=b.an_mvpm(), at=b.NOW)


@pytest.mark.parametrize("verb", ["take_on", "decline"])
def test_only_the_boroughs_own_manager_decides_and_never_on_themselves(verb: str) -> None:
    mvpm = b.an_mvpm()
    own = b.an_application(mvpm, status="VETTED", references=2)
    another = b.an_application(status="VETTED", references=2)

    for person, application in (
        (mvpm, own),
        (b.an_mvpm(b.a_borough("Hackney")), another),
        (b.the_central_team(), another),
        (another.person, another),
    ):
        with pytest.raises(NotPermitted):
            getattr(services, verb)(application, by=person, at=b.NOW)


def test_nobody_is_decided_on_who_has_merely_registered(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    client.force_login(b.an_mvpm())
    page = client.get(reverse("joining:application", args=[application.reference])).content.decode()

    with pytest.raises(NotAllowed, match="has registered an interest, and has not sent an application yet"):
        services.decline(application, by=b.an_mvpm(), at=b.NOW)

    application.refresh_from_db()
    assert (application.status, letters_to(application.person)) == ("REGISTERED", [])
    assert ("Do not take on" in page, "They have withdrawn" in page) == (False, True)


@pytest.mark.parametrize("status", ["APPLIED", "INTERVIEWED", "VETTING", "VETTED"])
def test_a_declined_applicant_gets_one_kind_letter_and_every_link_dies(status: str) -> None:
    application = b.an_application(status=status)
    reference = asked(application)

    services.decline(application, by=b.an_mvpm(), at=b.NOW)

    reference.refresh_from_db()
    assert (application.status, reference.link_expires_at) == ("DECLINED", b.NOW)
    assert letters_to(application.person) == ["joining/declined"]


def test_somebody_who_had_left_is_welcomed_back() -> None:
    volunteer = b.a_volunteer()
    Volunteer.objects.update(status="LEFT", left_on=b.TODAY)

    services.take_on(b.an_application(volunteer.person, status="VETTED", references=2), by=b.an_mvpm(), at=b.NOW)

    assert Volunteer.objects.get().status == "ACTIVE"


@pytest.mark.parametrize(
    ("verb", "status", "reached"),
    [
        ("take_on", "VETTED", "APPROVED"),
        ("decline", "APPLIED", "DECLINED"),
        ("send_to_vetting", "INTERVIEWED", "VETTING"),
    ],
)
def test_the_pages_do_it(client: Client, verb: str, status: str, reached: str) -> None:
    application = b.an_application(status=status, references=2)
    Clearance.objects.update(until_on=date.max)
    client.force_login(b.an_mvpm())
    url = reverse(f"joining:{verb}", args=[application.reference])

    shown = client.get(url)
    done = client.post(url, SENT | {"level": "NPPV2A"})

    application.refresh_from_db()
    assert (shown.status_code, done.status_code, application.status) == (200, 302, reached)


@pytest.mark.clause(123)
def test_private_notes_open_for_the_manager_and_each_look_is_recorded(client: Client) -> None:
    application, mvpm = b.an_application(), b.an_mvpm()
    application.what_would_help = "A step-free way in"
    application.save()
    client.force_login(mvpm)

    page = client.get(reverse("joining:private", args=[application.reference])).content.decode()
    record = client.get(reverse("joining:application", args=[application.reference])).content.decode()

    assert ("A step-free way in" in page, "A step-free way in" in record) == (True, False)
    assert list(Event.objects.values_list("act", "actor")) == [("saw private notes", mvpm.reference)]


@pytest.mark.clause(123)
@pytest.mark.parametrize("page", ["apply", "section"])
def test_whoever_keys_in_for_somebody_reads_the_same_and_it_is_recorded_too(client: Client, page: str) -> None:
    application, mvpm = b.an_application(b.a_person(email=None), status="REGISTERED"), b.an_mvpm()
    application.what_would_help = "A step-free way in"
    application.save()
    code = ["help"] if page == "section" else []

    shown = []
    for reader in (mvpm, application.person):
        client.force_login(reader)
        answer = client.get(reverse(f"joining:{page}", args=[application.reference, *code]))
        shown.append("A step-free way in" in answer.content.decode())

    assert shown == [True, True]
    assert list(Event.objects.values_list("act", "actor")) == [("saw private notes", mvpm.reference)]


def test_of_somebody_who_volunteers_elsewhere_by_now_only_what_was_done_here_is_read(client: Client) -> None:
    volunteer = b.a_volunteer(borough=b.a_borough("Hackney"), email=None)
    person, application = volunteer.person, b.an_application(volunteer.person, status="APPROVED")
    person.phone, person.address = "020 7946 0123", "4 Agar Grove"
    person.save()
    EmergencyContact.objects.create(person=person, name="Ann Lee", phone="020 7946 0777", confirmed_on=b.TODAY)
    client.force_login(b.an_mvpm())

    pages = [
        client.get(reverse(f"joining:{name}", args=[application.reference])).content.decode()
        for name in ("application", "private")
    ]
    shut = [client.get(reverse(f"joining:{name}", args=[application.reference])) for name in ("check_right", "apply")]

    assert ["They volunteer in Hackney now" in page for page in pages] == [True, True]
    known = ("0123", "Agar Grove", "Ann Lee", "0777")
    assert [word for word in known for page in pages if word in page] == []
    assert [page.status_code for page in shut] == [403, 403]


def test_what_is_sealed_is_kept_by_no_browser(client: Client) -> None:
    application, mvpm = b.an_application(), b.an_mvpm()
    client.force_login(mvpm)

    page = client.get(reverse("joining:private", args=[application.reference]))

    assert "no-store" in page["Cache-Control"]


def test_the_list_shows_ones_own_borough_and_filters(client: Client) -> None:
    b.an_application(b.a_person("Grace Mills"))
    b.an_application(b.a_person("Ada Lane"), status="VETTED")
    b.an_application(b.a_person("Over Now"), status="WITHDRAWN")
    b.an_application(b.a_person("Far Away"), borough=b.a_borough("Hackney"))
    client.force_login(b.an_mvpm())

    def names(query: str) -> list[str]:
        page = client.get(reverse("joining:applications") + query).context["listed"]
        return [each.name for each in page]

    assert names("") == ["Grace Mills", "Ada Lane"]
    assert names("?status=VETTED") == ["Ada Lane"]
    assert names("?status=WITHDRAWN") == ["Over Now"]
    assert names("?name=grace") == ["Grace Mills"]
    assert names("?to_judge=on") == []


def test_the_list_is_for_managers(client: Client) -> None:
    for person in (b.a_person(), b.the_vetting_office(), b.the_pass_office()):
        client.force_login(person)
        assert client.get(reverse("joining:applications")).status_code == 403


def test_the_list_asks_the_database_as_often_for_many_as_for_one(client: Client) -> None:
    client.force_login(b.an_mvpm())
    b.an_application(references=2)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("joining:applications")).status_code == 200
        return len(queries)

    count()
    one = count()
    for _ in range(24):
        b.an_application(references=2)

    assert count() == one


@pytest.mark.clause(137)
def test_the_list_of_many_is_paged(client: Client) -> None:
    for _ in range(26):
        b.an_application()
    client.force_login(b.an_mvpm())

    page = client.get(reverse("joining:applications")).context["page_obj"]

    assert (len(page), page.paginator.num_pages) == (25, 2)


def test_letters_carry_no_sensitive_facts() -> None:
    application = b.an_application()
    application.what_would_help, application.about = "canary-help", "canary-about"
    application.save()

    interviewed(application, notes="canary-notes", goes_on=False)

    letter = Letter.objects.get()
    assert [word in letter.text + letter.html for word in ("canary-help", "canary-about", "canary-notes")] == [
        False
    ] * 3
