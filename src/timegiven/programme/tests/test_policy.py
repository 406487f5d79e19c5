"""Each number of the handbook once: dated, by strand, said in words."""

from datetime import date, timedelta

import pytest

from tests import builders as a
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.programme import policy as register
from timegiven.programme import selectors, services
from timegiven.programme.models import PolicyValue
from timegiven.programme.policy import Policy, every_policy

TOMORROW = a.TODAY + timedelta(days=1)


@pytest.fixture
def cap(monkeypatch):
    monkeypatch.setattr(register, "_register", [])
    return Policy("hours.test_cap", 2400, source="The guide", means="The cap.", unit="minutes", values={"GAMES": 6000})


def decided(policy, value, from_on, strand=None):
    return PolicyValue.objects.create(
        name=policy.name, strand=strand, from_on=from_on, value=value, decided_by="Steering Group", source="Minutes"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2006, 12, 31), 2400),
        (date(2007, 1, 1), 1800),
        (date(2007, 4, 30), 1800),
        (date(2007, 5, 1), 3000),
        (date(2017, 5, 1), 3000),
    ],
)
def test_a_day_has_the_newest_value_that_had_begun(cap, day, value):
    decided(cap, 3000, date(2007, 5, 1))
    decided(cap, 1800, date(2007, 1, 1))

    assert cap.on(day) == value


@pytest.mark.django_db
def test_a_strand_has_its_own_value_before_everybody_s(cap):
    corporate = a.the_strand("CORP")
    decided(cap, 1800, date(2007, 1, 1))
    decided(cap, 900, date(2006, 1, 1), strand=corporate)

    assert (cap.on(a.TODAY, corporate), cap.on(a.TODAY, a.the_strand("MVP")), cap.on(a.TODAY)) == (900, 1800, 1800)


@pytest.mark.django_db
def test_where_the_handbook_itself_differs_a_change_for_all_does_not_reach_the_strand(cap):
    games = a.the_strand("GAMES")
    decided(cap, 1800, date(2007, 1, 1))

    assert (cap.on(a.TODAY, games), cap.on(a.TODAY)) == (6000, 1800)


@pytest.mark.django_db
def test_a_value_of_another_number_does_not_count(cap, monkeypatch):
    other = Policy("hours.other", 1, source="x", means="x")
    decided(other, 5, date(2007, 1, 1))

    assert cap.on(a.TODAY) == 2400


def test_a_number_is_defined_once(cap):
    with pytest.raises(TypeError, match=r"hours\.test_cap is defined twice"):
        Policy("hours.test_cap", 1, source="x", means="x")


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("minutes", 2400, "40 hours"),
        ("minutes", 90, "1 hour 30 minutes"),
        ("pence", 285, "£2.85"),
        ("days", 1, "1 day"),
        ("days", 28, "28 days"),
        ("days", [60, 30, 7], "60, 30 and 7 days"),
        ("months", 12, "12 months"),
        ("", 3, "3"),
        ("", "22:00", "22:00"),
        ("", {"A": 3, "B": 5}, "A: 3; B: 5"),
        ("", True, "yes"),
    ],
)
def test_a_value_is_said_in_words(monkeypatch, unit, value, said):
    monkeypatch.setattr(register, "_register", [])

    assert Policy("x.y", value, source="x", means="x", unit=unit).in_words(value) == said


def test_every_number_has_a_source_a_meaning_and_a_chapter_from_the_start():
    numbers = list(every_policy())

    assert {number.name.partition(".")[0] for number in numbers} >= {
        "hours",
        "joining",
        "library",
        "people",
        "expenses",
    }
    assert [number.name for number in numbers if not (number.source and number.means)] == []


# Deciding


def _decide(cap, **changed):
    facts = {"value": 1800, "from_on": TOMORROW, "decided_by": "Steering Group", "source": "Minutes", "at": a.NOW}
    return services.decide(cap, **facts | changed)


@pytest.mark.django_db
def test_the_central_team_changes_a_number_from_a_day_on(cap):
    by = a.the_central_team()

    row = _decide(cap, by=by)

    assert (cap.on(a.TODAY), cap.on(TOMORROW)) == (2400, 1800)
    event = Event.objects.get()
    assert (event.act, event.actor, event.why) == ("decided", by.reference, "hours.test_cap from 2007-04-25")
    assert row.decided_by == "Steering Group"


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["UNIT_MANAGER", "MVPM", "STEERING_GROUP", "VETTING", "PASSES", "HR", "AUDITOR"])
def test_nobody_else_changes_a_number(cap, role):
    with pytest.raises(NotPermitted):
        _decide(cap, by=a.someone_appointed(role, a.the_force()))

    assert PolicyValue.objects.count() == 0


@pytest.mark.django_db
def test_a_past_day_keeps_its_value(cap):
    with pytest.raises(NotAllowed, match="Monday 23 April 2007 is past"):
        _decide(cap, by=a.the_central_team(), from_on=a.TODAY - timedelta(days=1))


@pytest.mark.django_db
def test_today_may_change(cap):
    _decide(cap, by=a.the_central_team(), from_on=a.TODAY)

    assert cap.on(a.TODAY) == 1800


@pytest.mark.django_db
@pytest.mark.parametrize("strand", [None, "CORP"])
def test_one_value_a_day(cap, strand):
    by, strand = a.the_central_team(), strand and a.the_strand(strand)
    _decide(cap, by=by, strand=strand)

    with pytest.raises(NotAllowed, match="another value has been decided"):
        _decide(cap, by=by, strand=strand, value=1200)


@pytest.mark.django_db
def test_the_same_value_again_changes_nothing(cap):
    with pytest.raises(NotAllowed, match="already the value"):
        _decide(cap, by=a.the_central_team(), value=2400)


@pytest.mark.django_db
def test_a_value_outside_its_choices_is_refused(monkeypatch):
    monkeypatch.setattr(register, "_register", [])
    level = Policy("joining.level", "NPPV2A", source="x", means="x", choices=("NPPV1", "NPPV2A"))

    with pytest.raises(NotAllowed, match="not one of the values"):
        _decide(level, by=a.the_central_team(), value="NPPV9")


@pytest.mark.django_db
def test_the_page_s_numbers_take_as_many_questions_with_many_values(cap, django_assert_num_queries):
    for days in range(5):
        decided(cap, 1800 + days, a.TODAY - timedelta(days=days))

    with django_assert_num_queries(2):
        chapters = selectors.chapters(a.TODAY)

    ((chapter, (shown,)),) = chapters
    assert (chapter, shown.everyone, len(shown.changes)) == ("hours", "30 hours", 5)
