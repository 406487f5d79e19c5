import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from timegiven.kernel import words
from timegiven.ui import forms


def said(field, value):
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return refused.value.messages


@given(st.integers(min_value=0, max_value=99_999_999))
def test_money_comes_back_as_it_went(pence):
    field = forms.Pence("Bus fare")

    assert [field.clean(field.prepare_value(pence)), field.clean(words.pounds(pence))] == [pence, pence]


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("£2.85", 285), ("2.8", 280), ("85p", 85), (" £1,204.50 ", 120450), ("3", 300), ("£ 4", 400), ("85 p", 85)],
)
def test_money_is_understood_as_people_write_it(typed, pence):
    assert forms.Pence("Bus fare").clean(typed) == pence


@pytest.mark.parametrize("typed", ["2.855", "two", "-3", "2.", "£", "1e3", "NaN", "4,20", "£2,5", "2 50", "1,2045"])
def test_unclear_money_is_asked_for_again(typed):
    assert said(forms.Pence("Bus fare"), typed) == ["Bus fare must be an amount of money, like £5 or £2.85"]


def test_money_has_a_limit_in_pounds():
    assert said(forms.Pence("Bus fare", max=1000), "10.01") == ["Bus fare must be £10 or less"]


@given(st.integers(min_value=0, max_value=9999 * 60 + 59))
def test_a_length_of_time_comes_back_as_it_went(minutes):
    field = forms.HoursMinutes("Time given")

    assert field.clean([str(part) for part in field.widget.decompress(minutes)]) == minutes


@pytest.mark.parametrize(
    ("typed", "words_said"),
    [
        (["3", "75"], "Minutes must be a number from 0 to 59"),
        (["3.5", ""], "Hours must be a whole number"),
        (["-1", "0"], "Hours must be a whole number"),
        (["13", "0"], "Time given must be 12 hours or less"),
        (["", ""], "Enter time given"),
    ],
)
def test_a_wrong_length_of_time_says_what_is_wrong(typed, words_said):
    assert said(forms.HoursMinutes("Time given", max=720), typed) == [words_said]


def test_hours_alone_or_minutes_alone_are_enough():
    field = forms.HoursMinutes("Time given")

    assert [field.clean(["3", ""]), field.clean(["", "45"])] == [180, 45]


@given(st.integers(min_value=0, max_value=10**11))
def test_a_whole_number_comes_back_with_or_without_commas(number):
    field = forms.Whole("People")

    assert [field.clean(str(number)), field.clean(f"{number:,}")] == [number, number]


@pytest.mark.parametrize(
    ("typed", "words_said"),
    [
        ("two", "People must be a whole number"),
        ("1.5", "People must be a whole number"),
        ("1,5", "People must be a whole number"),
        ("1 2", "People must be a whole number"),
        ("0", "People must be 1 or more"),
        ("501", "People must be 500 or less"),
        ("", "Enter people"),
    ],
)
def test_a_wrong_number_says_what_is_wrong(typed, words_said):
    assert said(forms.Whole("People", min=1, max=500), typed) == [words_said]


def test_a_number_that_may_be_left_out_is_none():
    fields = [forms.Whole("People", required=False), forms.Pence("Fare", required=False)]

    assert [field.clean("") for field in fields] == [None, None]
