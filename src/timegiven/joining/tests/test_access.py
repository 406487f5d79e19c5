"""Who may do what: one table over every role."""

from collections.abc import Callable

import pytest

from tests import builders as b
from timegiven.joining import access
from timegiven.joining.models import Reference

pytestmark = pytest.mark.django_db

EVERYONE = ("holder", "mvpm", "other_mvpm", "unit_manager", "vetting", "passes", "central", "member", "stranger")
ALLOWED = {
    "fill_in": {"holder"},
    "withdraw": {"holder", "mvpm"},
    "decide": {"mvpm"},
    "take_on": {"mvpm"},
    "judge": {"mvpm"},
    "name_referee": {"holder"},
    "key_in": {"mvpm"},
    "see_applications": {"mvpm", "other_mvpm"},
    "vet": {"vetting"},
    "clear": {"vetting"},
    "renew": {"vetting"},
    "end_clearance": {"holder", "mvpm", "vetting"},
    "agree": {"holder"},
    "record_agreement": {"mvpm"},
    "see_passes": {"passes"},
    "run_passes": {"passes"},
    "recall_pass": {"holder", "mvpm", "passes"},
    "report_lost": {"holder", "mvpm"},
}


@pytest.fixture
def scene() -> dict[str, object]:
    camden = b.a_borough()
    volunteer = b.a_volunteer(borough=camden)
    application = b.an_application(volunteer.person, borough=camden, references=1)
    people = {
        "holder": volunteer.person,
        "mvpm": b.an_mvpm(camden),
        "other_mvpm": b.an_mvpm(b.a_borough("Hackney")),
        "unit_manager": b.a_unit_manager(b.a_unit(borough=camden)),
        "vetting": b.the_vetting_office(),
        "passes": b.the_pass_office(),
        "central": b.the_central_team(),
        "member": b.a_member(),
        "stranger": b.a_person(),
    }
    held = b.a_pass(volunteer.person)
    subjects = {
        "judge": Reference.objects.get(),
        "key_in": camden,
        "see_applications": None,
        "vet": None,
        "renew": b.a_clearance(volunteer.person),
        "end_clearance": volunteer.person,
        "agree": volunteer,
        "record_agreement": volunteer,
        "see_passes": None,
        "run_passes": held,
        "recall_pass": held,
        "report_lost": held,
    }
    return {"people": people, "subjects": {name: subjects.get(name, application) for name in ALLOWED} | subjects}


@pytest.mark.parametrize("verb", ALLOWED)
def test_each_verb_is_open_to_these_and_to_nobody_else(verb: str, scene: dict[str, dict[str, object]]) -> None:
    permission: Callable[..., bool] = getattr(access, verb)
    subject = scene["subjects"][verb]

    allowed = {
        who
        for who in EVERYONE
        if permission(scene["people"][who], *([subject] if subject is not None else []), b.TODAY)
    }

    assert allowed == ALLOWED[verb]


@pytest.mark.parametrize("verb", ["decide", "take_on"])
def test_a_manager_never_handles_their_own_application(verb: str) -> None:
    mvpm = b.an_mvpm()
    own = b.an_application(mvpm)

    assert not getattr(access, verb)(mvpm, own, b.TODAY)


def test_the_manager_fills_in_for_somebody_without_email_only() -> None:
    mvpm = b.an_mvpm()
    on_paper = b.an_application(b.a_person(email=None))

    assert access.fill_in(mvpm, on_paper, b.TODAY)
    assert not access.fill_in(mvpm, b.an_application(), b.TODAY)


def test_nobody_of_an_office_decides_on_themselves() -> None:
    vetting, passes = b.the_vetting_office(), b.the_pass_office()

    assert not access.clear(vetting, b.an_application(vetting, status="VETTING"), b.TODAY)
    assert not access.run_passes(passes, b.a_pass(passes, status="ASKED"), b.TODAY)
