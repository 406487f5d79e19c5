import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from timegiven.ui import forms


def said(field, value):
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return refused.value.messages


@pytest.mark.parametrize(
    "typed",
    ["020 7946 0123", "07700 900123", "+44 7700 900 123", "(020) 7946 0999", "020 7230 1212", "+44 20 7230 1212"],
)
def test_a_telephone_number_is_kept_as_it_was_typed(typed):
    assert forms.Phone("Telephone number").clean(typed) == typed


@pytest.mark.parametrize("typed", ["12345", "call me", "020 7946", "07700 900"])
def test_a_telephone_number_that_nobody_can_dial_is_asked_for_again(typed):
    assert said(forms.Phone("Telephone"), typed) == ["Enter a telephone number, like 020 7946 0123 or 07700 900123"]


def test_a_line_of_text_is_one_line_whatever_was_sent():
    assert forms.Text("Full name").clean("Rose\r\nOkafor\rBcc:\u2028you  and me") == "Rose Okafor Bcc: you  and me"


@pytest.mark.parametrize("typed", ["J. R. O’Mills-Smith", "Zoë Ó Ríordáin", "Mary & Co.", "R.J.Smith"])
def test_whatever_somebody_is_called_is_a_name(typed):
    assert forms.Name("Full name").clean(typed) == typed


@pytest.mark.parametrize("typed", ["https://win.example/a prize", "www.win.example", "Win win.com", "me@win.example"])
def test_where_something_leads_is_no_name(typed):
    assert said(forms.Name("Full name"), typed) == ["Full name must be a name, without a web or email address in it"]


def test_a_wrong_email_address_shows_a_right_one():
    assert said(forms.Email("Email"), "jo at home") == [
        "Enter an email address in the correct format, like name@example.com"
    ]


def test_a_left_out_answer_is_asked_for_in_the_words_of_the_question():
    fields = [
        forms.Text("First name"),
        forms.Text("First name", missing="Enter their first name"),
        forms.Text("PNC number"),
    ]

    assert [said(field, " ") for field in fields] == [
        ["Enter first name"],
        ["Enter their first name"],
        ["Enter PNC number"],
    ]


def test_a_long_answer_says_how_long_it_may_be():
    assert said(forms.LongText("Your story", max_length=3), "four") == ["Your story must be 3 characters or fewer"]


def test_lines_end_in_one_way():
    assert forms.LongText("Your story").clean("one\r\ntwo") == "one\ntwo"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_a_password_keeps_every_space(typed):
    assert forms.Password().clean(typed) == typed


@pytest.mark.parametrize(("typed", "meant"), [("yes", True), ("no", False)])
def test_yes_and_no_are_true_and_false(typed, meant):
    assert forms.YesNo("Do you drive?").clean(typed) is meant


def test_yes_or_no_left_out_is_asked_for_and_never_taken_as_no():
    assert said(forms.YesNo("Do you drive?"), "") == ["Choose yes or no"]
    assert forms.YesNo("Do you drive?", required=False).clean("") is None


def test_an_answer_that_was_not_offered_is_refused_in_plain_words():
    assert said(forms.Radios("Role", choices=[("a", "A")]), "b") == ["Choose an answer from the list"]
    assert said(forms.Checkboxes("Days", choices=[("a", "A")]), ["a", "b"]) == ["Choose an answer from the list"]


def test_a_box_that_has_to_be_ticked():
    assert said(forms.Confirm("I have checked"), None) == ["Tick the box to go on"]
    assert forms.Confirm("I have checked").clean("on") is True


def test_a_file_is_judged_by_how_it_begins_and_not_by_its_name():
    field = forms.Attachment("Receipt")
    disguised = SimpleUploadedFile("receipt.pdf", b"MZ this is a program", content_type="application/pdf")
    honest = SimpleUploadedFile("photo", b"\xff\xd8\xff\xe0 picture", content_type="text/plain")

    assert said(field, disguised) == ["The chosen file must be a PDF, JPG or PNG"]
    assert field.clean(honest).read() == b"\xff\xd8\xff\xe0 picture"


def test_a_file_that_is_too_big_or_empty_or_absent_says_so():
    field = forms.Attachment("Receipt", max_bytes=1024 * 1024)

    assert said(field, SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * 1024 * 1024)) == [
        "The chosen file must be 1 MB or smaller"
    ]
    assert said(field, SimpleUploadedFile("a.pdf", b"")) == ["The chosen file is empty"]
    assert said(field, None) == ["Choose a file"]
