"""The result as SARIF 2.1.0, for the pipelines and editors that read it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant import __version__
from assistant.model import (
    CellId,
    CheckResult,
    Finding,
    Related,
    Report,
    RuleInfo,
    Severity,
    Waived,
    Waiver,
)
from assistant.reporting.json_text import json_text
from assistant.reporting.places import place_of
from assistant.reporting.safe_text import printable, visible
from assistant.reporting.sarif_regions import Regions
from assistant.reporting.words import outcomes, skipped_line, stale_line, summary_line

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "nianbaoFinding/v1"
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
# What a viewer would make a link of.
_LINK = re.compile(r"[\[\]\\]")

Object = dict[str, object]


def result_to_sarif(result: CheckResult, rules: Sequence[RuleInfo]) -> str:
    """One run with a result for every outcome: found, waived, uncertain, not checked, passed."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(result, rules).as_object()]}
    return json_text(log, indent=1) + "\n"


class _Run:
    """Makes the objects of a run; knows the one artifact and the indices of the rules."""

    def __init__(self, result: CheckResult, rules: Sequence[RuleInfo]) -> None:
        self._result = result
        self._report: Report = result.report
        self._rules = rules
        self._index = {rule.code: index for index, rule in enumerate(rules)}
        self._uri = _uri(self._report.source)
        self._regions = Regions(visible(self._report.text))

    def as_object(self) -> Object:
        return {
            "tool": {"driver": self._driver()},
            "columnKind": "unicodeCodePoints",
            "artifacts": [self._artifact()],
            "invocations": [self._invocation()],
            "results": list(self._results()),
            "properties": {"summary": summary_line(self._result)},
        }

    def _driver(self) -> Object:
        return {
            "name": "nianbao-assistant",
            "fullName": "年报助手",
            "semanticVersion": __version__,
            "language": "zh-CN",
            "rules": [_descriptor(rule) for rule in self._rules],
        }

    def _artifact(self) -> Object:
        """The report as text: what all regions count in, whatever format it came in."""
        return {
            "location": {"uri": self._uri},
            "roles": ["analysisTarget"],
            "contents": {"text": self._regions.text},
        }

    def _invocation(self) -> Object:
        told = [self._notification(waiver) for waiver in self._result.stale_waivers]
        told.append({"level": "note", "message": _message(outcomes(self._result))})
        return {"executionSuccessful": True, "toolExecutionNotifications": told}

    def _notification(self, waiver: Waiver) -> Object:
        return {
            "level": "note",
            "message": _message(stale_line(self._result, waiver)),
            "associatedRule": {"id": waiver.key.code},
        }

    def _results(self) -> Iterator[Object]:
        for finding in self._result.findings:
            yield self._found(finding)
        for waived in self._result.waived:
            yield {**self._found(waived.finding), "suppressions": [_suppression(waived)]}
        for doubt in self._result.uncertain:
            place = self._location(Related(label="", span=doubt.span), doubt.cells)
            yield self._open("review", doubt.code, doubt.reason, place)
        for skipped in self._result.skipped:
            place = self._location(Related(label=""), skipped.cells)
            yield self._open("open", skipped.code, skipped_line(skipped), place)
        for code in self._result.passed:
            place = self._location(Related(label=""), ())
            yield self._open("pass", code, f"{code}：核对过，没有发现问题。", place)

    def _open(self, kind: str, code: str, message: str, place: Object) -> Object:
        return {
            **self._rule(code),
            "kind": kind,
            "level": "none",
            "message": _message(message),
            "locations": [place],
        }

    def _found(self, finding: Finding) -> Object:
        span = place_of(self._report, finding)
        related = [
            {**self._location(other, ()), "message": _message(other.label)}
            for other in finding.related
        ]
        return {
            **self._rule(finding.code),
            "kind": "fail",
            "level": _LEVELS[finding.severity],
            "message": _message(finding.message),
            "locations": [self._location(Related(label="", span=span), finding.cells)],
            **({"relatedLocations": related} if related else {}),
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
            "properties": _figures(finding),
        }

    def _rule(self, code: str) -> Object:
        """A rule a form names and the catalogue lacks has no index."""
        index = self._index.get(code)
        return {"ruleId": code} if index is None else {"ruleId": code, "ruleIndex": index}

    def _location(self, place: Related, cells: Sequence[CellId]) -> Object:
        physical: Object = {"artifactLocation": {"uri": self._uri, "index": 0}}
        cell = () if place.cell is None else (place.cell,)
        span = place.span
        if span is None and place.cell is not None:
            span = self._report.cell_spans.get(place.cell)
        if span is not None:
            physical["region"] = self._regions.region(span)
        location: Object = {"physicalLocation": physical}
        named = [_logical(name) for name in (*cell, *cells)]
        return {**location, "logicalLocations": named} if named else location


def _uri(source: str) -> str:
    """The file's name as a relative reference; a text without a file has a name too."""
    name = source if source else "report.txt"
    return "".join(sign if _UNRESERVED.fullmatch(sign) else _percent(sign) for sign in name.strip())


def _percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode(errors="replace"))


def _message(text: str) -> Object:
    return {"text": _LINK.sub(r"\\\g<0>", printable(text))}


def _logical(cell: CellId) -> Object:
    return {"fullyQualifiedName": printable(cell), "kind": "member"}


def _descriptor(rule: RuleInfo) -> Object:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.slug.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.part("查什么")},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _figures(finding: Finding) -> Mapping[str, object]:
    """What is typed in the finding, for those who do not want to read the message."""
    figures = {"slug": finding.slug, "found": finding.found, "expected": finding.expected}
    told: Object = {name: str(value) for name, value in figures.items() if value is not None}
    if finding.fix is not None:
        told["replacement"] = printable(finding.fix.replacement)
        told["replacementIsSafe"] = finding.fix.safe
    return told


def _suppression(waived: Waived) -> Object:
    """External: the decision stands in a file beside the report."""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": printable(waived.waiver.reason),
    }
