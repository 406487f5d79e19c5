"""May these people do this, there, on that day? One answer for many people, every reason for one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from timegiven.kernel.refusals import NotAllowed
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import FOR_A_DUTY
from timegiven.placements.selectors.facts import (
    EVERYBODY,
    Check,
    Hours,
    People,
    Periods,
    Question,
    covers,
    looked_among,
)
from timegiven.programme.models import Unit

MANY = 2_000  # above so many, the ids are not sent to the database one by one


@dataclass(frozen=True)
class Answer:
    """What one check says of one person."""

    code: str
    passed: bool
    sentence: str
    next_step: str
    whose: str
    url: str
    clauses: tuple[int, ...]
    source: str


def readiness(
    people: QuerySet | Iterable[int],
    version: ProfileVersion,
    unit: Unit,
    day: date,
    minutes: int = 0,
    *,
    checks: Iterable[Check] = FOR_A_DUTY,
    hours: Hours | None = None,
    busy: Mapping[int, Sequence[Hours]] | None = None,
) -> dict[int, frozenset[str]]:
    """For each person (a queryset of people, or ids) the codes of the checks that fail; an empty set is ready.

    One query for each check and a few for the handbook's numbers, however many people are asked about. A later
    chapter hands in the ``hours`` of a duty and, by person, the hours said yes to already (``busy``).
    """
    among, asked = asked_of(people)
    question = Question(among, version, unit, day, minutes, hours, busy or {})
    failing: dict[int, set[str]] = {person: set() for person in asked}
    for check in checks:
        for person in failing_on(check, question):
            if person in failing:
                failing[person].add(check.code)
    none: frozenset[str] = frozenset()
    return {person: frozenset(codes) if codes else none for person, codes in failing.items()}


def asked_of(people: QuerySet | Iterable[int]) -> tuple[People, list[int]]:
    """The people as something that the database can look among, and as ids."""
    if isinstance(people, QuerySet):
        among = people.order_by() if people.model is Person else EVERYBODY.filter(pk__in=people)
        return among.values("pk"), list(among.values_list("pk", flat=True))
    ids = list(people)
    return (ids if len(ids) <= MANY else Person.objects.values("pk")), ids


def failing_on(check: Check, asked: Question) -> Iterable[int]:
    """The ids of those, among the people of the question, for whom a check is not in order on its day."""
    if check.spans is not None:
        return [person for person, begins, ends in check.spans(asked, asked.day) if covers(begins, ends, asked.day)]
    if check.periods is not None:
        periods = check.periods(asked)
        if periods is None:
            return []
        # The rows alone that hold are read, and of nobody else.
        held = periods.people_on(asked.day, asked.people)
        return held if periods.bars else _but(asked, held)
    return _but_passing(check, asked)


def _but(asked: Question, held: QuerySet[Any, Any] | set[int]) -> Iterable[int]:
    """Those of the question who are not among the ids of ``held``."""
    if isinstance(asked.people, list):
        return set(asked.people).difference(held)
    return Person.objects.filter(pk__in=asked.people).exclude(pk__in=held).values_list("pk", flat=True)


def _but_passing(check: Check, asked: Question) -> Iterable[int]:
    passing = check.passing(asked) if check.passing else EVERYBODY
    if passing is EVERYBODY:
        return []
    if isinstance(passing, Periods):
        return _but(asked, passing.people_on(asked.day, asked.people))
    # Asked of one person, a check must not read the rows of all.
    path = {Person: "pk", Placement: "volunteer__person"}.get(passing.model, "person")
    return _but(asked, passing.filter(**{f"{path}__in": looked_among(asked.people)}).values_list(path, flat=True))


def explain(
    person: Person,
    version: ProfileVersion,
    unit: Unit,
    day: date,
    minutes: int = 0,
    *,
    checks: Iterable[Check] = FOR_A_DUTY,
    hours: Hours | None = None,
    busy: Sequence[Hours] = (),
    own: bool = False,
) -> list[Answer]:
    """Every check for one person, in words, with the next step, whose it is and a link. Asks ``readiness`` itself.

    With ``own`` in the words for the volunteer.
    """
    checks, theirs = tuple(checks), {person.pk: busy}
    failing = readiness([person.pk], version, unit, day, minutes, checks=checks, hours=hours, busy=theirs)[person.pk]
    question = Question([person.pk], version, unit, day, minutes, hours, theirs)
    reference = Volunteer.objects.filter(person=person).values_list("reference", flat=True).first() if failing else ""
    words = question.words
    return [_answer(check, question, words, check.code not in failing, reference or "", own) for check in checks]


def _answer(check: Check, asked: Question, words: dict[str, str], passed: bool, volunteer: str, own: bool) -> Answer:
    sentence = (check.passed if passed else check.you if own else check.failed).format(**words)
    if check.detail and not passed:
        sentence = f"{sentence} {check.detail(asked)}"
    return Answer(
        code=check.code,
        passed=passed,
        sentence=sentence,
        next_step="" if passed else check.your_step if own else check.next_step,
        whose=check.whose,
        url="" if passed else _address(check, asked, volunteer, own),
        clauses=check.clauses,
        source=check.source,
    )


def _address(check: Check, asked: Question, volunteer: str, own: bool) -> str:
    """Where the next step is done: a page of the volunteer's record, of the role, or of the whole programme."""
    if own and check.page in _OF_THE_MVPM:
        return ""
    if check.page.startswith("library:"):
        return reverse(check.page, args=[asked.version.reference])
    if check.page in _OF_ALL:
        return reverse(check.page)
    return reverse(check.page, args=[volunteer]) if check.page and volunteer else ""


