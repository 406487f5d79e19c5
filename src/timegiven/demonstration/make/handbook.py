"""The handbook: insurance, courses, documents at every age, and how its numbers came to be."""

from datetime import date, timedelta

from timegiven.demonstration.make.stage import Stage
from timegiven.programme import selectors as programme
from timegiven.programme.models import Cover, Edition, PolicyValue
from timegiven.training import services as training
from timegiven.training.models import Course

BEGAN = date(2001, 8, 1)
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
    stage.keep(
        [
            Cover(strand=strand, kind=kind, certificate=f"DEMO-{strand.code}-{number}", from_on=BEGAN)
            for strand in stage.strands.values()
            for number, kind in enumerate(Cover.Kind.values, start=1)
        ]
    )
    _courses(stage)
    _documents(stage)


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
