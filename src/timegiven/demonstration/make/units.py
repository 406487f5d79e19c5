"""The organisation as the programme's content describes it, with telephones, and kept open where a role needs it."""

from datetime import timedelta

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat, Lower, LPad

from timegiven.demonstration.make.stage import Stage
from timegiven.programme import services as programme
from timegiven.programme.content.document import ISSUED
from timegiven.programme.content.organisation import BOROUGHS, UNIT_TYPES
from timegiven.programme.content.profiles import PROFILES
from timegiven.programme.models import Strand, Unit

FIRST = ["Camden", "Hackney", "Islington"]  # where the story plays, and so in every size
EVERYWHERE = {kind.key for kind in UNIT_TYPES if kind.in_every_borough}
HEADQUARTERS = sorted({profile.unit_kind for profile in PROFILES} - EVERYWHERE)
ISSUED_AGO = timedelta(days=300)


def make(stage: Stage) -> None:
    programme.load_content(stage.today, later=stage.today - ISSUED_AGO - ISSUED)
    stage.strands = {strand.code: strand for strand in Strand.objects.all()}
    # The roles are those of 2007, and so are the offices at headquarters that they belong to.
    Unit.objects.filter(code__in=HEADQUARTERS).update(until_on=None)
    number = Cast(F("pk") % Value(1000), CharField())
    Unit.objects.update(
        phone=Concat(Value("020 7946 0"), LPad(number, 3, Value("0"))),
        email=Concat(Lower("code"), Value("@example.org")),
    )
    stage.units = {unit.code: unit for unit in Unit.objects.select_related("borough").order_by("pk")}

    boroughs = sorted(BOROUGHS, key=lambda borough: (borough.name not in FIRST, borough.name))[: stage.size.boroughs]
    stage.boroughs = [stage.units[borough.code] for borough in boroughs] + [stage.units[code] for code in HEADQUARTERS]
