"""Placements: a volunteer in a role at a unit, welcomed on a first day, with what they need there."""

from timegiven.placements.models.aware import AwareAccount, AwareBreak, AwareStep
from timegiven.placements.models.breaks import Break, FreeDay
from timegiven.placements.models.emergency import Opening
from timegiven.placements.models.health import HealthCard
from timegiven.placements.models.kit import Kit, KitStep
from timegiven.placements.models.patterns import Pattern, PatternStep, PatternTime, PatternYes
from timegiven.placements.models.placed import Confirmation, Placement, PlacementStep
from timegiven.placements.models.vehicles import VehicleStatement
from timegiven.placements.models.welcome import Arrival, Settling, Welcome

__all__ = [
    "Arrival",
    "AwareAccount",
    "AwareBreak",
    "AwareStep",
    "Break",
    "Confirmation",
    "FreeDay",
    "HealthCard",
    "Kit",
    "KitStep",
    "Opening",
    "Pattern",
    "PatternStep",
    "PatternTime",
    "PatternYes",
    "Placement",
    "PlacementStep",
    "Settling",
    "VehicleStatement",
    "Welcome",
]
