"""Reading a document back: the letters that it draws."""

import re

import pikepdf


def said(document: pikepdf.Pdf) -> str:
    """The letters of the document: what its typefaces' tables say that each drawn sign means."""
    return "".join(_page(page) for page in document.pages)


def _page(page: pikepdf.Page) -> str:
    fonts = {str(name): _letters(font) for name, font in page.Resources.Font.items()}
    out, font = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = fonts[str(operands[0])]
        pieces = operands[0] if str(operator) == "TJ" else operands if str(operator) == "Tj" else []
        for piece in pieces:
            if isinstance(piece, pikepdf.String):
                raw = bytes(piece)
                out.extend(font.get(raw[at : at + 2], "") for at in range(0, len(raw), 2))
    return "".join(out)


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    table = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", table, re.MULTILINE)
    return {bytes.fromhex(code): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
