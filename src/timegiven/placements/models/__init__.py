"""Placements: a volunteer in a role at a unit, welcomed on a first day, with an AWARE account where needed."""

from timegiven.placements.models.aware import AwareAccount
from timegiven.placements.models.placed import Confirmation, Placement, PlacementStep
from timegiven.placements.models.welcome import Welcome

__all__ = ["AwareAccount", "Confirmation", "Placement", "PlacementStep", "Welcome"]
