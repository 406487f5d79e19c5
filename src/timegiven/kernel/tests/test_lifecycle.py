"""One table of moves, and of two people who act at once one wins."""

import pytest

from tests import builders as a
from tests.races import outcomes
from timegiven.kernel.lifecycle import Lifecycle, every_lifecycle
from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed

Volunteer = a.Volunteer  # any thing with a life will do
Status = Volunteer.Status
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("here", "there", "allowed"),
    [
        ("ACTIVE", "PAUSED", True),
        ("ACTIVE", "LEFT", True),
        ("ACTIVE", "ACTIVE", False),
        ("PAUSED", "ACTIVE", True),
        ("PAUSED", "LEFT", True),
        ("PAUSED", "PAUSED", False),
        ("LEFT", "ACTIVE", True),
        ("LEFT", "PAUSED", False),
        ("LEFT", "LEFT", False),
    ],
)
def test_the_table_alone_says_which_moves_there_are(here, there, allowed):
    volunteer = a.a_volunteer()
    Volunteer.objects.filter(pk=volunteer.pk).update(status=here)
    volunteer.refresh_from_db()

    if allowed:
        Volunteer.lifecycle.move(volunteer, there, by=volunteer.person, at=a.NOW)
    else:
        with pytest.raises(NotAllowed, match="Nothing has changed"):
            Volunteer.lifecycle.move(volunteer, there, by=volunteer.person, at=a.NOW)

    volunteer.refresh_from_db()
    assert volunteer.status == (there if allowed else here)


def test_a_move_writes_a_step_with_who_when_and_why():
    volunteer, by = a.a_volunteer(), a.a_person("Priya Sharma")

    step = Volunteer.lifecycle.move(volunteer, Status.PAUSED, by=by, at=a.NOW, why="Moving house")

    assert [(s.status, s.by, s.at, s.why) for s in volunteer.steps.all()] == [("PAUSED", by, a.NOW, "Moving house")]
    assert (step.title, step.by_name) == ("On a break", "Priya Sharma")


@pytest.mark.parametrize(("here", "there", "allowed"), [("ACTIVE", "PAUSED", True), ("LEFT", "PAUSED", False)])
def test_before_a_form_is_shown_the_table_is_asked_whether_the_move_is_there(here, there, allowed):
    volunteer = Volunteer(status=here)

    if allowed:
        Volunteer.lifecycle.check_may_become(volunteer, there)
    else:
        with pytest.raises(NotAllowed, match="This volunteer record is “left” now, so this cannot be done with it"):
            Volunteer.lifecycle.check_may_become(volunteer, there)


def test_a_step_says_whose_turn_it_is_as_one_says_it():
    claim = next(life for life in every_lifecycle() if life.thing == "claim")

    turns = [claim.turn(here) for here in ("SUBMITTED", "DRAFT", "BATCHED", "PAID")]

    assert turns == ["the MVP Manager", "the volunteer", "Finance", ""]


def test_a_refused_move_writes_no_step():
    volunteer = a.a_volunteer()

    with pytest.raises(NotAllowed, match="this volunteer record is “volunteering” already"):
        Volunteer.lifecycle.move(volunteer, Status.ACTIVE, by=volunteer.person, at=a.NOW)

    assert volunteer.steps.count() == 0


def test_beginning_writes_the_first_step_in_the_first_status():
    volunteer = a.a_volunteer()

    Volunteer.lifecycle.begin(volunteer, by=None, at=a.NOW)

    assert [(step.status, step.by_name) for step in volunteer.steps.all()] == [("ACTIVE", "Time Given")]


def test_of_two_who_read_the_same_status_the_second_is_told():
    first = a.a_volunteer()
    second = Volunteer.objects.get(pk=first.pk)

    Volunteer.lifecycle.move(first, Status.PAUSED, by=first.person, at=a.NOW)
    with pytest.raises(SomeoneElseActed, match="someone else has just moved"):
        Volunteer.lifecycle.move(second, Status.LEFT, by=first.person, at=a.NOW)

    assert (Volunteer.objects.get(pk=first.pk).status, first.steps.count()) == ("PAUSED", 1)


def test_a_table_that_forgets_a_status_cannot_be_made():
    with pytest.raises(TypeError, match="every status needs its moves and its desk"):
        Lifecycle("thing", moves={"A": ("B",), "B": ()}, desks={"A": "someone"})


def test_the_desk_names_the_statuses_that_wait_there():
    table = Lifecycle.__new__(Lifecycle)
    table.desks = {"A": "manager", "B": "volunteer", "C": "manager"}
    table.moves = {"A": ("B",), "B": ("C",), "C": ()}

    assert (table.at_desk("manager"), table.ends) == (["A", "C"], ["C"])


def _at_once(move, volunteer):
    """Four people move the same record at the same moment; how each ended."""
    theirs = [Volunteer.objects.get(pk=volunteer.pk) for _ in range(4)]
    return outcomes(*(lambda each=each: move(each) for each in theirs))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_many_who_act_at_once_exactly_one_wins():
    volunteer = a.a_volunteer()

    told = _at_once(lambda it: Volunteer.lifecycle.move(it, Status.PAUSED, by=None, at=a.NOW), volunteer)

    assert told == ["done", "refused", "refused", "refused"]
    assert volunteer.steps.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_guard_all_of_them_would_win():
    volunteer = a.a_volunteer()

    def unguarded(theirs):
        Volunteer.objects.filter(pk=theirs.pk).update(status=Status.PAUSED)
        theirs.steps.create(status=Status.PAUSED, by=None, at=a.NOW)

    assert _at_once(unguarded, volunteer) == ["done"] * 4
    assert volunteer.steps.count() == 4
