"""What is typed in about duties, by those who plan and by those who come."""

from timegiven.rota.forms.answering import AnswerByLink, Away, CannotCome, OtherDay, TheyCannotCome, WhoRang, Wishes
from timegiven.rota.forms.planning import (
    Area,
    Cancel,
    CancelDay,
    CancelSeries,
    Change,
    Copy,
    Create,
    LayOut,
    MakePattern,
    Move,
    Offer,
    Plan,
    Publish,
)

__all__ = [
    "AnswerByLink",
    "Area",
    "Away",
    "Cancel",
    "CancelDay",
    "CancelSeries",
    "CannotCome",
    "Change",
    "Copy",
    "Create",
    "LayOut",
    "MakePattern",
    "Move",
    "Offer",
    "OtherDay",
    "Plan",
    "Publish",
    "TheyCannotCome",
    "WhoRang",
    "Wishes",
]
