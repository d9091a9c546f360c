"""Spoilt copies of good files, each from its own seed, and what reading them takes.

``python -m tests.files.mutated docx 0 40`` prints one JSON line a file.
"""

import copy
import io
import json
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from assistant.errors import AssistantError
from assistant.files import read_report, read_statistics
from assistant.files.write_docx import write_docx
from assistant.files.write_html import write_html
from assistant.files.write_workbook import write_workbook
from assistant.forms import load_forms
from assistant.model import Amount, Statistics
from tests.files.essence import as_text
from tests.files.typeset_pdf import Typesetter, pdf
from tests.files.written_reports import ORGANISATION, whole_report

FORMS = load_forms()
FORM = FORMS.by_id("2019")
CELLS = {cell: Amount.of(number) for number, cell in enumerate(FORM.cells)}
REPORT = whole_report(FORM, cells=CELLS)
ENCODINGS = ("gb18030", "utf-16-le", "utf-16", "big5", "utf-32", "cp1252")


def good(kind: str, chance: random.Random) -> bytes:
    """A file of a kind that can be read."""
    match kind:
        case "docx":
            return write_docx(REPORT, FORM)
        case "html":
            return write_html(REPORT, FORM)
        case "pdf":
            sheets = Typesetter("年报").report(REPORT, FORM).sheets
            return pdf(sheets, packed=chance.random() < 0.3)
        case "xlsx":
            return write_workbook(
                FORM,
                organisation=ORGANISATION.name,
                year=2019,
                statistics=Statistics(cells=CELLS),
            )
        case _:
            return as_text(REPORT, FORM).encode()


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def swapped(data: bytes, chance: random.Random) -> bytes:
    a, b, c, d = sorted(chance.randrange(len(data)) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def sprinkled(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 5, 50, 500))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def repeated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((10, 1000, 20_000))]
    return data[:start] + piece * chance.choice((2, 20)) + data[start:]


def noise(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(min(len(data), 200))
    return data[:start] + chance.randbytes(chance.randrange(1, 5000))


def re_encoded(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", errors="replace")
    return text.encode(chance.choice(ENCODINGS), errors="replace")


def rearranged(data: bytes, chance: random.Random) -> bytes:
    """Elements of a part taken out, doubled and moved about; what is left is sound XML."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return sprinkled(data, chance)
    for _ in range(chance.choice((1, 10, 60))):
        inner = [element for element in root.iter() if element.getparent() is not None]
        if not inner:
            break
        element, place = chance.choice(inner), chance.choice(inner)
        if chance.random() < 0.5:
            element = copy.deepcopy(element)
        elif any(element is above for above in (place, *place.iterancestors())):
            continue
        place.addnext(element) if chance.random() < 0.5 else place.append(element)
    return etree.tostring(root)


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    cut, swapped, sprinkled, repeated, noise, re_encoded,
)  # fmt: skip


def mutated(kind: str, seed: int) -> bytes:
    """The file of a kind spoilt in the seed's way; of archives often only a part."""
    chance = random.Random(f"{kind} {seed}")
    data = good(kind, chance)
    way = WAYS[seed % len(WAYS)]
    if kind in {"docx", "xlsx"} and seed % 4:
        return _with_spoilt_parts(data, rearranged if seed % 4 > 1 else way, chance)
    return way(data, chance)


def _with_spoilt_parts(
    data: bytes, way: Callable[[bytes, random.Random], bytes], chance: random.Random
) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(output, "w") as target:
        names = archive.namelist()
        spoilt = {
            *chance.sample(names, 2),
            chance.choice([name for name in names if "document" in name or "sheet" in name]),
        }
        contents = [archive.read(name) for name in names]
        if way is swapped:
            chance.shuffle(contents)
        for name, content in zip(names, contents, strict=True):
            whole = name not in spoilt or not content
            target.writestr(name, content if whole else way(content, chance))
    return output.getvalue()


def outcome(path: Path) -> str:
    """How reading a file ends: read, the code of the error, or a traceback."""
    try:
        if path.suffix == ".xlsx":
            read_statistics(path, FORMS)
        else:
            read_report(path, FORMS)
    except AssistantError as error:
        return error.code
    except BaseException:
        return traceback.format_exc()
    return "read"


def peak() -> int:
    """Most bytes this process ever held; 0 where the system does not tell.

    What ``resource`` tells begins with what the process that started this one held.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def main(kind: str, first: str, last: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(int(first), int(last)):
            path = Path(folder) / f"{seed}.{kind}"
            path.write_bytes(mutated(kind, seed))
            start = time.perf_counter()
            ended = outcome(path)
            seconds = time.perf_counter() - start
            line = {"seed": seed, "ended": ended, "seconds": seconds, "peak": peak()}
            sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
