"""A page offers only what the person in front of it can do."""

import pytest
from django.test import Client

from tests.builders import a_unit, someone_appointed, the_vetting_office
from timegiven.library.tests.scenes import Scene
from timegiven.people.models import Appointment

REPORT, PAPER = "Report a change at the unit", "Read the paper, and what was said about it"


@pytest.mark.clause(60)
def test_a_change_is_reported_where_the_role_has_been_assessed(scene: Scene, client: Client) -> None:
    version = scene.approved()
    elsewhere = someone_appointed(Appointment.Role.UNIT_MANAGER, a_unit("Crime desk", borough=scene.unit.borough))

    offered = {}
    for person in (scene.manager, elsewhere):
        client.force_login(person)
        offered[person] = REPORT in client.get(f"/roles/versions/{version.reference}").text

    assert (offered[scene.manager], offered[elsewhere]) == (True, False)


def test_whoever_may_not_read_the_paper_is_not_sent_to_it(scene: Scene, client: Client) -> None:
    version = scene.paper()

    offered = {}
    for person in (scene.mvpm, scene.manager, the_vetting_office()):
        client.force_login(person)
        offered[person] = PAPER in client.get(f"/roles/versions/{version.reference}").text

    assert list(offered.values()) == [True, True, False]
