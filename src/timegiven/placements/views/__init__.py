"""The pages of placements."""

from timegiven.placements.views.people import my_unit, volunteers
from timegiven.placements.views.placed import agree, decline, end, first_day, placement, start
from timegiven.placements.views.record import offer, open_aware, placements, training, volunteer

__all__ = [
    "agree",
    "decline",
    "end",
    "first_day",
    "my_unit",
    "offer",
    "open_aware",
    "placement",
    "placements",
    "start",
    "training",
    "volunteer",
    "volunteers",
]
