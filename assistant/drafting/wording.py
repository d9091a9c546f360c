"""Small pieces of Chinese wording: labels as prose names them, lists, given sentences."""

from collections.abc import Sequence

from assistant.numerals import to_chinese

_LONGEST_GIVEN = 600
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
    closing = label.find("）") if label.startswith("（") else label.find(")")
    if label[:1] in {"（", "("} and 1 < closing <= 4:
        return label[closing + 1 :]
    mark = next((at for at, sign in enumerate(label[:4]) if sign in "、.．"), 0)
    if mark > 0 and all(sign in _NUMERALS for sign in label[:mark]):
        return label[mark + 1 :]
    return label


def joined(items: Sequence[str]) -> str:
    """Items as an official list: 甲、乙、丙."""
    return "、".join(items)


def numbered(items: Sequence[str]) -> str:
    """Items as 一是…；二是…, the only one without a number; ends without a full stop."""
    if len(items) == 1:
        return items[0]
    mark = "。" if any("。" in item or "；" in item for item in items) else "；"
    return mark.join(f"{to_chinese(at)}是{item}" for at, item in enumerate(items, 1))


def ordinal(number: int) -> str:
    """The number as a heading counts: 一, 二, … 十一."""
    return to_chinese(number)


def tidy(given: str) -> str:
    """Given wording on one line, bounded, without number, surrounding blanks or end mark."""
    line = " ".join(given.split())[:_LONGEST_GIVEN]
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
