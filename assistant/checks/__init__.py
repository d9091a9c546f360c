"""The checker: rules by family, their catalogue, the runner and the explanation pages."""

from assistant.checks.catalogue import CATALOGUE
from assistant.checks.explanation import (
    FAMILIES,
    explanation,
    overview,
    rule_infos,
    severity_name,
)
from assistant.checks.rule import Rule
from assistant.checks.runner import run
from assistant.checks.subject import Subject

__all__ = [
    "CATALOGUE",
    "FAMILIES",
    "Rule",
    "Subject",
    "explanation",
    "overview",
    "rule_infos",
    "run",
    "severity_name",
]
