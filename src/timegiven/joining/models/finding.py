"""Names as they are looked for while somebody types."""

from django.db import models

from timegiven.people.models import Person
from timegiven.programme.models import Unit


class NameKey(models.Model):
    """One order of the words of a name, within a borough; of a volunteer also within the whole force.

    The letters are kept as bytes, so that both databases sort them alike and answer the beginning of a name from the
    index: one range of it. What does not change from day to day is shown from here, for to look into three tables
    more takes the database longer to plan than to do.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_keys")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    letters = models.BinaryField(max_length=400)
    name = models.CharField(max_length=160)  # as it is shown
    borough = models.CharField(max_length=120, blank=True)  # of a volunteer

    class Meta:
        indexes = [models.Index(fields=["unit", "letters", "person"], name="joining_names")]
