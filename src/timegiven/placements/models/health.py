"""What helps a volunteer, and what to do if they are unwell. Never why."""

from django.db import models

from timegiven.kernel.encrypted import EncryptedText
from timegiven.people.models import Person, Volunteer


class HealthCard(models.Model):
    """Two layers: what to do, for those beside the volunteer; and when Occupational Health was asked, for the MVPM.

    There is no place for a diagnosis (clauses 106, 107).
    """

    volunteer = models.OneToOneField(Volunteer, on_delete=models.CASCADE, related_name="health_card")
    helps = EncryptedText(blank=True)  # from day to day: a chair with arms, a break each hour
    what_to_do = EncryptedText(blank=True)  # if they are unwell
    for_first_aiders = models.BooleanField(default=False)  # the volunteer has agreed that first aiders may read it
    asked_on = models.DateField(null=True, blank=True)  # when the MVPM asked Occupational Health
    answered_on = models.DateField(null=True, blank=True)  # when Occupational Health answered
    look_again_on = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
