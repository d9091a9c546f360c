"""Runs the claims engine on a passage."""

from collections.abc import Mapping
from decimal import Decimal

from assistant.claims import ClaimContext, read_claims
from assistant.forms import Form, load_forms
from assistant.model import Amount, Level, Paragraph, Reading, Statistics
from evals.gold import Passage

_LEVELS = {"乡镇街道": Level.TOWNSHIP, "部门": Level.DEPARTMENT, "县区政府": Level.REGION}


def readings_of(passage: Passage) -> tuple[Reading, ...]:
    """What the engine makes of a passage and its tables."""
    return read_text(passage, passage.text, passage.statistics)


def read_text(passage: Passage, text: str, cells: Mapping[str, Decimal]) -> tuple[Reading, ...]:
    """The same with another text or other cells: for planted errors."""
    statistics = Statistics(
        year=passage.year,
        form=passage.form,
        cells=_amounts(cells),
        previous=_amounts(passage.previous),
    )
    context = ClaimContext(
        form=form_of(passage),
        statistics=statistics,
        year=passage.year,
        level=_LEVELS.get(passage.level),
    )
    return read_claims(paragraphs_of(text), context)


def form_of(passage: Passage) -> Form:
    """The form of a passage."""
    return load_forms().by_id(passage.form)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Lines of a text with their places."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        found.append(Paragraph(start=start, text=line))
        start += len(line) + 1
    return found


def _amounts(cells: Mapping[str, Decimal]) -> dict[str, Amount]:
    return {cell: Amount.of(value) for cell, value in cells.items()}
