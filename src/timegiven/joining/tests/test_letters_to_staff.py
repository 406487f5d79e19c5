"""One letter a day to staff; nothing at all by post to somebody who has withdrawn."""

from datetime import timedelta

import pytest

from tests import builders as b
from timegiven.joining import services
from timegiven.joining.models import Application
from timegiven.joining.tests.scene import asked, letters_to
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db


def test_each_role_is_told_once_a_day_what_waits_and_nobodys_name() -> None:
    mvpm, vetting, passes = b.an_mvpm(), b.the_vetting_office(), b.the_pass_office()
    b.an_application(b.a_person("Grace Mills"), status="APPLIED")
    b.an_application(b.a_person("Rupert Lowe"), status="VETTING")
    b.a_pass(b.a_person("Olive Marsh"), status="ASKED")

    counts = [services.write_digests(at) for at in (b.NOW, b.NOW + timedelta(hours=1), b.NOW + timedelta(days=1))]

    assert counts == [3, 0, 3]
    assert [letters_to(each) for each in (mvpm, vetting, passes)] == [["joining/digest"] * 2] * 3
    texts = " ".join(Letter.objects.values_list("text", flat=True))
    assert [name in texts for name in ("Grace", "Rupert", "Olive")] == [False] * 3
    assert "1 applicant to interview." in Letter.objects.filter(recipient=mvpm.reference)[0].text


def test_where_nobody_is_mvp_manager_the_central_team_is_told_and_of_which_borough() -> None:
    b.an_mvpm(b.a_borough("Hackney"))
    team = b.the_central_team()
    for borough in ("Camden", "Hackney"):
        b.an_application(status="APPLIED", borough=b.a_borough(borough))

    assert services.write_digests(b.NOW) == 2

    letter = Letter.objects.get(recipient=team.reference)
    assert "Camden has no MVP Manager: 1 applicant to interview." in letter.text
    assert "Hackney" not in letter.text


def test_with_an_mvp_manager_everywhere_the_central_team_gets_no_such_letter() -> None:
    b.an_mvpm()
    team = b.the_central_team()
    b.an_application(status="APPLIED")

    services.write_digests(b.NOW)

    assert letters_to(team) == []


def test_nobody_is_written_to_when_nothing_waits() -> None:
    b.an_mvpm()
    b.the_vetting_office()

    assert services.write_digests(b.NOW) == 0


@pytest.mark.parametrize("email", ["grace@example.org", None])
@pytest.mark.parametrize("status", Application.OPEN)
def test_after_withdrawing_at_any_stage_nothing_more_arrives(status: str, email: str | None) -> None:
    person = b.a_person("Grace Mills", email=email)
    application = b.an_application(person, status=status, references=1)
    referee = asked(application, email="" if email is None else "ann@example.org")
    mvpm = b.an_mvpm()
    Letter.objects.create(
        template="joining/to_vetting", recipient=person.reference, to_name="Grace", to_email=email or "", subject="x",
        text="x", html="x", owed_at=b.NOW, not_before=b.NOW, status="OWED" if email else "TO_PRINT",
    )  # fmt: skip
    if status == "INTERVIEWED":
        services.begin_batch([application], act="SEND", by=mvpm, at=b.NOW)

    services.withdraw(application, by=person, at=b.NOW)
    for day in range(120):
        at = b.NOW + timedelta(days=day)
        for job in (
            services.remind_referees,
            services.carry_out_due,
            services.warn_of_ends,
            services.end_clearances_over,
            services.open_yearly_looks,
            services.expire_passes,
            services.tell_of_new_edition,
        ):
            if day in (0, 1, 7, 14, 28, 60, 119):
                job(at)

    assert letters_to(person) == ["joining/withdrawn"]
    assert letters_to(referee) == []
