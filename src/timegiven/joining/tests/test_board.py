"""The board of the Borough MVP Manager: stages, ages, acts that can be undone, and a case that moves by itself."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import Application, Batch, Reference, RightToVolunteer
from timegiven.joining.tests.scene import letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.clause(76)]
LATER = b.NOW + timedelta(minutes=5)
STAGES = ("REGISTERED", "APPLIED", "INTERVIEWED", "VETTING", "VETTED")


def begun(*applications: Application, act: str = "SEND", by: Any = None) -> Batch:
    return services.begin_batch(applications, act=act, by=by or b.an_mvpm(), at=b.NOW)


def seen(application: Application) -> Application:
    RightToVolunteer.objects.create(
        person=application.person, evidence="PASSPORT", checked_on=b.TODAY, checked_by=b.a_person()
    )
    return application


def status_of(application: Application) -> str:
    return Application.objects.values_list("status", flat=True).get(pk=application.pk)


def test_the_board_has_each_stage_with_the_longest_waiting_first() -> None:
    for number, status in enumerate(("APPLIED",) * 7 + ("VETTED",)):
        application = b.an_application(b.a_person(f"Applicant {number}"), status=status)
        Application.objects.filter(pk=application.pk).update(since=b.NOW - timedelta(days=30 - number))
    b.an_application(status="WITHDRAWN")
    b.an_application(borough=b.a_borough("Hackney"))

    stages = selectors.board(b.an_mvpm(), b.TODAY)

    assert [(stage.status, stage.count) for stage in stages] == list(zip(STAGES, (0, 7, 0, 0, 1), strict=True))
    shown = stages[1].applications
    assert [each.name for each in shown] == [f"Applicant {number}" for number in range(5)]
    assert [(each.days, each.usual_days, each.is_late) for each in shown[:1]] == [(30, 21, True)]


def test_the_board_asks_the_database_as_often_for_many_as_for_one(client: Client) -> None:
    client.force_login(b.an_mvpm())

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("joining:board")).status_code == 200
        return len(queries)

    def one_of_each() -> None:
        for status in STAGES:
            b.an_application(status=status, references=2)

    one_of_each()
    count()
    one = count()
    for _ in range(8):
        one_of_each()

    assert count() == one


def test_an_act_waits_and_then_happens_once() -> None:
    chosen = [b.an_application(status="INTERVIEWED") for _ in range(3)]

    begun(*chosen)
    before = [status_of(each) for each in chosen]
    happened = [services.carry_out_due(at) for at in (b.NOW, LATER, LATER)]

    assert before == ["INTERVIEWED"] * 3
    assert happened == [0, 1, 0]
    assert [status_of(each) for each in chosen] == ["VETTING"] * 3
    assert letters_to(chosen[0].person) == ["joining/to_vetting"]


def test_undone_nothing_happens_and_nobody_is_written_to() -> None:
    application, mvpm = b.an_application(status="VETTED", references=2), b.an_mvpm()
    batch = begun(application, act="DECLINE", by=mvpm)

    services.undo_batch(batch, by=mvpm, at=b.NOW)

    assert services.carry_out_due(LATER) == 0
    assert (status_of(application), Letter.objects.count()) == ("VETTED", 0)
    with pytest.raises(NotAllowed):
        services.carry_out(batch, by=mvpm, at=b.NOW)


def test_what_the_rules_refuse_for_one_stops_none_of_the_others() -> None:
    good, lacking = b.an_application(status="VETTED", references=2), b.an_application(status="VETTED", references=1)
    batch = begun(lacking, good, act="TAKE_ON")

    services.carry_out_due(LATER)

    assert (status_of(good), status_of(lacking)) == ("APPROVED", "VETTED")
    refused = batch.items.get(application=lacking).refused
    assert refused.startswith("This person has not been taken on: 2 satisfactory references are needed")


def test_somebody_who_withdraws_meanwhile_is_left_in_peace() -> None:
    application = b.an_application(status="INTERVIEWED")
    begun(application)
    services.withdraw(application, by=application.person, at=b.NOW)

    services.carry_out_due(LATER)

    assert (status_of(application), letters_to(application.person)) == ("WITHDRAWN", ["joining/withdrawn"])


@pytest.mark.parametrize(
    ("act", "fitting"),
    [
        ("SEND", {"INTERVIEWED"}),
        ("TAKE_ON", {"VETTED"}),
        ("DECLINE", {"APPLIED", "INTERVIEWED", "VETTING", "VETTED"}),
    ],
)
def test_an_act_is_for_its_stage_and_never_for_who_has_merely_registered(act: str, fitting: set[str]) -> None:
    mvpm = b.an_mvpm()

    allowed = set()
    for status in (*STAGES, "APPROVED", "DECLINED", "WITHDRAWN"):
        try:
            begun(b.an_application(status=status), act=act, by=mvpm)
            allowed.add(status)
        except NotAllowed:
            pass

    assert allowed == fitting


def test_nobody_is_in_two_acts_at_once_and_nobody_at_all_is_refused() -> None:
    application = b.an_application(status="INTERVIEWED")
    begun(application)

    with pytest.raises(NotAllowed, match="already about to happen"):
        begun(application, act="DECLINE")
    with pytest.raises(NotAllowed, match="nobody was chosen"):
        begun()


def test_only_the_boroughs_mvpm_acts_and_only_whoever_began_it_undoes() -> None:
    application, mvpm = b.an_application(status="INTERVIEWED"), b.an_mvpm()

    for person in (b.an_mvpm(b.a_borough("Hackney")), b.the_central_team(), application.person):
        with pytest.raises(NotPermitted):
            begun(application, by=person)
    with pytest.raises(NotPermitted):
        services.undo_batch(begun(application, by=mvpm), by=b.an_mvpm(), at=b.NOW)


def test_the_button_of_a_row_is_one_click_and_leads_to_the_undo(client: Client) -> None:
    application, mvpm = b.an_application(status="INTERVIEWED"), b.an_mvpm()
    client.force_login(mvpm)

    answer = client.post(reverse("joining:act"), {"one": f"SEND {application.reference}"})
    batch = Batch.objects.get()
    client.post(reverse("joining:batch", args=[batch.reference]), {"choice": "undo"})

    batch.refresh_from_db()
    assert answer.headers["Location"] == reverse("joining:batch", args=[batch.reference])
    assert (batch.status, status_of(application)) == ("UNDONE", "INTERVIEWED")
    client.force_login(b.an_mvpm())
    assert client.get(answer.headers["Location"]).status_code == 404


def test_those_that_are_ticked_can_be_done_at_once(client: Client) -> None:
    chosen = [b.an_application(status="INTERVIEWED") for _ in range(2)]
    elsewhere = b.an_application(status="INTERVIEWED", borough=b.a_borough("Hackney"))
    client.force_login(b.an_mvpm())
    typed = {"act": "SEND", "application": [each.reference for each in (*chosen, elsewhere)], "back": "list"}

    client.post(reverse("joining:act"), typed)
    client.post(reverse("joining:batch", args=[Batch.objects.get().reference]), {"choice": "now"})
    nothing = client.post(reverse("joining:act"), {"back": "list"}, follow=True)

    assert [status_of(each) for each in (*chosen, elsewhere)] == ["VETTING", "VETTING", "INTERVIEWED"]
    assert "choose what should happen, and to whom" in nothing.content.decode()


def test_what_was_ticked_and_filtered_stays_when_no_act_was_chosen(client: Client) -> None:
    application = b.an_application(status="INTERVIEWED")
    client.force_login(b.an_mvpm())
    typed = {"application": [application.reference], "back": "list", "query": "status=INTERVIEWED"}

    page = client.post(reverse("joining:act"), typed, follow=True)

    assert f'id="choose-{application.reference}" checked' in page.text
    assert "Chosen filters" in page.text
    assert status_of(application) == "INTERVIEWED"


@pytest.mark.clause(74, 75)
def test_the_case_moves_by_itself_when_the_last_evidence_is_a_reference() -> None:
    application = seen(b.an_application(status="INTERVIEWED", references=1))
    last = Reference.objects.create(application=application, status="GIVEN", name="Ann Lee", known_as_what="Tutor")

    services.judge(last, is_satisfactory=True, by=b.an_mvpm(), at=b.NOW)

    step = application.steps.get()
    assert (status_of(application), step.why) == ("VETTING", "By itself: everything that was needed has come.")
    assert letters_to(application.person) == ["joining/to_vetting"]


@pytest.mark.clause(74, 75)
def test_it_moves_by_itself_when_the_last_evidence_is_a_document_or_the_interview() -> None:
    mvpm = b.an_mvpm()
    by_document = b.an_application(status="INTERVIEWED", references=2)
    by_interview = seen(b.an_application(status="APPLIED", references=2))

    services.check_right(by_document, evidence="PASSPORT", conditions="", expires_on=None, by=mvpm, at=b.NOW)
    services.interview(by_interview, interview_at=b.NOW, notes="", goes_on=True, by=mvpm, at=b.NOW)

    assert [status_of(each) for each in (by_document, by_interview)] == ["VETTING", "VETTING"]


def test_while_anything_is_missing_it_waits() -> None:
    mvpm = b.an_mvpm()
    one_reference = b.an_application(status="INTERVIEWED", references=1)
    not_met = b.an_application(status="APPLIED", references=2)

    for application in (one_reference, not_met):
        services.check_right(application, evidence="VISA", conditions="", expires_on=None, by=mvpm, at=b.NOW)

    assert [status_of(each) for each in (one_reference, not_met)] == ["INTERVIEWED", "APPLIED"]
