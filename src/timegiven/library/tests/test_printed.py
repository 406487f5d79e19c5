"""Agenda, papers and minutes as tagged PDFs."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.test import Client

from tests.builders import NOW, a_borough, an_mvpm
from timegiven.library import services
from timegiven.library.models import Meeting
from timegiven.library.tests.scenes import Scene, the_paper

HOSTILE = 'Ask #eval("1") <b>now</b> $x$ \u202e\x07 and 漢字'


def opened(reply) -> pikepdf.Pdf:
    assert (reply.status_code, reply["Content-Type"]) == (200, "application/pdf")
    return pikepdf.open(io.BytesIO(reply.content))


@pytest.fixture
def meeting(scene_today: Scene) -> Meeting:
    """Called for an hour ago, with one paper that has been approved."""
    version = scene_today.voted()
    at = scene_today.at
    held = services.call_meeting(meets_at=at + timedelta(minutes=1), place="Room 4", by=scene_today.chair, at=at)
    services.put_on_agenda(the_paper(version), meeting=held, by=scene_today.chair, at=at)
    Meeting.objects.filter(pk=held.pk).update(at=at - timedelta(hours=1))
    return Meeting.objects.get(pk=held.pk)


def test_the_paper_is_a_tagged_document_whatever_was_typed(scene_today: Scene, client: Client) -> None:
    paper = the_paper(scene_today.paper())
    services.say(paper, kind="COMMENT", text=HOSTILE, by=scene_today.union, at=scene_today.at)
    client.force_login(scene_today.union)

    document = opened(client.get(f"/roles/papers/{paper.reference}.pdf"))

    assert document.Root.MarkInfo.Marked
    assert str(document.docinfo.Title) == "Archive files helper"


def test_agenda_and_minutes(scene_today: Scene, meeting: Meeting, client: Client) -> None:
    client.force_login(scene_today.chair)
    early = client.get(f"/roles/meetings/{meeting.reference}/minutes.pdf").status_code
    agenda = opened(client.get(f"/roles/meetings/{meeting.reference}/agenda.pdf"))
    scene_today.declare(meeting.papers.get().version, conditions=[("A rail", NOW.date().replace(year=2199))])
    services.close_meeting(meeting, minutes="Agreed.", by=scene_today.chair, at=scene_today.at)

    minutes = opened(client.get(f"/roles/meetings/{meeting.reference}/minutes.pdf"))

    assert early == 404
    titles = [str(each.docinfo.Title) for each in (agenda, minutes)]
    assert titles == ["Agenda of the Steering Group", "Minutes of the Steering Group"]
    assert [bool(each.Root.MarkInfo.Marked) for each in (agenda, minutes)] == [True, True]


def test_who_may_keep_them(scene_today: Scene, meeting: Meeting, client: Client) -> None:
    paper = meeting.papers.get()
    client.force_login(an_mvpm(a_borough("Barnet")))

    replies = [client.get(f"/roles/{path}").status_code for path in (
        f"papers/{paper.reference}.pdf",
        f"meetings/{meeting.reference}/agenda.pdf",
    )]  # fmt: skip

    assert replies == [404, 403]
