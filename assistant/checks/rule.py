"""What a rule is: metadata, a page in Chinese, and a generator of outcomes."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, TypedDict, Unpack

from assistant.checks.subject import Subject
from assistant.model import (
    CellId,
    Finding,
    Outcome,
    Related,
    Severity,
    Skipped,
    TextFix,
    TextSpan,
    Uncertain,
)


class FindingFields(TypedDict, total=False):
    """What a rule may say about a finding besides its message."""

    severity: Severity
    span: TextSpan | None
    cells: tuple[CellId, ...]
    found: Decimal | None
    expected: Decimal | None
    related: tuple[Related, ...]
    fix: TextFix | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue.

    severity: the usual one; a finding may carry another where the page says so.
    requires: codes of rules whose findings take away this rule's premise.
    page: the Chinese explanation, which is the body's docstring.
    """

    code: str
    slug: str
    title: str
    severity: Severity
    requires: tuple[str, ...]
    body: "Body"
    page: str

    def outcomes(self, subject: Subject) -> Iterator[Outcome]:
        """Everything the rule has to say about the subject."""
        return self.body(self, subject)

    def finding(self, message: str, **fields: Unpack[FindingFields]) -> Finding:
        """A finding of this rule, with its usual severity unless another is given."""
        given: FindingFields = {"severity": self.severity, **fields}
        return Finding(code=self.code, slug=self.slug, message=message, **given)

    def skip(self, reason: str, cells: tuple[CellId, ...] = ()) -> Skipped:
        """Says that the rule, or its part on ``cells``, was not checked."""
        return Skipped(code=self.code, reason=reason, cells=cells)

    def uncertain(
        self, reason: str, span: TextSpan | None = None, cells: tuple[CellId, ...] = ()
    ) -> Uncertain:
        """A place where careful readers may differ."""
        return Uncertain(code=self.code, reason=reason, span=span, cells=cells)


Body: TypeAlias = Callable[[Rule, Subject], Iterator[Outcome]]


def rule(
    code: str, slug: str, title: str, severity: Severity, *, requires: tuple[str, ...] = ()
) -> Callable[[Body], Rule]:
    """Makes a generator function into a Rule; the catalogue alone decides whether it runs."""

    def make(body: Body) -> Rule:
        page = inspect.getdoc(body)
        return Rule(
            code=code,
            slug=slug,
            title=title,
            severity=severity,
            requires=requires,
            body=body,
            page="" if page is None else page,
        )

    return make
