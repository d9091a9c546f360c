"""Compares readings with labels."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.claims import is_alarm
from assistant.model import ClaimKind, ClaimState, Reading
from evals.gold import EXTRA, GoldClaim, Passage

_STATEMENTS = {ClaimKind.ZERO, ClaimKind.ALL}
_TABLES = {ClaimState.BOUND, ClaimState.DERIVED}
_SENTENCE = re.compile(r"[。！？\n]")


@dataclass(slots=True)
class Count:
    """So many of so many."""

    right: int = 0
    total: int = 0

    def add(self, *, right: bool) -> None:
        """Counts one more."""
        self.total += 1
        self.right += right


@dataclass(slots=True)
class Tally:
    """All counts of a run, and what went wrong, for reading by eye."""

    counts: dict[str, Count] = field(default_factory=dict[str, Count])
    wrong: list[str] = field(default_factory=list[str])

    def add(self, figure: str, note: str = "", *, right: bool) -> None:
        """Counts one more for a figure; ``note`` is kept when it is wrong."""
        self.counts.setdefault(figure, Count()).add(right=right)
        if not right and note:
            self.wrong.append(f"{figure}: {note}")


def score(passage: Passage, readings: tuple[Reading, ...], tally: Tally) -> None:
    """Adds one passage to the tally."""
    _score_tokens(passage, readings, tally)
    _score_bindings(passage, readings, tally)
    _score_statements(passage, readings, tally)
    _score_sentences(passage, readings, tally)
    _score_alarms(passage, readings, tally)


def overlaps(start: int, end: int, reading: Reading) -> bool:
    """Whether a reading touches a stretch of the text."""
    return reading.span.start < end and start < reading.span.end


def _is_statement(reading: Reading) -> bool:
    level = reading.kind is ClaimKind.DIFFERENCE and not any(map(str.isdigit, reading.span.quote))
    return level or reading.kind in _STATEMENTS


def _score_tokens(passage: Passage, readings: tuple[Reading, ...], tally: Tally) -> None:
    numerals = [reading for reading in readings if not _is_statement(reading)]
    for token in passage.tokens:
        mine = [reading for reading in numerals if overlaps(token.start, token.end, reading)]
        claimed = any(reading.is_claim for reading in mine)
        note = _note(passage, token.start, token.end)
        tally.add("tokens classified", note, right=bool(mine))
        same = bool(mine) and all(r.token_class.value == token.token_class for r in mine)
        tally.add("classes right", f"{token.token_class} {note}", right=same)
        if token.token_class == "claim":
            tally.add("tokens recall", note, right=claimed)
    for reading in numerals:
        if reading.is_claim:
            right = any(
                overlaps(token.start, token.end, reading)
                for token in passage.tokens
                if token.token_class == "claim"
            )
            note = _note(passage, reading.span.start, reading.span.end)
            tally.add("tokens precision", note, right=right)


def matching(claim: GoldClaim, readings: Iterable[Reading]) -> list[Reading]:
    """Readings that speak of a labelled claim."""
    return [
        reading
        for reading in readings
        if reading.is_claim
        and _is_statement(reading) == _labelled_statement(claim)
        and overlaps(claim.start, claim.end, reading)
    ]


def _labelled_statement(claim: GoldClaim) -> bool:
    return claim.is_statement or (
        not any(sign.isdigit() for sign in claim.quote) and (claim.kind == "difference")
    )


def _score_bindings(passage: Passage, readings: tuple[Reading, ...], tally: Tally) -> None:
    for claim in passage.claims:
        mine = matching(claim, readings)
        note = f"{_note(passage, claim.start, claim.end)} {claim.accepted} {_binds(mine)}"
        if claim.required:
            right = any(set(reading.binds) & set(claim.accepted) for reading in mine)
            tally.add("binding recall", note, right=right)
        if not _labelled_statement(claim) and claim.scored and mine:
            tally.add("values right", note, right=any(r.value == claim.value for r in mine))
    for reading in readings:
        for bind in _table_binds(reading):
            right = _bind_is_right(passage, reading, bind)
            if right is not None:
                note = f"{_note(passage, reading.span.start, reading.span.end)} {bind}"
                tally.add("binding precision", note, right=right)


def _table_binds(reading: Reading) -> tuple[str, ...]:
    return reading.binds if reading.state in _TABLES else ()


def _bind_is_right(passage: Passage, reading: Reading, bind: str) -> bool | None:
    """None where the labels do not decide: contradictions and lost characters."""
    there = [claim for claim in passage.claims if reading in matching(claim, [reading])]
    if any(not claim.scored for claim in there):
        return None
    return any(bind in claim.accepted for claim in there)


def _score_statements(passage: Passage, readings: tuple[Reading, ...], tally: Tally) -> None:
    for claim in passage.claims:
        if not _labelled_statement(claim) or not claim.scored:
            continue
        mine = matching(claim, readings)
        note = f"{_note(passage, claim.start, claim.end)} {claim.accepted} {_binds(mine)}"
        if claim.required:
            right = any(set(reading.binds) & set(claim.accepted) for reading in mine)
            tally.add("zero and all, of tables", note, right=right)
        if EXTRA not in claim.accepted or claim.accepted == (EXTRA,):
            tally.add("zero and all, found", note, right=bool(mine))


def _score_sentences(passage: Passage, readings: tuple[Reading, ...], tally: Tally) -> None:
    ends = [found.start() for found in _SENTENCE.finditer(passage.text)] + [len(passage.text)]
    start = 0
    for end in ends:
        claims = [c for c in passage.claims if start <= c.start < end and c.required]
        wrong = [
            reading
            for reading in readings
            if start <= reading.span.start < end
            for bind in _table_binds(reading)
            if _bind_is_right(passage, reading, bind) is False
        ]
        if claims or wrong:
            found = all(
                any(set(r.binds) & set(claim.accepted) for r in matching(claim, readings))
                for claim in claims
            )
            tally.add("whole sentences", right=found and not wrong)
        start = end + 1


def _score_alarms(passage: Passage, readings: tuple[Reading, ...], tally: Tally) -> None:
    alarms = [reading for reading in readings if is_alarm(reading)]
    false = [alarm for alarm in alarms if not _labelled_wrong(passage, alarm)]
    tally.add(
        "passages without false alarm",
        " ".join(
            f"{_note(passage, a.span.start, a.span.end)} {a.binds} {a.expected}" for a in false
        ),
        right=not false,
    )


def _labelled_wrong(passage: Passage, alarm: Reading) -> bool:
    return any(
        not claim.scored and overlaps(claim.start, claim.end, alarm) for claim in passage.claims
    )


def _binds(readings: Iterable[Reading]) -> str:
    return str([(reading.span.quote, reading.binds) for reading in readings])


def _note(passage: Passage, start: int, end: int) -> str:
    around = passage.text[max(0, start - 16) : end + 10].replace("\n", "/")
    return f"{passage.id} …{around}… [{passage.text[start:end]}]"
