"""Documents of older kinds (doc, wps, rtf), which LibreOffice turns into docx first."""

from assistant.errors import AssistantError
from assistant.files.blocks import Source
from assistant.files.libreoffice import INSTALL, NotConvertedError, Trouble, convert
from assistant.files.read_docx import source_of_docx

_SECONDS = 60
_RTF = b"{\\rtf"
_TEXT, _LOCKED, _SHEETS = (
    name.encode("utf-16-le") for name in ("WordDocument", "EncryptedPackage", "Workbook")
)
_AS_DOCX = "请用 Word 或 WPS 打开，另存为 docx 再试。"


def source_of_old_word(data: bytes, name: str) -> Source:
    """The document's text and tables. Raises AssistantError E105, E106, E107."""
    if data.startswith(_RTF):
        read_as, suffix = "Rich Text Format", ".rtf"
    else:
        _require_text(data, name)
        read_as, suffix = "MS Word 97", ".doc"
    try:
        made = convert(data, "docx", suffix=suffix, seconds=_SECONDS, read_as=read_as)
    except NotConvertedError as error:
        raise _told(error.trouble, name) from error
    return source_of_docx(made, name)


def _told(trouble: Trouble, name: str) -> AssistantError:
    if trouble is Trouble.MISSING:
        message = f"文件“{name}”是旧版 Word、WPS 或 RTF 格式，装有 LibreOffice 才能读。"
        return AssistantError("E107", message, f"请另存为 docx 再试；或安装它：{INSTALL}。")
    if trouble is Trouble.NOT_STARTED:
        return AssistantError("E107", f"读文件“{name}”要用的 LibreOffice 启动不了。", _AS_DOCX)
    if trouble is Trouble.TOO_SLOW:
        message = f"LibreOffice 读文件“{name}”超过 {_SECONDS} 秒，没有再等。"
        return AssistantError("E107", message, _AS_DOCX)
    return AssistantError("E106", f"文件“{name}”已损坏，LibreOffice 打不开。", _AS_DOCX)


def _require_text(data: bytes, name: str) -> None:
    """Many programs pack their files alike; the names of the parts inside tell which did."""
    if _LOCKED in data:
        raise AssistantError("E106", f"文件“{name}”有密码。", "请去掉密码后再试。")
    if _TEXT in data:
        return
    if _SHEETS in data:
        raise AssistantError("E106", f"文件“{name}”不是 Word 文档，是 Excel 工作簿。", _AS_DOCX)
    raise AssistantError("E106", f"文件“{name}”不是 Word 文档，或已损坏。", _AS_DOCX)
