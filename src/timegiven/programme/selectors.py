"""What can be asked of the organisation, its documents and its words."""

from datetime import date

from django.db.models import QuerySet

from timegiven.programme.models import Cover, Document, Edition, PolicyValue, ReportingLine, Strand, Term, Unit


def boroughs() -> QuerySet[Unit]:
    """The boroughs and OCUs that have an MVP Manager of their own, by name."""
    return Unit.objects.filter(kind__in=[Unit.Kind.BOROUGH, Unit.Kind.OCU]).order_by("name")


def units_under(unit: Unit) -> QuerySet[Unit]:
    """This unit and all that stands under it today."""
    return Unit.objects.filter(path__startswith=unit.path)


def units_where_people_volunteer(borough: Unit) -> QuerySet[Unit]:
    """The units of one borough that can have a role."""
    return (
        Unit.objects.filter(borough=borough, kind=Unit.Kind.UNIT).select_related("borough", "station").order_by("name")
    )


def stations() -> QuerySet[Unit]:
    return Unit.objects.filter(kind=Unit.Kind.STATION).order_by("name")


def lines_on(day: date) -> QuerySet[ReportingLine]:
    """Who reported to whom on a day: the tree as it stood."""
    return ReportingLine.objects.on(day).select_related("unit", "reports_to")


def strand(code: str = "MVP") -> Strand:
    return Strand.objects.get(code=code)


def terms() -> QuerySet[Term]:
    return Term.objects.order_by("term")


def documents() -> QuerySet[Document]:
    return Document.objects.order_by("title")


def edition(code: str, day: date) -> Edition:
    """The edition of a document in force on a day. Raises Edition.DoesNotExist when there is none."""
    found = Edition.objects.filter(document__code=code, issued_on__lte=day).order_by("-number").first()
    if found is None:
        raise Edition.DoesNotExist(f"No edition of {code} is in force on {day}.")
    return found


def cover_on(day: date, of: Strand) -> QuerySet[Cover]:
    """The insurance cover in force for a strand on a day."""
    return Cover.objects.on(day).filter(strand=of)


def policy_values() -> QuerySet[PolicyValue]:
    return PolicyValue.objects.select_related("strand").order_by("name", "from_on")
