"""Prose numbers and statements: classified, bound to cells, compared with them."""

from assistant.claims.context import ClaimContext
from assistant.claims.lists import ListVerdict, PartList
from assistant.claims.reader import Prose, is_alarm, read_claims, read_prose

__all__ = [
    "ClaimContext",
    "ListVerdict",
    "PartList",
    "Prose",
    "is_alarm",
    "read_claims",
    "read_prose",
]
