"""Who may do what with a role profile: one table over every role, here and in another borough."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import builders as b
from timegiven.library import access
from timegiven.library.models import Remark, RoleProfile
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db

MANAGERS = {"mvpm", "unit_manager"}
ELSEWHERE = {"other_mvpm", "other_unit_manager"}
OFFICES = {"central", "auditor"}
GROUP = {"chair", "deputy", "member"}
ALLOWED = {
    "propose": MANAGERS,
    "have_an_idea": MANAGERS | ELSEWHERE,
    "write": {"mvpm"},
    "assess": {"mvpm"},
    "report_change": MANAGERS,
    "report_somewhere": MANAGERS | ELSEWHERE,
    "finish": MANAGERS,
    "assess_somewhere": {"mvpm", "other_mvpm"},
    "decide": GROUP,
    "discuss": GROUP,
    "reply": MANAGERS | {"proposer"},
    "withdraw": {"objector", "member"},
    "convene": {"chair", "deputy", "central"},
    "see_meetings": GROUP | OFFICES,
    "meet_condition": {"mvpm"},
    "retire": {"mvpm", "central"},
    "see_drafts": MANAGERS | ELSEWHERE | OFFICES,
    "see_agenda": GROUP | OFFICES | {"mvpm", "other_mvpm"},
    "see_reviews": MANAGERS | ELSEWHERE | {"central"},
    "see_names": MANAGERS | ELSEWHERE | GROUP | OFFICES | {"finance"},
    "ask": MANAGERS,
    "see_requests": MANAGERS | ELSEWHERE | OFFICES,
    "see_conditions": MANAGERS | ELSEWHERE | GROUP | OFFICES,
    "see_flow": MANAGERS | GROUP | OFFICES | {"proposer"},
}
OF_A_UNIT = ("propose", "assess", "report_change", "finish", "ask")
OF_A_PAPER = ("discuss", "reply")
OF_A_VERSION = ("write", "decide", "meet_condition", "retire", "see_flow")


class Scene:
    """A role of Camden before the group; an objection that somebody raised from a seat where another sits now."""

    def __init__(self) -> None:
        unit, there = b.a_unit(), b.a_unit(borough=b.a_borough("Hackney"))
        force, objector = b.the_force(), b.a_person()
        self.people: dict[str, Person] = {
            "mvpm": b.an_mvpm(),
            "unit_manager": b.a_unit_manager(unit),
            "other_mvpm": b.an_mvpm(there.borough),
            "other_unit_manager": b.a_unit_manager(there),
            "central": b.the_central_team(),
            "auditor": b.someone_appointed("AUDITOR", force),
            "finance": b.the_finance_office(),
            "chair": b.someone_appointed("STEERING_GROUP", force, seat="CHAIR"),
            "deputy": b.someone_appointed("STEERING_GROUP", force, seat="CHAIR", is_deputy=True),
            "member": b.someone_appointed("STEERING_GROUP", force, seat="SAFETY"),
            "proposer": b.a_person(),
            "objector": objector,
            "stranger": b.a_person(),
        }
        self.unit, self.version = unit, b.an_approved_version(unit=unit)
        RoleProfile.objects.filter(pk=self.version.profile_id).update(proposed_by=self.people["proposer"])
        self.version.profile.refresh_from_db()
        self.paper = b.a_paper(self.version)
        self.remark = Remark.objects.create(
            paper=self.paper,
            kind="OBJECTION",
            ground="OTHER",
            text="No",
            by=objector,
            at=b.NOW,
            seat=b.a_seat("SAFETY"),
        )

    def about(self, verb: str) -> list[Any]:
        named = {"withdraw": self.remark, **dict.fromkeys(OF_A_UNIT, self.unit)}
        named |= dict.fromkeys(OF_A_PAPER, self.paper) | dict.fromkeys(OF_A_VERSION, self.version)
        return [named[verb]] if verb in named else []


@pytest.mark.parametrize("verb", ALLOWED)
def test_each_verb_is_open_to_these_and_to_nobody_else(verb: str) -> None:
    scene = Scene()
    may: Callable[..., bool] = getattr(access, verb)

    allowed = {who for who, person in scene.people.items() if may(person, *scene.about(verb), b.TODAY)}

    assert allowed == ALLOWED[verb]


def test_the_table_names_every_verb_but_the_chair_s_which_follows_from_who_sits_where() -> None:
    assert {name for name, verb in vars(access).items() if hasattr(verb, "require")} == {*ALLOWED, "declare"}
