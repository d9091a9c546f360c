from assistant.cli.console import printable


def test_no_document_can_drive_the_terminal() -> None:
    assert "�[31m红�" == printable("\x1b[31m红\x07")


def test_the_blank_that_indents_a_chinese_paragraph_is_kept() -> None:
    assert "　　各位代表：\n\t1" == printable("　　各位代表：\n\t1")
