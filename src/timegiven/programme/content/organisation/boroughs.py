"""The 32 boroughs with their statistical codes, and the twelve BCUs that hold them today.

Sources: borough codes, Office for National Statistics (Open Government Licence v3). Which borough is in which
BCU: https://www.localgovernmentlawyer.co.uk/community-safety/393-community-safety-news/37215-met-police-to-scrap
-borough-model-in-favour-of-12-basic-command-units. The two-letter BCU codes are partly from general knowledge.
The day on which each BCU began is approximate (2017 to 2019) and for demonstration.
"""

from dataclasses import dataclass
from datetime import date

from .spec import BEGAN, UnitSpec


@dataclass(frozen=True)
class Borough:
    """A London borough: the unit, the BCU that holds it today, and a short name for addresses and codes."""

    unit: UnitSpec
    bcu: str

    @property
    def code(self) -> str:
        return self.unit.code

    @property
    def name(self) -> str:
        return self.unit.name


BCU_DATES: dict[str, date] = {
    "CN": date(2017, 4, 1),
    "EA": date(2017, 4, 1),
    "AW": date(2018, 6, 1),
    "WA": date(2018, 6, 1),
    "SW": date(2018, 6, 1),
    "CE": date(2018, 10, 1),
    "NW": date(2018, 11, 1),
    "SE": date(2018, 12, 1),
    "NE": date(2019, 1, 1),
    "AS": date(2019, 2, 1),
    "SN": date(2019, 2, 1),
    "NA": date(2019, 3, 1),
}

_BCU_NAMES = {
    "CN": "Central North",
    "EA": "East",
    "AW": "Central West",
    "WA": "West",
    "SW": "South West",
    "CE": "Central East",
    "NW": "North West",
    "SE": "South East",
    "NE": "North East",
    "AS": "Central South",
    "SN": "South",
    "NA": "North",
}

BCUS: tuple[UnitSpec, ...] = tuple(
    # The first two began while Territorial Policing was still the branch above them.
    UnitSpec(
        code,
        f"{name} Basic Command Unit",
        "bcu",
        "TP" if BCU_DATES[code] < date(2018, 4, 1) else "FLP",
        BCU_DATES[code],
    )
    for code, name in _BCU_NAMES.items()
)

_BOROUGHS = """
E09000002 EA Barking and Dagenham
E09000003 NW Barnet
E09000004 SE Bexley
E09000005 NW Brent
E09000006 SN Bromley
E09000007 CN Camden
E09000008 SN Croydon
E09000009 WA Ealing
E09000010 NA Enfield
E09000011 SE Greenwich
E09000012 CE Hackney
E09000013 AW Hammersmith and Fulham
E09000014 NA Haringey
E09000015 NW Harrow
E09000016 EA Havering
E09000017 WA Hillingdon
E09000018 WA Hounslow
E09000019 CN Islington
E09000020 AW Kensington and Chelsea
E09000021 SW Kingston upon Thames
E09000022 AS Lambeth
E09000023 SE Lewisham
E09000024 SW Merton
E09000025 NE Newham
E09000026 EA Redbridge
E09000027 SW Richmond upon Thames
E09000028 AS Southwark
E09000029 SN Sutton
E09000030 CE Tower Hamlets
E09000031 NE Waltham Forest
E09000032 SW Wandsworth
E09000033 AW Westminster
"""

BOROUGHS: tuple[Borough, ...] = tuple(
    Borough(UnitSpec(code, name, "borough", "TP", BEGAN), bcu)
    for code, bcu, name in (line.split(" ", 2) for line in _BOROUGHS.strip().splitlines())
)
