"""Put the programme's content into the tables: strands, words, documents, the organisation.

Run again it adds what is new, refreshes words and addresses, and leaves alone what people have changed since.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from timegiven.programme import selectors
from timegiven.programme.content.glossary import TERMS
from timegiven.programme.content.organisation import LINES, ORGANISATION, Line, UnitSpec
from timegiven.programme.content.statement import DOCUMENTS, DocumentSpec
from timegiven.programme.content.strands import STRANDS
from timegiven.programme.models import Cover, Document, Edition, ReportingLine, Strand, Term, Unit

CODES = {"SOE": "statement-of-expectation"}


@transaction.atomic
def load_content(day: date, *, later: timedelta = timedelta(0), certificate: str = "") -> None:
    """Load what every programme starts with, as it stands on ``day``.

    ``later`` moves the documents' days on, for a demonstration. Insurance is a fact that only the force knows:
    cover is entered only where a ``certificate`` is given (clause 56).
    """
    for spec in STRANDS:
        Strand.objects.get_or_create(code=spec.code, defaults={"name": spec.name, "purpose": spec.purpose})
    _load_terms()
    for document in DOCUMENTS:
        _load_document(document, later)
    _load_organisation(day)
    if certificate:
        _load_cover(certificate, day)


def _load_terms() -> None:
    rows = [Term(term=t.term, expansion=t.expansion, meaning=t.meaning, source=t.source, era=t.era) for t in TERMS]
    refreshed = ["expansion", "meaning", "source", "era"]
    Term.objects.bulk_create(rows, update_conflicts=True, unique_fields=["term"], update_fields=refreshed)
    selectors.forget()


def _load_document(spec: DocumentSpec, later: timedelta) -> None:
    """An edition that has been issued is never written over: people have agreed to its words."""
    document, _ = Document.objects.get_or_create(
        code=CODES.get(spec.code, spec.code.lower()),
        defaults={"title": spec.title, "owner": spec.owner, "marking": spec.marking},
    )
    Edition.objects.get_or_create(
        document=document,
        number=int(spec.version.split(".")[0]),
        defaults={"issued_on": spec.issued_on + later, "review_on": spec.review_on + later, "body": spec.body},
    )


def _load_cover(certificate: str, from_on: date) -> None:
    """What every role needs; the Central Team adds what only some roles need."""
    for strand in Strand.objects.all():
        for kind in (Cover.Kind.EMPLOYERS, Cover.Kind.PUBLIC, Cover.Kind.ACCIDENT):
            Cover.objects.get_or_create(
                strand=strand, kind=kind, certificate=certificate, defaults={"from_on": from_on}
            )


def _load_organisation(day: date) -> None:
    """Found the units that are not there yet, with every line of reporting that they have had."""
    known = {unit.code: unit for unit in Unit.objects.all()}
    new = [spec for spec in ORGANISATION if spec.code not in known]
    known |= {unit.code: unit for unit in Unit.objects.bulk_create([_unit(spec) for spec in new])}
    lines = _lines_of(new)
    for spec in new:
        unit = known[spec.code]
        unit.path = _path(spec.code, known, lines, day)
        unit.borough = unit if unit.kind in Unit.BOROUGHS else _borough(spec, known)
        unit.station = known.get(spec.station)
    # Not bulk_update: its CASE for each of two thousand units takes ten times as long.
    placed = [known[spec.code] for spec in new]
    where = ["path", "borough", "station"]
    Unit.objects.bulk_create(placed, update_conflicts=True, unique_fields=["pk"], update_fields=where)
    ReportingLine.objects.bulk_create(
        [
            ReportingLine(
                unit=known[line.unit], reports_to=known[line.reports_to], from_on=line.from_on, until_on=line.until_on
            )
            for each in lines.values()
            for line in each
        ]
    )


def _unit(spec: UnitSpec) -> Unit:
    return Unit(
        code=spec.code,
        name=spec.name,
        kind=spec.kind.upper(),
        from_on=spec.from_on,
        until_on=spec.until_on,
        address=spec.address,
        postcode=spec.postcode,
        latitude=spec.latitude,
        longitude=spec.longitude,
    )


def _borough(spec: UnitSpec, known: dict[str, Unit]) -> Unit | None:
    above = known.get(spec.parent)
    return above if above is not None and above.kind in Unit.BOROUGHS else None


def _lines_of(specs: Iterable[UnitSpec]) -> dict[str, list[Line]]:
    wanted = {spec.code for spec in specs}
    found: dict[str, list[Line]] = {}
    for line in LINES:
        if line.unit in wanted:
            found.setdefault(line.unit, []).append(line)
    return found


def _path(code: str, known: dict[str, Unit], lines: dict[str, list[Line]], day: date) -> str:
    """Where a unit stands on the day; a unit that was there before keeps the place it has."""
    if known[code].path:
        return known[code].path
    above = _line_on(day, lines.get(code, []))
    return f"{_path(above.reports_to, known, lines, day) if above else '/'}{known[code].pk}/"


def _line_on(day: date, lines: list[Line]) -> Line | None:
    """The line in force, else the last there was, else the first there will be."""
    begun = [line for line in sorted(lines, key=lambda line: line.from_on) if line.from_on <= day]
    return begun[-1] if begun else min(lines, key=lambda line: line.from_on, default=None)
