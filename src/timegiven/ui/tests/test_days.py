from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from timegiven.kernel import words
from timegiven.ui import forms


def errors(field, value):
    """What a form says of this answer, with the part of the field that it is about."""
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return refused.value.messages, refused.value.code


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_day_in_three_boxes_comes_back_as_it_went(day):
    field = forms.Day("Date of birth")

    typed = [str(part) for part in field.widget.decompress(day)]

    assert field.clean(typed) == day


@pytest.mark.parametrize(
    ("typed", "said", "part"),
    [
        (["", "", ""], "Enter date of birth", "required"),
        (["27", "", "1987"], "Date of birth must include a month", "month"),
        (["", "3", ""], "Date of birth must include a day and year", "day-year"),
        (["27", "3", "87"], "Year must include 4 numbers", "year"),
        (["31", "2", "1987"], "Date of birth must be a real date", "day-month-year"),
        (["41", "2", "1987"], "Date of birth must be a real date", "day"),
        (["1", "1", "0001"], "Date of birth must be a real date", "year"),
        (["31", "12", "9999"], "Date of birth must be a real date", "year"),
        (["27", "Smarch", "1987"], "Date of birth must be a real date", "month"),
        (["٣", "3", "1987"], "Date of birth must be a real date", "day"),
        (["9" * 5000, "3", "1987"], "Date of birth must be a real date", "day"),
        (["27", "9" * 5000, "1987"], "Date of birth must be a real date", "month"),
        (["27", "3", "0000"], "Date of birth must be a real date", "year"),
    ],
)
def test_a_wrong_day_says_which_part_is_wrong(typed, said, part):
    assert errors(forms.Day("Date of birth"), typed) == ([said], part)


@pytest.mark.parametrize("month", ["3", "03", "mar", "March", "MARCH"])
def test_a_month_may_be_a_number_or_its_name(month):
    assert forms.Day("Date of birth").clean(["27", month, "1987"]) == date(1987, 3, 27)


def test_a_day_outside_its_limits_names_the_limit():
    field = forms.Day("First day", earliest=date(2027, 3, 3), latest=lambda: date(2027, 3, 5))

    assert errors(field, ["2", "3", "2027"])[0] == ["First day must be on or after Wednesday 3 March 2027"]
    assert errors(field, ["6", "3", "2027"])[0] == ["First day must be on or before Friday 5 March 2027"]
    assert field.clean(["5", "3", "2027"]) == date(2027, 3, 5)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_a_near_day_is_understood_however_it_is_written(day):
    field = forms.NearDay("First day")
    written = [
        field.prepare_value(day),
        words.day(day),
        words.short_day(day),
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
    ]

    assert [field.clean(text) for text in written] == [day] * 5


@pytest.mark.parametrize(
    "typed", ["tomorrow", "31/2/2027", "3/3/27", "3 2027", "24 Novembers 2026", "0/1/2027", "²/1/2027", "31/12/9999"]
)
def test_an_unclear_near_day_is_asked_for_again(typed):
    assert errors(forms.NearDay("First day"), typed)[0] == ["First day must be a real date, like 17/5/2027"]


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_a_time_is_understood_however_it_is_written(moment):
    field = forms.Clock("Start time")
    written = [
        field.prepare_value(moment),
        f"{moment:%H:%M}",
        f"{moment:%H%M}",
        f"{moment:%H.%M}",
        f"{moment:%I:%M %p}",
    ]

    assert [field.clean(text) for text in written] == [moment] * 5


@pytest.mark.parametrize(
    ("typed", "meant"), [("10AM", time(10)), ("2.30 pm", time(14, 30)), ("noon", time(12)), ("12am", time(0))]
)
def test_a_time_in_everyday_words(typed, meant):
    assert forms.Clock("Start time").clean(typed) == meant


@pytest.mark.parametrize("typed", ["10", "25:00", "10:75", "13pm", "0am", "soon"])
def test_an_unclear_time_is_asked_for_again(typed):
    assert errors(forms.Clock("Start time"), typed)[0] == ["Start time must be a time, like 10am or 2:30pm"]