_OF_ALL = ("programme:cover", "joining:agree")
_OF_THE_MVPM = ("placements:offer", "placements:open_aware", "placements:roles_that_fit", "programme:cover")


def sentences(
    codes: Iterable[str], asked: Question, checks: Iterable[Check] = FOR_A_DUTY, *, own: bool = False
) -> list[str]:
    """What is not in order, for a list of people: the sentences of these checks, in their order.

    With ``own`` in the words for the volunteer.
    """
    wrong, words = set(codes), asked.words
    return [(check.you if own else check.failed).format(**words) for check in checks if check.code in wrong]


def require_ready(
    person: Person,
    version: ProfileVersion,
    unit: Unit,
    day: date,
    minutes: int = 0,
    *,
    checks: Iterable[Check] = FOR_A_DUTY,
    what: str = "Nothing has been arranged",
    hours: Hours | None = None,
    busy: Sequence[Hours] = (),
    own: bool = False,
) -> None:
    """Raise NotAllowed with what is not in order (at most three reasons) and the first next step.

    ``what`` says what did not happen, as the beginning of a sentence; ``own``, that the volunteer reads it.
    """
    told = explain(person, version, unit, day, minutes, checks=checks, hours=hours, busy=busy, own=own)
    if wrong := [each for each in told if not each.passed]:
        raise _refusal([each.sentence for each in wrong], wrong[0], what, own=own)


def _refusal(wrong: list[str], first: Answer | Check, what: str, *, own: bool = False) -> NotAllowed:
    more = f" {len(wrong) - 3} more things are not in order." if len(wrong) > 3 else ""
    whose = "yours" if own and first.whose == "Volunteer" else first.whose
    return NotAllowed(f"{what}. {' '.join(wrong[:3])}{more}", next_step=first.next_step, ask=f"Whose turn: {whose}.")


def not_ready(
    codes: Iterable[str], version: ProfileVersion, unit: Unit, day: date, *, checks: Iterable[Check], what: str
) -> NotAllowed:
    """The refusal of ``require_ready`` for somebody of whom it is known already what is not in order."""
    failed = frozenset(codes)
    wrong = [check for check in checks if check.code in failed]
    return _refusal(sentences(failed, Question(EVERYBODY, version, unit, day), wrong), wrong[0], what)
