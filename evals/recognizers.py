"""Score `assistant.numerals` on the Chinese number and percent cases of Microsoft Recognizers-Text.

The cases lie outside the project (`../shared/gold/recognizers`); without them
there is nothing to score.
Only conventions of spans and values are adapted here; what the product cannot read stays wrong.
Run: python -m evals.recognizers [directory]
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, TypedDict, cast

from assistant.numerals import Form, Quantity, scan

DEFAULT_FOLDER: Final = (
    Path(__file__).resolve().parents[1] / ".." / "shared" / "gold" / "recognizers"
)
SUITES: Final = ("number", "percent")
_POINT_FORMS: Final = frozenset(
    {Form.PERCENT, Form.PERMILLE, Form.PER_SCALE, Form.POINTS, Form.TENTHS}
)
_NOT_IN_SUITE: Final = frozenset({Form.SCALE, Form.VAGUE, Form.HALF, Form.DOUBLING, Form.SYMBOL})
_CLOSE: Final = Decimal("1e-12")

Span = tuple[int, int, Decimal]


class Expected(TypedDict):
    """One number of a case, as the suite writes it."""

    start: int
    end: int
    text: str
    value: str


class Case(TypedDict):
    """One line of the suite."""

    id: str
    text: str
    expected: list[Expected]
    tags: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over the numbers of a set of cases."""

    suite: str
    cases: int
    hits: int
    found: int
    expected: int
    wrong: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; a ratio of the report only."""
        total = self.found + self.expected
        return 2 * self.hits / total if total else 1.0


def read_cases(folder: Path, suite: str) -> list[Case]:
    """Read one suite; an absent file holds no cases."""
    path = folder / f"{suite}.jsonl"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [cast("Case", json.loads(line)) for line in lines if line.strip()]


def adapted(text: str, suite: str) -> Iterator[Span]:
    """Give the quantities of a text in the conventions of the suite."""
    for quantity in scan(text):
        if quantity.value is None or quantity.form in _NOT_IN_SUITE:
            continue
        in_points = quantity.form in _POINT_FORMS
        if in_points == (suite == "percent"):
            yield _as_suite_span(quantity, quantity.value)


def _as_suite_span(quantity: Quantity, value: Decimal) -> Span:
    """The suite takes 个百分点 into the span; we keep it as the unit."""
    end = quantity.reach if quantity.form is Form.POINTS else quantity.end
    return quantity.start, end, value


def score(folder: Path, suite: str, *, core_only: bool = True) -> Score:
    """Compare spans and values of one suite."""
    cases = [case for case in read_cases(folder, suite) if not core_only or "core" in case["tags"]]
    hits = found = expected = 0
    wrong: list[str] = []
    for case in cases:
        ours = list(adapted(case["text"], suite))
        matched = _matches(ours, case["expected"])
        hits, found, expected = hits + matched, found + len(ours), expected + len(case["expected"])
        if not matched == len(ours) == len(case["expected"]):
            wrong.append(f"{case['id']} {case['text']!r}: {_shown(ours)}")
    return Score(
        suite=suite, cases=len(cases), hits=hits, found=found, expected=expected, wrong=tuple(wrong)
    )


def _matches(ours: Iterable[Span], expected: list[Expected]) -> int:
    theirs = {(item["start"], item["end"]): Decimal(item["value"]) for item in expected}
    return sum(
        (start, end) in theirs and _close(value, theirs[start, end]) for start, end, value in ours
    )


def _close(ours: Decimal, theirs: Decimal) -> bool:
    """The suite writes fifteen digits."""
    return abs(ours - theirs) <= max(abs(theirs), Decimal(1)) * _CLOSE


def _shown(spans: list[Span]) -> str:
    return ", ".join(f"[{start}:{end}]={value}" for start, end, value in spans)


def main(arguments: list[str]) -> int:
    """Print both scores; say so when the cases are not there."""
    folder = Path(arguments[0]) if arguments else DEFAULT_FOLDER
    scores = [score(folder, suite) for suite in SUITES]
    if not any(item.cases for item in scores):
        print("skipped: the recognizers cases are not there")
        return 0
    for item in scores:
        print(
            f"{item.suite:8} core F1 {item.f1:.3f}  hits {item.hits}, found {item.found}, "
            f"expected {item.expected}, cases {item.cases}"
        )
        print(*(f"  {line}" for line in item.wrong), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
