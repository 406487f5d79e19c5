"""The handbook: insurance, courses, documents at every age, and how its numbers came to be."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from timegiven.demonstration.make.stage import Stage
from timegiven.programme import selectors as programme
from timegiven.programme.models import Cover, Edition, PolicyValue, Strand
from timegiven.training import services as training
from timegiven.training.models import Course

BEGAN = date(2001, 8, 1)
COVERED = {
    Cover.Kind.EMPLOYERS: "Harm to a volunteer for which the force is liable, up to £10 million",
    Cover.Kind.PUBLIC: "Harm that a volunteer does to others or to their things, up to £5 million",
    Cover.Kind.ACCIDENT: "An accident while giving time, whoever is to blame, for ages 16 to 89",
    Cover.Kind.OFF_SITE: "The same when the task is away from police buildings, with a member of the team",
    Cover.Kind.VEHICLE: "A claim against the force when a volunteer's own vehicle is used as the profile allows",
}
STATEMENT, GUIDE, OVERDUE = "statement-of-expectation", "guide", "dress"

# A number that was another number once, so that a day of the past is judged by its own.
EARLIER = (
    ("hours.monthly_cap_minutes", BEGAN, 32 * 60, "Steering Group, July 2001 (for demonstration)"),
    ("hours.monthly_cap_minutes", date(2007, 1, 15), 40 * 60, "Statement of Expectation, MP 505/06"),
)


def make(stage: Stage) -> None:
    stage.keep(
        [PolicyValue(name=n, from_on=f, value=v, decided_by="Steering Group", source=s) for n, f, v, s in EARLIER]
    )
    stage.keep([cover for strand in stage.strands.values() for cover in _certificates(stage, strand)])
    _courses(stage)
    _documents(stage)


def _certificates(stage: Stage, strand: Strand) -> Iterator[Cover]:
    """Two certificates one after the other for each kind of cover; one of the corporate programme's soon runs out."""
    dice = Random(f"cover {strand.code} {stage.seed}")  # noqa: S311 - dice for a story
    renewed, ends = stage.ago(500), stage.today + timedelta(days=230)
    for kind in Cover.Kind:
        soon = strand.code == "CORP" and kind == Cover.Kind.VEHICLE
        until = stage.today + timedelta(days=25) if soon else ends
        for turn, (first, last) in enumerate(((BEGAN, renewed), (renewed, until)), start=1):
            yield Cover(
                reference=stage.reference_of(dice),
                strand=strand,
                kind=kind,
                what=COVERED[kind],
                insurer="Demonstration Mutual",
                certificate=f"DEMO-{strand.code}-{kind[:3]}-{turn}",
                from_on=first,
                until_on=last,
            )


def _courses(stage: Stage) -> None:
    training.load_courses()
    stage.courses = {course.code: course for course in Course.objects.all()}


def _documents(stage: Stage) -> None:
    """One document is due for review, and one shows that there was an edition before."""
    stage.known["statement"] = programme.edition(STATEMENT, stage.today)
    Edition.objects.filter(document__code=OVERDUE).update(review_on=stage.ago(5))
    guide = programme.edition(GUIDE, stage.today)
    stage.keep(
        [
            Edition(
                document=guide.document,
                number=guide.number - 1,
                issued_on=guide.issued_on - timedelta(days=365),
                review_on=guide.issued_on,
                body="This edition has been replaced. The Central Team keeps its text on paper.\n",
            )
        ]
    )
