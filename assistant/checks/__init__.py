"""The checker: rules by family, their catalogue, the runner and the explanation pages."""

from assistant.checks.catalogue import CATALOGUE
from assistant.checks.explanation import explanation, overview, rule_infos
from assistant.checks.rule import Rule
from assistant.checks.runner import run
from assistant.checks.subject import Subject

__all__ = ["CATALOGUE", "Rule", "Subject", "explanation", "overview", "rule_infos", "run"]
