"""May these people do this, there, on that day? One answer for many people, every reason for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from timegiven.kernel.refusals import NotAllowed
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import EVERYBODY, FOR_A_DUTY, Check, Question
from timegiven.programme.models import Unit

MANY = 500  # above so many, the ids are not sent to the database one by one


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
) -> dict[int, frozenset[str]]:
    """For each person (a queryset of people, or ids) the codes of the checks that fail; an empty set is ready.

    One query for each check and a few for the handbook's numbers, however many people are asked about.
    """
    among, asked = _asked(people)
    question = Question(among, version, unit, day, minutes)
    failing: dict[int, set[str]] = {person: set() for person in asked}
    for check in checks:
        for person in _failing(check, question):
            if person in failing:
                failing[person].add(check.code)
    return {person: frozenset(codes) for person, codes in failing.items()}


def _asked(people: QuerySet | Iterable[int]) -> tuple[QuerySet, list[int]]:
    """The people as something that the database can look among, and as ids."""
    if isinstance(people, QuerySet):
        among = people.order_by() if people.model is Person else EVERYBODY.filter(pk__in=people)
        return among.values("pk"), list(among.values_list("pk", flat=True))
    ids = list(people)
    among = Person.objects.values("pk")
    return (among.filter(pk__in=ids) if len(ids) <= MANY else among), ids


def _failing(check: Check, question: Question) -> QuerySet:
    passing = check.passing(question)
    if passing is EVERYBODY:
        return Person.objects.none()
    # Asked of one person, a check must not read the rows of all.
    path = {Person: "pk", Placement: "volunteer__person"}.get(passing.model, "person")
    passing = passing.filter(**{f"{path}__in": question.people})
    return Person.objects.filter(pk__in=question.people).exclude(pk__in=passing).values_list("pk", flat=True)


def explain(
    person: Person,
    version: ProfileVersion,
    unit: Unit,
    day: date,
    minutes: int = 0,
    *,
    checks: Iterable[Check] = FOR_A_DUTY,
) -> list[Answer]:
    """Every check for one person, in words, with the next step, whose it is and a link. Asks ``readiness`` itself."""
    checks = tuple(checks)
    failing = readiness([person.pk], version, unit, day, minutes, checks=checks)[person.pk]
    question = Question(Person.objects.filter(pk=person.pk).values("pk"), version, unit, day, minutes)
    volunteer = Volunteer.objects.filter(person=person).values_list("reference", flat=True).first()
    return [_answer(check, question, check.code not in failing, volunteer or "") for check in checks]


def _answer(check: Check, question: Question, passed: bool, volunteer: str) -> Answer:
    sentence = (check.passed if passed else check.failed).format(**question.words)
    if check.detail and not passed:
        sentence = f"{sentence} {check.detail(question)}"
    return Answer(
        code=check.code,
        passed=passed,
        sentence=sentence,
        next_step="" if passed else check.next_step,
        whose=check.whose,
        url=reverse(check.page, args=[volunteer]) if check.page and volunteer and not passed else "",
        clauses=check.clauses,
        source=check.source,
    )


def require_ready(
    person: Person,
    version: ProfileVersion,
    unit: Unit,
    day: date,
    minutes: int = 0,
    *,
    checks: Iterable[Check] = FOR_A_DUTY,
    what: str = "Nothing has been arranged",
) -> None:
    """Raise NotAllowed with what is not in order (at most three reasons) and the first next step.

    ``what`` says what did not happen, as the beginning of a sentence.
    """
    wrong = [each for each in explain(person, version, unit, day, minutes, checks=checks) if not each.passed]
    if not wrong:
        return
    more = f" {len(wrong) - 3} more things are not in order." if len(wrong) > 3 else ""
    reasons = " ".join(each.sentence for each in wrong[:3])
    raise NotAllowed(f"{what}. {reasons}{more}", next_step=wrong[0].next_step, ask=f"Whose turn: {wrong[0].whose}.")
