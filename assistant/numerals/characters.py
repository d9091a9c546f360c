"""The characters numerals are written with, and what each is worth."""

import unicodedata
from typing import Final

LOWER: Final = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0}
SPOKEN: Final = {"两": 2, "兩": 2, "俩": 2, "仨": 3}
FORMAL: Final = dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)) | {
    "壱": 1,
    "弍": 2,
    "貳": 2,
    "叄": 3,
    "陸": 6,
}
DIGITS: Final = LOWER | SPOKEN | FORMAL
TENS: Final = {"廿": 20, "卅": 30, "卌": 40}

SMALL_SCALES: Final = {"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3}
LARGE_SCALES: Final = {"万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
SCALES: Final = SMALL_SCALES | LARGE_SCALES
"""Each scale as a power of ten."""

FORMAL_CHARACTERS: Final = frozenset(FORMAL) | frozenset("拾佰仟")

ZEROES: Final = frozenset("零〇")

LEXICAL_FORMAL: Final = frozenset("伍陆陸肆拾")
"""Formal numerals that are everyday characters too: 队伍, 大陆, 放肆, 收拾."""

LEXICAL_BEFORE: Final = frozenset("队隊入退行落为為大登着內内水海放收捡撿")
"""What stands before them in those words."""

INFIX: Final = frozenset("余餘多几幾来來")
"""Words of approximation that may stand inside a numeral: 500余万, 十几亿."""

_SYMBOL_BLOCKS: Final = ((0x2160, 0x217C), (0x2460, 0x249C), (0x24EB, 0x24FF))
_SYMBOL_BLOCKS_CJK: Final = ((0x2776, 0x2794), (0x3220, 0x322A), (0x3280, 0x328A))

SYMBOLS: Final = {
    chr(point): int(unicodedata.numeric(chr(point)))
    for first, end in _SYMBOL_BLOCKS + _SYMBOL_BLOCKS_CJK
    for point in range(first, end)
    if unicodedata.numeric(chr(point), None) is not None
}
"""Numbers printed as one sign: Ⅳ, ①, ⒈, ❶, ㈠, ㊀."""

ASCII_DIGITS: Final = "0123456789"
FULLWIDTH_DIGITS: Final = "０１２３４５６７８９"
TO_ASCII: Final = str.maketrans(FULLWIDTH_DIGITS + "．", ASCII_DIGITS + ".", ",，")
"""Full-width digits and point as ASCII; separators of thousands removed."""

CHINESE: Final = frozenset(DIGITS) | frozenset(TENS) | (frozenset(SCALES) - {"兆"})

NUMERALS: Final = (
    (CHINESE - LEXICAL_FORMAL)
    | frozenset(SYMBOLS)
    | frozenset(ASCII_DIGITS)
    | frozenset(FULLWIDTH_DIGITS)
    | {"半"}
)
"""Every one of these, wherever it stands, lies in one quantity (or in its unit, 个百分点)."""
