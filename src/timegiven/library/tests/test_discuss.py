"""Comments, questions and objections; the staff side's objection stops an approval until answered and withdrawn."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import NOW, TODAY, a_borough, a_member, a_seat, a_unit_manager, an_mvpm, the_central_team, the_force
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library import selectors, services
from timegiven.library.models import Paper, ProfileVersion, Remark
from timegiven.library.tests.scenes import Scene, the_paper
from timegiven.people.models import Appointment, Person

JOB = {"kind": "OBJECTION", "ground": "SUBSTITUTION", "text": "Labelling is in the clerk's job description."}


def objection(scene: Scene, paper: Paper, by: Person | None = None, **changed: str) -> Remark:
    return services.say(paper, by=by or scene.union, at=NOW, **JOB | changed)


def answered(scene: Scene, remark: Remark) -> Remark:
    services.reply(remark, text="The clerk labels live files only.", by=scene.mvpm, at=NOW)
    return Remark.objects.select_related("paper__version__profile").get(pk=remark.pk)


def status_of(version: ProfileVersion) -> str:
    return ProfileVersion.objects.get(pk=version.pk).status


@pytest.mark.clause(62, 63)
def test_the_staff_sides_objection_stops_the_approval_until_answered_and_withdrawn(scene: Scene) -> None:
    version = scene.voted()
    raised = objection(scene, the_paper(version))

    with pytest.raises(NotAllowed, match="the staff side objects"):
        scene.declare(version)
    with pytest.raises(NotAllowed, match="has not been answered yet"):
        services.withdraw(raised, by=scene.union, at=NOW)
    raised = answered(scene, raised)
    with pytest.raises(NotAllowed, match="the staff side objects"):
        scene.declare(version)
    services.withdraw(raised, by=scene.union, at=NOW)
    scene.declare(version)

    assert version.status == "APPROVED"


@pytest.mark.clause(63)
def test_an_objection_outlives_a_round_in_which_nothing_was_amended(scene: Scene) -> None:
    version = scene.voted()
    objection(scene, the_paper(version))
    scene.declare(version, "RETURNED", "Is it the clerk's job?")
    services.take_up(version, by=scene.mvpm, at=NOW)
    services.submit(version, by=scene.mvpm, at=NOW)
    for member in (scene.chair, scene.union, scene.safety, scene.risk):
        scene.say(version, member)

    with pytest.raises(NotAllowed, match="the staff side objects"):
        scene.declare(version)

    assert status_of(version) == "SUBMITTED"


@pytest.mark.clause(63)
def test_amending_the_profile_answers_the_objection(scene: Scene) -> None:
    version = scene.voted()
    objection(scene, the_paper(version))
    scene.declare(version, "RETURNED", "Take the labels out")
    services.take_up(version, by=scene.mvpm, at=NOW)
    version.tasks.filter(text="Label the boxes").delete()
    services.submit(version, by=scene.mvpm, at=NOW)
    for member in (scene.chair, scene.union, scene.safety, scene.risk):
        scene.say(version, member)

    scene.declare(version)

    assert version.status == "APPROVED"


@pytest.mark.parametrize(
    ("seat", "ground", "stops"),
    [
        ("STAFF_SIDE", "SUBSTITUTION", True),
        ("STAFF_SIDE", "SAFETY", False),
        ("SAFETY", "SUBSTITUTION", False),
        ("INSURANCE", "INSURANCE", False),
    ],
)
def test_which_objection_stops_an_approval(scene: Scene, seat: str, ground: str, stops: bool) -> None:
    version = scene.voted()
    by = {"STAFF_SIDE": scene.union, "SAFETY": scene.safety, "INSURANCE": scene.risk}[seat]

    objection(scene, the_paper(version), by, ground=ground)

    assert selectors.standing_objections(the_paper(version)).exists() == stops


def test_a_deputy_of_the_staff_side_may_object_and_the_holder_withdraw(scene: Scene) -> None:
    version = scene.voted()
    raised = answered(scene, objection(scene, the_paper(version), a_member("STAFF_SIDE", is_deputy=True)))
    stood = selectors.standing_objections(the_paper(version)).exists()

    services.withdraw(raised, by=scene.union, at=NOW)

    assert (stood, selectors.standing_objections(the_paper(version)).exists()) == (True, False)


def test_nobody_else_withdraws_it(scene: Scene) -> None:
    raised = answered(scene, objection(scene, the_paper(scene.paper())))

    for person in (scene.chair, scene.mvpm, the_central_team()):
        with pytest.raises(NotPermitted):
            services.withdraw(raised, by=person, at=NOW)


def test_an_objection_is_withdrawn_once_and_in_the_table_only_after_its_answer(scene: Scene) -> None:
    raised = answered(scene, objection(scene, the_paper(scene.paper())))
    services.withdraw(raised, by=scene.union, at=NOW)

    with pytest.raises(NotAllowed, match="withdrawn already"):
        services.withdraw(raised, by=scene.union, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.update(answer="", answered_by=None, answered_at=None)


def test_a_question_goes_to_the_mvp_manager_and_the_answer_to_who_asked(scene: Scene) -> None:
    paper = the_paper(scene.paper())

    question = services.say(paper, kind="QUESTION", text="Who has the key?", by=scene.safety, at=NOW)
    waits = [need.text for need in selectors.needs(scene.mvpm, TODAY)]
    services.reply(question, text="The front counter.", by=scene.manager, at=NOW)

    told = Letter.objects.filter(template__in=["library/asked", "library/answered"]).order_by("pk")
    assert "Answer 1 question of the Steering Group" in waits
    assert [(letter.template, letter.recipient) for letter in told] == [
        ("library/asked", scene.mvpm.reference),
        ("library/answered", scene.safety.reference),
    ]
    assert "Answer 1 question of the Steering Group" not in [need.text for need in selectors.needs(scene.mvpm, TODAY)]


def test_a_comment_wants_no_answer(scene: Scene) -> None:
    comment = services.say(the_paper(scene.paper()), kind="COMMENT", text="Well prepared", by=scene.safety, at=NOW)

    with pytest.raises(NotAllowed, match="nothing was asked"):
        services.reply(comment, text="Thank you", by=scene.mvpm, at=NOW)


def test_who_speaks_and_who_answers(scene: Scene) -> None:
    paper = the_paper(scene.paper())
    question = services.say(paper, kind="QUESTION", text="Who has the key?", by=scene.safety, at=NOW)

    for person in (scene.mvpm, scene.manager, the_central_team()):
        with pytest.raises(NotPermitted):
            services.say(paper, kind="COMMENT", text="Hear me", by=person, at=NOW)
    for person in (scene.chair, an_mvpm(a_borough("Barnet")), a_unit_manager(a_borough("Barnet"))):
        with pytest.raises(NotPermitted):
            services.reply(question, text="I do", by=person, at=NOW)


@pytest.mark.parametrize(
    ("facts", "words"), [({"text": " "}, "wrote nothing"), ({"ground": ""}, "its ground is missing")]
)
def test_an_objection_has_words_and_a_ground(scene: Scene, facts: dict, words: str) -> None:
    with pytest.raises(NotAllowed, match=words):
        objection(scene, the_paper(scene.paper()), **facts)

    assert Remark.objects.count() == 0


def test_nothing_is_said_when_it_is_decided(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="has been decided"):
        objection(scene, the_paper(scene.approved()))


def test_an_objection_may_still_be_raised_after_the_last_day_for_votes(scene: Scene) -> None:
    version = scene.voted()
    Paper.objects.update(closes_on=TODAY.replace(day=1))

    objection(scene, the_paper(version))

    with pytest.raises(NotAllowed, match="the staff side objects"):
        scene.declare(version)


# The page


def test_the_page_takes_an_objection_and_keeps_what_was_typed(scene_today: Scene, client: Client) -> None:
    paper = the_paper(scene_today.paper())
    client.force_login(scene_today.union)
    typed = {"kind": "OBJECTION", "ground": "", "text": "My own words"}

    wrong = client.post(f"/roles/papers/{paper.reference}/say", typed)
    right = client.post(f"/roles/papers/{paper.reference}/say", typed | {"ground": "SUBSTITUTION"})

    assert wrong.context["say_form"].errors == {"ground": ["Choose the ground on which you object"]}
    assert "My own words" in wrong.content.decode()
    assert (right.status_code, Remark.objects.get().seat) == (302, a_seat("STAFF_SIDE"))


def test_what_was_typed_is_shown_as_text(scene_today: Scene, client: Client) -> None:
    paper = the_paper(scene_today.paper())
    services.say(paper, kind="COMMENT", text="<b>Bold</b>\nnext", by=scene_today.union, at=scene_today.at)
    client.force_login(scene_today.mvpm)

    page = client.get(f"/roles/papers/{paper.reference}").content.decode()

    assert ("&lt;b&gt;Bold&lt;/b&gt;<br>next" in page, "<b>Bold" in page) == (True, False)


def test_a_remark_on_what_one_may_not_read_does_not_exist(scene: Scene, client: Client) -> None:
    question = services.say(the_paper(scene.paper()), kind="QUESTION", text="Who has the key?", by=scene.safety, at=NOW)
    client.force_login(an_mvpm(a_borough("Barnet")))

    replies = [client.get(f"/roles/remarks/{question.reference}/{verb}") for verb in ("reply", "withdraw")]

    assert [reply.status_code for reply in replies] == [404, 404]


def test_one_who_lost_the_seat_speaks_no_more(scene: Scene) -> None:
    paper = the_paper(scene.paper())
    Appointment.objects.filter(person=scene.union, unit=the_force()).update(until_on=TODAY)

    with pytest.raises(NotPermitted):
        objection(scene, paper)
