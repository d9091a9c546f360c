"""The journal: every answer on disk, a torn last line survived."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.app.journal import Journal
from assistant.errors import AssistantError


def test_answers_are_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "会话" / "记录.jsonl"
    Journal(path, 2020).keep("applications.received.total", "３")

    assert {"applications.received.total": "３"} == Journal(path, 2020).answers


def test_a_later_answer_replaces_and_a_forgotten_one_is_gone(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.jsonl", 2020)
    journal.keep("a", "1")
    journal.keep("a", "2")
    journal.keep("b", "3")
    journal.forget("b")

    assert {"a": "2"} == journal.answers == Journal(tmp_path / "a.jsonl", 2020).answers


@given(answers=st.lists(st.text(max_size=30), min_size=1, max_size=6), cut=st.integers(1, 40))
def test_a_torn_last_line_loses_at_most_the_answer_being_written(
    tmp_path_factory: pytest.TempPathFactory, answers: list[str], cut: int
) -> None:
    path = tmp_path_factory.mktemp("j") / "a.jsonl"
    journal = Journal(path, 2020)
    for number, answer in enumerate(answers):
        journal.keep(str(number), answer)
    whole = path.read_bytes()
    last = whole.rstrip(b"\n").rfind(b"\n") + 1
    path.write_bytes(whole[: max(last, len(whole) - cut)])

    reopened = Journal(path, 2020)
    reopened.keep("later", "答")

    kept = Journal(path, 2020).answers
    expected = {str(number): answer for number, answer in enumerate(answers[:-1])}
    assert expected | {"later": "答"} == {
        k: v for k, v in kept.items() if k != str(len(answers) - 1)
    }


def test_a_journal_of_another_year_is_refused(tmp_path: Path) -> None:
    Journal(tmp_path / "a.jsonl", 2020)

    with pytest.raises(AssistantError) as caught:
        Journal(tmp_path / "a.jsonl", 2021)

    assert "E140" == caught.value.code


def test_a_folder_that_cannot_be_made_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(AssistantError) as caught:
        Journal(tmp_path / "file" / "a.jsonl", 2020)

    assert "E141" == caught.value.code


def test_a_finished_journal_is_set_aside_so_that_the_next_session_begins_anew(
    tmp_path: Path,
) -> None:
    journal = Journal(tmp_path / "a.jsonl", 2020)
    journal.keep("a", "1")
    journal.close()

    assert {} == Journal(tmp_path / "a.jsonl", 2020).answers
