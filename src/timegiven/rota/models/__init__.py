"""The rota: duties that a unit would welcome, and the offers of them. Offers, never orders."""

from timegiven.rota.models.duties import Duty
from timegiven.rota.models.feeds import CalendarFeed
from timegiven.rota.models.incidents import CallOut, Incident, IncidentStep
from timegiven.rota.models.links import FamilyLink, LetterLink, LinkedOffer
from timegiven.rota.models.offers import Offer, OfferStep
from timegiven.rota.models.patterns import Pattern
from timegiven.rota.models.proposals import Proposal, ProposalStep, ProposedPlace
from timegiven.rota.models.wishes import Away, OtherDay, Wish

__all__ = [
    "Away",
    "CalendarFeed",
    "CallOut",
    "Duty",
    "FamilyLink",
    "Incident",
    "IncidentStep",
    "LetterLink",
    "LinkedOffer",
    "Offer",
    "OfferStep",
    "OtherDay",
    "Pattern",
    "Proposal",
    "ProposalStep",
    "ProposedPlace",
    "Wish",
]
