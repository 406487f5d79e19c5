"""Thirty-four police stations with their postcodes and the middle of their postcode district on the map.

Sources: 22 from the GOV.UK list of designated police stations (Open Government Licence v3),
https://www.gov.uk/government/publications/ninja-sword-surrender-and-compensation-scheme/
list-of-designated-police-stations-accessible; 12 from a second public list. Map positions are those of the
postcode district, not the door: GeoNames, CC BY 4.0. The borough of each is from general knowledge.
Counters open and close often, so all of this is for demonstration.
"""

from .boroughs import BOROUGHS
from .spec import BEGAN, UnitSpec

_STATIONS = """
Acton|W3 9BH|Ealing|51.5105|-0.2657
Bethnal Green|E2 9NZ|Tower Hamlets|51.5386|-0.0555
Brixton|SW9 7DD|Lambeth|51.4740|-0.1168
Bromley|BR1 1ER|Bromley|51.4037|0.0305
Charing Cross|WC2N 4JP|Westminster|51.5085|-0.1257
Chingford|E4 7EA|Waltham Forest|51.6303|0.0005
Colindale|NW9 5TW|Barnet|51.5894|-0.2569
Croydon|CR9 1BP|Croydon|51.3833|-0.1000
Dagenham|RM10 7TU|Barking and Dagenham|51.5500|0.1667
Edmonton|N9 0PW|Enfield|51.6285|-0.0581
Hammersmith|W6 7NX|Hammersmith and Fulham|51.4925|-0.2204
Hayes|UB4 8HU|Hillingdon|51.5278|-0.3984
Islington|N1 0YY|Islington|51.5367|-0.0944
Lavender Hill|SW11 1JX|Wandsworth|51.4692|-0.1619
Lewisham|SE13 5JZ|Lewisham|51.4643|-0.0119
Plumstead|SE18 1JY|Greenwich|51.4872|0.0741
Stoke Newington|N16 8DS|Hackney|51.5625|-0.0740
Sutton|SM1 4RF|Sutton|51.3500|-0.2000
Stratford|E15 4SG|Newham|51.5333|0.0000
Twickenham|TW1 3SY|Richmond upon Thames|51.4454|-0.3297
Walworth|SE17 3BB|Southwark|51.4856|-0.1028
Wembley|HA0 2HH|Brent|51.5538|-0.3102
Bexleyheath|DA7 4QS|Bexley|51.4629|0.1394
Forest Gate|E7 8BS|Newham|51.5481|0.0265
Harrow|HA2 0DN|Harrow|51.5915|-0.3539
Hounslow|TW3 1LB|Hounslow|51.4714|-0.3682
Ilford|IG1 1GT|Redbridge|51.5576|0.0728
Kensington|W8 6EQ|Kensington and Chelsea|51.5011|-0.1985
Kentish Town|NW5 3AE|Camden|51.5517|-0.1413
Kingston|KT1 1LB|Kingston upon Thames|51.4126|-0.2974
Mitcham|CR4 4LA|Merton|51.3936|-0.1630
Romford|RM1 3BJ|Havering|51.5751|0.1858
Tottenham|N17 9ES|Haringey|51.5992|-0.0709
Wimbledon|SW19 8NN|Merton|51.4234|-0.1973
"""

_CODE_OF = {borough.name: borough.code for borough in BOROUGHS}


def _station(row: str) -> UnitSpec:
    name, postcode, borough, latitude, longitude = row.split("|")
    return UnitSpec(
        code=f"PS-{name.replace(' ', '-').upper()}",
        name=f"{name} Police Station",
        kind="station",
        parent=_CODE_OF[borough],
        from_on=BEGAN,
        postcode=postcode,
        address=f"{name} Police Station, London",
        latitude=float(latitude),
        longitude=float(longitude),
    )


STATIONS: tuple[UnitSpec, ...] = tuple(_station(row) for row in _STATIONS.strip().splitlines())
