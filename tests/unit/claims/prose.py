"""An invented office's tables, and its sentences as read."""

from collections.abc import Mapping
from decimal import Decimal

from assistant.claims import ClaimContext, read_prose
from assistant.claims.reader import Prose
from assistant.forms import load_forms
from assistant.model import Amount, Fact, Level, Paragraph, Reading, Statistics

YEAR = 2024
_FIGURES: Mapping[str, str] = {
    "applications.received.total": "16",
    "applications.received.natural_person": "14",
    "applications.received.company": "2",
    "applications.carried_in.total": "2",
    "applications.granted.total": "6",
    "applications.partly_granted.total": "3",
    "applications.refused_third_party.total": "1",
    "applications.unavailable_not_held.total": "4",
    "applications.not_handled_petition.total": "1",
    "applications.results_total.total": "15",
    "applications.carried_out.total": "3",
    "disputes.review.upheld": "2",
    "disputes.review.corrected": "1",
    "disputes.review.pending": "1",
    "disputes.review.total": "4",
    "disputes.litigation_direct.upheld": "1",
    "disputes.litigation_direct.total": "1",
    "disputes.litigation_after_review.pending": "1",
    "disputes.litigation_after_review.total": "1",
    "disclosure.normative_documents.issued": "5",
    "disclosure.normative_documents.repealed": "3",
    "disclosure.normative_documents.in_force": "42",
    "disclosure.licensing.decisions": "830",
    "disclosure.penalties.decisions": "126",
    "disclosure.enforcement.decisions": "7",
    "disclosure.fees.amount": "123.45",
}
_LAST_YEAR = {"applications.received.total": "20", "applications.carried_in.total": "0"}


def prose(
    text: str,
    *,
    cells: Mapping[str, str] | None = None,
    facts: tuple[Fact, ...] = (),
    level: Level | None = None,
) -> Prose:
    """``text`` as prose of a 2024 report; ``cells`` change the figures above."""
    form = load_forms().for_year(YEAR)
    figures = dict.fromkeys(form.cells, "0") | dict(_FIGURES) | dict(cells or {})
    statistics = Statistics(
        year=YEAR, cells=_amounts(figures), previous=_amounts(_LAST_YEAR), facts=facts
    )
    context = ClaimContext(form=form, statistics=statistics, year=YEAR, level=level)
    return read_prose(paragraphs(text), context)


def claims(text: str, **given: object) -> tuple[Reading, ...]:
    """The claims of ``text`` in order."""
    found = prose(text, **given)  # type: ignore[arg-type]
    return tuple(reading for reading in found.readings if reading.is_claim)


def bindings(text: str) -> dict[str, tuple[str, ...]]:
    """What each claim of ``text`` was bound to, by its quote."""
    return {claim.span.quote: claim.binds for claim in claims(text)}


def alarms(text: str, **given: object) -> list[str]:
    """Quotes of the claims that the figures contradict."""
    return [claim.span.quote for claim in claims(text, **given) if claim.agrees is False]


def paragraphs(text: str) -> list[Paragraph]:
    """Lines of a text with their places."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        found.append(Paragraph(start=start, text=line))
        start += len(line) + 1
    return found


def _amounts(figures: Mapping[str, str]) -> dict[str, Amount]:
    return {cell: Amount.of(Decimal(value)) for cell, value in figures.items()}
