"""Numbers that an officer vouches for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims.comparing import agrees
from assistant.claims.fragments import names_something
from assistant.claims.labels import Label
from assistant.claims.phrases import claim_phrases
from assistant.model import Fact
from assistant.numerals import Quantity

_SLACK = 6


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact a number was found to state; ``plain``: its very words stand at the number."""

    fact: Fact
    fits: bool
    plain: bool

    @property
    def expected(self) -> Decimal:
        """What the officer declared."""
        return self.fact.value


def declared(facts: Sequence[Fact], label: Label, quantity: Quantity) -> Declared | None:
    """The fact a labelled number states: one that agrees before one that does not."""
    if not facts or quantity.value is None:
        return None
    found = sorted(_found(facts, label, quantity), key=_preference)
    return found[0] if found else None


def declared_in(facts: Sequence[Fact], text: str) -> Fact | None:
    """The fact a statement without a number names, in a text spelled as a shadow."""
    for fact in facts:
        if any(_spelled(word) in text for word in (fact.label, *fact.terms) if word):
            return fact
    return None


def _preference(found: Declared) -> tuple[bool, bool]:
    return not found.fits, not found.plain


def _found(facts: Iterable[Fact], label: Label, quantity: Quantity) -> Iterable[Declared]:
    for fact in facts:
        if fact.unit and quantity.unit and fact.unit != quantity.unit:
            continue
        near = [_nearness(_spelled(word), label) for word in (fact.label, *fact.terms) if word]
        if any(state is not None for state in near):
            fits = quantity.value is not None and agrees(quantity, quantity.value, fact.value)
            yield Declared(fact, fits, plain=any(state is True for state in near))


def _spelled(words: str) -> str:
    text = "".join(words.split())
    for said, relative in claim_phrases().relative_years.items():
        for word in sorted(relative, key=len, reverse=True):
            text = text.replace(word, said)
    return text.translate(str.maketrans(",;:()", "，；：（）", '“”"‘’'))


def _nearness(words: str, label: Label) -> bool | None:
    """True when the words stand right at the number, False when only loosely, None when not."""
    at = label.text_before.rfind(words)
    if at >= 0:
        return not names_something(label.text_before[at + len(words) :])
    if label.text_after.startswith(words):
        return True
    return False if _loosely(words, label.text_before) else None


def _loosely(words: str, text: str) -> bool:
    """Whether the characters stand in ``text`` in this order with little between them."""
    at = len(text)
    for sign in reversed(words):
        at = text.rfind(sign, 0, at)
        if at < 0:
            return False
    return len(words) > 2 and len(text) - at <= len(words) + _SLACK
