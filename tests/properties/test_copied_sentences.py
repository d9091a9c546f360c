"""A copied sentence is known again after small changes; another sentence is not."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.copied import compared_sentences, overlap
from assistant.model import Paragraph, Report

CHARACTERS = "山水林田路桥村口集市茶园果园渔塘竹海梯田古树老街石磨水井土墙"
SENTENCES = st.text(alphabet=CHARACTERS, min_size=20, max_size=60)


def _report(name: str, text: str) -> tuple[Report, Paragraph]:
    return Report(text=text, organisation=name), Paragraph(start=0, text=text)


def _percent(one: str, other: str) -> int:
    first, paragraph = _report("柳溪镇人民政府", one)
    second, second_paragraph = _report("石桥镇人民政府", other)
    mine = compared_sentences(first, [paragraph], 15)
    theirs = compared_sentences(second, [second_paragraph], 15)
    return overlap(mine, theirs).percent


@given(SENTENCES)
def test_the_same_sentence_is_a_copy_whatever_its_year_names_and_marks(sentence: str) -> None:
    half = len(sentence) // 2
    other = f"（二）2021年，石桥镇{sentence[:half]}，{sentence[half:]}"

    assert 100 == _percent(f"一是2022年柳溪镇{sentence}。", other)


@given(SENTENCES, st.data())
def test_one_word_changed_is_still_a_copy(sentence: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sentence) - 1))
    changed = sentence[:place] + "新" + sentence[place + 1 :]

    assert 100 == _percent(sentence, changed)


@given(SENTENCES)
def test_a_sentence_of_other_characters_is_no_copy(sentence: str) -> None:
    other = "".join(chr(ord(character) + 1) for character in sentence)
    unlike = "".join("云" if character in sentence else character for character in other)

    assert 0 == _percent(sentence, unlike)


@given(SENTENCES, st.integers(0, 9))
def test_a_sentence_with_figures_is_not_compared(sentence: str, figure: int) -> None:
    assert 0 == _percent(f"{sentence}{figure}条", f"{sentence}{figure}条")
