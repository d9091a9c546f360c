"""Shapes of dates, numbers of documents, markers and identifiers around a numeral."""

import re
from typing import Final

from assistant.model import TokenClass

_C: Final = "〇零一二三四五六七八九十"
_D: Final = "0-9０-９"
_S: Final = r"[ \u3000\u00a0]{0,2}"
_TO: Final = r"[-—–~～－至到、]{1,2}"

# Each is matched where a numeral begins.
CLOCK: Final = re.compile(rf"(?:[01]?[{_D}]|2[0-3])[:：][0-5][{_D}](?![{_D}])")
DATE: Final = re.compile(
    rf"(?:(?:[{_D}]{{2,4}}|[{_C}]{{4}}){_S}年度?{_S})?"
    rf"(?:[{_D}]{{1,2}}|[{_C}]{{1,3}}){_S}(?:月份?{_S})?(?:{_TO}{_S}[{_D}]{{1,2}}{_S})?"
    rf"月(?!台)(?:{_S}(?:[{_D}]{{1,2}}|[{_C}]{{1,3}}){_S}[日号](?!常)(?:(?:[{_D}]{{1,2}}|[{_C}]{{1,3}})时)?)?"
    rf"|(?:19|20)[{_D}]{{2}}([-./])[{_D}]{{1,2}}\1[{_D}]{{1,2}}日?"
    rf"|20[{_D}]{{2,6}}日"
    rf"|[{_D}]{{1,2}}日(?!常)"
    rf"|(?<=[至到])[{_D}]{{4}}(?=[\s。，,]|$)"
)
YEAR: Final = re.compile(
    rf"(?:[{_D}]{{4}}|[〇零一二三四五六七八九]{{4}}){_S}"
    rf"(?:(?:年度?)?{_TO}{_S}[{_D}]{{4}}{_S}){{0,3}}年"
)
BARE_YEAR: Final = re.compile(rf"(?:199|20[0-3])[{_D}](?![{_D}.．%])")
DOCUMENT: Final = re.compile(
    rf"[〔\[(（【]{_S}(?:19|20)[{_D}]{{2}}{_S}[〕\])）】]?{_S}[\u4e00-\u9fff0-9]{{0,10}}?第?{_S}[{_D}]{{1,5}}{_S}号"
)
DECREE: Final = re.compile(rf"第?{_S}[{_D}{_C}百]{{1,5}}{_S}号")
LEGAL: Final = re.compile(
    rf"(?:第{_S}[（(]?{_S}[{_D}{_C}百]{{1,5}}{_S}[）)]?{_S}[条款项章节编目](?!目))+"
)
ORDINAL: Final = re.compile(rf"第{_S}[{_D}{_C}百]{{1,5}}(?:{_TO}第?[{_D}{_C}]{{1,3}})?")
SESSION: Final = re.compile(
    rf"(?:党的)?[{_C}]{{1,3}}(?:届(?:[{_C}]中(?:[、和及]{_S})?)*(?:全会)?|大(?!部分))"
)
MARKER_BRACKETED: Final = re.compile(rf"[（(]{_S}(?:[{_C}]{{1,3}}|[{_D}]{{1,2}}){_S}[）)]")
MARKER: Final = re.compile(
    rf"(?:[{_C}]{{1,3}}{_S}[、．.](?![{_C}])|[{_D}]{{1,2}}{_S}[.．、](?![{_D}])|[{_C}]{{1,2}}(?:是(?!否)|要(?!求)))"
)
ADDRESS: Final = re.compile(
    rf"[{_D}]{{1,5}}(?:[-—－][{_D}]{{1,4}})?{_S}(?:号楼?|[室栋幢弄]|单元|楼|层)|[{_C}]{{1,3}}(?:号楼|楼|单元)"
)
TELEPHONE: Final = re.compile(
    rf"[{_D}]{{3,4}}(?:[)）]{_S}|[)）]?{_S}[-—–－]{{1,2}}{_S})[{_D}]{{6,8}}(?:[-—－][{_D}]{{1,4}})?(?:转[{_D}]{{1,5}})?"
)
LINK: Final = re.compile(
    r"(?:https?://|www\.)[^\s，。；、（）()《》“”]{1,200}|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,100}"
)
ROUND_THE_CLOCK: Final = re.compile(r"[57][*×xX][ ]?[0-9]{1,2}|365天")
TITLE: Final = re.compile(r"《[^《》]{0,200}(?:《[^《》]{0,200}》[^《》]{0,200})?》")
QUOTED: Final = re.compile(r"[“\"‘「][^“”\"‘’「」]{1,12}[”\"’」]")

AHEAD: Final[tuple[tuple[TokenClass, re.Pattern[str]], ...]] = (
    (TokenClass.IDIOM, ROUND_THE_CLOCK),
    (TokenClass.IDENTIFIER, TELEPHONE),
    (TokenClass.DATE, CLOCK),
    (TokenClass.DATE, DATE),
    (TokenClass.YEAR, YEAR),
    (TokenClass.IDENTIFIER, ADDRESS),
)
"""Shapes that a numeral begins, first match wins."""
