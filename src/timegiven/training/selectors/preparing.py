"""What comes before volunteering begins: its modules, and how far everybody is (clause 96)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from timegiven.people.models import Person, Volunteer
from timegiven.people.selectors import scope
from timegiven.programme.models import Strand
from timegiven.training.models import Completion, Course
from timegiven.training.selectors.needing import target_before
from timegiven.training.selectors.sessions import READERS


def modules_before() -> QuerySet[Course]:
    """The modules of the programme, by code."""
    return Course.objects.filter(needed_for=Course.Needed.BEFORE, is_offered=True).order_by("code")


def strands_before(day: date) -> list[tuple[Strand, int]]:
    """The strands that have such a programme, each with the minutes that it takes."""
    return [(each, minutes) for each in Strand.objects.order_by("name") if (minutes := target_before(each, day))]


def volunteers_before(viewer: Person, day: date, *, words: str = "") -> QuerySet[Volunteer]:
    """The volunteers of the strands that have such a programme, where this person looks after training."""
    strands = [strand for strand, _ in strands_before(day)]
    found = Volunteer.objects.filter(scope(viewer, READERS, day, on="borough"), strand__in=strands)
    if words:
        found = found.filter(Q(person__name__icontains=words) | Q(reference=words.upper()))
    return (
        found.exclude(status=Volunteer.Status.LEFT)
        .select_related("person", "borough", "strand")
        .order_by("person__name", "pk")
    )


@dataclass(frozen=True)
class Progress:
    """How far one volunteer is, in minutes and modules."""

    volunteer: Volunteer
    target: int
    done: int
    modules: int

    @property
    def share(self) -> int:
        """In hundredths of the whole."""
        return min(100 * self.done // self.target, 100)


def progress(volunteers: Iterable[Volunteer], day: date) -> list[Progress]:
    """How far each of them is: each module counts once. Two queries for any number of people of one strand."""
    volunteers = list(volunteers)
    of = Completion.objects.filter(
        person__in=[each.person_id for each in volunteers], course__needed_for=Course.Needed.BEFORE
    )
    minutes: dict[int, dict[int, int]] = {}
    for person, course, took in of.values_list("person_id", "course_id", "minutes"):
        minutes.setdefault(person, {})[course] = took
    targets = {strand: target_before(strand, day) for strand in {each.strand for each in volunteers}}
    return [
        Progress(each, targets[each.strand], sum(done.values()), len(done))
        for each in volunteers
        for done in [minutes.get(each.person_id, {})]
    ]
