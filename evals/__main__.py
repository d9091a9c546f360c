"""``python -m evals [gold.jsonl …]``: prints the figures and writes evals/results.json."""

import json
import math
import sys
import time
from pathlib import Path

from evals import recognizers
from evals.gold import Passage, read_gold
from evals.planting import plant_all
from evals.reading import readings_of
from evals.scoring import Count, Tally, score

_HERE = Path(__file__).parent
_SHARED = _HERE.parent.parent / "shared" / "gold"
_Z = 1.959964


def main(arguments: list[str]) -> int:
    """Scores the files given, or all gold at hand. ``-v`` lists what went wrong."""
    paths = [Path(a) for a in arguments if not a.startswith("-")] or _default_paths()
    passages = list(read_gold(paths))
    tally = Tally()
    began = time.perf_counter()
    for passage in passages:
        score(passage, readings_of(passage), tally)
    seconds = time.perf_counter() - began
    if "--quick" not in arguments:
        for passage in passages:
            plant_all(passage, tally)
    if "-v" in arguments:
        print("\n".join(tally.wrong))
    _print(tally, passages, seconds)
    _write(tally, paths, passages)
    return 0


def _default_paths() -> list[Path]:
    own = sorted((_HERE / "gold").glob("*.jsonl"))
    shared = sorted(_SHARED.glob("*.jsonl")) if _SHARED.is_dir() else []
    return [*own, *shared]


def interval(count: Count) -> tuple[float, float]:
    """95% interval of a share (Wilson)."""
    if count.total == 0:
        return (0.0, 1.0)
    n, share = count.total, count.right / count.total
    middle = share + _Z * _Z / (2 * n)
    half = _Z * math.sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    scale = 1 + _Z * _Z / n
    return ((middle - half) / scale, (middle + half) / scale)


def _print(tally: Tally, passages: list[Passage], seconds: float) -> None:
    print(f"{len(passages)} passages, read in {seconds:.2f} s")
    for figure, count in tally.counts.items():
        low, high = interval(count)
        share = count.right / count.total if count.total else 0.0
        print(f"{figure:40} {share:.4f}  {count.right:5}/{count.total:<5} [{low:.3f}, {high:.3f}]")
    print(f"{'tokens F1':40} {_f1(tally):.4f}")
    for name, f1 in _independent().items():
        print(f"{name:40} {f1:.4f}")


def _independent() -> dict[str, float]:
    """F1 on the core cases of the independent suite, where it is at hand."""
    scores = [recognizers.score(recognizers.DEFAULT_FOLDER, suite) for suite in recognizers.SUITES]
    return {
        f"recognizers {item.suite}, core F1": round(item.f1, 4) for item in scores if item.cases
    }


def _f1(tally: Tally) -> float:
    precision, recall = tally.counts["tokens precision"], tally.counts["tokens recall"]
    wrong = precision.total - precision.right + recall.total - recall.right
    return 2 * recall.right / (2 * recall.right + wrong)


def _write(tally: Tally, paths: list[Path], passages: list[Passage]) -> None:
    figures = {
        figure: {
            "right": count.right,
            "total": count.total,
            "share": round(count.right / count.total, 4) if count.total else None,
            "interval": [round(bound, 4) for bound in interval(count)],
        }
        for figure, count in tally.counts.items()
    }
    results = {
        "files": [path.name for path in paths],
        "passages": len(passages),
        "tokens F1": round(_f1(tally), 4),
        "independent": _independent(),
        "figures": figures,
    }
    text = json.dumps(results, ensure_ascii=False, indent=1)
    (_HERE / "results.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
