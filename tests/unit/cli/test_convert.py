from pathlib import Path

import pytest

from assistant.cli.convert import To
from assistant.cli.main import run

EXAMPLE = Path("examples", "township", "2019年报.docx")


def test_the_command_offers_what_can_be_written() -> None:
    from assistant.app.converting import Target  # noqa: PLC0415 - beside what must not load it

    assert [to.value for to in To] == [target.value for target in Target]


def test_it_says_what_it_wrote(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "新" / "统计.yaml"

    code = run(["convert", str(root / EXAMPLE), "--to", "yaml", "--output", str(target)])

    assert 0 == code
    assert f"已写出：{target}\n" == capsys.readouterr().out
    assert target.read_text(encoding="utf-8").startswith("year: 2019\n")


def test_a_file_in_the_way_is_an_error(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "年报.html"
    target.touch()

    code = run(["convert", str(root / EXAMPLE), "--to", "html", "--output", str(target)])

    assert 3 == code
    assert "--force" in capsys.readouterr().err
    assert 0 == run(
        ["convert", str(root / EXAMPLE), "--to", "html", "--output", str(target), "--force"]
    )
