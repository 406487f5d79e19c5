"""Compiled code is kept where it may be, and made anew where nothing may be kept."""

from rostering.compiled import kernel


def test_code_without_a_place_to_keep_it_is_compiled_all_the_same():
    made: dict = {}
    exec("def twice(number):\n    return 2 * number", made)  # noqa: S102 - a function of no file has no cache

    assert kernel(made["twice"])(21) == 42
