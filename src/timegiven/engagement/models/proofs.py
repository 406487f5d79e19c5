"""What is kept of a letter that somebody took away: enough to say that it is genuine, and nothing more."""

from django.db import models

from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Volunteer


class Proof(models.Model):
    """A letter by its check code. Not which kind of letter it was: one kind is asked for by people on benefits."""

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="proofs")
    code_digest = models.CharField(max_length=64, unique=True)
    name = EncryptedText()  # as printed
    minutes = EncryptedText()  # as printed
    made_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)  # made in error
