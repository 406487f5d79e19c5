"""The right to volunteer: what was seen, under what conditions, until when. Never a copy of it."""

from django.db import models

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class RightToVolunteer(models.Model):
    """One look at a document that lets somebody volunteer here; the newest look counts."""

    class Evidence(models.TextChoices):
        PASSPORT = "PASSPORT", "British or Irish passport"
        BIRTH = "BIRTH", "British birth certificate and a letter with their name"
        SETTLED = "SETTLED", "Settled or pre-settled status (share code)"
        VISA = "VISA", "Visa or residence permit that allows volunteering"
        ASYLUM = "ASYLUM", "Application registration card of somebody seeking asylum"
        OTHER = "OTHER", "Another document"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="rights_to_volunteer")
    evidence = models.CharField(max_length=8, choices=Evidence)
    conditions = models.CharField(max_length=200, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    checked_on = models.DateField()
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "-checked_on"], name="joining_right_newest")]

    def holds(self, day: object) -> bool:
        """Whether it still lets them volunteer on a day."""
        return self.expires_on is None or self.expires_on > day  # type: ignore[operator]
