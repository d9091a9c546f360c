"""Headings of the second level, （一）…, inside the prose of a section."""

import re

_MARKER = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]")
_AT_MOST = 40


def lead_length(text: str) -> int:
    """How many characters at the beginning are such a heading; all of them if nothing follows."""
    if _MARKER.match(text) is None:
        return 0
    end = text.find("。") + 1
    length = end if end > 0 else len(text)
    return length if length <= _AT_MOST else 0
