"""What is typed in about duties, by those who plan and by those who come."""

from timegiven.rota.forms.answering import AnswerByLink, Away, CannotCome, OtherDay, TheyCannotCome, WhoRang, Wishes
from timegiven.rota.forms.incidents import CallOut, Look, OpenIncident, StandDown
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
from timegiven.rota.forms.proposals import Act, Propose, ProposeForAll, Row, Use

__all__ = [
    "Act",
    "AnswerByLink",
    "Area",
    "Away",
    "CallOut",
    "Cancel",
    "CancelDay",
    "CancelSeries",
    "CannotCome",
    "Change",
    "Copy",
    "Create",
    "LayOut",
    "Look",
    "MakePattern",
    "Move",
    "Offer",
    "OpenIncident",
    "OtherDay",
    "Plan",
    "Propose",
    "ProposeForAll",
    "Publish",
    "Row",
    "StandDown",
    "TheyCannotCome",
    "Use",
    "WhoRang",
    "Wishes",
]
