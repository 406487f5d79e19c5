"""What drivers and their insurers have said about own cars."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer


class VehicleStatement(Period):
    """A statement about the volunteer's own car, said on ``from_on``; police vehicles are never driven (103 to 105)."""

    class Kind(models.TextChoices):
        DRIVES_HERE = "DRIVES_HERE", "My insurer knows that I drive to where I volunteer"
        GIVES_LIFTS = "GIVES_LIFTS", "My insurer knows that I give lifts"
        LICENCE = "LICENCE", "Driving licence"
        UNDERWRITTEN = "UNDERWRITTEN", "The insurer covers the own car while volunteering"

    SAID = (Kind.DRIVES_HERE, Kind.GIVES_LIFTS)  # the volunteer's own word is enough
    SHOWN = (Kind.LICENCE, Kind.UNDERWRITTEN)  # the MVP Manager has seen the paper

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="vehicle_statements")
    kind = models.CharField(max_length=12, choices=Kind)
    seen_on = models.DateField(null=True, blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["volunteer", "kind", "from_on"], name="placements_vehicle_statement_once"),
            models.CheckConstraint(
                condition=~Q(kind__in=["LICENCE", "UNDERWRITTEN"]) | Q(seen_on__isnull=False),
                name="placements_vehicle_paper_was_seen",
            ),
        ]
