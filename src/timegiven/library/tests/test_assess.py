"""The risks of a role are assessed at each unit, and again every year."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from tests.builders import NOW, TODAY, a_borough, a_person, a_unit, an_mvpm
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.library import selectors, services
from timegiven.library.models import Action, Hazard, ProfileVersion, RiskAssessment, Task
from timegiven.library.tests.scenes import ACTION, HAZARD, IMPROVED, Scene
from timegiven.people.models import Person
from timegiven.programme.models import Unit


def assess(version, unit: Unit, by: Person, *, assessed_on: date = TODAY, hazards=(HAZARD,)) -> RiskAssessment:
    return services.assess(version, unit=unit, assessed_on=assessed_on, hazards=hazards, by=by, at=NOW)


@pytest.mark.clause(53, 59, 73)
def test_an_assessment_holds_for_a_year(scene: Scene) -> None:
    version = scene.proposal()

    done = assess(version, scene.unit, scene.mvpm)

    in_date = [
        selectors.risk_in_date(scene.unit, version, day) for day in (TODAY, date(2008, 4, 23), date(2008, 4, 24))
    ]
    assert (done.review_on, in_date) == (date(2008, 4, 24), [True, True, False])
    assert not selectors.risk_in_date(scene.unit, version, TODAY - timedelta(days=1))


@pytest.mark.clause(59)
def test_a_review_is_a_new_assessment_and_the_old_one_stays_on_record(scene: Scene) -> None:
    version = scene.approved()

    assess(version, scene.unit, scene.mvpm)

    assert version.risk_assessments.count() == 2
    assert selectors.assessments_of(version).count() == 1


@pytest.mark.clause(53)
def test_another_borough_uses_an_approved_role_after_its_own_assessment(scene: Scene) -> None:
    version = scene.approved()
    barnet = a_unit("Barnet records", borough=a_borough("Barnet"))
    theirs = an_mvpm(barnet.borough)

    before = selectors.risk_in_date(barnet, version, TODAY)
    assess(version, barnet, theirs)

    assert (before, selectors.risk_in_date(barnet, version, TODAY)) == (False, True)
    assert list(selectors.units_assessed(version, TODAY)) == [barnet, scene.unit]


@pytest.mark.clause(53)
def test_nobody_assesses_anothers_place(scene: Scene) -> None:
    version = scene.approved()

    for person in (an_mvpm(a_borough("Barnet")), scene.manager, scene.chair):
        with pytest.raises(NotPermitted):
            assess(version, scene.unit, person)


def test_a_draft_is_assessed_where_it_was_conceived(scene: Scene) -> None:
    version = scene.proposal()

    with pytest.raises(NotAllowed, match="while it is a draft"):
        assess(version, a_unit("Next door"), scene.mvpm)


def test_a_paper_before_the_group_is_not_assessed_behind_its_back(scene: Scene) -> None:
    version = scene.paper()

    with pytest.raises(NotAllowed, match="with the steering group"):
        assess(version, scene.unit, scene.mvpm)


@pytest.mark.clause(53)
def test_no_hazards_or_too_much_risk_left_is_refused(scene: Scene) -> None:
    version = scene.proposal()

    for hazards in ([], [{**HAZARD, "severity": 5, "residual_likelihood": 3, "residual_severity": 5}]):
        with pytest.raises(NotAllowed):
            assess(version, scene.unit, scene.mvpm, hazards=hazards)

    assert RiskAssessment.objects.count() == 0


def test_the_table_refuses_a_review_before_the_assessment_and_a_six(scene: Scene) -> None:
    done = assess(scene.proposal(), scene.unit, scene.mvpm)

    with pytest.raises(IntegrityError), transaction.atomic():
        RiskAssessment.objects.filter(pk=done.pk).update(review_on=done.assessed_on - timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Hazard.objects.update(likelihood=6)


@pytest.mark.clause(53)
def test_what_is_still_to_be_done_is_kept_with_its_owner_and_day(scene: Scene) -> None:
    done = assess(scene.proposal(), scene.unit, scene.mvpm, hazards=[IMPROVED])

    hazard = done.hazards.get()
    assert hazard.further == "Lower the top shelf"
    assert hazard.actions.values("what", "owner", "due_on", "done_on").get() == {**ACTION, "done_on": None}


@pytest.mark.clause(53, 73)
def test_each_mark_of_the_tasks_is_answered_by_a_hazard_or_a_reason(scene: Scene) -> None:
    version = scene.draft()
    silent = HAZARD | {"marks": []}

    with pytest.raises(NotAllowed, match="marked for lifting or carrying, and no hazard"):
        assess(version, scene.unit, scene.mvpm, hazards=[silent])
    reason = {"is_lifting": "The boxes come on a trolley."}
    done = services.assess(
        version, unit=scene.unit, assessed_on=TODAY, hazards=[silent], why_not=reason, by=scene.mvpm, at=NOW
    )

    assert done.why_not == reason
    assert selectors.marks_unanswered(version, scene.unit) == []


@pytest.mark.clause(53, 58)
def test_tasks_that_changed_since_the_look_stop_the_paper(scene: Scene) -> None:
    version = scene.draft()
    Task.objects.filter(version=version).update(is_lone=True)
    ProfileVersion.objects.filter(pk=version.pk).update(is_lone=True)

    with pytest.raises(NotAllowed, match="marked for being alone"):
        services.submit(version, by=scene.mvpm, at=NOW)


def test_two_hundred_hazards_are_refused_and_so_is_a_page_of_a_hundred(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)
    rows = {f"{name}_{n}": value for n in range(1, 101) for name, value in HAZARD.items()}

    with pytest.raises(NotAllowed, match="it has 200 hazards, and 30 is the most"):
        assess(version, scene.unit, scene.mvpm, hazards=[HAZARD] * 200)
    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, rows=100, **rows))

    assert "100 hazards are more than one assessment can hold" in reply.content.decode()
    assert RiskAssessment.objects.count() == 0


def test_pasted_markup_is_shown_as_text_and_control_characters_are_dropped(scene: Scene, client: Client) -> None:
    hazard = HAZARD | {"what": "<script>alert(1)</script>\x07 trip", "control": "Tape\x00 and \x1bsigns"}

    done = assess(scene.proposal(), scene.unit, scene.mvpm, hazards=[hazard])
    client.force_login(scene.mvpm)
    page = client.get(f"/roles/assessments/{done.reference}").content.decode()

    kept = done.hazards.get()
    assert (kept.what, kept.control) == ("<script>alert(1)</script>  trip", "Tape  and  signs")
    assert ("<script>alert(1)" in page, "&lt;script&gt;alert(1)" in page) == (False, True)


def test_of_two_who_assess_at_once_the_second_is_told_and_may_insist(scene: Scene) -> None:
    version = scene.proposal()
    first = assess(version, scene.unit, scene.mvpm)
    another = an_mvpm(scene.unit.borough)
    facts = {"unit": scene.unit, "assessed_on": TODAY, "hazards": [HAZARD], "by": another, "at": NOW}

    with pytest.raises(SomeoneElseActed, match=scene.mvpm.name):
        services.assess(version, seen="", **facts)
    services.assess(version, seen=first.reference, **facts)

    assert version.risk_assessments.count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_very_same_time_one_is_told() -> None:
    scene = Scene()
    version = scene.proposal()
    people = (scene.mvpm, an_mvpm(scene.unit.borough))

    def try_it(person: Person, seen: str | None) -> str:
        try:
            services.assess(version, unit=scene.unit, assessed_on=TODAY, hazards=[HAZARD], seen=seen, by=person, at=NOW)
        except SomeoneElseActed:
            return "told"
        finally:
            connection.close()
        return "saved"

    with ThreadPoolExecutor(2) as pool:
        guarded = sorted(pool.map(lambda person: try_it(person, ""), people))
    with ThreadPoolExecutor(2) as pool:  # with the guard off both are saved
        unguarded = sorted(pool.map(lambda person: try_it(person, None), people))

    assert (guarded, unguarded) == (["saved", "told"], ["saved", "saved"])


# The page


def typed(scene: Scene, **changes: object) -> dict[str, object]:
    day = timezone.localdate()
    row = {f"{name}_1": value for name, value in HAZARD.items()}
    head = {"unit": scene.unit.reference, "assessed_on": f"{day.day}/{day.month}/{day.year}", "rows": 2}
    return {**head, **row, **changes}


def test_the_page_saves_the_rows_that_were_filled_in(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene))

    assert reply.status_code == 302
    assert list(Hazard.objects.values_list("what", "likelihood", "residual_likelihood")) == [(HAZARD["what"], 1, 1)]


def test_without_more_to_be_done_the_risk_stays_as_it_is(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    sent = typed(scene, residual_likelihood_1="", residual_severity_1="")
    client.post(f"/roles/versions/{version.reference}/assess", sent)

    assert Hazard.objects.values_list("residual_likelihood", "residual_severity").get() == (1, 3)


def test_the_page_saves_actions_and_asks_for_their_owner_and_day(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)
    ahead = timezone.localdate() + timedelta(days=30)
    action = {"actions_1": 1, "action_1_1_what": "Lower the top shelf", "likelihood_1": 3}

    half = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, **action))
    whole = {**action, "action_1_1_owner": "Unit manager", "action_1_1_due_on": f"{ahead:%d/%m/%Y}"}
    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, **whole))

    assert sorted(half.context["form"].errors) == ["action_1_1_due_on", "action_1_1_owner"]
    assert reply.status_code == 302
    assert list(Action.objects.values_list("what", "owner", "due_on")) == [
        ("Lower the top shelf", "Unit manager", ahead)
    ]


def test_add_another_brings_a_row_keeps_what_was_typed_and_saves_nothing(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, add="hazard"))

    page = reply.content.decode()
    assert ("Hazard 3" in page, HAZARD["what"] in page, "There is a problem" in page) == (True, True, False)
    assert (page.count('value="3" selected'), RiskAssessment.objects.count()) == (2, 0)


def test_another_action_is_added_to_the_hazard_that_asks_for_it(scene: Scene, client: Client) -> None:
    version = scene.draft()
    client.force_login(scene.mvpm)

    sent = typed(scene, add="1", action_1_1_what="Lower the top shelf", marks_1=["is_lifting"])
    reply = client.post(f"/roles/versions/{version.reference}/assess", sent)

    first, second = reply.context["form"].sections
    assert (len(first["actions"]), len(second["actions"])) == (2, 1)
    assert (first["actions"][0]["what"].value(), first["marks"].value()) == ("Lower the top shelf", ["is_lifting"])


def test_a_half_filled_row_is_asked_for_by_its_number(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, what_2="Stairs"))

    errors = reply.context["form"].errors
    assert errors["control_2"] == ["Hazard 2: answer “What is done about it already?”"]
    assert sorted(errors) == ["control_2", "likelihood_2", "severity_2", "who_2"]


def test_a_form_without_any_hazard_is_refused_in_plain_words(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)
    nothing = {f"{name}_1": "" for name in HAZARD}

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, **nothing))

    assert (reply.status_code, "it has no hazard" in reply.content.decode()) == (200, True)


def test_a_review_begins_with_what_was_found_last_time(scene: Scene, client: Client) -> None:
    version = scene.approved()
    client.force_login(scene.mvpm)

    reply = client.get(f"/roles/versions/{version.reference}/assess?unit={scene.unit.reference}")

    assert reply.context["form"].initial["what_1"] == HAZARD["what"]


@pytest.mark.clause(59)
def test_what_has_been_done_since_is_there_already_at_the_review(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    assess(version, scene.unit, scene.mvpm, hazards=[IMPROVED])
    services.finish(Action.objects.get(), done_on=TODAY, by=scene.mvpm, at=NOW)
    client.force_login(scene.mvpm)

    first = client.get(f"/roles/versions/{version.reference}/assess").context["form"].initial

    assert (first["control_1"], first["likelihood_1"]) == ("Half-full boxes and a trolley. Lower the top shelf", 1)
    assert "action_1_1_what" not in first


@pytest.mark.clause(53, 110)
def test_another_place_begins_with_a_copy_that_is_checked_there(scene_today: Scene, client: Client) -> None:
    scene, version = scene_today, scene_today.approved()
    post_room = a_unit("Post room")
    client.force_login(scene.mvpm)
    address = f"/roles/versions/{version.reference}/assess"

    chooser = client.get(address)
    form = client.get(address, {"unit": post_room.reference}).context["form"]
    sent = typed(scene, unit=post_room.reference)
    unchecked = client.post(address, sent)
    client.post(address, {**sent, "checked": "on"})

    assert "Where is the role to be assessed?" in chooser.content.decode()
    assert form.initial["what_1"] == HAZARD["what"]
    assert unchecked.context["form"].errors == {"checked": ["Tick the box when you have looked at this place"]}
    assert post_room.risk_assessments.get().copied_from.unit == scene.unit


def test_thousands_of_rows_are_not_drawn(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, rows=999, add="hazard"))

    assert len(reply.context["form"].sections) == 30


def test_whoever_is_told_of_another_assessment_keeps_what_they_typed(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    assess(version, scene.unit, scene.mvpm)
    client.force_login(an_mvpm(scene.unit.borough))
    address = f"/roles/versions/{version.reference}/assess"

    told = client.post(address, typed(scene, seen="", what_1="Trailing cables"))
    again = client.post(address, typed(scene, seen=told.context["form"]["seen"].value(), what_1="Trailing cables"))

    assert "has recorded one of this role at the same place" in told.content.decode()
    assert 'value="Trailing cables"' in told.content.decode()
    assert (again.status_code, RiskAssessment.objects.count()) == (302, 2)


@pytest.mark.clause(54, 110)
def test_an_assessment_is_read_by_those_who_may_see_the_role_and_the_old_one_stays(
    scene: Scene, client: Client
) -> None:
    version = scene.proposal()
    old = assess(version, scene.unit, scene.mvpm, hazards=[IMPROVED])
    assess(version, scene.unit, scene.mvpm)

    def found(person: Person) -> int:
        client.force_login(person)
        return client.get(f"/roles/assessments/{old.reference}").status_code

    assert [found(person) for person in (scene.mvpm, scene.manager)] == [200, 200]
    assert [found(person) for person in (a_person(), an_mvpm(a_borough("Barnet")))] == [404, 404]
    client.force_login(scene.mvpm)
    page = client.get(f"/roles/assessments/{old.reference}").content.decode()
    assert ("Read the newest assessment" in page, "Lower the top shelf" in page, "3 × 3 = 9" in page) == (
        True,
        True,
        True,
    )
