"""Questions of the interactive session, and how answers are understood."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from assistant.numerals import parse


class AnswerError(Exception):
    """An answer that cannot be understood; the text is the Chinese reply to it."""


_SHORT_FORMS = {"y": "是", "yes": "是", "n": "否", "no": "否"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. key: stable name under which the answer is kept.

    text: what is asked. default: the answer that an empty line means, None if there is none.
    choices: the only accepted answers, empty for free answers. hint: shown before the question.
    understand: raises AnswerError for an answer that will not do.
    """

    key: str
    text: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    hint: str = ""
    understand: Callable[[str], object] = str

    def accepted(self, answer: str) -> str:
        """The answer as it is kept. Raises AnswerError with a Chinese reply."""
        stripped = answer.strip()
        if not stripped:
            if self.default is None:
                raise AnswerError("这一项需要回答。")
            stripped = self.default
        stripped = _SHORT_FORMS.get(stripped.lower(), stripped) if self.choices else stripped
        if self.choices and stripped not in self.choices:
            raise AnswerError(f"请回答 {'、'.join(self.choices)} 之一。")
        self.understand(stripped)
        return stripped


def count_of(answer: str) -> Decimal:
    """A whole number, not negative, from digits of any width. Raises AnswerError."""
    value = parse(answer.removesuffix("件").removesuffix("项"))
    if value is None:
        raise AnswerError(f"“{answer}”不是数字，请写 0、3、12 这样的数。")
    if value < 0 or value != value.to_integral_value():
        raise AnswerError(f"“{answer}”不是整数件数，请写 0、3、12 这样的数。")
    return value


def figure_of(answer: str) -> Decimal:
    """Any number, with sign and decimals. Raises AnswerError."""
    value = parse(answer)
    if value is None:
        raise AnswerError(f"“{answer}”不是数字，请写 0、-2、12.5 这样的数。")
    return value


def yes_no(key: str, text: str) -> Question:
    """A question to be answered 是 or 否; an empty line does not answer it."""
    return Question(key=key, text=text, choices=("是", "否"))
