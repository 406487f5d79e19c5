"""A meeting of a borough's volunteers: what it is for, who was invited, and what was shared there."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.interval import Interval
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.kernel.words import several
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit


class VolunteerMeeting(Interval):
    """A meeting to which all volunteers of a borough are invited, for support, training and news (clause 125)."""

    class Status(models.TextChoices):
        PLANNED = "PLANNED", "To come"
        HELD = "HELD", "Held"
        CALLED_OFF = "CALLED_OFF", "Called off"

    reference = ReferenceField()
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=200)
    is_support = models.BooleanField(default=False)
    is_training = models.BooleanField(default=False)
    is_information = models.BooleanField(default=False)
    about = models.TextField(blank=True)
    news = models.TextField(blank=True)  # what was shared: also for those who could not come
    set_up_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.PLANNED)

    lifecycle = Lifecycle(
        "volunteer meeting",
        moves={Status.PLANNED: (Status.HELD, Status.CALLED_OFF), Status.HELD: (), Status.CALLED_OFF: ()},
        desks={Status.PLANNED: "MVPM", Status.HELD: "", Status.CALLED_OFF: ""},
    )

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["borough", "status", "starts_at"], name="engagement_meetings_of")]
        constraints = [
            *Interval.Meta.constraints,
            models.CheckConstraint(
                condition=Q(is_support=True) | Q(is_training=True) | Q(is_information=True),
                name="engagement_meeting_is_for_something",
            ),
        ]

    @property
    def purposes(self) -> str:
        """Support, training and news."""
        named = {"support": self.is_support, "training": self.is_training, "news": self.is_information}
        said = several([word for word, is_so in named.items() if is_so])
        return said[:1].upper() + said[1:]

    @property
    def status_colour(self) -> str:
        return {"PLANNED": "blue", "HELD": "green"}.get(self.status, "grey")


class VolunteerMeetingStep(Step):
    of = models.ForeignKey(VolunteerMeeting, on_delete=models.CASCADE, related_name="steps")


class Invitation(models.Model):
    """A volunteer was invited; an answer is welcome and not needed. Whether they came is only in their month."""

    class Answer(models.TextChoices):
        YES = "YES", "I hope to come"
        NO = "NO", "Not this time"

    reference = ReferenceField()
    meeting = models.ForeignKey(VolunteerMeeting, on_delete=models.CASCADE, related_name="invitations")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=3, choices=Answer, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "volunteer"], name="engagement_invited_once")]
