"""Receipts to send in tests, made here."""

import io

import pikepdf
from PIL import Image

PLANTED = b"<script>planted</script>"


def a_photo(*, comment: bytes = b"") -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (60, 90), "white").save(drawn, "JPEG", comment=comment)
    return drawn.getvalue()


def a_pdf(*, with_script: bool = False) -> bytes:
    paper, drawn = pikepdf.new(), io.BytesIO()
    paper.add_blank_page()
    if with_script:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=PLANTED.decode())
        paper.Root.OpenAction = script
        paper.pages[0].obj["/AA"] = pikepdf.Dictionary(O=script)
    paper.save(drawn)
    return drawn.getvalue()
