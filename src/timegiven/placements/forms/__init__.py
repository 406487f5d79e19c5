"""What is typed in about placements; no looks, no saving."""

from timegiven.placements.forms.aware import AwareLogin, HandOver
from timegiven.placements.forms.elsewhere import Lend, Move, OnADay, TakeABreak
from timegiven.placements.forms.emergency import REASONS, BreakGlass, FindSheet, OpenSheet, PrintSheets
from timegiven.placements.forms.health import HealthCard, OccupationalHealth
from timegiven.placements.forms.kit import KitBack, LendKit
from timegiven.placements.forms.pattern import Times
from timegiven.placements.forms.people import Filters
from timegiven.placements.forms.placed import AskTask, Confirm, Nothing, Offer
from timegiven.placements.forms.settling import HowItGoes, UnitNeeds
from timegiven.placements.forms.training import Sign
from timegiven.placements.forms.vehicles import SayVehicle, VehiclePaper
from timegiven.placements.forms.welcome import FirstDay, PlanFirstDay

__all__ = [
    "REASONS",
    "AskTask",
    "AwareLogin",
    "BreakGlass",
    "Confirm",
    "Filters",
    "FindSheet",
    "FirstDay",
    "HandOver",
    "HealthCard",
    "HowItGoes",
    "KitBack",
    "Lend",
    "LendKit",
    "Move",
    "Nothing",
    "OccupationalHealth",
    "Offer",
    "OnADay",
    "OpenSheet",
    "PlanFirstDay",
    "PrintSheets",
    "SayVehicle",
    "Sign",
    "TakeABreak",
    "Times",
    "UnitNeeds",
    "VehiclePaper",
]
