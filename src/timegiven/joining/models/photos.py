"""The photograph of whoever holds a pass."""

from django.db import models

from timegiven.kernel.encrypted import SealedBytes
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class Photo(models.Model):
    """A face, redrawn so that nothing hides in it, and sealed; it goes when the pass has come back."""

    reference = ReferenceField()
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="pass_photo")
    sealed = SealedBytes()
    kept_at = models.DateTimeField()
