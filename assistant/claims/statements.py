"""Statements without a number: there was none, or all of it was done."""

from dataclasses import dataclass
from decimal import Decimal

from assistant.claims.expressions import Expression
from assistant.model import ClaimKind, Fact


@dataclass(frozen=True, slots=True)
class Statement:
    """A phrase of the shadow that tells a figure; no ``binds`` where no table holds it."""

    start: int
    end: int
    kind: ClaimKind
    binds: tuple[Expression, ...] = ()
    others: tuple[Expression, ...] = ()
    expected: Decimal | None = None
    fits: bool | None = None
    fact: Fact | None = None
    """What the officer declared, where the statement is of that."""
