"""Sessions of a course: where, when, for how many, and who has a place or waits for one."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.interval import Interval
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit
from timegiven.training.models.courses import Course
from timegiven.training.models.requests import CourseRequest


class Session(Interval):
    """One time at which a course is given, by the training unit of a borough or of the whole force."""

    class Status(models.TextChoices):
        OPEN = "OPEN", "Open"
        HELD = "HELD", "Held"
        CALLED_OFF = "CALLED_OFF", "Called off"

    reference = ReferenceField()
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="sessions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    is_for_all = models.BooleanField(default=False)  # volunteers of other boroughs may come too
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    venue = models.CharField(max_length=200)
    joining_words = models.CharField(max_length=400, blank=True)  # how to get in, what to bring
    trainer = models.CharField(max_length=120)
    places = models.PositiveSmallIntegerField()
    set_up_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    lifecycle = Lifecycle(
        "training session",
        moves={Status.OPEN: (Status.HELD, Status.CALLED_OFF), Status.HELD: (), Status.CALLED_OFF: ()},
        desks={Status.OPEN: "training unit", Status.HELD: "", Status.CALLED_OFF: ""},
    )

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["status", "starts_at"], name="training_sessions_to_come")]
        constraints = [
            *Interval.Meta.constraints,
            models.CheckConstraint(condition=Q(places__gt=0), name="training_session_has_places"),
        ]

    @property
    def status_colour(self) -> str:
        return {"OPEN": "blue", "HELD": "green", "CALLED_OFF": "grey"}[self.status]


class SessionStep(Step):
    of = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="steps")


class Material(models.Model):
    """Something to read or watch for a session."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="materials")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    url = models.URLField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "position"], name="training_material_position")]


class Booking(models.Model):
    """A volunteer's place on a session, or their turn on its waiting list."""

    class Status(models.TextChoices):
        WAITING = "WAITING", "On the waiting list"
        BOOKED = "BOOKED", "Place booked"
        GIVEN_BACK = "GIVEN_BACK", "Place given back"
        CAME = "CAME", "Came"
        AWAY = "AWAY", "Was not there"
        OFF = "OFF", "Session called off"
        FULL = "FULL", "No place came free"

    reference = ReferenceField()
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="bookings")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="training_bookings")
    # The role it is for, or the request that the MVP Manager agreed to; neither for what everybody takes.
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    request = models.ForeignKey(CourseRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=Status)
    asked_at = models.DateTimeField()  # first come, first served
    is_reminded = models.BooleanField(default=False)

    lifecycle = Lifecycle(
        "place on a course",
        moves={
            Status.WAITING: (Status.BOOKED, Status.GIVEN_BACK, Status.OFF, Status.FULL),
            Status.BOOKED: (Status.GIVEN_BACK, Status.CAME, Status.AWAY, Status.OFF),
            Status.GIVEN_BACK: (),
            Status.CAME: (),
            Status.AWAY: (),
            Status.OFF: (),
            Status.FULL: (),
        },
        desks={
            Status.WAITING: "training unit",
            Status.BOOKED: "volunteer",
            Status.GIVEN_BACK: "",
            Status.CAME: "",
            Status.AWAY: "",
            Status.OFF: "",
            Status.FULL: "",
        },
    )
    LIVE = (Status.BOOKED, Status.WAITING)

    class Meta:
        indexes = [models.Index(fields=["session", "status", "asked_at"], name="training_bookings_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "volunteer"],
                condition=Q(status__in=["BOOKED", "WAITING"]),
                name="training_one_place",
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"BOOKED": "green", "WAITING": "yellow", "CAME": "green"}.get(self.status, "grey")


class BookingStep(Step):
    of = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="steps")
