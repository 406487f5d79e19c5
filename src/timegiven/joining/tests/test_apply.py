"""Fill in, send, follow, withdraw."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import services
from timegiven.joining.models import Application, Reference
from timegiven.joining.tests.scene import REFEREES, SENT, asked, filled_in, letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people import selectors as people

pytestmark = pytest.mark.django_db

PAGES: dict[str, dict[str, Any]] = {
    "name": {"name": "Grace Mills", "known_as": "Gracie"},
    "born": {"born_on_day": "1", "born_on_month": "6", "born_on_year": "1950"},
    "reach": {"phone": "020 7946 0111"},
    "address": {"address": "1 High St"},
    "why": {"motivations": ["community", "skills"], "about": "I like my street."},
    "skills": {"group_1": ["Filing"], "other": "Bell ringing, knots"},
    "languages": {"first": "Urdu", "other": "Cornish"},
    "time": {"days": ["TUE"], "parts": ["AM", "PM"], "how_often": "FORTNIGHT"},
    "travel": {"travel": ["BUS", "CAR"]},
    "vehicle": {"tells_insurer": "on", "no_police_vehicles": "on"},
    "help": {"what_would_help": "A step-free way in"},
    "emergency": {
        "name": "Sam Mills", "relationship": "son", "phone": "020 7946 0222",
        "second_name": "Jo Bell", "second_relationship": "neighbour", "second_phone": "020 7946 0333",
    },
    "referee_1": {
        "name": "Ann Lee", "known_as_what": "Colleague", "email": "ann@example.org", "is_no_relative": "on",
    },
    "referee_2": {
        "name": "Bob Ray", "known_as_what": "Colleague", "phone": "020 7946 0777", "is_no_relative": "on",
    },
}  # fmt: skip


def page(name: str, application: Application, *more: str) -> str:
    return reverse(f"joining:{name}", args=[application.reference, *more])


@pytest.mark.clause(8, 76, 103, 104, 106, 108, 141)
def test_an_application_is_filled_in_question_by_question_and_sent(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    client.force_login(application.person)

    answers = [client.post(page("section", application, code), typed).status_code for code, typed in PAGES.items()]
    sent = client.post(page("apply", application), SENT)

    application.refresh_from_db()
    assert (answers, sent.status_code, application.status) == ([302] * 14, 302, "APPLIED")
    assert application.motivations == ["community", "skills"]
    assert (application.skills, application.languages) == (["Filing", "Bell ringing", "knots"], ["Urdu", "Cornish"])
    assert (application.availability, application.how_often) == (["TUE", "AM", "PM"], "FORTNIGHT")
    assert (application.travel, application.vehicle_said_on is not None) == (["BUS", "CAR"], True)
    assert application.what_would_help == "A step-free way in"
    assert application.person.known_as == "Gracie"
    assert [each.name for each in people.emergency_contacts(application.person)] == ["Sam Mills", "Jo Bell"]
    assert list(application.references.order_by("pk").values_list("name", "status")) == [
        ("Ann Lee", "ASKED"),
        ("Bob Ray", "ASKED"),
    ]


def test_each_section_is_kept_as_it_was_typed_for_another_day(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    client.force_login(application.person)

    for code, typed in PAGES.items():
        client.post(page("section", application, code), typed)

    assert 'value="Gracie"' in client.get(page("section", application, "name")).content.decode()
    assert "I like my street." in client.get(page("section", application, "why")).content.decode()
    whom_to_ring = client.get(page("section", application, "emergency")).content.decode()
    assert ['value="Sam Mills"' in whom_to_ring, 'value="Jo Bell"' in whom_to_ring] == [True, True]
    assert 'value="Bell ringing, knots"' in client.get(page("section", application, "skills")).content.decode()
    assert 'value="ann@example.org"' in client.get(page("section", application, "referee_1")).content.decode()


def test_every_question_says_who_will_see_the_answer_and_for_how_long(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    client.force_login(application.person)

    pages = [client.get(page("section", application, code)).content.decode() for code in PAGES]

    told = ["Who will see this" in each and "and 12 months more. Then it is deleted." in each for each in pages]
    assert told == [True] * 14


def test_naming_a_referee_again_replaces_that_one_alone() -> None:
    application = filled_in()
    other = REFEREES[0] | {"name": "Cy Tan", "email": "cy@example.org"}

    services.answer(application, code="referee_1", typed=other, by=application.person, at=b.NOW)

    assert sorted(application.references.values_list("name", flat=True)) == ["Bob Ray", "Cy Tan"]


def test_referees_who_share_a_mailbox_are_refused_and_what_was_typed_stays(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    client.force_login(application.person)
    client.post(page("section", application, "referee_1"), PAGES["referee_1"])

    response = client.post(
        page("section", application, "referee_2"), PAGES["referee_2"] | {"email": "Ann+two@example.org"}
    )

    assert response.status_code == 200
    assert "look like the same person" in response.content.decode()
    assert 'value="Bob Ray"' in response.content.decode()
    assert Reference.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "MILLS  Gráce"}, "your own name"),
        ({"name": "Gracie Mills"}, "your own name"),
        ({"email": "Grace+ref@Example.org"}, "your own email address"),
        ({"email": "", "phone": "+44 20 7946 0111"}, "your own telephone number"),
    ],
)
def test_a_referee_who_is_the_applicant_is_refused_kindly(client: Client, typed: dict[str, str], told: str) -> None:
    person = b.a_person("Grace Mills", known_as="Gracie", email="grace@example.org", phone="020 7946 0111")
    application = b.an_application(person, status="REGISTERED")
    client.force_login(person)

    response = client.post(page("section", application, "referee_1"), PAGES["referee_1"] | typed)

    assert f"this is {told}, and it takes somebody else to say something about you" in response.content.decode()
    assert Reference.objects.count() == 0


def test_only_drivers_are_asked_about_their_insurer(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    client.force_login(application.person)

    before = client.get(page("application", application)).content.decode()
    client.post(page("section", application, "travel"), {"travel": ["CAR"]})
    after = client.get(page("application", application)).content.decode()

    assert ("If you drive" in before, "If you drive" in after) == (False, True)


def test_an_unfinished_application_is_refused_with_the_way_to_what_is_missing(client: Client) -> None:
    application = b.an_application(status="REGISTERED")
    client.force_login(application.person)

    response = client.post(page("apply", application), SENT)

    application.refresh_from_db()
    assert application.status == "REGISTERED"
    assert "We have not sent your application" in response.content.decode()
    assert page("section", application, "referee_1") in response.content.decode()


@pytest.mark.clause(75)
def test_on_sending_each_referee_with_email_is_asked_by_a_link_of_their_own() -> None:
    application = filled_in()
    Reference.objects.filter(name="Bob Ray").update(email="")

    services.apply(application, by=application.person, at=b.NOW)

    ann, bob = application.references.order_by("pk")
    assert (letters_to(ann), letters_to(bob)) == (["joining/reference_asked"], [])
    assert (bool(ann.link_digest), bob.link_digest) == (True, "")
    assert ann.link_expires_at == b.NOW + timedelta(days=28)
    assert letters_to(application.person) == ["joining/applied"]


@pytest.mark.clause(104)
def test_before_sending_drivers_are_asked_to_tell_their_own_insurer(client: Client) -> None:
    application = filled_in()
    client.force_login(application.person)

    shown = client.get(page("apply", application)).content.decode()

    assert "tell your own insurer, also when you give somebody a lift" in " ".join(shown.split())


def test_a_sent_application_is_read_as_it_was_sent() -> None:
    application = filled_in()
    services.apply(application, by=application.person, at=b.NOW)

    with pytest.raises(NotAllowed, match="the application has been sent"):
        services.answer(application, code="reach", typed={"phone": ""}, by=application.person, at=b.NOW)
    with pytest.raises(NotAllowed, match="the application has been sent"):
        services.apply(application, by=application.person, at=b.NOW)

    assert Letter.objects.filter(template="joining/reference_asked").count() == 2


def test_nobody_else_fills_in_or_sends() -> None:
    application = filled_in()

    for stranger in (b.a_person(), b.an_mvpm(), b.the_central_team()):
        with pytest.raises(NotPermitted):
            services.apply(application, by=stranger, at=b.NOW)
        with pytest.raises(NotPermitted):
            services.answer(application, code="reach", typed={"phone": ""}, by=stranger, at=b.NOW)


def test_the_pages_of_an_application_do_not_exist_for_others(client: Client) -> None:
    application = filled_in()
    for stranger in (b.a_person(), b.an_mvpm(b.a_borough("Hackney")), b.the_vetting_office(), b.the_pass_office()):
        client.force_login(stranger)

        assert [
            client.get(url).status_code
            for url in (
                page("application", application),
                page("section", application, "why"),
                page("apply", application),
                page("withdraw", application),
                page("private", application),
                page("interview", application),
            )
        ] == [404] * 6


def test_the_applicant_sees_what_is_done_who_has_it_and_how_long_it_takes(client: Client) -> None:
    application, _ = filled_in(), b.an_mvpm()
    services.apply(application, by=application.person, at=b.NOW)
    client.force_login(application.person)

    shown = client.get(page("application", application)).content.decode()

    assert "Now with the Borough MVP Manager, since Tuesday 24 April 2007. This usually takes about 3 weeks." in shown


@pytest.mark.clause(120)
@pytest.mark.parametrize("status", ["REGISTERED", "APPLIED", "INTERVIEWED", "VETTING", "VETTED"])
def test_an_applicant_withdraws_at_any_point_without_a_reason_and_every_link_dies(status: str) -> None:
    application = b.an_application(status=status)
    reference = asked(application)

    services.withdraw(application, by=application.person, at=b.NOW)

    reference.refresh_from_db()
    assert (application.status, reference.link_expires_at) == ("WITHDRAWN", b.NOW)
    assert letters_to(application.person) == ["joining/withdrawn"]
    assert services.remind_referees(b.NOW + timedelta(days=8)) == 0


@pytest.mark.parametrize("status", ["APPROVED", "DECLINED", "WITHDRAWN"])
def test_what_has_ended_cannot_be_withdrawn(status: str) -> None:
    application = b.an_application(status=status)

    with pytest.raises(NotAllowed):
        services.withdraw(application, by=application.person, at=b.NOW)


def test_the_manager_keys_in_a_paper_application_and_nothing_needs_a_mailbox(client: Client) -> None:
    b.the_strand()
    mvpm = b.an_mvpm()
    client.force_login(mvpm)
    typed = {"name": "Rose Paper", "borough": b.a_borough().reference, "phone": "020 7946 0333"}

    begun = client.post(
        reverse("joining:key_in"), typed | {"born_on_day": "3", "born_on_month": "2", "born_on_year": "1930"}
    )
    application = Application.objects.get()
    for code, answers in PAGES.items():
        assert client.post(page("section", application, code), answers).status_code == 302
    client.post(page("apply", application), SENT)

    application.refresh_from_db()
    assert begun.url == page("application", application)
    assert (application.status, application.person.email) == ("APPLIED", None)
    letter = Letter.objects.get(recipient=application.person.reference)
    assert letter.status == "TO_PRINT"
    to_post = [letter in people.letters_seen_by(each, b.TODAY) for each in (mvpm, b.an_mvpm(b.a_borough("Hackney")))]
    assert to_post == [True, False]  # whoever keyed it in posts it, with the address that was keyed in
    assert PAGES["address"]["address"] in client.get(reverse("people:letter", args=[letter.reference])).content.decode()


def test_a_paper_application_is_keyed_in_for_ones_own_borough_alone() -> None:
    b.the_strand()

    with pytest.raises(NotPermitted):
        services.key_in(
            name="Rose", born_on=date(1930, 2, 3), borough=b.a_borough(), by=b.an_mvpm(b.a_borough("Hackney")), at=b.NOW
        )


def test_each_step_is_in_the_audit_trail() -> None:
    application = filled_in()

    services.apply(application, by=application.person, at=b.NOW)

    assert list(Event.objects.order_by("number").values_list("act", flat=True)) == ["applied", "asked", "asked"]


@pytest.mark.parametrize(("is_vacant", "who"), [(False, "the Borough MVP Manager"), (True, "the Central Team")])
def test_the_letter_says_who_has_the_application(is_vacant: bool, who: str) -> None:
    team = b.the_central_team()
    if not is_vacant:
        b.an_mvpm()
    application = filled_in()

    services.apply(application, by=application.person, at=b.NOW)

    letter = Letter.objects.get(template="joining/applied")
    assert f"Your application has come to {who}, who will get in touch" in letter.text
    assert (team.name in letter.text) is is_vacant
