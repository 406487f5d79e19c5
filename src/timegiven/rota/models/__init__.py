"""The rota: duties that a unit would welcome, and the offers of them. Offers, never orders."""

from timegiven.rota.models.duties import Duty
from timegiven.rota.models.feeds import CalendarFeed
from timegiven.rota.models.offers import Offer, OfferStep

__all__ = ["CalendarFeed", "Duty", "Offer", "OfferStep"]
