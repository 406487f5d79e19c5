"""Two who act at once: the profile is approved once, and no vote and no objection is lost."""

from threading import Barrier

import pytest

from tests.builders import NOW, a_member
from tests.races import outcomes, together
from timegiven.library import services
from timegiven.library.models import Paper, ProfileVersion, Remark, VersionStep, Vote
from timegiven.library.tests.scenes import Scene, the_paper

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.clause(52)]


def approvals(version: ProfileVersion) -> int:
    return VersionStep.objects.filter(of=version, status="APPROVED").count()


def fresh(version: ProfileVersion) -> Paper:
    """The newest paper about a version, as another process would read it."""
    return the_paper(ProfileVersion.objects.select_related("profile__unit").get(pk=version.pk))


def votes(version: ProfileVersion, member, answer: str = "APPROVE"):
    paper = fresh(version)
    return lambda: services.vote(paper, answer=answer, reason="Why", by=member, at=NOW)


def declares(version: ProfileVersion, person, outcome: str = "APPROVED"):
    paper = fresh(version)
    return lambda: services.declare(paper, outcome=outcome, reason="Why", by=person, at=NOW)


def test_of_two_who_declare_at_once_one_approves_and_the_other_is_told() -> None:
    scene = Scene()
    version, deputy = scene.voted(), a_member("CHAIR", is_deputy=True)

    ended = outcomes(declares(version, scene.chair), declares(version, deputy))

    assert (ended, approvals(version)) == (["done", "refused"], 1)


def test_an_approval_and_a_return_at_once_leave_one_outcome() -> None:
    scene = Scene()
    version, deputy = scene.voted(), a_member("CHAIR", is_deputy=True)

    ended = outcomes(declares(version, scene.chair), declares(version, deputy, "RETURNED"))

    steps = VersionStep.objects.filter(of=version, status__in=["APPROVED", "RETURNED"])
    assert (ended, steps.count()) == (["done", "refused"], 1)


def test_the_same_member_twice_at_once_has_one_vote() -> None:
    scene = Scene()
    version = scene.paper()

    ended = outcomes(votes(version, scene.union), votes(version, scene.union, "RETURN"))

    assert (ended, Vote.objects.count()) == (["done", "done"], 1)


def test_a_holder_and_a_deputy_at_once_leave_the_holders_vote() -> None:
    scene = Scene()
    version, deputy = scene.paper(), a_member("STAFF_SIDE", is_deputy=True)

    together(votes(version, scene.union, "RETURN"), votes(version, deputy))

    assert [(vote.member, vote.answer) for vote in Vote.objects.all()] == [(scene.union, "RETURN")]


def test_an_objection_and_an_approval_at_once_follow_one_another() -> None:
    """Either the objection was there first and stops the approval, or it comes too late and is told so."""
    scene = Scene()
    version = scene.voted()
    paper = fresh(version)
    objects = {"kind": "OBJECTION", "ground": "SUBSTITUTION", "text": "A paid job", "by": scene.union, "at": NOW}

    ended = outcomes(declares(version, scene.chair), lambda: services.say(paper, **objects))

    assert (ended, approvals(version) + Remark.objects.count()) == (["done", "refused"], 1)


def test_with_the_guard_off_the_same_race_approves_twice() -> None:
    """The negative control: read the status, then write it, with neither the held row nor the compare-and-set."""
    scene = Scene()
    version = scene.paper()
    both_have_read = Barrier(2)

    def naive_approval() -> None:
        row = ProfileVersion.objects.get(pk=version.pk)
        assert row.status == "SUBMITTED"
        both_have_read.wait(timeout=20)
        ProfileVersion.objects.filter(pk=row.pk).update(status="APPROVED", approved_on=NOW.date())
        row.steps.create(status="APPROVED", by=scene.chair, at=NOW)

    ended = outcomes(naive_approval, naive_approval)

    assert (ended, approvals(version)) == (["done", "done"], 2)
