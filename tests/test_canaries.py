"""Nothing that a role may not see appears in any letter, log, calendar file or document: each secret is a canary.

What stands on the pages is held against its readers in test_doors.py, with the same scene and the same secrets.
"""

import io
import logging
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoDbBlocker

from tests.builders import NOW
from tests.doors.addresses import addresses
from tests.doors.scene import CHECK, FEED, SECRETS, Scene, the_scene
from timegiven.audit.models import Event
from timegiven.joining import services as joining
from timegiven.joining.models import Review
from timegiven.kernel.encrypted import EncryptedText
from timegiven.letters import services as letters
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db

# The names of roles and of what is anybody's to read are none.
SEALED = {word for what, word in SECRETS.items() if what not in {"draft of a role", "born on"}}


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Made once, at midday on one day; what a test does to it is undone."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: NOW)
        yield the_scene()
        transaction.set_rollback(True)


def found_in(*texts: str) -> set[str]:
    """Which secrets a text lets out."""
    return {word for word in SEALED for text in texts if word in text}


def everything_happens(scene: Scene) -> None:
    """Deeds that touch what is secret, and every job of the worker that writes letters."""
    office, volunteer = scene.people["vetting office"], scene.people["volunteer"]
    assert office is not None
    assert volunteer is not None
    joining.declare(
        volunteer,
        health=SECRETS["changed needs"],
        convictions=SECRETS["convictions declared"],
        finance=SECRETS["finances declared"],
        by=volunteer,
        at=NOW,
    )
    *kept, ended = Review.objects.filter(status="OPEN").order_by("pk")
    for review in kept:
        joining.settle(review, stands=True, by=office, at=NOW)
    joining.settle(ended, stands=False, by=office, at=NOW)
    for job in (
        joining.remind_referees,
        joining.warn_of_ends,
        joining.end_clearances_over,
        joining.open_yearly_looks,
        joining.expire_passes,
        joining.carry_out_due,
        joining.write_digests,
        joining.tell_of_new_edition,
    ):
        job(NOW)
    letters.send_owed(at=NOW)


def test_no_letter_carries_a_secret_to_anybody(scene: Scene) -> None:
    everything_happens(scene)

    written = [each.subject + each.text + each.html + each.calendar for each in Letter.objects.all()]
    sent = [str(each.message()) for each in mail.outbox]

    assert len(written) > 5
    assert len(sent) > 3
    assert found_in(*written, *sent) == set()


def test_no_log_and_no_audit_trail_carries_a_secret(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.WARNING)

    everything_happens(scene)
    client = Client(raise_request_exception=False)
    for person in filter(None, scene.people.values()):
        client.force_login(person)
        for name in ("joining:board", "joining:reviews", "joining:declarations", "home:desk"):
            client.get(reverse(name))

    trail = [f"{each.act} {each.why}" for each in Event.objects.all()]
    assert caplog.records
    assert found_in(caplog.text, *trail) == set()


def test_no_calendar_file_carries_a_secret(scene: Scene) -> None:
    feed = Client().get(reverse("rota:feed", kwargs={"secret": FEED}))

    assert feed.content.startswith(b"BEGIN:VCALENDAR")
    assert found_in(feed.content.decode()) == set()


# What can be kept: documents, sheets, calendar files. Their readers are those of the pages from which they come.
KEPT = (
    "joining:meeting_file joining:agreement_copy joining:print_pass library:paper_pdf library:agenda_pdf "
    "library:minutes_pdf insight:register_sheet insight:register_pdf insight:report_pdf expenses:batch_sheet "
    "attendance:register_pdf attendance:register_sheet attendance:empty_sheet attendance:paper hours:totals_sheet "
    "training:booking_file training:register_pdf rota:ics "
    "rota:wall engagement:hours_letter engagement:service_letter engagement:volunteering_letter "
    "placements:emergency_sheet placements:print_sheet expenses:batch_schedule rota:incident_sheet home:my_copy"
).split()
# By one people are paid: it says into which account. By the others somebody is rung in an emergency, and whoever reads
# them is noted (placements/tests/test_emergency.py). Who their readers are: test_doors.py. The last has a test below.
MEANT = {"expenses:batch_sheet", "placements:emergency_sheet", "placements:print_sheet", "home:my_copy"}
TOLD = {  # of themselves, by these two
    "applicant": ("applicant’s address", "applicant’s emergency contact", "applicant’s help", "about the applicant"),
    "volunteer": (
        *("address", "emergency contact", "how it went", "worry", "idea", "concern"),
        *("concern about the MVP Manager", "what would help", "what to do"),
        *("changed needs", "convictions declared", "finances declared"),
    ),
}
ENDINGS = ("_pdf", "_sheet", "_file", "_copy", "print_pass")


def test_no_document_sheet_or_calendar_file_carries_a_secret_to_anybody(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []  # a document's letters are drawn: what it was told is what it says

    def typeset(*_: object, sys_inputs: dict[str, str], **options: object) -> bytes:
        told.append(sys_inputs["data"])
        return b"%PDF-1.7"

    monkeypatch.setattr("typst.compile", typeset)
    client, kinds = Client(raise_request_exception=False), set()
    for person in filter(None, scene.people.values()):
        client.force_login(person)
        for name in KEPT:
            for wanted in scene.things.get(name, {"": {}}).values():
                answer = client.get(reverse(name, kwargs=wanted))
                if answer.status_code == 200 and name not in MEANT:
                    kinds.add(answer["Content-Type"].partition(";")[0])
                    told.append(answer.content.decode(errors="replace"))

    assert kinds == {"application/pdf", "text/csv", "text/calendar"}
    assert len(told) > 30
    assert found_in(*told) == set()


def test_what_somebody_takes_away_of_themselves_holds_the_secrets_of_nobody_else(scene: Scene) -> None:
    client, found = Client(), {}
    for who, person in scene.people.items():
        if person is not None:
            client.force_login(person)
            book = load_workbook(io.BytesIO(client.get(reverse("home:my_copy")).content))
            cells = [str(cell) for row in book.active.iter_rows(values_only=True) for cell in row]
            found[who] = found_in(*cells)

    assert {who: secrets for who, secrets in found.items() if secrets} == {
        who: {SECRETS[what] for what in told} for who, told in TOLD.items()
    }


def test_whatever_can_be_kept_is_among_what_is_searched() -> None:
    names = {each.name for each in addresses(get_resolver(settings.ROOT_URLCONF)) if each.name.endswith(ENDINGS)}

    assert names - set(KEPT) == set()


def test_the_page_of_a_pass_carries_no_secret(scene: Scene) -> None:
    page = Client().get(reverse("joining:check_pass", args=[CHECK]))

    assert page.status_code == 200
    assert found_in(page.content.decode()) == set()


def test_what_is_sealed_lies_nowhere_in_clear(scene: Scene) -> None:
    everything_happens(scene)
    sealed = [
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, EncryptedText)
    ]

    kept = []
    with connection.cursor() as cursor:
        for table, column in sealed:
            cursor.execute(f'SELECT "{column}" FROM "{table}"')  # noqa: S608 - names of our own tables
            kept += [str(value) for (value,) in cursor.fetchall() if value]

    assert len(kept) > 10
    assert found_in(*kept) == set()


def test_a_secret_that_is_let_out_is_found() -> None:
    assert found_in(f"Dear reader, {SECRETS['interview']}.") == {SECRETS["interview"]}
