"""A course beyond what a role needs, asked for and decided before anybody takes it."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer
from timegiven.training.models.courses import Course


class CourseRequest(models.Model):
    """Somebody asks for a course that the role does not need; the MVP Manager agrees first, or not (clauses 87-89)."""

    class Status(models.TextChoices):
        ASKED = "ASKED", "Waits for an answer"
        AGREED = "AGREED", "Agreed"
        DECLINED = "DECLINED", "Not agreed"
        WITHDRAWN = "WITHDRAWN", "Taken back"
        DONE = "DONE", "Done"

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="course_requests")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="requests")
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    wish = models.CharField(max_length=200)
    because = models.CharField(max_length=200, blank=True)  # what the MVP Manager said
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    lifecycle = Lifecycle(
        "request for a course",
        moves={
            Status.ASKED: (Status.AGREED, Status.DECLINED, Status.WITHDRAWN),
            Status.AGREED: (Status.DONE, Status.WITHDRAWN),
            Status.DECLINED: (),
            Status.WITHDRAWN: (),
            Status.DONE: (),
        },
        desks={
            Status.ASKED: "Borough MVP Manager",
            Status.AGREED: "volunteer",
            Status.DECLINED: "",
            Status.WITHDRAWN: "",
            Status.DONE: "",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "course"],
                condition=Q(status__in=["ASKED", "AGREED"]),
                name="training_one_request_for_a_course",
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"ASKED": "blue", "AGREED": "green"}.get(self.status, "grey")


class CourseRequestStep(Step):
    of = models.ForeignKey(CourseRequest, on_delete=models.CASCADE, related_name="steps")
