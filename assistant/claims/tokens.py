"""Every numeral of a text with its class: what may be wrong, and what counts nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.claims import shapes
from assistant.claims.fragments import covers
from assistant.claims.phrases import numeral_phrases
from assistant.claims.plain import identifier_at, is_hotline, plain_class
from assistant.claims.sayings import saying_at
from assistant.model import TokenClass
from assistant.numerals import Form, Quantity, Script, scan

_BOUNDARY = frozenset("\n\r \u3000\t。；;：:，,、！？!?”》）)“—→|")
_QUOTES = frozenset('“"‘「')
_QUOTATION = 7
_BRACKETS = frozenset("〔[(（【")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A numeral in its shape. ``quantity`` is the first numeral the token was read from."""

    start: int
    end: int
    token_class: TokenClass
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    text: str
    titles: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int], ...]
    organisation: tuple[tuple[int, int], ...]


def classify(text: str, organisation: str = "") -> tuple[Token, ...]:
    """Every numeral of ``text`` in order; numerals of one date or number make one token."""
    return tuple(_tokens(text, organisation))


def _tokens(text: str, organisation: str) -> Iterator[Token]:
    source: _Text | None = None
    done = 0
    for quantity in scan(text):
        if quantity.start < done:
            continue
        if source is None:
            source = _source(text, organisation)
        token = _token(source, quantity, done)
        done = token.end
        yield token


def _source(text: str, organisation: str) -> _Text:
    return _Text(
        text=text,
        titles=tuple(found.span() for found in shapes.TITLE.finditer(text)) if "《" in text else (),
        links=_links(text),
        organisation=_occurrences(text, organisation),
    )


def _links(text: str) -> tuple[tuple[int, int], ...]:
    if "@" not in text and "://" not in text and "www." not in text:
        return ()
    return tuple(found.span() for found in shapes.LINK.finditer(text))


