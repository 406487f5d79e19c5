"""What is kept of concerns: what somebody told us, a day on which they were asked not to come, and that they left."""

from timegiven.concerns.models.days import DayOff, DayOffStep
from timegiven.concerns.models.leaving import Leaving, OfferedWord
from timegiven.concerns.models.telling import Concern, ConcernStep, Said

__all__ = ["Concern", "ConcernStep", "DayOff", "DayOffStep", "Leaving", "OfferedWord", "Said"]
