"""The reference pages say what the code says."""

from django.conf import settings

from timegiven.home import reference


def test_the_reference_is_current():
    folder = settings.ROOT / "docs"

    stale = [name for name, content in reference.pages().items() if (folder / name).read_text() != content]

    assert stale == [], "Run `manage.py reference`."


def test_every_marked_clause_exists():
    known = {int(line.split("\t")[0]) for line in (settings.ROOT / "docs" / "clauses.tsv").read_text().splitlines()[1:]}

    assert known == set(range(1, 159))
    assert set(reference.proving_tests(settings.ROOT)) <= known