def _occurrences(text: str, name: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = text.find(name) if name else -1
    while at >= 0:
        found.append((at, at + len(name)))
        at = text.find(name, at + len(name))
    return tuple(found)


def _token(source: _Text, quantity: Quantity, done: int) -> Token:
    for find in (_inside, _document, _legal, _marker, _ahead, _saying, _identifier):
        found = find(source, quantity)
        if found is not None:
            token_class, start, end = found
            return Token(
                start=max(start, done), end=end, token_class=token_class, quantity=quantity
            )
    return Token(
        start=quantity.start,
        end=quantity.end,
        token_class=plain_class(source.text, quantity),
        quantity=quantity,
    )


_Found = tuple[TokenClass, int, int] | None


def _inside(source: _Text, quantity: Quantity) -> _Found:
    start, end = quantity.start, quantity.end
    link = covers(source.links, start)
    if link is not None:
        return TokenClass.IDENTIFIER, start, max(link[1], end)
    return (TokenClass.NAME, start, end) if covers(source.organisation, start) else None


def _document(source: _Text, quantity: Quantity) -> _Found:
    text, start = source.text, quantity.start
    before = _skip_back(text, start)
    if before and text[before - 1] in _BRACKETS:
        found = shapes.DOCUMENT.match(text, before - 1)
        if found is not None:
            return TokenClass.DOCUMENT_NUMBER, before - 1, found.end()
    lead = text[max(0, before - 2) : before]
    if lead.endswith("令") or lead == "令第":
        first = before - len("令") if lead.endswith("令") else before - len("令第")
        found = shapes.DECREE.match(text, first + 1)
        if found is not None:
            return TokenClass.DOCUMENT_NUMBER, first, found.end()
    return None


def _skip_back(text: str, at: int) -> int:
    while at and text[at - 1] in " \u3000":
        at -= 1
    return at


def _legal(source: _Text, quantity: Quantity) -> _Found:
    text = source.text
    first = _skip_back(text, quantity.start)
    if first and text[first - 1] in "（(":
        first = _skip_back(text, first - 1)
    if not first or text[first - 1] != "第":
        return None
    found = shapes.LEGAL.match(text, first - 1)
    if found is not None:
        return TokenClass.LEGAL, first - 1, found.end()
    saying = saying_at(text, first - 1, first)
    if saying is not None:
        return saying
    found = shapes.ORDINAL.match(text, first - 1)
    return None if found is None else (TokenClass.ORDINAL, first - 1, found.end())


def _marker(source: _Text, quantity: Quantity) -> _Found:
    text, start = source.text, quantity.start
    if text[start - 1 : start] in ("上", "下") and text[quantity.end : quantity.end + 1] == "年":
        return TokenClass.YEAR, start - 1, quantity.end + 1
    if quantity.form is Form.SYMBOL:
        return TokenClass.LIST_MARKER, start, quantity.end
    before = _skip_back(text, start)
    if before and text[before - 1] in "（(":
        found = shapes.MARKER_BRACKETED.match(text, before - 1)
        if found is not None and not (before > 1 and text[before - 2] == "第"):
            return TokenClass.LIST_MARKER, before - 1, found.end()
    if start and text[start - 1] not in _BOUNDARY:
        return None
    found = shapes.MARKER.match(text, start)
    return None if found is None else (TokenClass.LIST_MARKER, start, found.end())


def _ahead(source: _Text, quantity: Quantity) -> _Found:
    text, start = source.text, quantity.start
    if quantity.value is not None and quantity.value < 0:
        return None
    for token_class, pattern in shapes.AHEAD:
        found = pattern.match(text, start)
        if found is not None and found.end() >= quantity.end:
            return token_class, start, found.end()
    if quantity.unit is None and quantity.form is Form.INTEGER:
        return _bare_year(source, quantity)
    return None


def _bare_year(source: _Text, quantity: Quantity) -> _Found:
    """2024版 and 2022政务公开要点 name a year; a number that ends its clause counts something."""
    text, start, end = source.text, quantity.start, quantity.end
    found = shapes.BARE_YEAR.match(text, start)
    if found is None or found.end() != end:
        return None
    after = text[end : end + 1]
    leads = start == 0 or text[start - 1] in _BOUNDARY or text[start - 1] in "在于至自从对〔《"
    named = after != "" and not after.isspace() and after not in "。；;，,、）)"
    return (TokenClass.YEAR, start, end) if leads and named else None


def _saying(source: _Text, quantity: Quantity) -> _Found:
    if quantity.script in (Script.ASCII, Script.FULLWIDTH) and quantity.form is not Form.SCALE:
        return _title_or_code(source, quantity)
    found = saying_at(source.text, quantity.start, quantity.start)
    return _title_or_code(source, quantity) if found is None else found


def _title_or_code(source: _Text, quantity: Quantity) -> _Found:
    text, start, end = source.text, quantity.start, quantity.end
    if covers(source.titles, start):
        return TokenClass.NAME, start, end
    if is_hotline(text, quantity):
        return None
    quoted = _short_quotation(text, quantity)
    if quoted is not None:
        return quoted
    before, after = text[start - 1 : start], text[end : end + 1]
    latin = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    quoted = before in _QUOTES and before != "" and after in ("”", '"', "’", "」")
    if latin or quoted or after == "+":
        return TokenClass.NAME, start, end
    return None


def _short_quotation(text: str, quantity: Quantity) -> _Found:
    """“15分钟政务服务圈”, “4·15”: what is called by a number, unless it is counted in cases."""
    for first in range(quantity.start - 1, max(-1, quantity.start - _QUOTATION), -1):
        found = shapes.QUOTED.match(text, first)
        if found is not None and quantity.end < found.end():
            plain = any("\u4e00" <= sign <= "\u9fff" for sign in found[0])
            counted = quantity.unit in numeral_phrases().case_units
            kind = TokenClass.IDIOM if plain else TokenClass.NAME
            return None if counted else (kind, quantity.start, found.end() - 1)
    return None


def _identifier(source: _Text, quantity: Quantity) -> _Found:
    return identifier_at(source.text, quantity)
