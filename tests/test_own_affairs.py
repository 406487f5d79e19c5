"""Nobody decides in their own affair, also where somebody volunteers and holds every post that could.

A policy that says so in its sentence is looked at here: the list is made from the words.
"""

import inspect
import re
from types import SimpleNamespace

import pytest

from tests.builders import TODAY, Role, a_borough, a_volunteer, the_force
from timegiven.kernel.permission import Permission, every_permission
from timegiven.people.models import Appointment, Volunteer
from timegiven.site import urls  # noqa: F401 - with the addresses come all chapters

SAYS_SO = re.compile(r"\b(never|nobody)\b.*\b(own|themselves|whoever gave)\b", re.IGNORECASE)
ASKED_OTHERWISE = {
    "library.decide": "of what one wrote, not of who one is: library/tests/test_decide.py",
    "joining.compare": "of two people at once: joining/tests/test_duplicates.py",
}


def _named(each: Permission) -> str:
    return f"{each.chapter}.{each.name}"


OWN = [each for each in every_permission() if SAYS_SO.search(each.policy) and _named(each) not in ASKED_OTHERWISE]


def _affair_of(volunteer: Volunteer) -> SimpleNamespace:
    """Whatever a permission may be asked about: an application, a claim, a report, all of this volunteer."""
    person = volunteer.person
    affair = SimpleNamespace(
        person=person,
        person_id=person.pk,
        by=person,
        volunteer=volunteer,
        volunteer_id=volunteer.pk,
        borough=volunteer.borough,
        placement=SimpleNamespace(volunteer=volunteer, unit=volunteer.borough),
        decided_by_id=None,
        typed_in_by_id=None,
        status="APPLIED",
    )
    affair.application = affair.clearance = affair
    return affair


def _ask(permission: Permission, person: object, volunteer: Volunteer) -> bool:
    _, about, *_ = inspect.signature(permission._predicate).parameters
    themselves = {"volunteer": volunteer, "person": volunteer.person}
    return permission(person, themselves.get(about, _affair_of(volunteer)), TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("permission", OWN, ids=_named)
def test_whoever_may_for_others_may_not_for_themselves(permission: Permission) -> None:
    own, other = a_volunteer(), a_volunteer()
    for role in Role.values:
        Appointment.objects.create(person=own.person, role=role, unit=a_borough(), from_on=TODAY)

    assert (_ask(permission, own.person, other), _ask(permission, own.person, own)) == (True, False)


@pytest.mark.django_db
@pytest.mark.parametrize("permission", OWN, ids=_named)
def test_whoever_stands_in_for_an_mvp_manager_may_not_for_themselves(permission: Permission) -> None:
    own = a_volunteer()
    Appointment.objects.create(person=own.person, role=Role.CENTRAL_TEAM, unit=the_force(), from_on=TODAY)
    assert own.person.holds(Role.MVPM, at=own.borough, day=TODAY)

    assert not _ask(permission, own.person, own)


def test_every_policy_that_says_so_is_looked_at() -> None:
    names = {_named(each) for each in every_permission() if SAYS_SO.search(each.policy)}

    assert len(OWN) > 20
    assert set(ASKED_OTHERWISE) <= names
