import pytest

from assistant.drafting import read_problems
from assistant.model import Paragraph, Section


def _section(*texts: str) -> Section:
    heading = Paragraph(start=0, text="五、存在的主要问题及改进情况")
    start, paragraphs = heading.end + 1, list[Paragraph]()
    for text in texts:
        paragraphs.append(Paragraph(start=start, text=text))
        start += len(text) + 1
    return Section(number=5, heading=heading, title="", paragraphs=tuple(paragraphs))


@pytest.mark.parametrize(
    ("texts", "problems"),
    [
        (
            ("不足之处：一是栏目更新偏慢；二是图解偏少。", "针对以上不足：一是定人；二是定时。"),
            ("栏目更新偏慢", "图解偏少"),
        ),
        (
            ("（一）主要问题", "一是栏目更新偏慢。二是图解偏少。", "（二）改进措施", "一是定人。"),
            ("栏目更新偏慢", "图解偏少"),
        ),
        (
            ("一是解读的针对性不强；二是图解偏少。下一步，二是定时。",),
            ("解读的针对性不强", "图解偏少"),
        ),
        (("存在的主要问题是：栏目更新偏慢。改进措施是：定人。",), ("栏目更新偏慢",)),
        (("没有发现问题。",), ()),
        ((), ()),
    ],
)
def test_problems_are_read_from_their_own_numbers(
    texts: tuple[str, ...], problems: tuple[str, ...]
) -> None:
    assert problems == read_problems(_section(*texts))


def test_a_long_phrase_is_cut_at_its_first_comma_or_left_out() -> None:
    long = "啊" * 70
    section = _section(f"一是栏目更新偏慢，{long}；二是{long}；三是图解偏少。")

    assert ("栏目更新偏慢", "图解偏少") == read_problems(section)


def test_our_own_way_of_writing_is_read_back() -> None:
    section = _section(
        "上年度报告提出的问题，整改情况如下：关于“信息少”的问题，已完成整改。",
        "从全年工作看，存在的主要问题：一是栏目更新偏慢；二是图解偏少。",
        "对应的改进措施：一是定人；二是定时。",
    )

    assert ("栏目更新偏慢", "图解偏少") == read_problems(section)
