"""A new site, migrated and nothing more, or with its programme and nobody in it: every page answers in words."""

import re

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from tests.builders import Role, someone_appointed, the_central_team
from tests.doors.addresses import addresses
from timegiven.people.models import Person
from timegiven.programme import services
from timegiven.programme.models import Strand, Unit

NOT_YET = "/joining/is-this-for-me/", "/joining/register/"  # they stand on the programme, and say that it is not there

pytestmark = pytest.mark.django_db


def pages() -> list[str]:
    """Every address, with a word that nothing is called by wherever something has to be named."""
    routes = {each.route for each in addresses(get_resolver())}
    return sorted("/" + re.sub(r"<[^>]*>", "nothing", route).replace("\\", "") for route in routes)


@pytest.mark.parametrize("who", ["a stranger", "the Central Team"])
def test_no_page_breaks_on_a_site_without_a_programme(client: Client, who: str) -> None:
    if who == "the Central Team":
        client.force_login(the_central_team())
    assert not Strand.objects.exists()

    asked = [page for page in pages() if page not in NOT_YET]

    assert (_broken(client, asked), len(asked) > 400) == ([], True)


@pytest.mark.parametrize("role", [Role.CENTRAL_TEAM, Role.MVPM])
def test_no_page_breaks_where_the_programme_is_loaded_and_nobody_volunteers(client: Client, role: str) -> None:
    for command in ("load_programme", "load_courses"):
        call_command(command)
    call_command("first_appointment", name="Thea First", email="thea@example.org")
    first = Person.objects.get()
    borough = Unit.objects.filter(kind=Unit.Kind.BOROUGH)[0]
    client.force_login(first if role == Role.CENTRAL_TEAM else someone_appointed(role, borough))

    assert _broken(client, pages()) == []


@pytest.mark.parametrize("address", NOT_YET)
def test_where_nobody_can_register_yet_the_page_says_so_and_whom_to_ask(client: Client, address: str) -> None:
    for answer in (client.get(address), client.post(address)):
        assert (answer.status_code, "Nobody can register yet" in answer.text) == (503, True)
        assert "ask about volunteering" in answer.text
    services.load_content(timezone.localdate())
    assert client.get(address).status_code == 200


def _broken(client: Client, asked: list[str]) -> list[str]:
    client.raise_request_exception = False
    return [f"{act} {page}" for page in asked for act in ("get", "post") if _answers(client, act, page) >= 500]


def _answers(client: Client, act: str, page: str) -> int:
    with transaction.atomic():
        code: int = getattr(client, act)(page).status_code
        transaction.set_rollback(True)
    return code
