"""Light Markdown as safe HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timegiven.ui.components.prose import prose


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("One line", '<p class="govuk-body">One line</p>'),
        ("One\nparagraph", '<p class="govuk-body">One paragraph</p>'),
        ("One\n\nTwo", '<p class="govuk-body">One</p>\n<p class="govuk-body">Two</p>'),
        ("# Title", '<h2 class="govuk-heading-m">Title</h2>'),
        ("## 1. Title\nText", '<h2 class="govuk-heading-m">1. Title</h2>\n<p class="govuk-body">Text</p>'),
        ("### Part", '<h3 class="govuk-heading-s">Part</h3>'),
        ("- one\n- two", '<ul class="govuk-list govuk-list--bullet"><li>one</li><li>two</li></ul>'),
        ("- one\n  goes on\n- two", '<ul class="govuk-list govuk-list--bullet"><li>one goes on</li><li>two</li></ul>'),
        ("1. one\n2. two", '<ol class="govuk-list govuk-list--number"><li>one</li><li>two</li></ol>'),
        (
            "Text:\n- one\n\nAfter",
            (
                '<p class="govuk-body">Text:</p>\n<ul class="govuk-list govuk-list--bullet"><li>one</li></ul>\n'
                '<p class="govuk-body">After</p>'
            ),
        ),
        ("**Bold** words", '<p class="govuk-body"><strong>Bold</strong> words</p>'),
        ("**<b>**", '<p class="govuk-body"><strong>&lt;b&gt;</strong></p>'),
        ("<script>x</script>", '<p class="govuk-body">&lt;script&gt;x&lt;/script&gt;</p>'),
        ("- <b>x</b>", '<ul class="govuk-list govuk-list--bullet"><li>&lt;b&gt;x&lt;/b&gt;</li></ul>'),
        ("## <i>", '<h2 class="govuk-heading-m">&lt;i&gt;</h2>'),
        ("[a](javascript:x)", '<p class="govuk-body">[a](javascript:x)</p>'),
    ],
)
def test_each_mark_and_nothing_else(typed, shown):
    assert prose(typed) == shown


@given(st.text(alphabet="ab<>&\"'*-#1. \n", max_size=60))
def test_nothing_typed_becomes_a_tag_of_its_own(typed):
    tags = {part.split(">")[0].split(" ")[0] for part in prose(typed).split("<")[1:]}

    assert tags <= {f"{end}{tag}" for tag in ("p", "ul", "ol", "li", "h2", "h3", "strong") for end in ("", "/")}
