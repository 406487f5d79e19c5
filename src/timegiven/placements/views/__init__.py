"""The pages of placements."""

from timegiven.placements.views.asking import ask_task
from timegiven.placements.views.aware import open_aware
from timegiven.placements.views.people import my_unit, unconfirmed, volunteers
from timegiven.placements.views.placed import agree, confirm, decline, end, placement
from timegiven.placements.views.record import offer, placements, training, volunteer
from timegiven.placements.views.welcome import first_day, start

__all__ = [
    "agree",
    "ask_task",
    "confirm",
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
    "unconfirmed",
    "volunteer",
    "volunteers",
]
