"""Joining: the application, its references and interview, clearance, the agreement, and the pass."""

from timegiven.joining.models.agreements import Agreement
from timegiven.joining.models.applications import Application, ApplicationStep
from timegiven.joining.models.passes import Pass, PassStep
from timegiven.joining.models.references import Reference, ReferenceStep
from timegiven.joining.models.vetting import Clearance

__all__ = [
    "Agreement",
    "Application",
    "ApplicationStep",
    "Clearance",
    "Pass",
    "PassStep",
    "Reference",
    "ReferenceStep",
]
