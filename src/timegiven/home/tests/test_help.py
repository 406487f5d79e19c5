"""Who to ask: who has which task, one's own MVP Manager, and the Central Team by their posts."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.people.models import Appointment

pytestmark = pytest.mark.django_db
POSTS = ("MVP Lead", "Programme Manager", "Performance Manager", "Communications and Marketing Manager")


@pytest.mark.clause(131)
def test_the_central_team_is_named_by_its_posts_to_whoever_has_signed_in(client: Client) -> None:
    for number, post in enumerate(POSTS):
        member = b.a_person(f"Member Number{number}", phone=f"020 7946 010{number}")
        Appointment.objects.create(
            person=member, role="CENTRAL_TEAM", unit=b.the_force(), from_on=b.LONG_AGO, title=post
        )
    stranger = client.get(reverse("home:help")).text
    client.force_login(b.a_volunteer().person)

    shown = " ".join(client.get(reverse("home:help")).text.split())

    wanted = [f"<strong>Member Number{number}</strong>, {post}: 020 7946 010{number}"
              for number, post in enumerate(POSTS)]  # fmt: skip
    assert [each in shown for each in wanted] == [True] * 4
    assert [post in stranger for post in POSTS] == [False] * 4


@pytest.mark.clause(130, 133)
def test_everybody_is_told_who_has_which_task_and_a_volunteer_who_their_own_mvp_manager_is(client: Client) -> None:
    mvpm = b.an_mvpm()
    client.force_login(b.a_volunteer().person)

    shown = client.get(reverse("home:help")).text

    for what in ("Expenses", "A lost or stolen pass", "Training", "The security check", "A new role"):
        assert what in shown
    assert "Your Borough MVP Manager, never the unit" in shown
    assert f'href="mailto:{mvpm.email}"' in shown
