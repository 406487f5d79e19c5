"""The rules of joining as tables."""

from datetime import date

import pytest

from timegiven.joining import rules
from timegiven.joining.rules import Someone
from timegiven.kernel.refusals import NotAllowed

TODAY = date(2007, 4, 24)
ME = Someone("Grace Mills", "grace@example.org", "07700 900123")
ANN = Someone("Ann Lee", "ann@example.org", "")
BOB = Someone("Bob Ray", "", "020 7946 0777")


def refused(check: object, *args: object, **facts: object) -> bool:
    try:
        check(*args, **facts)
    except NotAllowed as refusal:
        return bool(refusal.reason and refusal.next_step)  # a refusal without a way on is none
    return False


@pytest.mark.clause(146)
@pytest.mark.parametrize(
    ("born_on", "is_refused"),
    [
        (date(1991, 4, 24), False),  # sixteen today
        (date(1991, 4, 25), True),  # sixteen tomorrow
        (TODAY, True),
        (date(2007, 4, 25), True),  # not born yet
        (date(1875, 1, 1), True),
        (date(1918, 2, 28), False),  # 89
        (date(1988, 2, 29), False),
    ],
)
def test_volunteers_are_sixteen_or_older_and_truly_born(born_on: date, is_refused: bool) -> None:
    assert refused(rules.check_age, born_on, day=TODAY, least=16) == is_refused


@pytest.mark.parametrize(
    ("born_on", "is_mistyped"),
    [
        (date(2007, 4, 25), True),  # tomorrow
        (TODAY, False),  # too young, and truly born
        (date(1887, 4, 24), False),  # 120 today
        (date(1886, 4, 24), True),  # 121 today
    ],
)
def test_a_day_on_which_nobody_can_be_born_is_said_to_be_mistyped(born_on: date, is_mistyped: bool) -> None:
    try:
        rules.check_age(born_on, day=TODAY, least=16)
        said = ""
    except NotAllowed as refusal:
        said = refusal.reason

    assert ("cannot be a date of birth" in said) == is_mistyped


@pytest.mark.clause(75)
@pytest.mark.parametrize(("good", "is_refused"), [(0, True), (1, True), (2, False), (3, False)])
def test_two_satisfactory_references_are_needed(good: int, is_refused: bool) -> None:
    assert refused(rules.check_references, good=good, needed=2) == is_refused


@pytest.mark.clause(75)
@pytest.mark.parametrize(
    ("referees", "is_refused"),
    [
        ([ANN, BOB], False),
        ([ANN, Someone("Annie", "ANN@example.org", "")], True),  # one mailbox
        ([BOB, Someone("Rob", "", "+44 20 7946 0777")], True),  # one telephone
        ([ANN, Someone("ann  lee", "other@example.org", "")], True),  # one name
        ([ANN, Someone("Me", "grace@example.org", "")], True),
        ([ANN, Someone("Me", "", "+447700900123")], True),
        ([ANN, Someone("grace mills", "", "020 7946 0001")], True),
        ([ANN, Someone("Cy Tan", "", "")], True),  # nobody can reach them
    ],
)
def test_referees_are_two_other_people_whom_we_can_reach(referees: list[Someone], is_refused: bool) -> None:
    assert refused(rules.check_referees, ME, referees) == is_refused


@pytest.mark.clause(74)
@pytest.mark.parametrize(
    ("from_on", "until_on", "is_refused"),
    [
        (TODAY, date(2010, 4, 24), False),
        (TODAY, TODAY, True),
        (TODAY, date(2007, 4, 23), True),
        (date(2007, 6, 1), date(2007, 6, 1), True),  # it would end before it begins, though both are to come
        (date(2007, 6, 1), date(2007, 5, 1), True),
        (date(2007, 6, 1), date(2007, 6, 2), False),
        (date(2004, 4, 24), TODAY, True),  # over
        (date(2004, 4, 24), date(2007, 4, 25), False),
    ],
)
def test_a_clearance_ends_after_it_begins_and_later_than_today(from_on: date, until_on: date, is_refused: bool) -> None:
    assert refused(rules.check_clearance, from_on=from_on, until_on=until_on, day=TODAY) == is_refused


@pytest.mark.parametrize(
    ("by_on", "said"),
    [
        (TODAY, None),
        (date(2007, 4, 23), " It could be asked for until Monday 23 April 2007."),
        (None, ""),  # no last day was kept
    ],
)
def test_an_appeal_is_asked_for_in_its_time_and_says_until_when_it_was(by_on: date | None, said: str | None) -> None:
    if said is None:
        rules.check_appeal_in_time(by_on, day=TODAY)
        return

    with pytest.raises(NotAllowed) as refusal:
        rules.check_appeal_in_time(by_on, day=TODAY)

    assert refusal.value.reason == f"Your appeal has not been recorded: the time for it has passed.{said}"


@pytest.mark.clause(134)
def test_the_statement_is_set_in_its_parts_without_its_marks() -> None:
    body = """
# Part 1
## We **hope** for

You may *stop*
at `any` time.

- a _warm_ welcome,
  and thanks
- insurance

Between - no list.
"""

    assert rules.parts_of(body) == [
        {"kind": "heading", "words": "Part 1"},
        {"kind": "heading", "words": "We hope for"},
        {"kind": "text", "words": "You may stop at any time."},
        {"kind": "bullets", "items": ["a warm welcome, and thanks", "insurance"]},
        {"kind": "text", "words": "Between - no list."},
    ]


@pytest.mark.clause(134)
@pytest.mark.parametrize(
    ("typed", "is_refused"),
    [("Grace Mills", False), ("grace  mills", False), ("Gracie Mills", False), ("Mills", True), ("", True)],
)
def test_a_signature_is_ones_own_name(typed: str, is_refused: bool) -> None:
    assert refused(rules.check_signature, typed, name="Grace Mills", known_as="Gracie") == is_refused


@pytest.mark.clause(83)
@pytest.mark.parametrize(
    ("is_cleared", "has_agreed", "is_refused"),
    [(True, True, False), (False, True, True), (True, False, True), (False, False, True)],
)
def test_a_pass_waits_for_clearance_and_agreement(is_cleared: bool, has_agreed: bool, is_refused: bool) -> None:
    assert refused(rules.check_pass, is_cleared=is_cleared, has_agreed=has_agreed, name="Grace") == is_refused


@pytest.mark.clause(76)
def test_the_refusal_of_an_unfinished_application_names_every_missing_section() -> None:
    asked = rules.every_section(referees=2)
    saved = [section.code for section in asked if section.code not in ("why", "referee_1")]

    with pytest.raises(NotAllowed) as refusal:
        rules.check_complete(saved, asked)

    assert refusal.value.reason == (
        "We have not sent your application: “Why you would like to volunteer” and “A person who knows you” "
        "are not filled in yet."
    )


@pytest.mark.parametrize(("standing", "is_refused"), [(0, False), (1, False), (2, True)])
def test_another_referee_is_named_only_when_one_is_missing(standing: int, is_refused: bool) -> None:
    assert refused(rules.check_room_for_referee, standing=standing, needed=2) == is_refused


@pytest.mark.parametrize(("on", "is_refused"), [(TODAY, False), (date(2007, 4, 25), True)])
def test_an_interview_is_recorded_after_it_took_place(on: date, is_refused: bool) -> None:
    assert refused(rules.check_interview_day, on, day=TODAY) == is_refused
