"""Plants errors of a kind seen in practice and asks whether they are found."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.claims import is_alarm
from assistant.claims.expressions import Figures
from assistant.forms import Form, identity_lines
from assistant.model import Amount, Reading, Statistics
from evals.gold import GoldClaim, Passage
from evals.reading import form_of, read_text
from evals.scoring import Tally, overlaps

_KINDS = {"number", "rate", "growth", "difference"}


def plant_all(passage: Passage, tally: Tally) -> None:
    """Every error in every bound number, and in every cell that is told."""
    for claim in passage.claims:
        if claim.required and claim.kind in _KINDS and _is_plain(claim.quote):
            _plant_in_prose(passage, claim, tally)
            _plant_in_table(passage, claim, tally)


def _is_plain(quote: str) -> bool:
    return quote.rstrip("%％").replace(".", "", 1).isascii() and any(c.isdigit() for c in quote)


def _variants(quote: str) -> Iterator[str]:
    """±1, swapped digits, ten times."""
    number, percent = quote.rstrip("%％").replace(",", ""), quote[len(quote.rstrip("%％")) :]
    value = Decimal(number)
    variants = [value + 1, value - 1, value * 10]
    yield from (f"{v:f}{percent}" for v in variants if v >= 0 and v != value)
    for place in range(len(number) - 1):
        left, right = number[place : place + 2]
        if (
            left != right
            and left.isdigit()
            and right.isdigit()
            and not (place == 0 and right == "0")
        ):
            yield f"{number[:place]}{right}{left}{number[place + 2 :]}{percent}"
            return


def _plant_in_prose(passage: Passage, claim: GoldClaim, tally: Tally) -> None:
    figures = _figures(passage)
    for variant in _variants(claim.quote):
        value = Decimal(variant.rstrip("%％"))
        if any(_says(figures, bind) == value for bind in claim.accepted):
            continue
        text = passage.text[: claim.start] + variant + passage.text[claim.end :]
        readings = read_text(passage, text, passage.statistics)
        end = claim.start + len(variant)
        found = any(is_alarm(r) and overlaps(claim.start, end, r) for r in readings)
        around = text[max(0, claim.start - 16) : end + 10].replace("\n", "/")
        mine = [(r.binds, r.alternatives) for r in readings if overlaps(claim.start, end, r)]
        note = f"{passage.id} …{around}… {claim.quote}→{variant} {claim.accepted} {mine}"
        tally.add("planted in prose, found", note, right=found)


def _figures(passage: Passage) -> Figures:
    cells = {cell: Amount.of(value) for cell, value in passage.statistics.items()}
    previous = {cell: Amount.of(value) for cell, value in passage.previous.items()}
    return Figures(form_of(passage), Statistics(cells=cells, previous=previous))


def _says(figures: Figures, bind: str) -> Decimal | None:
    """Value of a plain cell; what is derived is not compared."""
    cell = bind.removeprefix("=")
    parts = cell.split(".")
    if len(parts) != 3 or "(" in cell:
        return None
    from assistant.claims.expressions import Ref  # noqa: PLC0415

    return figures.value(Ref(*parts))


def _plant_in_table(passage: Passage, claim: GoldClaim, tally: Tally) -> None:
    cell = claim.accepted[0]
    before = passage.statistics.get(cell)
    if before is None or claim.kind != "number":
        return
    for after in (before + 1, before * 10 if before else before + 10):
        cells = {**passage.statistics, cell: after}
        if any(_says(_with(passage, cells), bind) == claim.value for bind in claim.accepted):
            continue
        readings = read_text(passage, passage.text, cells)
        found = any(map(is_alarm, readings)) or _broken(form_of(passage), cells)
        tally.add(
            "planted in tables, found",
            f"{passage.id} {cell} {before}→{after} {claim.quote}",
            right=found,
        )
        told = any(is_alarm(r) and overlaps(claim.start, claim.end, r) for r in readings)
        tally.add("planted in tables, found at the claim", right=told)


def _with(passage: Passage, cells: dict[str, Decimal]) -> Figures:
    amounts = {cell: Amount.of(value) for cell, value in cells.items()}
    return Figures(form_of(passage), Statistics(cells=amounts))


def _broken(form: Form, cells: dict[str, Decimal]) -> bool:
    """Whether a sum of the tables no longer holds: the rules on tables would tell."""
    for identity in form.identities:
        if identity.spans_years or identity.relation != "equal":
            continue
        for line in identity_lines(form, identity):
            left = sum(t.sign * cells[c] for t in line.left for c in t.cells)
            right = sum(t.sign * cells[c] for t in line.right for c in t.cells)
            if left != right:
                return True
    return False


__all__ = ["Reading", "plant_all"]
