"""The strands of volunteering: the programme of 2001, the corporate one of 2007, and London's Games.

Source: MPA report 9 of 26 April 2007, in the programme's own words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class StrandSpec:
    """A strand with its code, its name and what it is for."""

    code: str
    name: str
    purpose: str


STRANDS: tuple[StrandSpec, ...] = (
    StrandSpec("MVP", "Met Volunteer Programme", "Helping at police stations and units in every borough."),
    StrandSpec("CORP", "Corporate volunteering", "Professional people who lend their skills to a headquarters unit."),
    StrandSpec("GAMES", "Games volunteers", "Preparing for London's Games, and helping visitors during them."),
)
