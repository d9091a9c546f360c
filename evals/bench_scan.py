"""Speed of the number scan against a plain search for digits, on the same 5 MB in the same run.

Run: python -m evals.bench_scan [file or directory of texts]
Without an argument the reports beside the project are taken, else a paragraph of our own.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Final

from assistant.numerals import scan

SIZE: Final = 5_000_000
MOST: Final = 12
"""The scan may take this many times as long as the search for digits."""

_REPORTS: Final = Path(__file__).resolve().parents[1] / ".." / "shared" / "reports"
_PARAGRAPH: Final = (
    "（二）依申请公开情况。2020年，本单位收到公众提交的政府信息公开申请37件，比去年多4件，上升12.1%；"
    "上年转来2件。已经答复36件，其中予以公开21件、部分公开6件，转入下一年度3件。\n"
    "网站更新信息1,286条，公众号推送约4.3万字，举办开放日两场，到场群众120余人次。\n"
    "一、本年新收政府信息公开申请数量\t35\t1\t0\t0\t1\t0\t37\n"
)


def read_text(place: Path) -> str:
    """Join the texts of a file or folder."""
    files = [place] if place.is_file() else sorted(place.glob("*.txt"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def grown(text: str) -> str:
    """Repeat the text up to the size of the measurement."""
    return text * (SIZE // len(text.encode("utf-8")) + 1)


def fastest(action: Callable[[], object], *, rounds: int = 5) -> float:
    """Seconds of the quickest round."""
    times: list[float] = []
    for _ in range(rounds):
        begin = perf_counter()
        action()
        times.append(perf_counter() - begin)
    return min(times)


def main(arguments: list[str]) -> int:
    """Print both times and their ratio; fail when the scan is too slow."""
    own = read_text(Path(arguments[0]) if arguments else _REPORTS)
    text = grown(own if own else _PARAGRAPH)
    digits = re.compile(r"\d+")
    plain = fastest(lambda: digits.findall(text))
    ours = fastest(lambda: scan(text))
    megabytes = len(text.encode("utf-8")) / 1e6
    ratio = ours / plain
    print(
        f"digits {megabytes / plain:.0f} MB/s, scan {megabytes / ours:.1f} MB/s: "
        f"1/{ratio:.1f} (limit 1/{MOST})"
    )
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
