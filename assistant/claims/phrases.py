"""The language data of claims: ``schemas/phrases``, loaded strictly and once."""

from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from assistant.datafiles import load_shipped
from assistant.resources import data_folder

_CODE = "E220"


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class NumeralPhrases(_Strict):
    """Words in which a numeral counts nothing. Fields as commented in the file."""

    source: str
    idioms: tuple[str, ...]
    saying_heads: str
    lexical: tuple[str, ...]
    place_endings: tuple[str, ...]
    not_in_names: str
    hotlines: tuple[str, ...]
    hotline_names: tuple[str, ...]
    road_words: tuple[str, ...]
    account_words: tuple[str, ...]
    counted_behind: dict[str, tuple[str, ...]]
    contact_words: tuple[str, ...]
    counting_units: str
    case_units: tuple[str, ...]


class Completion(_Strict):
    """How prose says that all was done; ``granted``: that all was disclosed."""

    quantifiers: tuple[str, ...]
    adverbs: tuple[str, ...]
    done: tuple[str, ...]
    granted: tuple[str, ...]
    unasserted: tuple[str, ...]
    rates: tuple[str, ...]


class Growth(_Strict):
    """Words of change against last year."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    compared: tuple[str, ...]
    level: tuple[str, ...]
    roughly: tuple[str, ...]


class ZeroWords(_Strict):
    """How prose says that there was none."""

    cues: tuple[str, ...]
    prefixes: tuple[str, ...]
    verbs: tuple[str, ...]
    not_cues: tuple[str, ...]
    tails: tuple[str, ...]
    anyone: tuple[str, ...]
    happenings: tuple[str, ...]


class ClaimPhrases(_Strict):
    """Words around claims. Fields as commented in the file."""

    source: str
    traditional: str
    relative_years: dict[str, tuple[str, ...]]
    foreign: tuple[str, ...]
    channels: tuple[str, ...]
    publication: tuple[str, ...]
    published_units: tuple[str, ...]
    cell_units: tuple[str, ...]
    applicant_units: tuple[str, ...]
    not_terms: tuple[str, ...]
    fillers: tuple[str, ...]
    whole_region: tuple[str, ...]
    own_office: tuple[str, ...]
    offices: tuple[str, ...]
    other_measures: tuple[str, ...]
    own_business: tuple[str, ...]
    looked_at: tuple[str, ...]
    own_subject: tuple[str, ...]
    open_lists: tuple[str, ...]
    list_ends: tuple[str, ...]
    older_scope: tuple[str, ...]
    totals: tuple[str, ...]
    rest: tuple[str, ...]
    each: str
    left_over: tuple[str, ...]
    taken_up: tuple[str, ...]
    case_nouns: tuple[str, ...]
    raised: tuple[str, ...]
    inclusion: tuple[str, ...]
    partition: tuple[str, ...]
    completion: Completion
    shares: tuple[str, ...]
    together: tuple[str, ...]
    removed: tuple[str, ...]
    kinds: tuple[str, ...]
    growth: Growth
    zero: ZeroWords
    links: tuple[str, ...]
    link_fillers: tuple[str, ...]
    causes: tuple[str, ...]


_Phrases = TypeVar("_Phrases", bound=_Strict)


def _load(model: type[_Phrases], name: str) -> _Phrases:
    text = (data_folder("schemas") / "phrases" / name).read_text(encoding="utf-8")
    return load_shipped(model, text, name, _CODE)


@cache
def numeral_phrases() -> NumeralPhrases:
    """Idioms, names and words with numerals in them."""
    return _load(NumeralPhrases, "numerals.yaml")


@cache
def claim_phrases() -> ClaimPhrases:
    """Words that state, deny, compare and divide quantities."""
    return _load(ClaimPhrases, "claims.yaml")
