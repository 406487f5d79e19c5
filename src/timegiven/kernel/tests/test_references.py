"""References are random, can be read out, and say nothing about order; secrets are kept only as digests."""

import re

from timegiven.kernel import references


def test_a_reference_is_ten_letters_and_digits_that_cannot_be_misread():
    made = [references.new_reference() for _ in range(200)]

    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{10}", each) for each in made)
    assert len(set(made)) == 200


def test_a_secret_is_long_and_new_each_time():
    first, second = references.new_secret(), references.new_secret()

    assert first != second
    assert len(first) == 43


def test_a_digest_is_the_same_for_the_same_secret_and_is_not_the_secret():
    assert references.digest("a") == references.digest("a")
    assert references.digest("a") != references.digest("b")
    assert len(references.digest("a")) == 64
