"""The chapter's own papers: reports to public committees, and equality impact assessments."""

from timegiven.insight.models.assessments import EqualityAssessment
from timegiven.insight.models.reports import CommitteeReport, CommitteeReportStep, MoneyRow

__all__ = ["CommitteeReport", "CommitteeReportStep", "EqualityAssessment", "MoneyRow"]
