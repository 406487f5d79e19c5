"""Settings are read as people write them."""

from timegiven.site import settings


def test_hosts_and_keys_are_read_with_blanks_beside_the_commas() -> None:
    assert settings._several("volunteers.example.org, www.example.org") == ["volunteers.example.org", "www.example.org"]
    assert settings._several("") == [""]  # as nothing was read before: outside production it is left out
