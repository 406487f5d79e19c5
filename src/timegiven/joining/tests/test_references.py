"""References: a private link that works once, answers in confidence, a judgement, another name."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import selectors, services
from timegiven.joining.models import Reference
from timegiven.joining.tests.scene import ANSWERS, REFEREES, SENT, asked, letters_to
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters import services as letters
from timegiven.letters.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.clause(75)]

TYPED = {
    "how_known": "I was her manager", "how_long": "4", "reliable": "yes", "trusted": "mostly",
    "with_people": "Warm", "glad": "yes",
}  # fmt: skip


def open_link(client: Client, reference: Reference) -> Any:
    Reference.objects.filter(pk=reference.pk).update(link_expires_at=timezone.now() + timedelta(days=1))
    return client.get(reverse("joining:refer", args=["s3cret"]))


def test_a_referee_answers_once_and_is_thanked(client: Client) -> None:
    reference = asked(b.an_application())

    opened = open_link(client, reference)
    page = client.get(opened.url).content.decode()
    sent = client.post(opened.url, TYPED)
    client.get(sent.url)
    again = client.get(opened.url)

    reference.refresh_from_db()
    assert (opened["Referrer-Policy"], sent.url) == ("no-referrer", reverse("joining:referred"))
    assert reference.application.person.name in page
    assert "s3cret" not in page
    assert reference.status == "GIVEN"
    assert '"How do you know them?": "I was her manager"' in reference.answers
    assert again.status_code == 410
    assert "no-store" in again["Cache-Control"]
    assert "You have answered already" in again.content.decode()
    assert letters_to(reference) == ["joining/reference_thanks"]


def test_the_referee_sees_the_name_of_the_applicant_and_nothing_more(client: Client) -> None:
    application = b.an_application(b.a_person("Grace Mills", phone="020 7946 0555", address="9 Canary Row"))
    application.about = "canary-about"
    application.save()

    page = client.get(open_link(client, asked(application)).url).content.decode()

    assert [word in page for word in ("Grace Mills", "0555", "Canary", "canary-about", application.person.email)] == [
        True, False, False, False, False,
    ]  # fmt: skip


def test_what_a_referee_typed_stays_when_something_is_missing(client: Client) -> None:
    opened = open_link(client, asked(b.an_application()))

    page = client.post(opened.url, TYPED | {"glad": ""})

    assert page.status_code == 200
    assert 'value="I was her manager"' in page.content.decode()


@pytest.mark.parametrize("verb", ["give_reference", "cannot_refer"])
def test_an_ended_link_is_explained_kindly(client: Client, verb: str) -> None:
    asked(b.an_application(), days=-1)
    client.get(reverse("joining:refer", args=["s3cret"]))

    page = client.get(reverse(f"joining:{verb}"))

    assert page.status_code == 410
    assert "This link has ended" in page.content.decode()


@pytest.mark.parametrize("status", ["WITHDRAWN", "DECLINED", "APPROVED"])
def test_a_link_ends_with_the_application(status: str) -> None:
    reference = asked(b.an_application(status=status))

    with pytest.raises(NotAllowed, match="this private link has ended"):
        services.refer(reference, answers=ANSWERS, at=b.NOW)


def test_a_link_lives_for_twenty_eight_days() -> None:
    early, late = asked(b.an_application()), asked(b.an_application(), secret="other")

    services.refer(early, answers=ANSWERS, at=b.NOW + timedelta(days=28, seconds=-1))
    with pytest.raises(NotAllowed):
        services.refer(late, answers=ANSWERS, at=b.NOW + timedelta(days=28))


def test_a_referee_may_say_no_without_a_reason_and_the_applicant_names_another(client: Client) -> None:
    reference = asked(b.an_application())
    open_link(client, reference)

    client.post(reverse("joining:cannot_refer"), SENT)

    reference.refresh_from_db()
    assert reference.status == "DECLINED"
    assert letters_to(reference.application.person) == ["joining/referee_needed"]


def test_the_manager_reads_the_answers_and_each_look_is_recorded(client: Client) -> None:
    reference = asked(b.an_application())
    services.refer(reference, answers=ANSWERS, at=b.NOW)
    mvpm = b.an_mvpm()
    client.force_login(mvpm)

    page = client.get(reverse("joining:judge", args=[reference.reference])).content.decode()

    assert "I was their manager" in page
    assert Event.objects.get(act="saw answers").actor == mvpm.reference


def test_the_answers_are_for_the_borough_manager_alone(client: Client) -> None:
    reference = asked(b.an_application())
    services.refer(reference, answers=ANSWERS, at=b.NOW)
    b.an_mvpm()
    url = reverse("joining:judge", args=[reference.reference])

    for other in (
        reference.application.person, b.an_mvpm(b.a_borough("Hackney")), b.the_vetting_office(), b.the_central_team(),
    ):  # fmt: skip
        client.force_login(other)
        assert client.get(url).status_code == 404
        with pytest.raises(NotPermitted):
            services.judge(reference, is_satisfactory=True, by=other, at=b.NOW)


def test_a_satisfactory_reference_is_counted_and_nobody_is_written_to() -> None:
    reference = asked(b.an_application())
    services.refer(reference, answers=ANSWERS, at=b.NOW)

    services.judge(reference, is_satisfactory=True, by=b.an_mvpm(), at=b.NOW)

    reference.refresh_from_db()
    assert reference.is_satisfactory is True
    assert letters_to(reference.application.person) == []


def test_after_an_unsatisfactory_reference_the_applicant_is_asked_for_a_name_and_not_told_why() -> None:
    reference = asked(b.an_application())
    services.refer(reference, answers=ANSWERS, at=b.NOW)

    services.judge(reference, is_satisfactory=False, by=b.an_mvpm(), at=b.NOW)

    letter = Letter.objects.get(recipient=reference.application.person.reference)
    assert letter.template == "joining/referee_needed"
    assert reference.name not in letter.text


def test_a_reference_is_judged_once_and_only_when_given() -> None:
    reference, mvpm = asked(b.an_application()), b.an_mvpm()

    with pytest.raises(NotAllowed):
        services.judge(reference, is_satisfactory=True, by=mvpm, at=b.NOW)
    services.refer(reference, answers=ANSWERS, at=b.NOW)
    services.judge(reference, is_satisfactory=False, by=mvpm, at=b.NOW)
    with pytest.raises(NotAllowed):
        services.judge(reference, is_satisfactory=True, by=mvpm, at=b.NOW)

    reference.refresh_from_db()
    assert reference.is_satisfactory is False


def test_another_referee_is_named_and_asked_at_once(client: Client) -> None:
    application = b.an_application(references=1)
    services.cannot_refer(asked(application), at=b.NOW)
    client.force_login(application.person)
    typed = {"name": "Cy Tan", "known_as_what": "Colleague", "email": "cy@example.org", "is_no_relative": "on"}

    client.post(reverse("joining:name_referee", args=[application.reference]), typed)

    named = Reference.objects.get(name="Cy Tan")
    assert (named.status, letters_to(named)) == ("ASKED", ["joining/reference_asked"])


def test_nobody_is_added_while_two_stand_and_no_one_twice() -> None:
    application = b.an_application(references=1)
    reference = asked(application)
    facts: dict[str, Any] = REFEREES[1] | {"by": application.person, "at": b.NOW}

    with pytest.raises(NotAllowed, match="everybody that we need"):
        services.name_referee(application, **facts)
    services.cannot_refer(reference, at=b.NOW)
    with pytest.raises(NotAllowed, match="look like the same person"):
        services.name_referee(application, **facts | REFEREES[0])

    assert application.references.count() == 2


def test_the_manager_keys_in_what_a_referee_said_on_the_telephone(client: Client) -> None:
    reference = asked(b.an_application(), email="", phone="020 7946 0777")
    client.force_login(b.an_mvpm())

    client.post(reverse("joining:key_in_reference", args=[reference.reference]), TYPED)

    reference.refresh_from_db()
    assert reference.status == "GIVEN"


def test_referees_are_reminded_on_days_seven_and_fourteen_and_never_twice() -> None:
    reference = asked(b.an_application())

    reminded = [
        services.remind_referees(b.NOW + timedelta(days=days)) for days in (0, 6, 7, 7, 8, 13, 14, 14, 20, 27, 40)
    ]

    assert reminded == [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]
    assert letters_to(reference) == ["joining/reference_reminder"] * 2


def test_a_reminder_brings_a_fresh_link_which_works() -> None:
    reference = asked(b.an_application())

    services.remind_referees(b.NOW + timedelta(days=7))

    reference.refresh_from_db()
    text = Letter.objects.get().text
    secret = text.split("/refer/")[1].split("/")[0]
    assert reference.link_digest == digest(secret) != digest("s3cret")


def test_after_a_standstill_of_the_worker_one_reminder_is_sent_not_two() -> None:
    asked(b.an_application())

    assert [services.remind_referees(b.NOW + timedelta(days=days)) for days in (15, 16)] == [1, 0]


def test_nobody_is_reminded_who_has_answered_or_has_no_email() -> None:
    services.refer(asked(b.an_application()), answers=ANSWERS, at=b.NOW)
    asked(b.an_application(), secret="other", email="")

    assert services.remind_referees(b.NOW + timedelta(days=8)) == 0


def test_a_silent_referee_is_replaced_by_the_applicant_and_their_link_dies(client: Client) -> None:
    application = b.an_application()
    reference = asked(application)
    client.force_login(application.person)

    onward = client.post(reverse("joining:replace_referee", args=[reference.reference]), SENT)

    reference.refresh_from_db()
    assert onward.url == reverse("joining:name_referee", args=[application.reference])
    assert (reference.status, reference.link_expires_at <= timezone.now()) == ("REPLACED", True)
    assert letters_to(reference) == []


def test_nobody_elses_referee_can_be_replaced(client: Client) -> None:
    reference = asked(b.an_application())
    for stranger in (b.a_person(), b.an_mvpm(b.a_borough("Hackney")), b.the_vetting_office()):
        client.force_login(stranger)

        assert client.get(reverse("joining:replace_referee", args=[reference.reference])).status_code == 404


@pytest.mark.clause(75)
def test_the_applicant_cannot_answer_for_themselves_with_the_referees_link(client: Client) -> None:
    reference = asked(b.an_application())

    with pytest.raises(NotAllowed, match="you are signed in as the person whom they are about"):
        services.refer(reference, answers=ANSWERS, by=reference.application.person, at=b.NOW)

    reference.refresh_from_db()
    assert reference.status == "ASKED"


def test_an_unclear_reference_is_talked_over_before_it_is_judged_and_nobody_is_told(client: Client) -> None:
    reference, mvpm = asked(b.an_application()), b.an_mvpm()
    services.refer(reference, answers=ANSWERS, at=b.NOW)

    services.discuss(reference, note="Rang Ann: she meant it kindly.", by=mvpm, at=b.NOW)
    client.force_login(mvpm)
    shown = client.get(reverse("joining:judge", args=[reference.reference])).content.decode()
    client.force_login(reference.application.person)
    own = client.get(reverse("joining:application", args=[reference.application.reference])).content.decode()

    assert f"Tuesday 24 April 2007, {mvpm.name}: Rang Ann: she meant it kindly." in shown
    assert (reference.is_satisfactory, "kindly" in own, letters_to(reference.application.person)) == (None, False, [])


def test_only_the_boroughs_own_mvp_manager_talks_about_a_reference() -> None:
    reference = asked(b.an_application())
    b.an_mvpm()

    for stranger in (reference.application.person, b.an_mvpm(b.a_borough("Hackney")), b.the_central_team()):
        with pytest.raises(NotPermitted):
            services.discuss(reference, note="x", by=stranger, at=b.NOW)


def sent_to(**details: Any) -> Reference:
    """A referee who was asked by letter, and has had no other."""
    reference = asked(b.an_application(), link_expires_at=b.NOW + timedelta(days=28), **details)
    Reference.objects.filter(pk=reference.pk).update(reminders=0, asked_at=b.NOW - timedelta(days=7))
    services.remind_referees(b.NOW)
    return Reference.objects.get(pk=reference.pk)


def why_not_sent(reference: Reference) -> list[tuple[str, str]]:
    waited = Letter.objects.filter(recipient=reference.reference).order_by("pk")
    return list(waited.values_list("template", "why_overtaken"))


def test_a_letter_with_a_private_link_does_not_leave_once_the_link_has_ended() -> None:
    reference = sent_to()
    ends = reference.link_expires_at
    assert ends is not None

    assert Letter.objects.get().until_at == ends
    assert [letters.overtake_late(at=at) for at in (ends - timedelta(minutes=1), ends)] == [0, 1]


def test_nor_when_a_newer_link_is_sent() -> None:
    reference = sent_to()

    services.remind_referees(b.NOW + timedelta(days=7))

    assert why_not_sent(reference) == [
        ("joining/reference_reminder", "A newer link is sent"),
        ("joining/reference_reminder", ""),
    ]


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("answer", "They have answered already"),
        ("cannot", "They have answered already"),
        ("replace", "Somebody else is asked instead"),
        ("take on somebody", "The application is not open any more"),
    ],
)
def test_nor_when_nobody_waits_for_an_answer_any_more(deed: str, why: str) -> None:
    reference = sent_to()
    application, mvpm = reference.application, b.an_mvpm()
    deeds = {
        "answer": lambda: services.refer(reference, answers=ANSWERS, at=b.NOW),
        "cannot": lambda: services.cannot_refer(reference, at=b.NOW),
        "replace": lambda: services.replace_referee(reference, by=application.person, at=b.NOW),
        "take on somebody": lambda: services.decline(application, by=mvpm, at=b.NOW),
    }

    deeds[deed]()

    assert ("joining/reference_reminder", why) in why_not_sent(reference)


def test_where_nobody_is_mvp_manager_the_central_team_reads_and_judges_it() -> None:
    team, reference = b.the_central_team(), asked(b.an_application())
    services.refer(reference, answers=ANSWERS, at=b.NOW)

    services.judge(reference, is_satisfactory=True, by=team, at=b.NOW)

    reference.refresh_from_db()
    assert (reference.is_satisfactory, reference.judged_by) == (True, team)


@pytest.fixture
def silent() -> Reference:
    """A referee who was asked five weeks ago, at an address with a slip in it, and whose link has ended."""
    return asked(
        b.an_application(status="APPLIED"),
        email="ann@exmaple.org",
        asked_at=b.NOW - timedelta(days=35),
        link_expires_at=b.NOW - timedelta(days=7),
        reminders=2,
    )


@pytest.mark.parametrize("who", ["applicant", "mvpm"])
def test_asked_again_a_referee_has_a_fresh_link_at_the_right_address(
    client: Client, silent: Reference, who: str
) -> None:
    by = silent.application.person if who == "applicant" else b.an_mvpm()

    services.ask_again(silent, email="ann@example.org", phone="", by=by, at=b.NOW)

    kept = Reference.objects.get()
    assert (kept.email, kept.status, kept.reminders, kept.asked_at) == ("ann@example.org", "ASKED", 0, b.NOW)
    assert kept.link_expires_at == b.NOW + timedelta(days=28)
    assert kept.link_digest not in ("", digest("s3cret"))
    assert letters_to(silent) == ["joining/reference_asked"]


def test_the_link_that_went_astray_stops_working(client: Client) -> None:
    reference = asked(b.an_application(status="APPLIED"), asked_at=b.NOW - timedelta(days=3))

    services.ask_again(reference, email="right@example.org", phone="", by=reference.application.person, at=b.NOW)

    opened = client.get(reverse("joining:refer", args=["s3cret"]))
    assert "This link does not open" in client.get(opened.url).content.decode()


def test_nobody_is_asked_twice_in_a_day_at_the_same_address_but_at_another(silent: Reference) -> None:
    applicant = silent.application.person
    services.ask_again(silent, email="ann@example.org", phone="", by=applicant, at=b.NOW)

    with pytest.raises(NotAllowed, match="a letter went to this address today"):
        services.ask_again(silent, email="Ann@Example.org", phone="", by=applicant, at=b.NOW)
    services.ask_again(silent, email="ann@example.com", phone="", by=applicant, at=b.NOW)


def test_whoever_has_no_email_after_all_is_rung_and_no_link_is_left_open(silent: Reference) -> None:
    services.ask_again(silent, email="", phone="020 7946 0777", by=silent.application.person, at=b.NOW)

    kept = Reference.objects.get()
    assert (kept.email, kept.phone, kept.link_digest, letters_to(silent)) == ("", "020 7946 0777", "", [])


@pytest.mark.parametrize("status", ["GIVEN", "DECLINED", "REPLACED", "NAMED"])
def test_whoever_is_not_waited_for_is_not_asked_again(silent: Reference, status: str) -> None:
    Reference.objects.update(status=status)

    with pytest.raises(NotAllowed, match="we are not waiting for their answer"):
        services.ask_again(silent, email="ann@example.org", phone="", by=silent.application.person, at=b.NOW)


def test_asked_again_it_is_still_somebody_else_than_the_applicant(silent: Reference) -> None:
    applicant = silent.application.person
    applicant.email = "grace@example.org"
    applicant.save()

    with pytest.raises(NotAllowed, match="your own email address"):
        services.ask_again(silent, email="grace+two@example.org", phone="", by=applicant, at=b.NOW)
    with pytest.raises(NotPermitted):
        services.ask_again(silent, email="ann@example.org", phone="", by=b.a_person(), at=b.NOW)


def test_the_applicant_finds_it_on_the_first_page_and_the_manager_beside_the_referee(
    client: Client, silent: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: b.NOW)
    address = reverse("joining:ask_again", args=[silent.reference])
    application = silent.application
    needs = [need.text for need in selectors.needs(application.person, b.TODAY)]
    pages = []
    for person in (application.person, b.an_mvpm()):
        client.force_login(person)
        pages.append(client.get(reverse("joining:application", args=[application.reference])).content.decode())
        assert client.get(address).status_code == 200

    assert "Ann Lee has not answered" in needs
    assert all(address in page for page in pages)
    assert "their link has ended" in pages[1]
