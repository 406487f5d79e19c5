"""Role training at a unit: proposed, agreed by both, and signed for (clause 94)."""

import pytest

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    someone_appointed,
    the_central_team,
)
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.training import selectors, services
from timegiven.training.models import Course, NamedCourse, UnitTraining

pytestmark = [pytest.mark.django_db, pytest.mark.clause(94)]


class Scene:
    def __init__(self):
        self.unit = a_unit()
        self.manager, self.mvpm = a_unit_manager(self.unit), an_mvpm()
        self.trainer = someone_appointed(Role.TRAINING, a_borough())
        self.course = Course.objects.create(
            code="LOG", title="Log book", minutes=30, needed_for="PROFILE", delivery="JOB"
        )
        self.version = an_approved_version(unit=self.unit)
        NamedCourse.objects.create(version=self.version, course=self.course)

    def proposed(self):
        return services.propose(self.course, unit=self.unit, how="At the desk", by=self.manager, at=NOW)

    def agreed(self):
        training = self.proposed()
        for person in (self.mvpm, self.trainer):
            services.agree_unit_training(training, by=person, at=NOW)
        return training

    def sign(self, *, by=None, volunteer=None):
        facts = {"course": self.course, "unit": self.unit, "version": self.version, "on": TODAY, "minutes": 30}
        return services.sign(volunteer or a_volunteer(), by=by or self.manager, at=NOW, **facts)


@pytest.fixture
def scene():
    return Scene()


def test_it_begins_when_both_have_agreed_in_either_order(scene):
    training = scene.proposed()
    waits = [len(selectors.needs(each, TODAY)) for each in (scene.mvpm, scene.trainer)]

    first = services.agree_unit_training(training, by=scene.trainer, at=NOW)
    second = services.agree_unit_training(training, by=scene.mvpm, at=NOW)

    assert (waits, first, second) == ([1, 1], False, True)
    kept = UnitTraining.objects.get()
    assert (kept.status, kept.mvpm, kept.training_unit) == ("AGREED", scene.mvpm, scene.trainer)
    assert Letter.objects.get().recipient == scene.manager.reference
    assert selectors.needs(scene.mvpm, TODAY) == []


def test_one_person_does_not_agree_for_both_sides(scene):
    scene.mvpm.appointments.create(role=Role.TRAINING, unit=a_borough(), from_on=TODAY)
    training = scene.proposed()
    services.agree_unit_training(training, by=scene.mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="the other side is somebody else’s"):
        services.agree_unit_training(training, by=scene.mvpm, at=NOW)


def test_a_question_goes_back_and_the_answer_is_agreed_to_anew(scene):
    training = scene.proposed()
    services.agree_unit_training(training, by=scene.mvpm, at=NOW)
    services.send_back(training, question="Who shows it?", by=scene.trainer, at=NOW)
    asked = [need.text for need in selectors.needs(scene.manager, TODAY)]
    services.propose_again(training, how="Sgt Okoro shows it", by=scene.manager, at=NOW)

    kept = UnitTraining.objects.get()
    assert asked == ["A question about how you teach “Log book”"]
    assert (kept.status, kept.how, kept.mvpm) == ("PROPOSED", "Sgt Okoro shows it", None)
    assert "Who shows it?" in Letter.objects.get(template="training/unit_returned").text


def test_the_manager_signs_and_it_counts(scene):
    scene.agreed()

    done = scene.sign()

    assert (done.course, done.version) == (scene.course, scene.version)
    assert done.evidence == f"Signed by {scene.manager.name}, Front counter"
    assert Entry.objects.get().minutes == 30


def test_nothing_is_signed_before_both_have_agreed_nor_after_it_has_ended(scene):
    training = scene.proposed()

    with pytest.raises(NotAllowed, match="has not been agreed with the Borough MVP Manager"):
        scene.sign()
    services.end_unit_training(training, by=scene.manager, at=NOW)
    with pytest.raises(NotAllowed):
        scene.sign()


def test_who_proposes_agrees_and_signs(scene):
    training = scene.agreed()
    strangers = [
        a_unit_manager(a_unit("Store")),
        an_mvpm(a_borough("Barnet")),
        the_central_team(),
        a_volunteer().person,
    ]

    for person in [*strangers, scene.mvpm, scene.trainer]:
        with pytest.raises(NotPermitted):
            scene.sign(by=person)
        with pytest.raises(NotPermitted):
            services.propose(scene.course, unit=scene.unit, how="So", by=person, at=NOW)
    for person in [*strangers, scene.manager]:
        with pytest.raises(NotPermitted):
            services.agree_unit_training(training, by=person, at=NOW)


def test_the_pages(client, scene):
    client.force_login(scene.manager)
    client.post("/training/units/new/", {"course": "LOG", "how": "At the desk"})
    training = UnitTraining.objects.get()
    address = f"/training/units/{training.reference}/"
    own = client.get(address).content.decode()
    client.force_login(scene.mvpm)
    shown = client.get(address).content.decode()
    client.post(f"{address}agree/", {"once": "1"})
    client.force_login(scene.trainer)
    client.post(f"{address}ask/", {"question": "Who?"})
    client.force_login(scene.manager)
    client.post(f"{address}again/", {"how": "Sgt Okoro"})
    client.force_login(scene.trainer)
    client.post(f"{address}agree/", {"once": "2"})
    listed = client.get("/training/units/").content.decode()
    client.post(f"{address}end/", {"once": "1"})
    client.force_login(a_unit_manager(a_unit("Store")))

    assert (">Agree<" in own, ">Agree<" in shown) == (False, True)
    assert "Training unit</td>" in listed
    assert UnitTraining.objects.get().status == "ENDED"
    assert client.get(address).status_code == 404
