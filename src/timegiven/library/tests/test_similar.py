"""Roles like what somebody has in mind: by words, by what they mean, on any borough."""

import pytest
from django.core.management import call_command

from tests.builders import TODAY, a_borough, a_unit, a_version, an_approved_version
from timegiven.library import rules, selectors, services
from timegiven.library.models import ProfileVersion, SearchWord, Task


def a_role(title: str, *tasks: str, borough: str = "Barnet", **marks: object) -> ProfileVersion:
    version = an_approved_version(unit=a_unit("Office", borough=a_borough(borough)), title=title, **marks)
    if tasks:
        version.tasks.all().delete()
        Task.objects.bulk_create(Task(version=version, position=n, text=text) for n, text in enumerate(tasks, 1))
    return version


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("filing", "files"),
        ("archive", "archiving"),
        ("copies", "copying"),
        ("type", "typing"),
        ("plan", "planning"),
        ("stopped", "stops"),
        ("calling", "calls"),
        ("visitor", "visitors"),
        ("photographer", "photographers"),
    ],
)
def test_the_forms_of_a_word_share_a_root(one: str, other: str) -> None:
    assert rules.root(one) == rules.root(other)


def test_different_words_keep_different_roots() -> None:
    roots = [rules.root(word) for word in ("file", "fill", "post", "phone", "photo", "press", "court", "count")]

    assert len(set(roots)) == len(roots)


def test_a_root_is_the_beginning_of_its_word() -> None:
    for word in ("umbrellas", "copies", "planning", "archiving", "tidy", "survey"):
        assert word.startswith(rules.root(word))


def test_a_word_weighs_most_in_the_title() -> None:
    found = rules.weights(title="Archive helper", tasks=["Label boxes", "Label shelves"], text="Old boxes")

    assert found == {"archiv": 6, "label": 4, "box": 3, "shelv": 2, "old": 1}


def test_what_was_typed_counts_more_than_what_it_means() -> None:
    kin = rules.thesaurus(["file archive", "phone call"])

    assert rules.wanted("filing", kin) == {"fil": 3.0, "archiv": pytest.approx(2 / (1 + 1 / 12))}


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    found = [("help", 1, 2), ("help", 2, 2), ("help", 3, 2), ("owl", 3, 2)]

    assert [key for _, key in rules.scores({"help": 3.0, "owl": 3.0}, found, out_of=3)] == [3, 1, 2]


@pytest.mark.clause(68)
@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("filing", "Archive helper"),
        ("our paperwork is in a mess", "Archive helper"),
        ("typing in questionnaires", "Survey input helper"),
        ("nobody picks up the telephone", "Phone answering helper"),
        ("watch film", "CCTV viewer"),
        ("accounts", "Finance adviser"),
        ("cuttings from the press", "Media monitor"),
    ],
)
def test_the_words_that_a_manager_would_use_find_the_role(db: None, typed: str, finds: str) -> None:
    a_role("Archive helper", "Put old records in boxes", "Label the shelves")
    a_role("Survey input helper", "Enter answers in a spreadsheet")
    a_role("Phone answering helper", "Pass on messages")
    a_role("CCTV viewer", "Note the time at which a car is seen")
    a_role("Finance adviser", "Look through the budget")
    a_role("Media monitor", "Read newspapers")

    assert [version.title for version in selectors.similar(typed, day=TODAY)][:1] == [finds]


def test_nothing_is_found_for_idle_or_unknown_words(db: None) -> None:
    a_role("Archive helper")

    assert selectors.similar("some help for the unit", day=TODAY) == []
    assert selectors.similar("", day=TODAY) == []
    assert selectors.similar("xylophone", day=TODAY) == []


def test_at_most_so_many_and_without_the_role_itself(db: None) -> None:
    first, *_ = [a_role(f"Archive {word}") for word in ("one", "two", "three", "four")]

    found = selectors.similar("archive", day=TODAY, most=2, besides=first.profile)

    assert (len(found), first in found) == (2, False)


@pytest.mark.clause(68)
def test_only_what_is_in_force_unless_what_was_tried_before_is_asked_for_too(db: None) -> None:
    now = a_role("Archive helper")
    tried = a_version(unit=a_unit(), title="Archive mover", status="RETIRED")
    ProfileVersion.objects.filter(pk=tried.pk).update(approved_on=TODAY.replace(year=2005), ended_on=TODAY)
    a_version(unit=a_unit(), title="Archive draft", status="DRAFT")

    assert selectors.similar("archive", day=TODAY) == [now]
    assert set(selectors.similar("archive", day=TODAY, with_ended=True)) == {now, tried}


def test_a_version_whose_words_are_written_down_is_found_by_them(db: None) -> None:
    version = a_role("Archive helper", "Label the boxes")
    before = selectors.similar("labels", day=TODAY)

    services.index(version)
    services.index(version)  # again, and nothing is there twice
    written = dict(SearchWord.objects.values_list("root", "weight"))

    assert (before, selectors.similar("labels", day=TODAY)) == ([version], [version])
    assert (written["archiv"], written["label"]) == (6, 2)


def test_the_command_writes_down_what_is_not_written_yet(db: None, capsys: pytest.CaptureFixture) -> None:
    a_role("Archive helper")
    a_version(unit=a_unit(), title="Archive draft", status="DRAFT")

    call_command("index_roles")

    assert "1 role profile" in capsys.readouterr().out
    assert SearchWord.objects.values("version").distinct().count() == 1


@pytest.mark.parametrize("count", [1, 9])
def test_it_takes_the_same_number_of_queries(db: None, django_assert_num_queries, count: int) -> None:
    for number in range(count):
        services.index(a_role(f"Archive {number}"))

    with django_assert_num_queries(3):
        selectors.similar("archive", day=TODAY)
