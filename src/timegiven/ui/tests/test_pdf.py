"""Documents: tagged for those who listen to them, and made of text whatever is typed."""

import io
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest

from timegiven.ui import pdf
from timegiven.ui.pdf.letters import showable
from timegiven.ui.tests.reading import said

AT = datetime(2007, 4, 24, 11, 0, tzinfo=UTC)
PLAIN = {
    "title": "Minutes",
    "text": "Hello",
    "facts": [("Borough", "Camden")],
    "people": ["Chair"],
    "headers": ["Role", "Unit"],
    "rows": [["Archivist", "Registry"]],
    "votes": [{"seat": "Chair", "answer": "Approve"}],
}


def opened(**data: object) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf.make("ui/specimen", PLAIN | data, at=AT)))


def tags(element: pikepdf.Object) -> list[str]:
    """The names of the document's parts, in the order in which they are read out."""
    if not isinstance(element, pikepdf.Dictionary):
        return []
    below = element.get("/K", [])
    children = below if isinstance(below, pikepdf.Array) else [below]
    return [str(element.get("/S", ""))] + [tag for child in children for tag in tags(child)]


def test_a_document_is_tagged_named_and_knows_its_language():
    document = opened()

    assert bool(document.Root.MarkInfo.Marked)
    assert str(document.Root.Lang) == "en-GB"
    assert str(document.docinfo.Title) == "Minutes"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert b"pdfuaid:part>1<" in document.Root.Metadata.read_bytes().replace(b"\n", b"")


def test_headings_lists_and_tables_are_read_as_what_they_are():
    document = opened()

    found = tags(document.Root.StructTreeRoot)

    assert [tag for tag in found if tag in {"/H1", "/H2", "/H3"}] == ["/H1", "/H2", "/H2", "/H3", "/H2", "/H2"]
    assert (found.count("/L"), found.count("/Table"), found.count("/TH")) == (2, 2, 5)


def test_every_page_is_numbered_dated_and_marked():
    text = said(opened(reference="SG-7", marking="Restricted", rows=[["Archivist", "Registry"]] * 60))

    assert ("Page 1 of 2" in text, "Page 2 of 2" in text) == (True, True)
    assert text.count("SG-7") == text.count("Restricted") == 2
    assert "Printed Tuesday 24 April 2007, midday" in text


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/passwd")',
        '#import "@preview/x:1.0.0"',
        "\\ back\\slash \\u{41} $x^2$ *not bold* _nor this_ <label> @ref // no comment /* nor */ `raw` = no heading",
        "- no list",
        "{{ data }} ${x} %s",
    ],
)
def test_what_is_typed_stays_text(typed):
    text = said(opened(text=typed, facts=[(typed, typed)], rows=[[typed, "b"]]))

    assert re.sub(r"\s", "", text).count(re.sub(r"\s", "", typed)) == 4


def test_ten_thousand_characters_without_a_space_are_all_there():
    assert said(opened(text="x" * 10_000)).count("x") >= 10_000


def test_what_is_longer_than_a_word_stays_within_its_column():
    assert showable("y" * 50) == "y" * 24 + "\u200b" + "y" * 24 + "\u200b" + "yy"


def test_a_name_is_parted_at_its_hyphens():
    assert showable("Fernanda Oyelaran-Wojciechowska-Szymborska") == "Fernanda Oyelaran-Wojciechowska-Szymborska"


def test_a_letter_that_no_typeface_draws_is_told_by_its_name():
    text = said(opened(text="Thanks 😀 and 你 and \u2603"))

    assert "Thanks [grinning face] and [cjk unified ideograph-4f60] and [snowman]" in text.replace("\xa0", " ")


@pytest.mark.parametrize("name", ["রহিম", "प्रिया", "ગીતા", "ਗੁਰਪ੍ਰੀਤ", "அருண்", "عائشة"])
def test_a_name_is_drawn_in_its_own_writing(name):
    text = said(opened(text=name, title=name))

    assert showable(name) == name
    assert "[" not in text


def test_a_mark_on_a_letter_of_another_writing_is_still_a_document():
    assert opened(text="]\u0bbf a\u093f \u0bbf]").Root.MarkInfo.Marked


def test_what_cannot_be_seen_is_left_out():
    assert showable("a\x00b\x07c\u202ed\u200be\ufeff\x7f") == "abcde"


@pytest.mark.parametrize(
    "typed", ["שלום לכולם", "مرحبا بكم", "Żółć Ђорђе Αθήνα Tiếng", "ﬁ\u0301\U000e0041\ud7ff", "ࠀ₿⅘"]
)
def test_any_writing_can_be_set(typed):
    assert opened(text=typed, title=typed, rows=[[typed, typed]]).Root.MarkInfo.Marked


def test_many_strange_letters_are_still_a_document():
    assert opened(text="".join(map(chr, range(0x20, 0xD7FF, 3)))).Root.MarkInfo.Marked


def test_days_and_moments_become_words():
    text = said(opened(facts=[("Day", date(2007, 4, 24)), ("Moment", AT), ("Nothing", None)]))

    assert "Tuesday 24 April 2007" in text
    assert "Tuesday 24 April 2007, midday" in text


def test_a_template_that_cannot_be_set_says_so():
    with pytest.raises(pdf.NotSet):
        pdf.make("ui/specimen", {"title": "No more"}, at=AT)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Minutes 3/2027", "minutes-32027.pdf"),
        ('../../etc/passwd"\r\nX: y', "etcpasswd-x-y.pdf"),
        ("", "document.pdf"),
        ("n" * 300, "n" * 80 + ".pdf"),
    ],
)
def test_a_download_has_a_name_that_every_computer_accepts(name, kept):
    response = pdf.download(b"%PDF-", name)

    assert response.headers["Content-Disposition"] == f'attachment; filename="{kept}"'
    assert response.headers["Content-Type"] == "application/pdf"


def test_no_template_makes_markup_of_data_or_asks_the_network():
    templates = sorted(Path(pdf.__file__).parents[2].glob("*/pdf/*.typ"))
    # A comment may say what a template must not do.
    code = {each.name: re.sub(r"//.*", "", each.read_text(encoding="utf-8")) for each in templates}

    assert [name for name, text in code.items() if re.search(r"\beval\s*\(|@preview|mode:", text)] == []
    assert len(templates) >= 2
