"""Say which courses of its own a role needs."""

import pytest

from tests.builders import (
    NOW,
    a_borough,
    a_course,
    a_unit,
    a_unit_manager,
    a_version,
    a_volunteer,
    an_mvpm,
    the_central_team,
)
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.library.models import ProfileVersion
from timegiven.training import selectors, services
from timegiven.training.models import NamedCourse

pytestmark = pytest.mark.django_db


def _name(version, *courses, by=None):
    services.name_courses(version, courses=courses, by=by or an_mvpm(), at=NOW)


@pytest.mark.clause(95)
def test_a_draft_names_its_courses_and_may_change_its_mind():
    version = a_version(unit=a_unit(), status="DRAFT")
    cctv, phone = a_course("CTV", needed_for="PROFILE"), a_course("PHN", needed_for="PROFILE")

    _name(version, cctv)
    _name(version, phone)

    assert selectors.named_by(version) == ["PHN"]
    assert [course.code for course in selectors.needed_for(version)] == ["PHN"]
    assert Event.objects.filter(act="named courses").count() == 2


@pytest.mark.clause(57, 95)
@pytest.mark.parametrize("status", ["SUBMITTED", "RETURNED", "APPROVED", "SUPERSEDED", "RETIRED"])
def test_what_is_no_draft_is_not_changed(status):
    version = a_version(unit=a_unit(), status=status)

    with pytest.raises(NotAllowed, match="no longer a draft"):
        _name(version, a_course("CTV", needed_for="PROFILE"))


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (an_mvpm, True),
        (lambda: an_mvpm(a_borough("Barnet")), False),
        (lambda: a_unit_manager(a_unit()), False),
        (the_central_team, False),
        (lambda: a_volunteer().person, False),
    ],
)
def test_who_names_them(who, may):
    version, course = a_version(unit=a_unit(), status="DRAFT"), a_course("CTV", needed_for="PROFILE")
    an_mvpm()

    if may:
        _name(version, course, by=who())
        assert selectors.named_by(version) == ["CTV"]
    else:
        with pytest.raises(NotPermitted):
            _name(version, course, by=who())


def test_the_page_shows_what_is_needed_and_keeps_what_is_ticked(client):
    version = a_version(unit=a_unit(), status="DRAFT")
    a_course("CTV", needed_for="PROFILE")
    client.force_login(an_mvpm())
    address = f"/training/roles/{version.reference}/"

    before = client.get(address).content.decode()
    done = client.post(address, {"courses": ["CTV"]}, follow=True).content.decode()

    assert "No course is asked for." in before
    assert "Kept. These courses belong to the role now." in done
    assert "Course CTV, 1 hour" in done


def test_a_draft_of_another_borough_is_not_there(client):
    version = a_version(unit=a_unit(), status="DRAFT")
    client.force_login(an_mvpm(a_borough("Barnet")))

    assert client.get(f"/training/roles/{version.reference}/").status_code == 404


def test_who_only_reads_gets_no_form(client):
    version = a_version(unit=a_unit(), status="APPROVED")
    client.force_login(an_mvpm())

    page = client.get(f"/training/roles/{version.reference}/")

    assert page.status_code == 200
    assert "Keep these courses" not in page.content.decode()


@pytest.mark.clause(57, 95)
def test_a_new_version_keeps_the_courses_until_it_names_others_or_none():
    old, cctv = a_version(unit=a_unit(), status="SUPERSEDED"), a_course("CTV", needed_for="PROFILE")
    NamedCourse.objects.create(version=old, course=cctv)
    new = ProfileVersion.objects.create(profile=old.profile, number=2, purpose="The same")

    kept = selectors.named_by(new)
    _name(new)

    assert (kept, selectors.named_by(new), selectors.named_by(old)) == (["CTV"], [], ["CTV"])
    assert list(selectors.needed_for(new)) == []
