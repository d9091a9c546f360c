"""The figures of the claims engine may not fall behind what they were."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from evals.gold import Passage, read_gold
from evals.planting import plant_all
from evals.reading import readings_of
from evals.scoring import Tally, score

OWN: Mapping[str, float] = {
    "tokens classified": 0.999,
    "tokens precision": 0.995,
    "tokens recall": 0.998,
    "values right": 0.998,
    "binding recall": 0.965,
    "binding precision": 0.99,
    "whole sentences": 0.91,
    "zero and all, of tables": 0.94,
    "passages without false alarm": 1.0,
}
SHARED: Mapping[str, float] = {
    "tokens classified": 1.0,
    "tokens precision": 0.99,
    "tokens recall": 0.99,
    "values right": 0.998,
    "binding recall": 0.98,
    "binding precision": 0.99,
    "whole sentences": 0.95,
    "zero and all, of tables": 0.97,
    "passages without false alarm": 1.0,
    "planted in prose, found": 0.99,
    "planted in tables, found": 0.99,
}


def figures(passages: list[Passage], *, planted: bool) -> dict[str, float]:
    tally = Tally()
    for passage in passages:
        score(passage, readings_of(passage), tally)
        if planted:
            plant_all(passage, tally)
    return {figure: count.right / count.total for figure, count in tally.counts.items()}


def fallen(found: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    return {figure: found[figure] for figure, least in floors.items() if found[figure] < least}


def test_own_passages(root: Path) -> None:
    passages = list(read_gold(sorted((root / "evals" / "gold").glob("*.jsonl"))))

    assert len(passages) > 200
    assert {} == fallen(figures(passages, planted=False), OWN)


@pytest.mark.timeout(300)
def test_shared_passages(shared: Path) -> None:
    passages = list(read_gold(sorted((shared / "gold").glob("*.jsonl"))))

    assert {} == fallen(figures(passages, planted=True), SHARED)
