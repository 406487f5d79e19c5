"""The pages of whoever runs joining in a borough with 10,000 open applications, against their bare templates.

    python -m benchmarks.joining_pipeline

10,000 applications at all stages of one borough, with two references each, are put beside the demonstration's own;
measured like the busiest pages (benchmarks/pages.py), before and after. Nothing of it stays in the database.
"""

from datetime import timedelta
from itertools import cycle

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from benchmarks import pages, setting
from timegiven.joining.models import Application, ApplicationStep, Reference, RightToVolunteer
from timegiven.people.models import Appointment, Person

MANY = 10_000
STAGES = ("REGISTERED", "APPLIED", "APPLIED", "INTERVIEWED", "VETTING", "VETTING", "VETTED")


def measured() -> list[pages.Page]:
    """The board, the list, the list with a filter, and a page far down."""
    mvpm, every = setting.cast("camden-mvpm"), reverse("joining:applications")
    return [
        pages.Page("applications by stage", mvpm, reverse("joining:board")),
        pages.Page("applications, list", mvpm, every),
        pages.Page("applications, one stage", mvpm, f"{every}?status=VETTING"),
        pages.Page("applications, to be read", mvpm, f"{every}?to_judge=on"),
        pages.Page("security checks", setting.cast("vetting-office"), reverse("joining:vetting")),
    ]


def fill() -> None:
    """10,000 people on their way, the longest for 100 days."""
    mvpm, now = setting.cast("camden-mvpm"), timezone.now()
    borough = Appointment.objects.get(person=mvpm).unit
    strand = Application.objects.filter(borough=borough).values_list("strand", flat=True)[0]
    people = Person.objects.bulk_create(
        [
            Person(name=f"Applicant Number{each}", email=f"a{each}@example.org", is_synthetic=True)
            for each in range(MANY)
        ]
    )
    way = [
        Application(
            person=person, borough=borough, strand_id=strand, status=status, vetting_level="NPPV2A",
            registered_at=now - timedelta(days=100), since=now - timedelta(minutes=14 * number),
        )
        for number, (person, status) in enumerate(zip(people, cycle(STAGES), strict=False))
    ]  # fmt: skip
    Application.objects.bulk_create(way, batch_size=2000)
    ApplicationStep.objects.bulk_create(
        [ApplicationStep(of=each, status=each.status, by=mvpm, at=now) for each in way], batch_size=2000
    )
    given = {"status": "GIVEN", "email": "r@example.org", "known_as_what": "Tutor"}
    judged = ({}, {"is_satisfactory": True, "judged_by": mvpm})  # one is still to be read
    Reference.objects.bulk_create(
        [Reference(application=each, name=f"Referee {one}", **given, **judged[one]) for each in way for one in (0, 1)],
        batch_size=2000,
    )
    RightToVolunteer.objects.bulk_create(
        [RightToVolunteer(person=each.person, evidence="PASSPORT", checked_on=now, checked_by=mvpm) for each in way],
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def table(title: str) -> None:
    print(f"\n{title}: {Application.objects.filter(status__in=Application.OPEN).count():,} open applications")
    print(pages.HEAD)
    for page in measured():
        print(pages.measure(page), flush=True)


def main() -> None:
    print(setting.facts())
    table("as they are")
    with transaction.atomic():
        fill()
        table("with 10,000 more in one borough")
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
