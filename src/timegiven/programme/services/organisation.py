"""Found units, and move them from one place of the tree to another."""

from datetime import date

from django.db import transaction

from timegiven.programme.models import ReportingLine, Unit


@transaction.atomic
def found(
    *,
    code: str,
    name: str,
    kind: str,
    from_on: date,
    reports_to: Unit | None = None,
    borough: Unit | None = None,
    **more: object,
) -> Unit:
    """Found a unit, under another from its first day (the force itself stands under none)."""
    unit = Unit.objects.create(code=code, name=name, kind=kind, from_on=from_on, path="", borough=borough, **more)
    unit.path = f"{reports_to.path if reports_to else '/'}{unit.pk}/"
    if kind in Unit.BOROUGHS:
        unit.borough = unit
    unit.save(update_fields=["path", "borough"])
    if reports_to:
        ReportingLine.objects.create(unit=unit, reports_to=reports_to, from_on=from_on)
    return unit


@transaction.atomic
def report_to(unit: Unit, *, reports_to: Unit, from_on: date) -> None:
    """Move a unit, with all under it, to stand under another from a day on; the old line stays on record."""
    ReportingLine.objects.filter(unit=unit, until_on=None).update(until_on=from_on)
    ReportingLine.objects.create(unit=unit, reports_to=reports_to, from_on=from_on)
    old, new = unit.path, f"{reports_to.path}{unit.pk}/"
    for each in Unit.objects.filter(path__startswith=old):
        Unit.objects.filter(pk=each.pk).update(path=new + each.path[len(old) :])
    unit.path = new
