"""What the handbook forbids about concerns: plain values in, a refusal or nothing out."""

from timegiven.concerns.rules.days import check_day, check_ground, check_not_asked
from timegiven.concerns.rules.telling import check_told, check_with_manager

__all__ = ["check_day", "check_ground", "check_not_asked", "check_told", "check_with_manager"]
