"""The review page in a real browser: mouse, keys, zoom, paper, and not a word on the console."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.files import read_report
from assistant.forms import load_forms
from tests.e2e.browser import Browser
from tests.e2e.command import Assistant
from tests.e2e.pictures import Studio

FORMS = load_forms()
RECEIVED = "applications.received.total"


@pytest.fixture
def browser(tmp_path: Path, clean_environment: dict[str, str]) -> Iterator[Browser]:
    started = Browser.start(tmp_path, clean_environment)
    started.size(1440, 900)
    yield started
    started.close()
    assert [] == started.said
    assert {"file:"} >= {url.partition("//")[0] for url in started.asked_for}


@pytest.fixture
def draft(assistant: Assistant, township: Path) -> Path:
    """The review page of a released draft."""
    ended = assistant(
        "draft", "--year", "2020", "--previous", township / "2019年报.docx",
        "--statistics", township / "2020统计表.xlsx", "--notes", township / "2020工作.yaml",
        "--out", "out", "--yes",
    )  # fmt: skip
    assert 0 == ended.code, ended.err
    return assistant.folder / "out" / "年报.核对.html"


@pytest.fixture
def wrong(assistant: Assistant, township: Path) -> Path:
    """The page of a stranger's report with a wrong number and one without a source."""
    text = read_report(township / "2019年报.docx", FORMS).text
    changed = text.replace("申请3件", "申请8件", 1).replace(
        "（二）依申请公开", "另举办培训班17期。\n（二）依申请公开", 1
    )
    assert text.count("\n") + 1 == changed.count("\n")
    assert "申请8件" in changed
    (assistant.folder / "改.txt").write_text(changed, encoding="utf-8")
    page = assistant.folder / "改.html"
    ended = assistant("check", "改.txt", "--format", "html", "--output", page)
    assert 1 == ended.code, ended.err
    return page


def _number(browser: Browser, cell: str) -> str:
    """Selector of the first number that speaks of a cell."""
    number = browser.run(
        f"JSON.parse(document.getElementById('data').textContent).sources['{cell}'].numbers[0]"
    )
    return f"a[data-number='{number}']"


def test_a_number_shows_its_cell_its_workbook_and_where_else_it_is_used(
    browser: Browser, draft: Path
) -> None:
    browser.open(draft)
    assert 0 == browser.count("#panel")

    browser.click(_number(browser, RECEIVED))

    told = browser.text("#panel")
    assert "与表格对应" in told
    assert "2020统计表.xlsx”的 依申请公开!J6，由合计公式或勾稽关系算得" in told
    assert "还用在" in told
    assert "lit" in str(browser.run(f"document.getElementById('cell-{RECEIVED}').className"))
    assert browser.count(".n.lit") >= 1


def test_a_cell_lights_the_sentences_that_speak_of_it(browser: Browser, draft: Path) -> None:
    browser.open(draft)

    browser.click(f"#cell-{RECEIVED.replace('.', chr(92) + '.')}")

    sentence = str(browser.run("document.querySelector('.sentence.lit').textContent"))
    assert sentence
    assert "正文里说到的" in browser.text("#panel")
    browser.click("#panel li a")
    assert "n-" in str(browser.run("document.activeElement.id"))
    assert "与表格对应" in browser.text("#panel")


def test_a_cell_nobody_speaks_of_says_so_and_tells_where_it_comes_from(
    browser: Browser, draft: Path
) -> None:
    browser.open(draft)

    browser.click("td[data-source]:not(:has(a))")

    assert "正文里没有说到" in browser.text("#panel")
    assert "取自：" in browser.text("#panel")


def test_what_is_wrong_or_without_a_source_is_red_with_its_finding(
    browser: Browser, wrong: Path
) -> None:
    browser.open(wrong)
    red = "rgb(179, 38, 30)"
    for state in ("wrong", "unbound"):
        border = browser.run(
            f"getComputedStyle(document.querySelector('a.n.{state}')).borderBottomColor"
        )
        assert red == border, state

    browser.click("a.n.wrong")

    edges = "['td.lit', '#panel'].map(s => document.querySelector(s).getBoundingClientRect())"
    assert browser.run(f"(([cell, panel]) => cell.top >= 0 && cell.bottom <= panel.top)({edges})")
    told = browser.text("#panel")
    assert "REF001" in told
    assert "应为" in told
    browser.press("Escape")
    browser.click("a.n.unbound")
    assert "没有出处" in browser.text("#panel")


def test_only_what_needs_eyes_is_left(browser: Browser, wrong: Path) -> None:
    browser.open(wrong)
    before = browser.count(".text > p")

    browser.click("#only")

    after = browser.count(".text > p:not(.heading):not(.title)")
    assert 1 <= after < before / 2
    assert browser.count("a.n.wrong") >= 1
    assert browser.count("a.n.unbound") == 1
    assert 0 == browser.count("#passed")
    browser.click("#only")
    assert before == browser.count(".text > p")


def test_all_of_it_works_by_keyboard(browser: Browser, wrong: Path) -> None:
    browser.open(wrong)
    order: list[str] = []
    for _ in range(200):
        browser.press("Tab")
        name = str(browser.run("document.activeElement.className || document.activeElement.id"))
        order.append(name)
        if "wrong" in name.split():
            break
    assert "skip" == order[0]
    assert "only" in order
    number = browser.run("document.activeElement.dataset.number")

    browser.press("Enter")
    assert "told" == browser.run("document.activeElement.id")
    browser.press("Tab")
    assert browser.run("document.activeElement.closest('#panel') !== null")
    browser.press("Escape")

    assert 0 == browser.count("#panel")
    assert number == browser.run("document.activeElement.dataset.number")


@pytest.mark.parametrize(("width", "zoom"), [(1440, 1), (1280, 2), (320, 1)])
def test_nothing_sticks_out_however_large_it_is_shown(
    browser: Browser, wrong: Path, width: int, zoom: float
) -> None:
    browser.size(width, 900, zoom)
    browser.open(wrong)

    browser.click("a.n.wrong")

    assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    assert browser.run("document.querySelector('#panel').getBoundingClientRect().height")
    browser.picture(wrong.with_suffix(".png"))
    assert wrong.with_suffix(".png").stat().st_size > 20_000


def test_without_its_script_the_page_still_leads_to_everything(
    browser: Browser, wrong: Path
) -> None:
    text = wrong.read_text(encoding="utf-8")
    wrong.write_text(text.replace("script-src 'sha256-", "script-src 'sha256-0"), encoding="utf-8")
    browser.open(wrong)
    assert any("Content Security Policy" in said for said in browser.said)
    browser.said.clear()

    browser.click("a.n.bound")

    assert str(browser.run("location.hash")).startswith("#number-")
    assert 0 == browser.count("#only")


def test_it_prints_without_switches(wrong: Path, tmp_path: Path, assistant: Assistant) -> None:
    folder = tmp_path / "print"
    folder.mkdir()
    studio = Studio.open(folder, assistant.environment)

    pages = studio.printed(wrong)

    assert 3 <= len(pages) <= 12
    assert all(page.sides[0] >= 14 and page.sides[1] <= 196 for page in pages if page.ink > 0)
