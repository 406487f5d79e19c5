"""Who fits a role and which roles fit somebody: reasons in plain words, and never a number."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import (
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    an_approved_version,
    an_mvpm,
)
from timegiven.joining.models import Application, Clearance
from timegiven.library.models import ProfileVersion
from timegiven.placements import selectors
from timegiven.placements.models import Placement

pytestmark = pytest.mark.django_db


class Scene:
    """Camden, where the archive would welcome two people, and somebody who is not placed anywhere."""

    def __init__(self) -> None:
        self.unit = a_unit("Archive")
        marks = {"wanted": 2, "skills": "Filing\nTyping", "usual_times": "Weekday mornings"}
        self.version = an_approved_version(unit=self.unit, title="Archive helper", **marks)
        self.mvpm = an_mvpm()
        self.ann = self.somebody("Ann Bee", skills=["Typing", "Gardening"], availability=["MON", "AM"])

    def somebody(self, name: str, **wishes: object):
        placement = a_ready_volunteer(unit=self.unit, version=self.version, name=name, address="3 Elm Road, NW1 2AB")
        Placement.objects.filter(pk=placement.pk).delete()
        Application.objects.filter(person=placement.volunteer.person).update(**wishes)
        return placement.volunteer

    def fits(self) -> list[selectors.Fit]:
        version = ProfileVersion.objects.select_related("profile__strand").get(pk=self.version.pk)
        return selectors.fitting_people(self.mvpm, version, self.unit, TODAY)


@pytest.fixture
def scene():
    return Scene()


@pytest.mark.clause(13, 78)
def test_the_reasons_are_in_plain_words(scene):
    type(scene.unit).objects.filter(pk=scene.unit.pk).update(latitude=51.53, longitude=-0.14)

    (fit,) = scene.fits()

    assert fit.may_be_offered
    assert fit.reasons[:2] == ["Good at: typing", "Free on mornings, when the role can be done"]
    assert re.fullmatch(r"Lives (less than a mile|about \d+ miles?) away", fit.reasons[2])
    assert fit.reasons[3:] == ["Has no placement at the moment"]


def test_whoever_asked_for_it_comes_first_then_who_is_free_and_who_cannot_be_offered_it_last(scene):
    scene.somebody("Bob Cee", availability=["EVE"])
    scene.somebody("Cas Dee", availability=[], profile=scene.version.profile)
    Clearance.objects.filter(person=scene.somebody("Abe Eff", availability=["AM"]).person).delete()

    fits = scene.fits()

    assert [fit.volunteer.person.name for fit in fits] == ["Cas Dee", "Ann Bee", "Bob Cee", "Abe Eff"]
    no_check = "There is no security check at NPPV level 2 (abbreviated) in force on Tuesday 24 April 2007."
    assert fits[-1].in_the_way == [no_check]


def test_who_has_the_role_or_is_offered_it_is_not_asked_about(scene):
    a_ready_volunteer(unit=scene.unit, version=scene.version)

    assert [fit.volunteer for fit in scene.fits()] == [scene.ann]


@pytest.mark.clause(12)
def test_a_role_is_open_until_every_place_is_filled_or_offered(scene):
    filled = []
    for _ in range(3):
        filled.append([place.filled for place in selectors.open_roles(scene.mvpm, TODAY)])
        a_ready_volunteer(unit=scene.unit, version=scene.version)

    assert filled == [[0], [1], []]
    assert list(selectors.open_roles(an_mvpm(a_borough("Barnet")), TODAY)) == []


@pytest.mark.clause(78)
def test_the_open_roles_beside_one_volunteer(scene):
    fits = selectors.fitting_roles(scene.ann, TODAY)

    assert [(fit.version.title, fit.unit, fit.may_be_offered) for fit in fits] == [("Archive helper", scene.unit, True)]
    assert fits[0].reasons[0] == "Good at: typing"


def test_many_cost_as_many_queries_as_one(scene):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            scene.fits()
            selectors.fitting_roles(scene.ann, TODAY)
        return len(queries)

    asked()  # what hangs on Ann herself is read once
    one = asked()
    for number in range(3):
        scene.somebody(f"Number {number}")
        an_approved_version(unit=scene.unit, title=f"Role {number}")

    assert asked() == one


def test_the_pages_lead_from_the_open_role_to_the_offer(scene, client, the_day):
    client.force_login(scene.mvpm)
    there = f"/placements/open-roles/{scene.version.reference}/{scene.unit.reference}/"

    roles, fits = client.get("/placements/open-roles/").content.decode(), client.get(there).content.decode()
    of_ann = client.get(f"/placements/people/{scene.ann.reference}/roles/").content.decode()

    offer = f"/placements/people/{scene.ann.reference}/offer/?role={scene.version.reference}&amp;unit="
    assert there in roles
    assert offer in fits
    assert offer in of_ann
    assert f'value="{scene.version.reference}" selected' in client.get(offer.replace("&amp;", "&")).content.decode()
    client.force_login(a_unit_manager(scene.unit))
    assert client.get(there).status_code == 403
    client.force_login(an_mvpm(a_borough("Barnet")))
    assert client.get(there).status_code == 404


def test_a_volunteer_reads_of_the_roles_that_may_suit_and_of_nothing_in_the_way(scene, client, the_day):
    Clearance.objects.all().delete()
    client.force_login(scene.ann.person)

    page = client.get(f"/placements/people/{scene.ann.reference}/roles/").content.decode()

    assert "Good at: typing" in page
    assert "Something would have to be put in order first." in page
    assert "security check" not in page


def test_what_is_in_order_is_told_to_each_in_their_words(scene, client, the_day):
    placement = a_ready_volunteer(unit=scene.unit, version=scene.version)
    Clearance.objects.filter(person=placement.volunteer.person).update(until_on=TODAY)
    Application.objects.get(person=placement.volunteer.person).references.update(is_satisfactory=False)
    page = f"/placements/people/{placement.volunteer.reference}/in-order/"

    def read(who) -> str:
        client.force_login(who)
        return client.get(page).content.decode()

    own, mvpm, manager = (read(who) for who in (placement.volunteer.person, scene.mvpm, a_unit_manager(scene.unit)))

    assert "Your security check is not in force on Tuesday 24 April 2007 at the level of this role." in own
    assert "The satisfactory references that are needed are not all there yet." in mvpm
    assert "references" not in manager
    assert "Something else is for the Borough MVP Manager to see to." in manager
    client.force_login(scene.mvpm)
    before = client.get(page, {"on": "23/4/2007"}).content.decode()
    assert "Is everything in order on Monday 23 April 2007?" in before
    assert "There is no security check" not in before
