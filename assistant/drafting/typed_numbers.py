"""Numbers a writer spelled out itself, in characters, where only placeholders may count."""

from collections.abc import Iterator

from assistant.claims.context import ClaimContext
from assistant.claims.reader import read_claims
from assistant.drafting.placeholders import (
    DraftProblem,
    ProblemKind,
    Rendered,
    literal_message,
)
from assistant.model import ClaimKind, Paragraph, Reading
from assistant.numerals import scan


def typed_numbers(rendered: Rendered, context: ClaimContext) -> tuple[DraftProblem, ...]:
    """Claims in Chinese numerals that came from no placeholder: 收到三件, 增长两成.

    Digits are found without understanding them; idioms, dates and list marks are no claims.
    """
    return tuple(_typed(rendered, context))


def _typed(rendered: Rendered, context: ClaimContext) -> Iterator[DraftProblem]:
    filled = {at for use in rendered.uses for at in range(use.start, use.end)}
    for reading in read_claims([Paragraph(start=0, text=rendered.text)], context):
        if _is_spelled_claim(reading) and reading.span.start not in filled:
            start = rendered.source_offset(reading.span.start)
            quote = reading.span.quote
            yield DraftProblem(
                kind=ProblemKind.LITERAL_NUMBER,
                start=start,
                end=start + len(quote),
                quote=quote,
                message=literal_message(quote),
            )


def _is_spelled_claim(reading: Reading) -> bool:
    """Whether it counts in characters; a statement such as 未收到 holds no numeral."""
    if not reading.is_claim or reading.kind in {ClaimKind.ZERO, ClaimKind.ALL}:
        return False
    quote = reading.span.quote
    return not any(sign.isdigit() for sign in quote) and bool(list(scan(quote)))
