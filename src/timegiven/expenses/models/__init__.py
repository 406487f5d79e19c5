"""What is kept of money paid back: claims, receipts, what was agreed before, and the payments of Finance."""

from timegiven.expenses.models.agreed import CostAgreement, CostAgreementStep, Vehicle
from timegiven.expenses.models.claims import Claim, ClaimStep, Line, Receipt, SignedPaper
from timegiven.expenses.models.miles import MilesElsewhere
from timegiven.expenses.models.payments import BankAccount, Batch, BatchStep, Payment

__all__ = [
    "BankAccount",
    "Batch",
    "BatchStep",
    "Claim",
    "ClaimStep",
    "CostAgreement",
    "CostAgreementStep",
    "Line",
    "MilesElsewhere",
    "Payment",
    "Receipt",
    "SignedPaper",
    "Vehicle",
]
