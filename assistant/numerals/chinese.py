"""Reading one run of Chinese numeral characters: the longest well-formed numeral at its head."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assistant.numerals.characters import (
    DIGITS,
    FORMAL_CHARACTERS,
    INFIX,
    LARGE_SCALES,
    SCALES,
    SMALL_SCALES,
    TENS,
    ZEROES,
)
from assistant.numerals.numeral import LONGEST
from assistant.numerals.quantity import Form

_MOST_LARGE_SCALES: Final = 12
_NO_SCALE_YET: Final = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the head of a run says, and where it ends."""

    value: Decimal | None
    form: Form
    end: int
    power: int = 0
    rounded: bool = False
    """Whether 余, 多 or 几 stands inside."""


def read_chinese(run: str, start: int = 0) -> Reading:
    """Read the longest numeral of `run` from `start`; at least one character is always taken."""
    spelled = _digits_end(run, start)
    if spelled - start > 1:
        pair = spelled - start == 2 and _neighbours(run[start], run[start + 1])
        if not pair:
            return _digit_string(run, start, spelled)
    return _Accumulator(run, start).read()


def _digits_end(run: str, start: int) -> int:
    """End of the digits at the head that belong to one script, so that 伍一 is two numerals."""
    formal = run[start] in FORMAL_CHARACTERS
    end = start
    while end < len(run) and run[end] in DIGITS:
        if (run[end] in FORMAL_CHARACTERS) != formal and run[end] not in ZEROES:
            break
        end += 1
    if end - start > 1 and end < len(run) and run[start] in ZEROES and run[end] in SCALES:
        return start
    return end


def _neighbours(first: str, second: str) -> bool:
    low, high = DIGITS[first], DIGITS[second]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


def _digit_string(run: str, start: int, end: int) -> Reading:
    short = end - start <= LONGEST
    value = Decimal("".join(str(DIGITS[sign]) for sign in run[start:end])) if short else None
    return Reading(value=value, form=Form.DIGITS, end=end)


class _Accumulator:
    """Sums a numeral with scales, from the left, until a character does not fit."""

    def __init__(self, run: str, start: int) -> None:
        self.run = run
        self.start = self.at = start
        self.total = self.section = 0
        self.pending: int | None = None
        self.small = self.large = _NO_SCALE_YET
        self.large_count = 0
        self.last_scale = 0
        self.after_zero = False
        self.vague = self.rounded = self.counted = False

    def read(self) -> Reading:
        while self.at < len(self.run) and self._take(self.run[self.at]):
            self.at += 1
        power = self._elision()
        if self.pending is not None:
            self.section += self.pending * 10**power
        return Reading(
            value=Decimal(self.total + self.section),
            form=self._form(),
            end=self.at,
            rounded=self.rounded,
        )

    def _form(self) -> Form:
        if self.vague:
            return Form.VAGUE
        return Form.INTEGER if self.counted else Form.SCALE

    def _elision(self) -> int:
        """四百五 is 450: a last digit right after a scale counts the next place down."""
        bare = self.last_scale < 2 or self.after_zero or self.vague
        return 0 if bare else self.last_scale - 1

    def _take(self, sign: str) -> bool:
        if sign in SMALL_SCALES:
            return self._take_small(SMALL_SCALES[sign])
        if sign in LARGE_SCALES:
            return self._take_large(LARGE_SCALES[sign])
        if sign in TENS:
            return self._take_tens(TENS[sign])
        if sign in INFIX:
            self.rounded = True
            return True
        return self._take_digit(sign)

    def _take_digit(self, sign: str) -> bool:
        digit = DIGITS[sign]
        if self.pending is not None:
            return self._take_second(sign)
        if sign in ZEROES and self.at > self.start:
            self.after_zero = True
            return self._zero_is_inside()
        self.pending, self.counted = digit, True
        return True

    def _zero_is_inside(self) -> bool:
        following = self.run[self.at + 1 : self.at + 2]
        return bool(following) and (following not in ZEROES) and following not in LARGE_SCALES

    def _take_second(self, sign: str) -> bool:
        """二三十, 十七八: the second of two neighbouring digits widens the first."""
        first = self.run[self.at - 1]
        if self.vague or first not in DIGITS or not _neighbours(first, sign):
            return False
        self.vague = True
        return True

    def _take_small(self, power: int) -> bool:
        if power >= self.small:
            return False
        if self.pending is None and self.section and not self.after_zero:
            return False
        self.counted = self.counted or power == 1
        self.section += (1 if self.pending is None else self.pending) * 10**power
        self._after_scale(power)
        self.small = power
        return True

    def _take_large(self, power: int) -> bool:
        self.large_count += 1
        if self.large_count > _MOST_LARGE_SCALES:
            return False
        if self.pending is None and self.section == 0:
            return self._take_bare_large(power)
        section = self.section if self.pending is None else self.section + self.pending
        if power == self.large:
            return False
        if power > self.large:
            self.total = (self.total + section) * 10**power
        else:
            self.total += section * 10**power
        self._after_large(power)
        return True

    def _take_bare_large(self, power: int) -> bool:
        """万 with nothing before it, or 万亿 and 万万, where the second multiplies the first."""
        if self.at > self.start and self.run[self.at - 1] not in LARGE_SCALES:
            return False
        self.total = 10**power if self.at == self.start else self.total * 10**power
        self._after_large(power)
        return True

    def _after_large(self, power: int) -> None:
        self.section, self.small, self.large = 0, _NO_SCALE_YET, power
        self._after_scale(power)

    def _after_scale(self, power: int) -> None:
        self.pending, self.last_scale, self.after_zero = None, power, False

    def _take_tens(self, value: int) -> bool:
        if self.pending is not None or self.small <= 1:
            return False
        self.section += value
        self.counted = True
        self._after_scale(1)
        self.small = 1
        return True
