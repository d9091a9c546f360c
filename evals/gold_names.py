"""Short names of bindings in the sources of labelled passages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TABLES = {"A.": "applications.", "D.": "disclosure.", "X.": "disputes."}
_TABLE = re.compile(r"(?<![A-Za-z_])[ADX]\.")
_NAME = re.compile(r"@([a-z_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """``@done`` and its like, from names.yaml."""

    short: Mapping[str, str]

    def expand(self, text: str) -> str:
        """A binding with every short name written out."""
        while _NAME.search(text):
            text = _NAME.sub(lambda found: self.short[found[1]], text)
        return _TABLE.sub(lambda found: _TABLES[found[0]], text)
