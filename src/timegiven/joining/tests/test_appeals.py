"""An appeal against a refused security check: in time, once, decided by somebody else, and never a reason."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.joining import services
from timegiven.joining.models import Appeal, Application, Clearance
from timegiven.joining.tests.scene import SENT, letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.clause(74)]


def refused(by: Person | None = None) -> Clearance:
    return services.clear(
        b.an_application(status="VETTING"),
        is_cleared=False,
        level="NPPV2A",
        office_reference="V/7",
        from_on=b.TODAY,
        until_on=None,
        by=by or b.the_vetting_office(),
        at=b.NOW,
    )


def appealed(by: Person | None = None) -> Appeal:
    refusal = refused(by)
    return services.appeal(refusal, by=refusal.person, at=b.NOW)


def upheld(appeal: Appeal, by: Person | None = None) -> Clearance:
    facts = {"level": "NPPV2A", "office_reference": "V/8", "from_on": b.TODAY, "until_on": None}
    return services.uphold_appeal(appeal, **facts, by=by or b.the_vetting_office(), at=b.NOW)


def link_of(letter: Letter) -> str:
    line = next(line for line in letter.text.splitlines() if line.startswith("http"))
    return "/" + line.split("/", 3)[3]


def test_the_letter_says_until_when_and_where_and_gives_no_reason(client: Client) -> None:
    refusal = refused()
    letter = Letter.objects.get(template="joining/not_cleared")

    page = client.get(link_of(letter))

    assert "Tuesday 22 May 2007" in letter.text
    assert "You can ask for this until Tuesday 22 May 2007." in page.content.decode()
    assert [word in page.content.decode() for word in (refusal.person.name, "NPPV", "V/7")] == [False] * 3


def test_one_button_behind_the_link_appeals_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = refused()
    address = link_of(Letter.objects.get(template="joining/not_cleared"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: b.NOW)

    client.post(address, SENT)
    again = client.post(address, SENT)

    appeal = Appeal.objects.get()
    assert (appeal.refusal, appeal.status, appeal.answer_by_on) == (refusal, "ASKED", b.TODAY + timedelta(days=28))
    assert "you have appealed already" in again.content.decode()
    assert letters_to(refusal.person) == ["joining/not_cleared", "joining/appealed"]


@pytest.mark.parametrize(("days", "is_in_time"), [(0, True), (28, True), (29, False)])
def test_the_clock_of_an_appeal(days: int, is_in_time: bool) -> None:
    refusal = refused()

    with nullcontext() if is_in_time else pytest.raises(NotAllowed, match="the time for it has passed"):
        services.appeal(refusal, by=refusal.person, at=b.NOW + timedelta(days=days))

    assert Appeal.objects.exists() == is_in_time


def test_an_unknown_link_is_no_page(client: Client) -> None:
    refused()
    Clearance.objects.update(appeal_digest="")

    assert client.get(reverse("joining:appeal", args=["unknown"])).status_code == 404


def test_whoever_refused_does_not_decide() -> None:
    officer = b.the_vetting_office()
    appeal = appealed(officer)

    with pytest.raises(NotAllowed, match="you decided the first time"):
        services.dismiss_appeal(appeal, by=officer, at=b.NOW)
    with pytest.raises(NotAllowed, match="you decided the first time"):
        upheld(appeal, officer)

    appeal.refresh_from_db()
    assert appeal.status == "ASKED"


def test_decided_for_the_applicant_the_application_goes_on() -> None:
    appeal = appealed()

    clearance = upheld(appeal)

    application = Application.objects.get()
    assert (appeal.status, application.status, clearance.outcome) == ("UPHELD", "VETTED", "CLEARED")
    assert letters_to(application.person)[-1] == "joining/appeal_upheld"


def test_dismissed_the_first_answer_stands_and_the_letter_gives_no_reason() -> None:
    appeal = appealed()

    services.dismiss_appeal(appeal, by=b.the_vetting_office(), at=b.NOW)

    assert (appeal.status, Application.objects.get().status) == ("DISMISSED", "DECLINED")
    assert letters_to(appeal.refusal.person)[-1] == "joining/appeal_dismissed"


def test_somebody_who_has_applied_again_is_cleared_there() -> None:
    appeal = appealed()
    b.an_application(appeal.refusal.person, status="APPLIED")

    with pytest.raises(NotAllowed, match="another application"):
        upheld(appeal)

    appeal.refresh_from_db()
    assert appeal.status == "ASKED"


def test_withdrawn_nothing_more_is_written() -> None:
    appeal = appealed()

    services.withdraw_appeal(appeal, by=appeal.refusal.person, at=b.NOW)

    assert letters_to(appeal.refusal.person) == ["joining/not_cleared", "joining/appealed"]


def test_it_is_taken_back_by_the_same_link_and_stays_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    appeal = appealed()
    address = link_of(Letter.objects.get(template="joining/not_cleared"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: b.NOW)

    offered = client.get(address)
    client.post(address, SENT | {"back": "yes"})
    back, again, anew = client.get(address), client.post(address, SENT | {"back": "yes"}), client.post(address, SENT)

    appeal.refresh_from_db()
    assert appeal.status == "WITHDRAWN"
    assert "Take it back" in offered.text
    assert ("You have taken it back" in back.text, "Take it back" in back.text) == (True, False)
    assert ("Taken back" in back.text, "Withdrawn" in back.text) == (True, False)
    assert "Nothing has changed" in again.text
    assert "you have appealed already" in anew.text
    assert letters_to(appeal.refusal.person) == ["joining/not_cleared", "joining/appealed"]


def test_the_office_notes_that_it_was_taken_back(client: Client) -> None:
    appeal = appealed()
    client.force_login(b.the_vetting_office())

    page = client.post(
        reverse("joining:decide_appeal", args=[appeal.reference]), SENT | {"is_upheld": "back"}, follow=True
    )

    appeal.refresh_from_db()
    assert appeal.status == "WITHDRAWN"
    assert "has taken the appeal back. It is closed." in page.text
    assert letters_to(appeal.refusal.person) == ["joining/not_cleared", "joining/appealed"]


@pytest.mark.parametrize("who", [b.an_mvpm, b.the_central_team, b.the_pass_office, b.a_person])
def test_only_the_vetting_office_decides_and_nobody_else_appeals(who: object) -> None:
    appeal, other = appealed(), refused()
    person = who()  # type: ignore[operator]

    for deed in (
        lambda: services.dismiss_appeal(appeal, by=person, at=b.NOW),
        lambda: upheld(appeal, person),
        lambda: services.appeal(other, by=person, at=b.NOW),
    ):
        with pytest.raises(NotPermitted):
            deed()


def test_the_pages_of_the_office_record_and_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: b.NOW)
    refusal = refused()
    client.force_login(b.the_vetting_office())

    client.post(reverse("joining:record_appeal", args=[refusal.reference]), SENT)
    listed = client.get(reverse("joining:appeals")).content.decode()
    appeal = Appeal.objects.get()
    url = reverse("joining:decide_appeal", args=[appeal.reference])
    asked = client.post(url, {"is_upheld": "yes"})
    client.post(url, {"is_upheld": "no"})

    appeal.refresh_from_db()
    assert refusal.person.name in listed
    assert sorted(asked.context["form"].errors) == ["from_on", "level", "office_reference"]
    assert appeal.status == "DISMISSED"
    client.force_login(b.an_mvpm())
    assert client.get(reverse("joining:appeals")).status_code == 403
    assert client.get(reverse("joining:decide_appeal", args=[appeal.reference])).status_code == 404


def test_an_answered_appeal_says_how_by_whom_and_when(client: Client) -> None:
    appeal, office = appealed(), b.the_vetting_office()
    Person.objects.filter(pk=appeal.refusal.person_id).update(name="Grace Mills")
    upheld(appeal, by=office)
    client.force_login(b.the_vetting_office())
    url = reverse("joining:decide_appeal", args=[appeal.reference])

    page, late = client.get(url), client.post(url, {"is_upheld": "no"})

    said = f"“Decided for the applicant” was recorded on Tuesday 24 April 2007 by {office.name}"
    assert (page.status_code, said in page.text, "Grace Mills" in page.text) == (409, True, False)
    assert (late.status_code, said in late.text) == (200, True)
    appeal.refresh_from_db()
    assert appeal.status == "UPHELD"


def test_a_refusal_with_an_appeal_or_without_time_for_one_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: b.NOW)
    with_one, too_late, cleared = appealed().refusal, refused(), upheld(appealed())
    Clearance.objects.filter(pk=too_late.pk).update(appeal_by_on=b.TODAY - timedelta(days=1))
    client.force_login(b.the_vetting_office())

    pages = [client.get(reverse("joining:record_appeal", args=[of.reference])) for of in (with_one, too_late)]

    assert [page.status_code for page in pages] == [409, 409]
    assert "an appeal was recorded on Tuesday 24 April 2007" in pages[0].text
    assert "its last day was Monday 23 April 2007" in pages[1].text
    assert client.get(reverse("joining:record_appeal", args=[cleared.reference])).status_code == 404
    client.force_login(b.an_mvpm())
    assert client.get(reverse("joining:record_appeal", args=[with_one.reference])).status_code == 404
