from datetime import UTC, datetime, time, timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone

MOMENT = datetime(2027, 3, 2, 14, 30, tzinfo=UTC)


def shown(expression, value):
    return Template("{% load ui %}{{ value|" + expression + " }}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("expression", "value", "words"),
    [
        ("day", MOMENT, "Tuesday 2 March 2027"),
        ("short_day", MOMENT.date(), "2 Mar 2027"),
        ("clock", MOMENT, "2:30pm"),
        ("clock", time(0), "midnight"),
        ("clock", datetime(2027, 7, 1, 11, tzinfo=UTC), "midday"),
        ("duration", 210, "3 hours 30 minutes"),
        ("duration", 0, "0 minutes"),
        ("pounds", 285, "£2.85"),
        ("pounds", 0, "£0"),
        ("figure", 6267, "6,267"),
        ("figure", 0, "0"),
    ],
)
def test_values_are_shown_in_the_words_of_the_programme(expression, value, words):
    assert shown(expression, value) == words


@pytest.mark.parametrize("expression", ["day", "short_day", "clock", "duration", "pounds", "contextual", "figure"])
def test_what_is_not_known_is_left_empty(expression):
    assert shown(expression, None) == ""


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (3, "in 3 days"), (-2, "2 days ago")])
def test_a_near_day_is_told_from_today(days, words):
    assert shown("contextual", timezone.localdate() + timedelta(days=days)) == words
