"""Private links of the rota: the one in a letter, and the one that a volunteer gives to somebody close."""

from django.db import models

from timegiven.people.models import Person
from timegiven.rota.models.offers import Offer


class LetterLink(models.Model):
    """The link of one letter: it shows the duties of that letter and nothing else; of its secret only the digest."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="letter_links")
    link_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()


class LinkedOffer(models.Model):
    """One duty that the link of a letter can answer, once."""

    link = models.ForeignKey(LetterLink, on_delete=models.CASCADE, related_name="linked")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="linked")
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["link", "offer"], name="rota_linked_once")]


class FamilyLink(models.Model):
    """A link that a volunteer gives to a relative or a friend, to say for them that they cannot come (clause 48)."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="family_link")
    link_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
