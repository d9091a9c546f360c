import pytest

from assistant.cli.main import run


@pytest.mark.parametrize("name", ["REF001", "ref001", "number-differs-from-table"])
def test_a_rule_is_explained_by_code_and_by_name(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["explain", name])

    page = capsys.readouterr().out
    assert page.startswith("# REF001 ")
    assert "\n## 错的例子\n\n正文多写1件：\n\n- 正文：" in page


def test_a_rule_that_does_not_exist_is_a_matter_of_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 2 == run(["explain", "SUM999"])
    assert "SUM999" in capsys.readouterr().err
