"""Prose numbers and statements: classified, bound to cells, compared with them."""

from assistant.claims.context import ClaimContext
from assistant.claims.reader import is_alarm, read_claims

__all__ = ["ClaimContext", "is_alarm", "read_claims"]
