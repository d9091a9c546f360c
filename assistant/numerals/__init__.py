"""Chinese text to quantities and back; knows nothing of reports.

`scan` finds every numeral of a text, whatever it may mean there: 进一步, 第三条 and
2021年 hold numerals as 收到12件 does. Telling claims from the rest is for the claims package.
"""

from assistant.numerals.quantity import Approximation, Form, Quantity, RangeEnd, Script
from assistant.numerals.scanning import parse, scan
from assistant.numerals.units import MEASURE_WORDS, unit_at
from assistant.numerals.writing import Style, to_chinese

__all__ = [
    "MEASURE_WORDS",
    "Approximation",
    "Form",
    "Quantity",
    "RangeEnd",
    "Script",
    "Style",
    "parse",
    "scan",
    "to_chinese",
    "unit_at",
]
