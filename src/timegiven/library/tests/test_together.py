"""Two members who speak at once: the profile is approved once, and neither view is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.builders import NOW
from timegiven.kernel.refusals import NotAllowed
from timegiven.library import services
from timegiven.library.models import ProfileVersion, VersionStep, View
from timegiven.library.tests.scenes import Scene

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.clause(52)]


def at_once(*deeds) -> list[str]:
    """Start all deeds together, each on a connection of its own; return how each ended."""
    start = Barrier(len(deeds))

    def carry_out(deed) -> str:
        try:
            start.wait(timeout=20)
            deed()
        except NotAllowed:
            return "refused"
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return sorted(threads.map(carry_out, deeds))


def approvals(version: ProfileVersion) -> int:
    return VersionStep.objects.filter(of=version, status="APPROVED").count()


def speaks(version: ProfileVersion, member):
    paper = ProfileVersion.objects.select_related("profile__unit").get(pk=version.pk)
    return lambda: services.decide(paper, answer="APPROVE", round=1, by=member, at=NOW)


def test_of_two_last_words_one_approves_and_the_other_is_told() -> None:
    scene = Scene()
    version = scene.paper()
    scene.say(version, scene.chair)
    scene.say(version, scene.union)

    ended = at_once(speaks(version, scene.safety), speaks(version, scene.risk))

    assert (ended, approvals(version), View.objects.count()) == (["done", "refused"], 1, 3)


def test_two_who_complete_the_quorum_together_do_approve() -> None:
    scene = Scene()
    version = scene.paper()
    scene.say(version, scene.chair)

    ended = at_once(speaks(version, scene.union), speaks(version, scene.safety))

    assert (ended, approvals(version)) == (["done", "done"], 1)
    assert ProfileVersion.objects.get(pk=version.pk).status == "APPROVED"


def test_the_same_member_twice_at_once_has_one_view() -> None:
    scene = Scene()
    version = scene.paper()

    ended = at_once(speaks(version, scene.union), speaks(version, scene.union))

    assert (ended, View.objects.count()) == (["done", "refused"], 1)


def test_an_approval_and_a_return_at_once_leave_one_outcome() -> None:
    scene = Scene()
    version = scene.paper()
    scene.say(version, scene.chair)
    scene.say(version, scene.union)
    paper = ProfileVersion.objects.select_related("profile__unit").get(pk=version.pk)

    ended = at_once(
        speaks(version, scene.safety),
        lambda: services.decide(paper, answer="RETURN", reason="Which?", round=1, by=scene.risk, at=NOW),
    )

    outcomes = VersionStep.objects.filter(of=version, status__in=["APPROVED", "RETURNED"]).count()
    assert (ended, outcomes) == (["done", "refused"], 1)


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

    ended = at_once(naive_approval, naive_approval)

    assert (ended, approvals(version)) == (["done", "done"], 2)
