import pytest

from assistant.claims.tokens import classify


def classes(text: str, organisation: str = "") -> list[tuple[str, str]]:
    tokens = classify(text, organisation)
    return [(text[token.start : token.end], token.token_class.value) for token in tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自2024年1月1日起至12月31日止", [("2024年1月1日", "date"), ("12月31日", "date")]),
        ("2023-2024年连续表彰", [("2023-2024年", "year")]),
        ("2024版目录", [("2024", "year")]),
        ("上半年完成", [("上半年", "year")]),
        ("依照第五十条第四项", [("第五十条第四项", "legal")]),
        ("第二十条第（五）项", [("第二十条第（五）项", "legal")]),
        ("柳政办〔2024〕18号文", [("〔2024〕18号", "document-number")]),
        ("（2024）柳01行初7号", [("（2024）柳01行初7号", "document-number")]),
        ("国务院令第711号", [("令第711号", "document-number")]),
        ("（三）平台建设", [("（三）", "list-marker")]),
        ("一是压实责任", [("一是", "list-marker")]),
        ("电话：0571-8123456", [("0571-8123456", "identifier")]),
        ("电话（0571）8123456", [("0571）8123456", "identifier")]),
        ("柳荫路46号三楼", [("46号", "identifier"), ("三楼", "identifier")]),
        ("12345热线", [("12345", "identifier")]),
        ("第七期培训", [("第七", "ordinal")]),
        ("第1—3季度", [("第1—3", "ordinal")]),
        ("深化三审三校", [("三审三校", "idiom")]),
        ("推行四包四查", [("四包四查", "idiom")]),
        ("落实“五心”服务", [("五心", "idiom")]),
        ("第三方评估", [("第三方", "idiom")]),
        ("进一步统一思想", [("进一步", "lexical"), ("统一", "lexical")]),
        ("每一件都落实", [("每一", "lexical")]),
        ("九棠市五柳镇", [("九棠市", "name"), ("五柳镇", "name")]),
        ("柏三镇人民政府", [("三镇", "name")]),
        ("应对5.1级地震", [("5.1", "name")]),
        ("“2468”工程", [("2468", "name")]),
    ],
)
def test_a_numeral_that_counts_nothing_is_told_apart(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == classes(text)


@pytest.mark.parametrize(
    "text",
    [
        "动态2024条",
        "共六个部分",
        "分为六大部分",
        "近三年",
        "二十余次",
        "七八百条",
        "新建账号一个",
        "两个子栏目",
    ],
)
def test_a_count_is_a_claim_however_it_is_written(text: str) -> None:
    assert ["claim"] == [found for _, found in classes(text)]


def test_a_motto_with_one_counts_nothing() -> None:
    assert ["lexical", "lexical"] == [found for _, found in classes("做到受理一件、答复一件")]


def test_numerals_in_the_name_of_the_organ_are_a_name() -> None:
    assert [("三", "name")] == classes("甲县三里屿办的公开", "甲县三里屿办")


def test_every_digit_lies_in_exactly_one_token() -> None:
    text = "截至2024年12月31日，0571-8123456，3至5件，第五十条，〔2024〕18号，1.2万条"
    tokens = classify(text)

    covered = [at for token in tokens for at in range(token.start, token.end)]

    assert len(set(covered)) == len(covered)
    assert {at for at, sign in enumerate(text) if sign.isdigit()} <= set(covered)
