"""What a number or statement in prose was understood to be."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from assistant.model.place import TextSpan


class TokenClass(Enum):
    """What a numeral token is; only a CLAIM states a quantity."""

    CLAIM = "claim"
    DATE = "date"
    YEAR = "year"
    ORDINAL = "ordinal"
    IDIOM = "idiom"
    LEGAL = "legal"
    DOCUMENT_NUMBER = "document-number"
    LIST_MARKER = "list-marker"
    IDENTIFIER = "identifier"
    NAME = "name"
    LEXICAL = "lexical"


class ClaimKind(Enum):
    """How a claim states its quantity."""

    NUMBER = "number"
    ZERO = "zero"
    ALL = "all"
    RATE = "rate"
    GROWTH = "growth"
    DIFFERENCE = "difference"


class ClaimState(Enum):
    """Where a claim's quantity comes from."""

    BOUND = "bound"
    DERIVED = "derived"
    DECLARED = "declared"
    UNBOUND = "unbound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One numeral token, or one statement without a digit, as understood.

    span: the numeral (with 万, %, without unit) or the phrase of a zero / all statement.
    binds: cell ids, derived expressions (``=…``) or a fact's id; more than one when one
    statement speaks of several cells at once. alternatives: other bindings a careful reader
    would accept. expected: what the bound cells say, None where they do not tell.
    agrees: whether the claim agrees with some accepted binding; None if that cannot be told.
    sentence: the sentence around it. note: why it is exempt or unbound (Chinese), may be empty.
    """

    span: TextSpan
    token_class: TokenClass
    kind: ClaimKind | None = None
    value: Decimal | None = None
    unit: str = ""
    approximate: bool = False
    state: ClaimState | None = None
    binds: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    expected: Decimal | None = None
    agrees: bool | None = None
    sentence: TextSpan | None = None
    note: str = ""

    @property
    def is_claim(self) -> bool:
        """Whether it states a quantity."""
        return self.token_class is TokenClass.CLAIM

    @property
    def accounted_for(self) -> bool:
        """Bound, derived, declared or exempt: everything but an unbound claim."""
        return self.state is not ClaimState.UNBOUND
