"""Numerals that stand in no saying: identifiers by what surrounds them, and claims."""

from functools import cache

from assistant.claims.phrases import numeral_phrases
from assistant.model import TokenClass
from assistant.numerals import Form, Quantity, Script

_LONG_CODE = 7
_POSTCODE = 6
_HOTLINE = 5
_NEAR = 14
_MOTTO = 24
_ANNIVERSARY = "周年"
_EACH = "每"
"""每季度更新一次 tells how often."""
_PAIR = 6
_CLOSED = frozenset("，,。；;、：:）)！？ \n")
_WHOLE_FORMS = frozenset({Form.INTEGER, Form.DIGITS})
_NEVER_COUNTS_ONE = frozenset("每任某同这那哪另统进唯逐单新有不")
_SPAN_LEADS = frozenset("近续去来期时满")
_TURNS_INTO_WORD = frozenset("性致步")


@cache
def _counting_units() -> frozenset[str]:
    return frozenset(numeral_phrases().counting_units.split())


def identifier_at(text: str, quantity: Quantity) -> tuple[TokenClass, int, int] | None:
    """Telephone numbers, postcodes, hotlines, 46号: numerals that only tell things apart."""
    written = text[quantity.start : quantity.end]
    if not written.isdecimal() or quantity.script is Script.CHINESE:
        return None
    if text.startswith(numeral_phrases().road_words, quantity.end):
        return TokenClass.IDENTIFIER, quantity.start, quantity.end
    if quantity.unit == "号":
        end = quantity.end if quantity.unit_end is None else quantity.unit_end
        return TokenClass.IDENTIFIER, quantity.start, end
    if is_hotline(text, quantity) or (quantity.unit is None and _is_code(text, quantity, written)):
        return TokenClass.IDENTIFIER, quantity.start, quantity.end
    return None


def is_hotline(text: str, quantity: Quantity) -> bool:
    """12345热线, “12345”, 12345平台: a service that is called by its number."""
    phrases, written = numeral_phrases(), text[quantity.start : quantity.end]
    named = text.startswith(phrases.hotline_names, quantity.end)
    if written not in phrases.hotlines:
        return named and len(written) == _HOTLINE and written.startswith("12")
    return named or quantity.unit is None


def _is_code(text: str, quantity: Quantity, written: str) -> bool:
    phrases = numeral_phrases()
    near = text[max(0, quantity.start - _NEAR) : quantity.start]
    contact = any(word in near for word in phrases.contact_words)
    return (contact and len(written) >= _POSTCODE) or len(written) > _LONG_CODE


def plain_class(text: str, quantity: Quantity) -> TokenClass:
    """Claim, or what a Chinese numeral is that counts nothing."""
    if quantity.script in (Script.ASCII, Script.FULLWIDTH, Script.MIXED):
        return _written_in_digits(text, quantity)
    if quantity.form is Form.SCALE:
        return TokenClass.CLAIM if _vague_scale(quantity) else TokenClass.LEXICAL
    if quantity.form is Form.HALF:
        return TokenClass.LEXICAL
    if text.startswith(_ANNIVERSARY, quantity.end):
        return TokenClass.IDIOM
    if quantity.form not in _WHOLE_FORMS:
        return TokenClass.CLAIM
    return _chinese(text, quantity)


def _written_in_digits(text: str, quantity: Quantity) -> TokenClass:
    if quantity.unit == "级" and text.startswith("地震", quantity.reach):
        return TokenClass.NAME
    return TokenClass.IDIOM if text.startswith(_ANNIVERSARY, quantity.end) else TokenClass.CLAIM


def _vague_scale(quantity: Quantity) -> bool:
    return quantity.approximation is not None and quantity.unit is not None


def _chinese(text: str, quantity: Quantity) -> TokenClass:
    one = quantity.value == 1 and quantity.end - quantity.start == 1
    if quantity.unit in _counting_units():
        return _counted_one(text, quantity) if one else TokenClass.CLAIM
    if one or quantity.value == 0:
        return TokenClass.LEXICAL
    return TokenClass.CLAIM if _counts_otherwise(text, quantity) else _saying(text, quantity)


def _counts_otherwise(text: str, quantity: Quantity) -> bool:
    """六大部分, 近三年, 十二个 of anything."""
    if text.startswith("大部分", quantity.end):
        return True
    if quantity.unit == "年" and text[quantity.start - 1 : quantity.start] in _SPAN_LEADS:
        return True
    return quantity.value is not None and quantity.value > 10 and quantity.unit is not None


def _saying(text: str, quantity: Quantity) -> TokenClass:
    following = text[quantity.end : quantity.end + 1]
    if following == "" or following in _CLOSED:
        return TokenClass.LEXICAL if quantity.unit is None else TokenClass.CLAIM
    return TokenClass.IDIOM


def _counted_one(text: str, quantity: Quantity) -> TokenClass:
    before, after = (
        text[quantity.start - 1 : quantity.start],
        text[quantity.reach : quantity.reach + 1],
    )
    proverb = _in_quotes(text, quantity) or _paired_with_another(text, quantity)
    worded = proverb or (before in _NEVER_COUNTS_ONE and before != "")
    often = _EACH in text[max(0, quantity.start - _PAIR) : quantity.start]
    if often or worded or (after != "" and after in _TURNS_INTO_WORD):
        return TokenClass.LEXICAL
    return TokenClass.CLAIM


def _in_quotes(text: str, quantity: Quantity) -> bool:
    """“办结一件申请、解决一个问题” is a motto."""
    opened = text.rfind("“", max(0, quantity.start - _MOTTO), quantity.start)
    closed = text.find("”", quantity.end, quantity.end + _MOTTO)
    return opened >= 0 and closed >= 0 and "”" not in text[opened : quantity.start]


def _paired_with_another(text: str, quantity: Quantity) -> bool:
    """受理一件、答复一件: two of them side by side."""
    said = text[quantity.start : quantity.reach]
    before = text[max(0, quantity.start - _PAIR) : quantity.start]
    return said in before or said in text[quantity.reach : quantity.reach + _PAIR]
