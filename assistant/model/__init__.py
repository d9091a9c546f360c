"""Frozen values that every other package speaks of; standard library only."""

from assistant.model.amount import Amount, AmountState
from assistant.model.check_result import CheckResult
from assistant.model.compose import ReportParts, SectionText, compose, date_text
from assistant.model.file_summary import Counts, Failure, FileSummary
from assistant.model.finding import (
    Finding,
    Outcome,
    Related,
    Severity,
    Skipped,
    TextFix,
    Uncertain,
    Waived,
)
from assistant.model.merge_result import (
    CellDifference,
    Comparison,
    MergedFile,
    MergeResult,
    OpenCell,
)
from assistant.model.notes import FollowUp, FollowUpState, InformationFee, Notes, ProblemMeasure
from assistant.model.organisation import (
    Level,
    Organisation,
    bare_name,
    level_of,
    same_organisation,
    same_unit,
)
from assistant.model.place import CellId, TextSpan
from assistant.model.reading import ClaimKind, ClaimState, Reading, TokenClass
from assistant.model.report import Paragraph, Report, Section, Unreadable
from assistant.model.rule_info import RuleInfo
from assistant.model.statistics import Fact, Statistics
from assistant.model.waiver import FindingKey, Waiver

__all__ = [
    "Amount",
    "AmountState",
    "CellDifference",
    "CellId",
    "CheckResult",
    "ClaimKind",
    "ClaimState",
    "Comparison",
    "Counts",
    "Fact",
    "Failure",
    "FileSummary",
    "Finding",
    "FindingKey",
    "FollowUp",
    "FollowUpState",
    "InformationFee",
    "Level",
    "MergeResult",
    "MergedFile",
    "Notes",
    "OpenCell",
    "Organisation",
    "Outcome",
    "Paragraph",
    "ProblemMeasure",
    "Reading",
    "Related",
    "Report",
    "ReportParts",
    "RuleInfo",
    "Section",
    "SectionText",
    "Severity",
    "Skipped",
    "Statistics",
    "TextFix",
    "TextSpan",
    "TokenClass",
    "Uncertain",
    "Unreadable",
    "Waived",
    "Waiver",
    "bare_name",
    "compose",
    "date_text",
    "level_of",
    "same_organisation",
    "same_unit",
]
