"""Small pieces of Chinese wording: labels as prose names them, lists, given sentences."""

from collections.abc import Sequence

from assistant.numerals import to_chinese

_MOST_NUMERALS = 3
_MARKS = frozenset("）)、.．是")
_ENDS = "。！？；，、：;,.!?"
_NUMERALS = frozenset("0123456789一二三四五六七八九十")
_QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "‘"})


def row_name(label: str) -> str:
    """An official row label without its number and its remark in brackets.

    ``（一）予以公开`` is 予以公开, ``1.属于国家秘密`` is 属于国家秘密.
    """
    name = _without_number(label.strip())
    for opening, closing in ("（）", "()"):
        start = name.find(opening)
        if start > 0 and name.endswith(closing):
            name = name[:start]
    return name


def _without_number(label: str) -> str:
    """The label behind （一）, 一、, 1. or 一是; a decimal point or 二、三季度 is no such mark."""
    opened = label[:1] in {"（", "("}
    number = label[1:] if opened else label
    end = next((at for at, sign in enumerate(number) if sign not in _NUMERALS), 0)
    mark, rest = number[end : end + 1], number[end + 1 :]
    if not 0 < end <= _MOST_NUMERALS or (opened and mark not in {"）", ")"}):
        return label
    if mark not in _MARKS or not rest or rest[0] in _NUMERALS:
        return label
    return rest


def joined(items: Sequence[str]) -> str:
    """Items as an official list: 甲、乙、丙."""
    return "、".join(items)


def numbered(items: Sequence[str]) -> str:
    """Items as 一是…；二是…, the only one without a number; ends without a full stop."""
    if len(items) == 1:
        return items[0]
    return _mark_between(items).join(
        f"{to_chinese(at)}是{item}" for at, item in enumerate(items, 1)
    )


def listed(items: Sequence[str]) -> str:
    """Items one after another, without numbers; ends without a full stop."""
    return _mark_between(items).join(items)


def _mark_between(items: Sequence[str]) -> str:
    return "。" if any("。" in item or "；" in item for item in items) else "；"


def ordinal(number: int) -> str:
    """The number as a heading counts: 一, 二, … 十一."""
    return to_chinese(number)


def tidy(given: str) -> str:
    """Given wording on one line, without number, surrounding blanks, end mark or controls."""
    line = "".join(sign for sign in " ".join(given.split()) if sign.isprintable())
    return _without_number(line).strip().rstrip(_ENDS).strip()


def sentence(given: str) -> str:
    """Given wording as one sentence or several, ending with a full stop; empty if there is none."""
    line = tidy(given)
    return f"{line}。" if line else ""


def quoted(given: str) -> str:
    """Given wording in Chinese quotation marks; marks inside become single ones."""
    return f"“{tidy(given).translate(_QUOTES)}”"


def book_title(title: str) -> str:
    """A document's title in 《》; title marks inside become 〈〉."""
    return f"《{title.translate(str.maketrans({'《': '〈', '》': '〉'}))}》"
