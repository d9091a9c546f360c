from decimal import Decimal

import pytest

from assistant.checks.listings import listings
from assistant.model import ClaimKind, Paragraph, Reading, TokenClass

UNITS = "条件场期"


def _readings(paragraph: Paragraph) -> list[Reading]:
    """Every digit run followed by a unit, as a number claim."""
    found: list[Reading] = []
    text, start = paragraph.text, 0
    while start < len(text):
        end = start
        while end < len(text) and text[end].isdigit():
            end += 1
        if end > start and text[end : end + 1] in tuple(UNITS):
            found.append(
                Reading(
                    span=paragraph.span(start, end),
                    token_class=TokenClass.CLAIM,
                    kind=ClaimKind.NUMBER,
                    value=Decimal(text[start:end]),
                    unit=text[end],
                    approximate=text[end + 1 : end + 2] == "余",
                )
            )
        start = end + 1
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布100条，其中网站60条、微信40条。", [("100", ["60", "40"])]),
        ("发布100条，其中网站60条、直播40场。", []),
        ("发布100条，其中网站60条。", []),
        ("发布100条余，其中网站60条、微信40条。", []),
        (
            "发布100条，其中网站60条、微信40条；其中原创50条、转发50条。",
            [("100", ["60", "40"])],
        ),
        ("收到100件，其中网络60件，其中实名50件、匿名10件。", [("60", ["50", "10"])]),
        ("收到100件，其中自然人60件、企业40件；予以公开90件。", [("100", ["60", "40"])]),
        ("发布100条（其中图解60条、视频30条），办会5场。", []),
        ("发布100条。其中网站60条、微信40条。", []),
        ("网站、微信分别为60条、40条。", []),
    ],
)
def test_a_list_is_read_with_its_total(text: str, expected: list[tuple[str, list[str]]]) -> None:
    paragraph = Paragraph(start=7, text=text)

    found = [
        (listing.whole.span.quote, [part.span.quote for part in listing.parts])
        for listing in listings(paragraph, _readings(paragraph))
    ]

    assert expected == found
