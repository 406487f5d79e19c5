"""The main links say where one is, once."""

import pytest
from django.test import Client

from tests.builders import Role, a_meeting, a_member, someone_appointed, the_force

AUDITOR_READS, MEMBER_READS = ("/insight/", "/insight/register"), ("/roles/", "/roles/agenda")


def current(client: Client, address: str) -> list[str]:
    return [link["text"] for link in client.get(address).context["navigation"] if link["current"]]


@pytest.mark.django_db
def test_of_two_ways_into_one_chapter_the_nearer_is_marked(client: Client) -> None:
    client.force_login(a_member("CHAIR"))
    meeting = a_meeting()

    marked = [current(client, address) for address in (*MEMBER_READS, f"/roles/meetings/{meeting.reference}")]

    assert marked == [["Roles"], ["For decision"], ["Roles"]]


@pytest.mark.django_db
def test_on_no_way_at_all_nothing_is_marked(client: Client) -> None:
    client.force_login(someone_appointed(Role.AUDITOR, the_force()))

    assert [current(client, address) for address in (*AUDITOR_READS, "/programme/glossary")] == [
        ["Programme"],
        ["Register"],
        [],
    ]
