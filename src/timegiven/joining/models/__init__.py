"""Joining: the application, its references and interview, clearance, the agreement, and the pass."""

from timegiven.joining.models.agreements import Agreement, EditionNotice
from timegiven.joining.models.appeals import Appeal, AppealStep
from timegiven.joining.models.applications import Application, ApplicationStep
from timegiven.joining.models.batches import Batch, BatchItem, BatchStep
from timegiven.joining.models.duplicates import Likeness, LikenessStep, MatchKey, Merge, MergedRow
from timegiven.joining.models.equality import EqualityAnswer
from timegiven.joining.models.finding import NameKey
from timegiven.joining.models.guardians import Consent, ConsentStep
from timegiven.joining.models.meetings import Meeting, MeetingStep, Slot
from timegiven.joining.models.passes import Pass, PassStep
from timegiven.joining.models.photos import Photo
from timegiven.joining.models.references import Reference, ReferenceStep
from timegiven.joining.models.reviews import Declaration, Review, ReviewStep
from timegiven.joining.models.rights import RightToVolunteer
from timegiven.joining.models.vetting import Clearance, ClearanceNotice

__all__ = [
    "Agreement",
    "Appeal",
    "AppealStep",
    "Application",
    "ApplicationStep",
    "Batch",
    "BatchItem",
    "BatchStep",
    "Clearance",
    "ClearanceNotice",
    "Consent",
    "ConsentStep",
    "Declaration",
    "EditionNotice",
    "EqualityAnswer",
    "Likeness",
    "LikenessStep",
    "MatchKey",
    "Meeting",
    "MeetingStep",
    "Merge",
    "MergedRow",
    "NameKey",
    "Pass",
    "PassStep",
    "Photo",
    "Reference",
    "ReferenceStep",
    "Review",
    "ReviewStep",
    "RightToVolunteer",
    "Slot",
]
